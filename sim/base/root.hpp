// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tujuh {

/// A root between two points where f has different signs, by regula falsi in the Illinois form.
template <class Function>
double root_between(double low, double f_low, double high, double f_high, double tolerance,
                    Function f) noexcept {
    double root = low;
    int side = 0;
    for (int step = 0; step < 60; ++step) {
        root = (low * f_high - high * f_low) / (f_high - f_low);
        const double value = f(root);
        if (!(value > tolerance || value < -tolerance)) break;
        if ((value > 0) == (f_high > 0)) {
            high = root;
            f_high = value;
            if (side == 1) f_low *= 0.5;
            side = 1;
        } else {
            low = root;
            f_low = value;
            if (side == -1) f_high *= 0.5;
            side = -1;
        }
    }
    return root;
}

} // namespace tujuh
