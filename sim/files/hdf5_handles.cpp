// SPDX-License-Identifier: Apache-2.0
#include "files/hdf5_handles.hpp"

#include "files/error.hpp"

namespace tujuh {

namespace {

/// Keeps the first description, which is where the failure began.
herr_t keep_first(unsigned position, const H5E_error2_t* error, void* reason) {
    if (position == 0 && error->desc != nullptr) *static_cast<std::string*>(reason) = error->desc;
    return 0;
}

} // namespace

void hdf5_failed(std::string_view action) {
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
    throw Error(ErrorKind::input_output,
                {{"", "could not " + std::string(action), reason.empty() ? reason : "HDF5: " + reason, ""}});
}

QuietHdf5::QuietHdf5() {
    H5Eget_auto2(H5E_DEFAULT, &function_, &data_);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietHdf5::~QuietHdf5() {
    H5Eset_auto2(H5E_DEFAULT, function_, data_);
}

Hdf5Type hdf5_text_type() {
    constexpr std::string_view action = "make a type of texts";
    Hdf5Type type(H5Tcopy(H5T_C_S1), action);
    hdf5_checked(H5Tset_size(type.get(), H5T_VARIABLE), action);
    hdf5_checked(H5Tset_cset(type.get(), H5T_CSET_UTF8), action);
    return type;
}

} // namespace tujuh
