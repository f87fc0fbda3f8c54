// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hdf5.h>

#include <string>
#include <string_view>
#include <utility>

/// HDF5's C interface with its identifiers owned and every return code looked at.
namespace tujuh {

/// Throws Error (input_output) with what was tried and HDF5's own reason. Whoever knows the file adds its
/// name.
[[noreturn]] void hdf5_failed(std::string_view action);

/// Returns `status`, or throws when it is negative, as HDF5's are on failure. `action`: "write the dataset".
template <class Status> Status hdf5_checked(Status status, std::string_view action) {
    if (status < 0) hdf5_failed(action);
    return status;
}

/// An HDF5 identifier that is closed when it goes out of scope.
template <herr_t (*close_function)(hid_t)> class Hdf5Handle {
  public:
    Hdf5Handle(hid_t id, std::string_view action) : id_(hdf5_checked(id, action)) {}
    ~Hdf5Handle() {
        if (id_ >= 0) close_function(id_);
    }
    Hdf5Handle(Hdf5Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
    Hdf5Handle& operator=(Hdf5Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    Hdf5Handle(const Hdf5Handle&) = delete;
    Hdf5Handle& operator=(const Hdf5Handle&) = delete;

    hid_t get() const noexcept { return id_; }
    /// Closes now and throws when that fails: a write may fail only here.
    void close(std::string_view action) {
        hdf5_checked(close_function(std::exchange(id_, H5I_INVALID_HID)), action);
    }

  private:
    hid_t id_;
};

using Hdf5File = Hdf5Handle<H5Fclose>;
using Hdf5Group = Hdf5Handle<H5Gclose>;
using Hdf5Object = Hdf5Handle<H5Oclose>;
using Hdf5Dataset = Hdf5Handle<H5Dclose>;
using Hdf5Attribute = Hdf5Handle<H5Aclose>;
using Hdf5Space = Hdf5Handle<H5Sclose>;
using Hdf5Type = Hdf5Handle<H5Tclose>;
using Hdf5Properties = Hdf5Handle<H5Pclose>;

/// While it lives HDF5 does not print its own errors.
class QuietHdf5 {
  public:
    QuietHdf5();
    ~QuietHdf5();
    QuietHdf5(const QuietHdf5&) = delete;
    QuietHdf5& operator=(const QuietHdf5&) = delete;

  private:
    H5E_auto2_t function_ = nullptr;
    void* data_ = nullptr;
};

/// The type of texts: variable length, UTF-8.
Hdf5Type hdf5_text_type();

} // namespace tujuh
