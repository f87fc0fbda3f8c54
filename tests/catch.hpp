// SPDX-License-Identifier: Apache-2.0
/// Catch2 in either version that distributions ship: 2.13 (one header) or 3 (many). Tests include only this.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx; // version 2 declares it at this place itself
#else
#include <catch2/catch.hpp>
#endif
