// SPDX-License-Identifier: Apache-2.0
/// The monthly loop does the same arithmetic for many households side by side, in plain loops over short
/// arrays that the compiler turns into vectors. It is compiled three times, for vectors of 4, 8 and 16
/// numbers (x86-64-v2, -v3, -v4), and the widest that the machine has is taken at the start. Each number goes
/// through the same operations in every version, none of them contracted, so the bits are the same.
///
/// A loop is turned into vectors when it has no branch but `select` and `?:`, no call that is not inlined,
/// and when what it writes cannot overlap what it reads: the households of a `HouseholdBlock` are copied
/// together for this, and rates are copied into the function first. What each version takes is printed by
/// `tujuh bench`.
#pragma once

#include <array>
#include <cstdint>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(TUJUH_ONE_INSTRUCTION_SET)
#define TUJUH_HAS_INSTRUCTION_SETS 1
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TUJUH_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define TUJUH_SANITIZED 1
#endif

/// Before a single function, outside the monthly loop, whose loops shall become vectors: the system takes the
/// widest version while it loads the program (which is before a sanitizer is ready for it).
#if defined(TUJUH_HAS_INSTRUCTION_SETS) && defined(__linux__) && !defined(TUJUH_SANITIZED)
#define TUJUH_SIDE_BY_SIDE [[gnu::target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")]]
#else
#define TUJUH_SIDE_BY_SIDE
#endif

namespace tujuh {

/// `plain`: whatever the whole program was compiled for.
enum class InstructionSet : std::uint8_t { plain, x86_64_v2, x86_64_v3, x86_64_v4 };
inline constexpr std::array instruction_sets = {InstructionSet::plain, InstructionSet::x86_64_v2,
                                                InstructionSet::x86_64_v3, InstructionSet::x86_64_v4};

inline bool machine_has(InstructionSet set) noexcept {
    switch (set) {
    case InstructionSet::plain:
        return true;
#ifdef TUJUH_HAS_INSTRUCTION_SETS
    case InstructionSet::x86_64_v2:
        return __builtin_cpu_supports("sse4.2") != 0 && __builtin_cpu_supports("popcnt") != 0;
    case InstructionSet::x86_64_v3:
        return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
               __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("fma") != 0;
    case InstructionSet::x86_64_v4:
        return machine_has(InstructionSet::x86_64_v3) && __builtin_cpu_supports("avx512f") != 0 &&
               __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512cd") != 0 &&
               __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
#endif
    default:
        return false;
    }
}

inline InstructionSet widest_instruction_set() noexcept {
    InstructionSet widest = InstructionSet::plain;
    for (const auto set : instruction_sets)
        if (machine_has(set)) widest = set;
    return widest;
}

} // namespace tujuh

/// `TUJUH_COMPILE_FOR_EACH_SET(name, parameters, arguments)` compiles `name_plain` once more for each set,
/// with all that it calls, and defines `name(set, parameters)`, which calls the version asked for:
///
///     void live_plain(World& world, int v) { ... }
///     TUJUH_COMPILE_FOR_EACH_SET(live, (World& world, int v), (world, v))
///     live(InstructionSet::x86_64_v3, world, 7);
///
/// `flatten` draws all called functions into the version, so that nothing compiled for a newer machine is
/// left behind under a name that an older one would share.
#define TUJUH_WITHOUT_BRACES(...) __VA_ARGS__
#ifdef TUJUH_HAS_INSTRUCTION_SETS
#define TUJUH_COMPILE_FOR_EACH_SET(name, parameters, arguments)                                              \
    [[gnu::target("arch=x86-64-v2"), gnu::flatten]] static void name##_v2 parameters {                       \
        name##_plain arguments;                                                                              \
    }                                                                                                        \
    [[gnu::target("arch=x86-64-v3"), gnu::flatten]] static void name##_v3 parameters {                       \
        name##_plain arguments;                                                                              \
    }                                                                                                        \
    [[gnu::target("arch=x86-64-v4"), gnu::flatten]] static void name##_v4 parameters {                       \
        name##_plain arguments;                                                                              \
    }                                                                                                        \
    static void name(InstructionSet set, TUJUH_WITHOUT_BRACES parameters) {                                  \
        switch (set) {                                                                                       \
        case InstructionSet::plain:                                                                          \
            return name##_plain arguments;                                                                   \
        case InstructionSet::x86_64_v2:                                                                      \
            return name##_v2 arguments;                                                                      \
        case InstructionSet::x86_64_v3:                                                                      \
            return name##_v3 arguments;                                                                      \
        case InstructionSet::x86_64_v4:                                                                      \
            return name##_v4 arguments;                                                                      \
        }                                                                                                    \
    }
#else
#define TUJUH_COMPILE_FOR_EACH_SET(name, parameters, arguments)                                              \
    static void name(InstructionSet, TUJUH_WITHOUT_BRACES parameters) {                                      \
        name##_plain arguments;                                                                              \
    }
#endif
