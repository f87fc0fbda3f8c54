// SPDX-License-Identifier: Apache-2.0
#include "base/math.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "catch.hpp"

namespace {

using tujuh::bits_of;
using tujuh::real_of_bits;

/// Distance in units of the last place of the float (24 digits, least exponent -125) or double (53, -1021).
long double ulps(long double found, long double right, int digits, int least_exponent) {
    int exponent = 0;
    std::frexp(right, &exponent);
    return std::fabs(found - right) / std::ldexp(1.0L, std::max(exponent, least_exponent) - digits);
}
long double ulps(float found, long double right) {
    return ulps(found, right, 24, -125);
}
long double ulps(double found, long double right) {
    return ulps(found, right, 53, -1021);
}

constexpr float infinity = std::numeric_limits<float>::infinity();

/// Every 4001st float between two positive ones, with either sign where asked for.
template <class Body> void sweep_floats(float from, float to, Body body) {
    for (std::uint32_t bits = bits_of(from); bits <= bits_of(to); bits += 4001) body(real_of_bits(bits));
}

} // namespace

TEST_CASE("the exponential of a float is right within one unit of the last place") {
    long double worst = 0.0L;
    sweep_floats(1e-30f, 88.7228f, [&](float x) {
        worst = std::max(worst, ulps(tujuh::exp(x), std::exp(static_cast<long double>(x))));
        worst = std::max(worst, ulps(tujuh::exp(-x), std::exp(static_cast<long double>(-x))));
    });
    sweep_floats(80.0f, 103.9f, [&](float x) { // down to the smallest subnormal number
        worst = std::max(worst, ulps(tujuh::exp(-x), std::exp(static_cast<long double>(-x))));
    });
    CHECK(worst < 1.0L);
}

TEST_CASE("the logarithm of a float is right within one unit of the last place") {
    long double worst = 0.0L;
    sweep_floats(1e-45f, 3.4e38f, [&](float x) {
        worst = std::max(worst, ulps(tujuh::log(x), std::log(static_cast<long double>(x))));
    });
    for (std::uint32_t bits = bits_of(0.7f); bits < bits_of(1.5f); bits += 101) {
        const float x = real_of_bits(bits);
        worst = std::max(worst, ulps(tujuh::log(x), std::log(static_cast<long double>(x))));
    }
    CHECK(worst < 1.0L);
}

TEST_CASE(
    "exponential, logarithm and power of two of a double are right within 1.1 units of the last place") {
    long double worst_exp = 0.0L;
    for (double x = -745.0; x < 709.7; x += 0.00531) {
        worst_exp = std::max(worst_exp, ulps(tujuh::exp(x), std::exp(static_cast<long double>(x))));
    }
    CHECK(worst_exp < 1.0L);

    long double worst_log = 0.0L;
    for (std::uint64_t bits = 1; bits < bits_of(1e308); bits += 0x0000123456789ABC) {
        const double x = real_of_bits(bits);
        worst_log = std::max(worst_log, ulps(tujuh::log(x), std::log(static_cast<long double>(x))));
    }
    for (double x = 0.5; x < 2.0; x += 0.0000071) {
        worst_log = std::max(worst_log, ulps(tujuh::log(x), std::log(static_cast<long double>(x))));
    }
    CHECK(worst_log < 1.0L);

    long double worst_power = 0.0L;
    for (double x = -1073.0; x < 1024.0; x += 0.0113) {
        worst_power =
            std::max(worst_power, ulps(tujuh::power_of_two(x), std::exp2(static_cast<long double>(x))));
        const float single = static_cast<float>(x / 8.3);
        worst_power = std::max(
            worst_power, ulps(tujuh::power_of_two(single), std::exp2(static_cast<long double>(single))));
    }
    CHECK(worst_power < 1.1L);
}

