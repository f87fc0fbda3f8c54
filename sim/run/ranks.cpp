// SPDX-License-Identifier: Apache-2.0
#include "run/ranks.hpp"

#include <cstdlib>
#include <numeric>
#include <vector>

#ifdef TUJUH_MPI
#define OMPI_SKIP_MPICXX 1 // the C interface is enough
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>
#endif

namespace tujuh {

std::size_t processes_asked_for() {
    // As told by mpirun of Open MPI, by others and srun with PMI, and by srun with PMIx.
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"})
        if (const char* value = std::getenv(name)) return std::strtoul(value, nullptr, 10);
    return 1;
}

#ifdef TUJUH_MPI

bool knows_ranks() noexcept {
    return true;
}

namespace {

std::size_t size_of(MPI_Comm group) {
    int size = 1;
    MPI_Comm_size(group, &size);
    return static_cast<std::size_t>(size);
}

std::vector<std::byte> gather(std::span<const std::byte> own, std::size_t ranks) {
    const int here = static_cast<int>(own.size());
    std::vector<int> sizes(ranks), starts(ranks);
    MPI_Allgather(&here, 1, MPI_INT, sizes.data(), 1, MPI_INT, MPI_COMM_WORLD);
    std::exclusive_scan(sizes.begin(), sizes.end(), starts.begin(), 0);
    std::vector<std::byte> all(static_cast<std::size_t>(starts.back() + sizes.back()));
    MPI_Allgatherv(own.data(), here, MPI_BYTE, all.data(), sizes.data(), starts.data(), MPI_BYTE,
                   MPI_COMM_WORLD);
    return all;
}

std::vector<std::byte> collect(std::span<const std::byte> own, std::size_t rank, std::size_t ranks) {
    const int here = static_cast<int>(own.size());
    std::vector<int> sizes(ranks), starts(ranks);
    MPI_Gather(&here, 1, MPI_INT, sizes.data(), 1, MPI_INT, 0, MPI_COMM_WORLD);
    std::exclusive_scan(sizes.begin(), sizes.end(), starts.begin(), 0);
    std::vector<std::byte> all(rank == 0 ? static_cast<std::size_t>(starts.back() + sizes.back()) : 0);
    MPI_Gatherv(own.data(), here, MPI_BYTE, all.data(), sizes.data(), starts.data(), MPI_BYTE, 0,
                MPI_COMM_WORLD);
    return all;
}

void add(std::span<std::int64_t> numbers) {
    MPI_Allreduce(MPI_IN_PLACE, numbers.data(), static_cast<int>(numbers.size()), MPI_INT64_T, MPI_SUM,
                  MPI_COMM_WORLD);
}

} // namespace

Ranks::Ranks() {
    if (processes_asked_for() < 2) return;
    int given = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &given); // threads only work, this one talks
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    rank_ = static_cast<std::size_t>(rank);
    count_ = size_of(MPI_COMM_WORLD);
    MPI_Comm machine;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    neighbours_ = size_of(machine);
    MPI_Comm_free(&machine);
}

Ranks::~Ranks() {
    int begun = 0;
    MPI_Initialized(&begun);
    if (begun != 0) MPI_Finalize();
}

Exchange Ranks::exchange() const {
    if (count_ == 1) return {};
    return {
        rank_, count_, [ranks = count_](std::span<const std::byte> own) { return gather(own, ranks); },
        [](std::span<std::int64_t> numbers) { add(numbers); },
        [rank = rank_, ranks = count_](std::span<const std::byte> own) { return collect(own, rank, ranks); }};
}

void Ranks::end_all(int exit_code) const {
    if (count_ > 1) MPI_Abort(MPI_COMM_WORLD, exit_code);
    std::exit(exit_code);
}

#else

bool knows_ranks() noexcept {
    return false;
}

Ranks::Ranks() = default;

Ranks::~Ranks() = default;

Exchange Ranks::exchange() const {
    return {};
}

void Ranks::end_all(int exit_code) const {
    std::exit(exit_code);
}

#endif

} // namespace tujuh
