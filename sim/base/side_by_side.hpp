// SPDX-License-Identifier: Apache-2.0
/// `TUJUH_SIDE_BY_SIDE` stands before a function that does the same arithmetic for many households in a plain
/// loop over arrays. The compiler makes three versions of it, with vectors of 4, 8 and 16 numbers (x86-64,
/// x86-64-v3, x86-64-v4), and the program takes at its start the widest that the machine has. Each number
/// goes through the same operations in every version, none of them contracted, so the bits are the same.
///
/// A loop is turned into vectors when it has no branch but `select` and `?:`, no call that is not inlined,
/// and when what it writes cannot overlap what it reads: the households of a `HouseholdBlock` are copied
/// together for this, and rates are copied into the function first. What a household-month takes in all is
/// printed by `tujuh bench`.
#pragma once

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TUJUH_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define TUJUH_SANITIZED 1
#endif

// The choice between versions is made while the program is loaded, before a sanitizer is ready for it.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(TUJUH_SANITIZED)
#define TUJUH_SIDE_BY_SIDE [[gnu::target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")]]
#else
#define TUJUH_SIDE_BY_SIDE
#endif