TEST_CASE("exponential and logarithm are exact where the answer is") {
    CHECK(tujuh::exp(0.0f) == 1.0f);
    CHECK(tujuh::exp(-0.0f) == 1.0f);
    CHECK(tujuh::exp(0.0) == 1.0);
    CHECK(tujuh::log(1.0f) == 0.0f);
    CHECK(tujuh::log(1.0) == 0.0);
    for (int n = -1074; n < 1024; ++n) {
        CHECK(tujuh::power_of_two(static_cast<double>(n)) == std::ldexp(1.0, n));
        if (n >= -149 && n < 128) {
            CHECK(tujuh::power_of_two(static_cast<float>(n)) == std::ldexp(1.0f, n));
        }
    }
}

TEST_CASE("beyond the range of numbers the exponential is 0 or infinity") {
    CHECK(tujuh::exp(-infinity) == 0.0f);
    CHECK(tujuh::exp(-104.0f) == 0.0f);
    CHECK(tujuh::exp(-1e30f) == 0.0f);
    CHECK(tujuh::exp(88.73f) == infinity);
    CHECK(tujuh::exp(infinity) == infinity);
    CHECK(tujuh::exp(-746.0) == 0.0);
    CHECK(tujuh::exp(-1e300) == 0.0);
    CHECK(tujuh::exp(709.79) == infinity);
    CHECK(tujuh::exp(1e300) == infinity);
    CHECK(tujuh::power_of_two(128.0f) == infinity);
    CHECK(tujuh::power_of_two(-151.0f) == 0.0f);
    CHECK(tujuh::power_of_two(1024.0) == infinity);
    CHECK(tujuh::power_of_two(-1e9) == 0.0);
}

TEST_CASE("the logarithm is minus infinity at 0, infinity at infinity and not a number below 0") {
    CHECK(tujuh::log(0.0f) == -infinity);
    CHECK(tujuh::log(-0.0f) == -infinity);
    CHECK(tujuh::log(infinity) == infinity);
    CHECK(tujuh::log(0.0) == -infinity);
    CHECK(tujuh::log(static_cast<double>(infinity)) == infinity);
    for (const float x : {-1e-45f, -1.0f, -infinity}) {
        CHECK(bits_of(tujuh::log(x)) == bits_of(tujuh::not_a_number_single));
        CHECK(bits_of(tujuh::log(static_cast<double>(x))) == bits_of(tujuh::not_a_number_double));
    }
}

TEST_CASE("what is not a number stays so, with one bit pattern") {
    for (const std::uint32_t pattern : {0x7FC00000u, 0xFFC00000u, 0x7F800001u, 0xFFFFFFFFu}) {
        const float x = real_of_bits(pattern);
        CHECK(bits_of(tujuh::exp(x)) == 0x7FC00000u);
        CHECK(bits_of(tujuh::log(x)) == 0x7FC00000u);
        CHECK(bits_of(tujuh::power_of_two(x)) == 0x7FC00000u);
    }
    for (const std::uint64_t pattern : {0x7FF8000000000000u, 0xFFF8000000000000u, 0x7FF0000000000001u}) {
        const double y = real_of_bits(std::uint64_t{pattern});
        CHECK(bits_of(tujuh::exp(y)) == 0x7FF8000000000000u);
        CHECK(bits_of(tujuh::log(y)) == 0x7FF8000000000000u);
        CHECK(bits_of(tujuh::power_of_two(y)) == 0x7FF8000000000000u);
    }
}

TEST_CASE("exponential and logarithm can be computed while compiling") {
    static_assert(tujuh::exp(0.0) == 1.0);
    constexpr double computed_while_compiling = tujuh::log(10.0);
    const volatile double ten = 10.0;
    CHECK(computed_while_compiling == tujuh::log(ten));
}

