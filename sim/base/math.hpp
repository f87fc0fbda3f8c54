// SPDX-License-Identifier: Apache-2.0
/// The transcendental functions that results may use. Their bits are the same for every compiler,
/// optimisation and instruction set, which libm does not promise: they consist of + - * / and square root as
/// IEEE 754 rounds them, of comparison, selection and bit patterns. Fused multiply-add must be off.
///
/// Functions named `_single` and `_double` are written once for a number and for many numbers side by side
/// (lanes): a lane type brings arithmetic, comparisons that give a mask, a constructor from one number, and
/// the operations of the first section. Everything that such lanes need is inlined by force: a file compiled
/// for a newer instruction set must not leave behind a shared function that an older machine would run.
///
/// Coefficients are minimax fits made for this program (Remez exchange with 50 digits); what they minimise
/// stands beside them.
#pragma once

#include <cstdint>

namespace tujuh {

static_assert(sizeof(float) == 4 && sizeof(double) == 8 && __FLT_EVAL_METHOD__ == 0,
              "the same bits everywhere need IEEE 754 numbers without excess precision");

// -----------------------------------------------------------------------------------------------------------
// Operations beyond arithmetic and comparison

[[gnu::always_inline]] constexpr std::uint32_t bits_of(float x) noexcept {
    return __builtin_bit_cast(std::uint32_t, x);
}
[[gnu::always_inline]] constexpr std::uint64_t bits_of(double x) noexcept {
    return __builtin_bit_cast(std::uint64_t, x);
}
[[gnu::always_inline]] constexpr float real_of_bits(std::uint32_t bits) noexcept {
    return __builtin_bit_cast(float, bits);
}
[[gnu::always_inline]] constexpr double real_of_bits(std::uint64_t bits) noexcept {
    return __builtin_bit_cast(double, bits);
}
/// `yes` where the condition holds, else `no`; both have been computed.
[[gnu::always_inline]] constexpr float select(bool condition, float yes, float no) noexcept {
    return condition ? yes : no;
}
[[gnu::always_inline]] constexpr double select(bool condition, double yes, double no) noexcept {
    return condition ? yes : no;
}
/// An integer below 2^31 as a number, rounded to the nearest.
[[gnu::always_inline]] constexpr float real_of_integer(std::uint32_t integer) noexcept {
    return static_cast<float>(static_cast<std::int32_t>(integer));
}
[[gnu::always_inline]] inline float square_root(float x) noexcept {
    return __builtin_sqrtf(x);
}
[[gnu::always_inline]] inline double square_root(double x) noexcept {
    return __builtin_sqrt(x);
}

// -----------------------------------------------------------------------------------------------------------
// Small things

template <class Real> [[gnu::always_inline]] constexpr Real square(Real x) noexcept {
    return x * x;
}

/// x kept within 0 and 1; what is not a number becomes 0.
template <class Real> [[gnu::always_inline]] constexpr Real clamp01(Real x) noexcept {
    return select(x > Real(0.0f), select(x < Real(1.0f), x, Real(1.0f)), Real(0.0f));
}

/// `from` at share 0, `to` at share 1 (up to rounding).
template <class Real> [[gnu::always_inline]] constexpr Real lerp(Real from, Real to, Real share) noexcept {
    return from + (to - from) * share;
}

/// constant + x·(next + x·(...)), the coefficients in rising order.
template <class Real, class Number>
[[gnu::always_inline]] constexpr Real polynomial(Real, Number constant) noexcept {
    return Real(constant);
}
template <class Real, class Number, class... Numbers>
[[gnu::always_inline]] constexpr Real polynomial(Real x, Number constant, Numbers... higher) noexcept {
    return Real(constant) + x * polynomial(x, higher...);
}

inline constexpr float infinity_single = __builtin_huge_valf();
inline constexpr double infinity_double = __builtin_huge_val();
/// The one not-a-number that functions here return: the sign that hardware gives to its own differs.
inline constexpr float not_a_number_single = real_of_bits(std::uint32_t{0x7FC00000});
inline constexpr double not_a_number_double = real_of_bits(std::uint64_t{0x7FF8000000000000});

// -----------------------------------------------------------------------------------------------------------
// Exponential and logarithm. Reduction of the argument: Cody and Waite (1980), Software Manual for the
// Elementary Functions, chapters 5 and 6.

/// 1.5·2^23 and 1.5·2^52: adding one leaves the nearest integer in the lowest bits.
inline constexpr float rounder_single = 12582912.0f;
inline constexpr double rounder_double = 6755399441055744.0;
/// ln 2 in two parts; the first has 16 (40) bits, so that its product with an exponent is exact.
inline constexpr float ln_2_high_single = 0.693145751953125f;
inline constexpr float ln_2_low_single = 1.4286068e-6f;
inline constexpr double ln_2_high_double = 0.6931471805592082;
inline constexpr double ln_2_low_double = 7.371002565167799e-13;

/// e^r, r = high - low, for |high - low| <= ln 2 / 2.
template <class Real> [[gnu::always_inline]] constexpr Real exp_near_zero_single(Real r) noexcept {
    // (e^r - 1 - r) / r²; relative error of the whole 3e-9.
    const Real rest = polynomial(r, 0.49999994f, 0.16666521f, 0.04166839f, 0.008368717f, 0.0013814599f);
    return Real(1.0f) + (r + square(r) * rest);
}
template <class Real>
[[gnu::always_inline]] constexpr Real exp_near_zero_double(Real high, Real low) noexcept {
    const Real r = high - low;
    // (e^r - 1 - r) / r²; relative error of the whole 4e-18.
    const Real rest = polynomial(r, 0.500000000000001063, 0.166666666666664125, 0.0416666666665301581,
                                 0.00833333333349445837, 0.0013888888943630237, 0.000198412695065853935,
                                 0.0000248014930987805418, 2.75575863681554291e-6, 2.76302484229260923e-7,
                                 2.50000633125651738e-8);
    return Real(1.0) + (high - (low - square(r) * rest));
}

/// x·2^n. Half of n + 2·bias is, as it stands, the exponent field of a factor 2^(n/2); two factors, since 2^n
/// alone may be no normal number. `rounded` is n + 2·bias + rounder.
template <class Real>
[[gnu::always_inline]] constexpr Real times_power_of_two_single(Real x, Real rounded) noexcept {
    const auto exponents = bits_of(rounded) - bits_of(Real(rounder_single));
    const auto first = exponents >> 1;
    return x * real_of_bits(first << 23) * real_of_bits((exponents - first) << 23);
}
template <class Real>
[[gnu::always_inline]] constexpr Real times_power_of_two_double(Real x, Real rounded) noexcept {
    const auto exponents = bits_of(rounded) - bits_of(Real(rounder_double));
    const auto first = exponents >> 1;
    return x * real_of_bits(first << 52) * real_of_bits((exponents - first) << 52);
}

/// x kept between two bounds; what is not a number becomes the upper one.
template <class Real> [[gnu::always_inline]] constexpr Real bounded(Real x, Real lower, Real upper) noexcept {
    const Real not_above = select(x < upper, x, upper);
    return select(not_above > lower, not_above, lower);
}

/// e^x within 1 ulp: e^x = 2^n e^r with |r| <= ln 2 / 2. Underflows gradually to 0, overflows to infinity.
template <class Real> [[gnu::always_inline]] constexpr Real exp_single(Real x) noexcept {
    constexpr float rounder = rounder_single + 2.0f * 127.0f;
    const Real within = bounded(x, Real(-104.0f), Real(89.0f));
    const Real rounded = within * Real(1.442695f) + Real(rounder);
    const Real n = rounded - Real(rounder);
    const Real r = (within - n * Real(ln_2_high_single)) - n * Real(ln_2_low_single);
    const Real result = times_power_of_two_single(exp_near_zero_single(r), rounded);
    return select(x == x, result, Real(not_a_number_single));
}

/// e^x within 1 ulp, as `exp_single`.
template <class Real> [[gnu::always_inline]] constexpr Real exp_double(Real x) noexcept {
    constexpr double rounder = rounder_double + 2.0 * 1023.0;
    const Real within = bounded(x, Real(-746.0), Real(710.0));
    const Real rounded = within * Real(1.4426950408889634) + Real(rounder);
    const Real n = rounded - Real(rounder);
    const Real high = within - n * Real(ln_2_high_double);
    const Real low = n * Real(ln_2_low_double);
    const Real result = times_power_of_two_double(exp_near_zero_double(high, low), rounded);
    return select(x == x, result, Real(not_a_number_double));
}

/// 2^x within 1.1 ulp; exact where x is an integer.
template <class Real> [[gnu::always_inline]] constexpr Real power_of_two_single(Real x) noexcept {
    constexpr float rounder = rounder_single + 2.0f * 127.0f;
    const Real within = bounded(x, Real(-151.0f), Real(129.0f));
    const Real rounded = within + Real(rounder);
    const Real r = (within - (rounded - Real(rounder))) * Real(0.6931472f);
    const Real result = times_power_of_two_single(exp_near_zero_single(r), rounded);
    return select(x == x, result, Real(not_a_number_single));
}

/// 2^x within 1.1 ulp, as `power_of_two_single`.
template <class Real> [[gnu::always_inline]] constexpr Real power_of_two_double(Real x) noexcept {
    constexpr double rounder = rounder_double + 2.0 * 1023.0;
    const Real within = bounded(x, Real(-1076.0), Real(1025.0));
    const Real rounded = within + Real(rounder);
    const Real r = (within - (rounded - Real(rounder))) * Real(0.6931471805599453);
    const Real result = times_power_of_two_double(exp_near_zero_double(r, Real(0.0)), rounded);
    return select(x == x, result, Real(not_a_number_double));
}

/// Natural logarithm within 1 ulp: ln x = n ln 2 + ln(1 + f) with 1 + f between sqrt(1/2) and sqrt(2).
/// -infinity at 0, not a number below.
template <class Real> [[gnu::always_inline]] constexpr Real log_single(Real x) noexcept {
    const auto subnormal = x < Real(1.17549435e-38f);
    const auto bits = bits_of(select(subnormal, x * Real(8388608.0f), x));
    // Exponents count from sqrt(1/2) = 0x3F3504F3; the difference to 1 = 0x3F800000 is 0x4AFB0D.
    const auto exponent = (bits + std::uint32_t{0x4AFB0D}) >> 23;
    const Real n = real_of_bits(exponent | std::uint32_t{0x4B400000}) -
                   select(subnormal, Real(rounder_single + 127.0f + 23.0f), Real(rounder_single + 127.0f));
    const Real f = real_of_bits(bits - (exponent << 23) + std::uint32_t{0x3F800000}) - Real(1.0f);
    // (ln(1 + f) - f + f²/2) / f³; relative error of the logarithm 6e-9.
    const Real rest = polynomial(f, 0.3333333f, -0.25000823f, 0.20001225f, -0.16623293f, 0.14201736f,
                                 -0.13160844f, 0.12762068f, -0.0763327f);
    const Real f_squared = square(f);
    const Real low = n * Real(ln_2_low_single) + (f * f_squared * rest - Real(0.5f) * f_squared);
    const Real result = n * Real(ln_2_high_single) + (f + low);
    const Real up_to_infinity = select(x < Real(infinity_single), result, Real(infinity_single));
    const Real above_zero = select(x > Real(0.0f), up_to_infinity, Real(not_a_number_single));
    return select(x == Real(0.0f), Real(-infinity_single), above_zero);
}

/// Natural logarithm within 1 ulp, as `log_single`, with ln(1 + f) = 2 artanh(s), s = f / (2 + f).
template <class Real> [[gnu::always_inline]] constexpr Real log_double(Real x) noexcept {
    const auto subnormal = x < Real(2.2250738585072014e-308);
    const auto bits = bits_of(select(subnormal, x * Real(4503599627370496.0), x));
    // sqrt(1/2) = 0x3FE6A09E667F3BCD.
    const auto exponent = (bits + std::uint64_t{0x95F619980C433}) >> 52;
    const Real n = real_of_bits(exponent | std::uint64_t{0x4338000000000000}) -
                   select(subnormal, Real(rounder_double + 1023.0 + 52.0), Real(rounder_double + 1023.0));
    const Real f = real_of_bits(bits - (exponent << 52) + std::uint64_t{0x3FF0000000000000}) - Real(1.0);
    const Real s = f / (Real(2.0) + f);
    const Real z = square(s);
    // (2 artanh(s) / s - 2) / z; relative error of the logarithm 2e-18.
    const Real rest = z * polynomial(z, 0.666666666666673469, 0.399999999994126512, 0.285714287428823938,
                                     0.222221985182162091, 0.181835673882899164, 0.153139672152038856,
                                     0.147968313014239651);
    // 2s = f - s f, and f - s f = f - (f²/2 - s f²/2): the last form loses least, since f is exact.
    const Real half_square = Real(0.5) * square(f);
    const Real low = n * Real(ln_2_low_double) + s * (half_square + rest);
    const Real result = n * Real(ln_2_high_double) + (f - (half_square - low));
    const Real up_to_infinity = select(x < Real(infinity_double), result, Real(infinity_double));
    const Real above_zero = select(x > Real(0.0), up_to_infinity, Real(not_a_number_double));
    return select(x == Real(0.0), Real(-infinity_double), above_zero);
}

[[gnu::always_inline]] constexpr float exp(float x) noexcept {
    return exp_single(x);
}
[[gnu::always_inline]] constexpr double exp(double x) noexcept {
    return exp_double(x);
}
[[gnu::always_inline]] constexpr float log(float x) noexcept {
    return log_single(x);
}
[[gnu::always_inline]] constexpr double log(double x) noexcept {
    return log_double(x);
}
[[gnu::always_inline]] constexpr float power_of_two(float x) noexcept {
    return power_of_two_single(x);
}
[[gnu::always_inline]] constexpr double power_of_two(double x) noexcept {
    return power_of_two_double(x);
}

/// 1 / (1 + e^-x). Goes to exactly 0 and 1 far out.
template <class Real> [[gnu::always_inline]] constexpr Real logistic(Real x) noexcept {
    return Real(1.0f) / (Real(1.0f) + exp(-x));
}

// -----------------------------------------------------------------------------------------------------------
// The standard normal distribution

/// The z that is exceeded with probability q, for q from 2^-33 to 1/2; absolute error below 2e-6. A rational
/// function of sqrt(-2 ln q), the variable of Hastings (1955; Abramowitz and Stegun 26.2.23), with numerator
/// and denominator of degree 4 and 3; its own absolute error is 3.5e-8, the rest is rounding.
template <class Real> [[gnu::always_inline]] inline Real upper_normal_quantile_single(Real q) noexcept {
    const Real t = square_root(Real(-2.0f) * log(q));
    return polynomial(t, -3.201427687f, -7.749178918f, 3.356457821f, 4.116502853f, 0.4960124958f) /
           polynomial(t, 1.0f, 5.397372127f, 4.138334196f, 0.4957131285f);
}

/// The z below which a standard normal number falls with probability p, for p from 2^-33 to 1 - 2^-24, with
/// z(1 - p) = -z(p) but for p = 1/2, where z is -5e-8. Outside 0 and 1, and at them, not a number.
template <class Real> [[gnu::always_inline]] inline Real normal_quantile_single(Real p) noexcept {
    const auto lower = p < Real(0.5f);
    const Real z = upper_normal_quantile_single(select(lower, p, Real(1.0f) - p));
    return select(lower, -z, z);
}
[[gnu::always_inline]] inline float normal_quantile(float p) noexcept {
    return normal_quantile_single(p);
}

/// The probability that a standard normal number is below x; relative error under 1e-13 down to 1e-300.
/// (1 + |x|) times the tail over the density changes slowly: it is a polynomial in t = (|x| - 5) / (|x| + 5),
/// the substitution of Shepherd and Laframboise (1981), Mathematics of Computation 36(153), 249-253.
template <class Real> [[gnu::always_inline]] constexpr Real normal_cdf_double(Real x) noexcept {
    // From 40 on the density is 0.
    const Real distance = bounded(select(x < Real(0.0), -x, x), Real(0.0), Real(40.0));
    const Real density = Real(0.39894228040143267794) * exp(Real(-0.5) * square(distance));
    const Real t = (distance - Real(5.0)) / (distance + Real(5.0));
    // Relative error 5e-16.
    const Real product = polynomial(
        t, 1.15684862829189435, -0.229487538252122198, 0.0777815988687972319, 0.0250721793023891,
        -0.0661776007816191471, 0.0615050458217555, -0.0380265921445539991, 0.0163482314903831133,
        -0.00420129067313785477, 0.0000195293146937686826, 0.000457045585330278333, -0.000134369155890448322,
        -0.00002481082001245104, 0.0000226968579776578623, -1.66778656076898751e-7, -3.25643455679990423e-6,
        3.08810328442957356e-7, 4.69731011919254973e-7, -5.69661630781580325e-8, -6.26345443985794501e-8,
        5.26554289251259726e-9, 5.30115260814019316e-9);
    const Real tail = density * product / (Real(1.0) + distance);
    return select(x == x, select(x < Real(0.0), tail, Real(1.0) - tail), Real(not_a_number_double));
}
[[gnu::always_inline]] constexpr double normal_cdf(double x) noexcept {
    return normal_cdf_double(x);
}

/// The z below which a standard normal number falls with probability p; relative error under 1e-12 for p from
/// 1e-300 to 1 - 1e-16. -infinity at 0, infinity at 1, not a number outside. Algorithm AS 241, PPND16:
/// Wichura (1988), Applied Statistics 37(3), 477-484.
inline double normal_quantile(double p) noexcept {
    const double from_half = p - 0.5;
    if (from_half >= -0.425 && from_half <= 0.425) {
        const double r = 0.180625 - square(from_half);
        return from_half *
               polynomial(r, 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427,
                          13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
                          33430.575583588128105, 2509.0809287301226727) /
               polynomial(r, 1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
                          21213.794301586595867, 39307.895800092710610, 28729.085735721942674,
                          5226.4952788528545610);
    }
    const double tail = select(from_half < 0.0, p, 1.0 - p);
    if (!(tail > 0.0)) {
        return tail < 0.0 || tail != tail ? not_a_number_double
                                          : select(p < 0.5, -infinity_double, infinity_double);
    }
    const double distance = square_root(-log(tail));
    double z;
    if (distance <= 5.0) {
        const double r = distance - 1.6;
        z = polynomial(r, 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
                       3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
                       0.0227238449892691845833, 7.74545014278341407640e-4) /
            polynomial(r, 1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
                       0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4,
                       1.05075007164441684324e-9);
    } else {
        const double r = distance - 5.0;
        z = polynomial(r, 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
                       0.296560571828504891230, 0.0265321895265761230930, 1.24266094738807843860e-3,
                       2.71155556874348757815e-5, 2.01033439929228813265e-7) /
            polynomial(r, 1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
                       7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
                       2.04426310338993978564e-15);
    }
    return select(from_half < 0.0, -z, z);
}

} // namespace tujuh
