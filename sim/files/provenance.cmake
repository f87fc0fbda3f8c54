# SPDX-License-Identifier: Apache-2.0
# Writes the header `output` with the version, commit, compiler and flags of this build. Called as a script
# at each build; the file is replaced only when its text changes.

cmake_minimum_required(VERSION 3.22)

set(commit "unknown")
if(git)
    # Without a ceiling an unpacked archive inside another project's repository would take that commit.
    get_filename_component(ceiling "${source_folder}" DIRECTORY)
    set(ENV{GIT_CEILING_DIRECTORIES} "${ceiling}")
    execute_process(
        COMMAND "${git}" -C "${source_folder}" rev-parse --verify HEAD
        OUTPUT_VARIABLE head
        RESULT_VARIABLE failed
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT failed)
        set(commit "${head}")
        execute_process(
            COMMAND "${git}" -C "${source_folder}" diff --quiet HEAD --
            RESULT_VARIABLE changed
            ERROR_QUIET)
        if(changed)
            string(APPEND commit " with local changes")
        endif()
    endif()
endif()

configure_file("${CMAKE_CURRENT_LIST_DIR}/provenance_build.hpp.in" "${output}" @ONLY ESCAPE_QUOTES)
