// SPDX-License-Identifier: Apache-2.0
// The main function of all tests, for a Catch2 that comes without the library Catch2WithMain.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