TEST_CASE("the logistic function has its known values and stays within 0 and 1") {
    CHECK(tujuh::logistic(0.0f) == 0.5f);
    CHECK(tujuh::logistic(1.0) == Approx(0.7310585786300049).epsilon(1e-15));
    CHECK(tujuh::logistic(-1.0f) == Approx(0.2689414213699951).epsilon(2e-7));
    CHECK(tujuh::logistic(-30.0) == Approx(9.357622968839299e-14).epsilon(1e-15));
    for (const float x : {100.0f, 1e30f, infinity}) {
        CHECK(tujuh::logistic(x) == 1.0f);
        CHECK(tujuh::logistic(-x) == 0.0f);
        CHECK(tujuh::logistic(1e3 * x) == 1.0);
        CHECK(tujuh::logistic(-1e3 * x) == 0.0);
    }
    for (float x = -20.0f; x < 20.0f; x += 0.01f) {
        CHECK(tujuh::logistic(x) + tujuh::logistic(-x) == Approx(1.0).epsilon(2e-7));
        CHECK(tujuh::logistic(x + 0.01f) >= tujuh::logistic(x));
    }
}

TEST_CASE("clamp01 keeps a share and cuts the rest") {
    CHECK(tujuh::clamp01(0.25f) == 0.25f);
    CHECK(tujuh::clamp01(-3.0) == 0.0);
    CHECK(tujuh::clamp01(1.5f) == 1.0f);
    CHECK(tujuh::clamp01(static_cast<double>(infinity)) == 1.0);
    CHECK(tujuh::clamp01(tujuh::not_a_number_single) == 0.0f);
}

TEST_CASE("lerp goes from one value to the other, square multiplies a number by itself") {
    CHECK(tujuh::lerp(2.0, 10.0, 0.0) == 2.0);
    CHECK(tujuh::lerp(2.0, 10.0, 1.0) == 10.0);
    CHECK(tujuh::lerp(2.0f, 10.0f, 0.25f) == 4.0f);
    CHECK(tujuh::square(-3.0f) == 9.0f);
}

TEST_CASE("a polynomial takes its coefficients in rising order") {
    CHECK(tujuh::polynomial(2.0, 5.0) == 5.0);
    CHECK(tujuh::polynomial(2.0f, 1.0f, -3.0f, 0.5f) == 1.0f - 6.0f + 2.0f);
}

TEST_CASE("the normal distribution function has a relative error below 1e-13 down to 1e-300") {
    long double worst = 0.0L;
    for (double x = -37.04; x < 8.5; x += 0.00137) {
        const long double right = std::erfc(-x / std::sqrt(2.0L)) / 2.0L;
        worst = std::max(worst, std::fabs(tujuh::normal_cdf(x) - right) / right);
    }
    CHECK(worst < 1e-13L);
    CHECK(tujuh::normal_cdf(0.0) == Approx(0.5).epsilon(1e-15));
    CHECK(tujuh::normal_cdf(1.0) == Approx(0.8413447460685429).epsilon(1e-15));
    CHECK(tujuh::normal_cdf(-static_cast<double>(infinity)) == 0.0);
    CHECK(tujuh::normal_cdf(static_cast<double>(infinity)) == 1.0);
    CHECK(std::isnan(tujuh::normal_cdf(tujuh::not_a_number_double)));
}

TEST_CASE("the normal quantile has its published values") {
    // Wichura (1988), section "Test results"; then the usual tables.
    CHECK(tujuh::normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-15));
    CHECK(tujuh::normal_quantile(0.001) == Approx(-3.090232306167814).epsilon(1e-15));
    CHECK(tujuh::normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
    CHECK(tujuh::normal_quantile(0.5) == 0.0);
    CHECK(tujuh::normal_quantile(0.9) == Approx(1.281551565544600).epsilon(1e-15));
    CHECK(tujuh::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(tujuh::normal_quantile(0.995) == Approx(2.575829303548901).epsilon(1e-15));
}

TEST_CASE("the normal quantile is the inverse of the distribution function") {
    // One step of Newton's method by the C library's erfc measures how far off the quantile is.
    long double worst = 0.0L;
    const auto measure = [&](double p) {
        const long double z = tujuh::normal_quantile(p);
        const long double density = std::exp(-z * z / 2.0L) / std::sqrt(2.0L * 3.14159265358979323846L);
        const long double excess = z < 0.0L ? std::erfc(-z / std::sqrt(2.0L)) / 2.0L - p
                                            : (1.0L - p) - std::erfc(z / std::sqrt(2.0L)) / 2.0L;
        worst = std::max(worst, std::fabs(excess / density / z));
    };
    for (double p = 1e-300; p < 0.4; p *= 1.037) {
        measure(p);
        if (p > 1e-16) measure(1.0 - p);
    }
    for (double p = 0.4001; p < 0.6; p += 0.00173) measure(p);
    CHECK(worst < 1e-12L);
}

TEST_CASE("the normal quantile is infinite at 0 and 1 and not a number outside") {
    CHECK(tujuh::normal_quantile(0.0) == -infinity);
    CHECK(tujuh::normal_quantile(1.0) == infinity);
    for (const double p :
         {-1e-300, -2.0, 1.0000001, 7.0, static_cast<double>(infinity), tujuh::not_a_number_double}) {
        CHECK(std::isnan(tujuh::normal_quantile(p)));
    }
}

TEST_CASE("the fast normal quantile of a float has an absolute error below 2e-6") {
    double worst = 0.0;
    const auto measure = [&](float p) {
        const double right = tujuh::normal_quantile(static_cast<double>(p));
        worst = std::max(worst, std::fabs(static_cast<double>(tujuh::normal_quantile(p)) - right));
    };
    sweep_floats(0x1p-33f, 0.5f, measure);
    for (std::uint32_t k = 1; k < 1u << 24; k += 37) measure(static_cast<float>(k) * 0x1p-24f);
    measure(1.0f - 0x1p-24f);
    CHECK(worst < 2e-6);
}

TEST_CASE("the fast normal quantile is antisymmetric to the bit") {
    for (std::uint32_t k = 1; k < 1u << 23; k += 3037) {
        const float p = static_cast<float>(k) * 0x1p-24f;
        CHECK(tujuh::normal_quantile(1.0f - p) == -tujuh::normal_quantile(p));
    }
}

// -----------------------------------------------------------------------------------------------------------
// The smallest possible lane type: the functions must compile with it as they stand and give the same bits.

namespace lanes {

struct Mask {
    bool at[2];
};
struct Words {
    std::uint32_t at[2];
    friend Words operator+(Words a, Words b) { return {{a.at[0] + b.at[0], a.at[1] + b.at[1]}}; }
    friend Words operator-(Words a, Words b) { return {{a.at[0] - b.at[0], a.at[1] - b.at[1]}}; }
    friend Words operator|(Words a, Words b) { return {{a.at[0] | b.at[0], a.at[1] | b.at[1]}}; }
    friend Words operator+(Words a, std::uint32_t b) { return {{a.at[0] + b, a.at[1] + b}}; }
    friend Words operator|(Words a, std::uint32_t b) { return {{a.at[0] | b, a.at[1] | b}}; }
    friend Words operator<<(Words a, int n) { return {{a.at[0] << n, a.at[1] << n}}; }
    friend Words operator>>(Words a, int n) { return {{a.at[0] >> n, a.at[1] >> n}}; }
};
struct Floats {
    float at[2];
    Floats(float both) : at{both, both} {}
    Floats(float first, float second) : at{first, second} {}
    friend Floats operator-(Floats a) { return {-a.at[0], -a.at[1]}; }
    friend Floats operator+(Floats a, Floats b) { return {a.at[0] + b.at[0], a.at[1] + b.at[1]}; }
    friend Floats operator-(Floats a, Floats b) { return {a.at[0] - b.at[0], a.at[1] - b.at[1]}; }
    friend Floats operator*(Floats a, Floats b) { return {a.at[0] * b.at[0], a.at[1] * b.at[1]}; }
    friend Floats operator/(Floats a, Floats b) { return {a.at[0] / b.at[0], a.at[1] / b.at[1]}; }
    friend Mask operator<(Floats a, Floats b) { return {{a.at[0] < b.at[0], a.at[1] < b.at[1]}}; }
    friend Mask operator>(Floats a, Floats b) { return b < a; }
    friend Mask operator==(Floats a, Floats b) { return {{a.at[0] == b.at[0], a.at[1] == b.at[1]}}; }
};

Words bits_of(Floats x) {
    return {{tujuh::bits_of(x.at[0]), tujuh::bits_of(x.at[1])}};
}
Floats real_of_bits(Words bits) {
    return {tujuh::real_of_bits(bits.at[0]), tujuh::real_of_bits(bits.at[1])};
}
Floats square_root(Floats x) {
    return {std::sqrt(x.at[0]), std::sqrt(x.at[1])};
}
Floats select(Mask mask, Floats yes, Floats no) {
    return {mask.at[0] ? yes.at[0] : no.at[0], mask.at[1] ? yes.at[1] : no.at[1]};
}
Floats exp(Floats x) {
    return tujuh::exp_single(x);
}
Floats log(Floats x) {
    return tujuh::log_single(x);
}

} // namespace lanes

TEST_CASE("numbers side by side give the bits of single numbers") {
    using lanes::Floats;
    const auto same = [](Floats found, float first, float second) {
        CHECK(bits_of(found.at[0]) == bits_of(first));
        CHECK(bits_of(found.at[1]) == bits_of(second));
    };
    for (const auto& [a, b] :
         {std::pair{0.3f, -90.0f}, {0.0f, 1e-40f}, {7.5f, infinity}, {0.999f, -infinity}}) {
        const Floats both{a, b};
        same(lanes::exp(both), tujuh::exp(a), tujuh::exp(b));
        same(lanes::log(both), tujuh::log(a), tujuh::log(b));
        same(tujuh::power_of_two_single(both), tujuh::power_of_two(a), tujuh::power_of_two(b));
        same(tujuh::logistic(both), tujuh::logistic(a), tujuh::logistic(b));
        same(tujuh::clamp01(both), tujuh::clamp01(a), tujuh::clamp01(b));
    }
    same(tujuh::normal_quantile_single(Floats{0.2f, 0.9f}), tujuh::normal_quantile(0.2f),
         tujuh::normal_quantile(0.9f));
}

// -----------------------------------------------------------------------------------------------------------

TEST_CASE("a million values have the bits that every compiler gives") {
    // FNV-1a over 64-bit words. Measured equal for g++ 12 and clang++ 14, -O0 to -O3, x86-64 to x86-64-v4,
    // and WebAssembly. A difference here means that fused multiply-add or excess precision has crept in, or
    // that a function changed.
    std::uint64_t checksum = 0xCBF29CE484222325;
    const auto add = [&](std::uint64_t bits) { checksum = (checksum ^ bits) * 0x100000001B3; };
    for (std::uint32_t i = 0; i < 1000000; ++i) {
        const float exponent = (static_cast<float>(i) - 500000.0f) * 0x1p-12f;
        add(bits_of(tujuh::exp(exponent)));
        add(bits_of(tujuh::log(real_of_bits(2139u * i))));
    }
    CHECK(checksum == 0x135EFE5D09005D02);

    checksum = 0xCBF29CE484222325;
    for (std::uint32_t i = 1; i < 100000; ++i) {
        const double share = i * 0x1p-17;
        add(bits_of(tujuh::exp(1000.0 * share - 700.0)));
        add(bits_of(tujuh::log(1000.0 * share)));
        add(bits_of(tujuh::power_of_two(2000.0 * share - 1000.0)));
        add(bits_of(tujuh::logistic(static_cast<float>(share) - 0.5f)));
        add(bits_of(tujuh::normal_quantile(static_cast<float>(share))));
        add(bits_of(tujuh::normal_quantile(share)));
        add(bits_of(tujuh::normal_cdf(20.0 * share - 16.0)));
    }
    CHECK(checksum == 0x1FF40B4FE337F378);
}
