// SPDX-License-Identifier: Apache-2.0
/// Persons one by one, the slow way to any figure of a distribution, and households as simulation leaves
/// them.
#pragma once

#include "world/consumption_refit.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tujuh::many_persons {

inline ConsumptionCurve log_normal(double level, double spread) {
    return {level, spread, 0.0};
}

inline const std::vector<ConsumptionCurve> several_curves = {
    {14.0, 0.5, 0.0}, {13.8, 0.45, 0.6}, {14.2, 0.7, -0.5}, {13.5, 1.05, -0.85}, {14.1, 0.51, 0.9}};

/// Consumption and weight of persons at many standings, the slow way to any figure.
struct Person {
    double consumption, weight;
};
inline std::vector<Person> persons_of(const ConsumptionCurve& curve, double share = 1.0) {
    std::vector<Person> persons;
    const double step = 0.002;
    for (int i = -5000; i <= 7000; ++i) {
        const double z = step * i;
        persons.push_back(
            {consumption_at(curve, z), share * step * tujuh::exp(-0.5 * z * z) / 2.5066282746310002});
    }
    return persons;
}
inline double mean_of(const std::vector<Person>& persons) {
    double sum = 0;
    for (const Person& person : persons) sum += person.weight * person.consumption;
    return sum;
}
inline double gini_of(std::vector<Person> persons) {
    std::sort(persons.begin(), persons.end(),
              [](const Person& a, const Person& b) { return a.consumption < b.consumption; });
    double below = 0, sum = 0, ranked = 0;
    for (const Person& person : persons) {
        ranked += person.weight * person.consumption * (2.0 * below + person.weight - 1.0);
        sum += person.weight * person.consumption;
        below += person.weight;
    }
    return ranked / sum;
}

/// An even number between 0 and 1 for a key (the mixing function of SplitMix64).
inline double even_number(std::uint64_t key) {
    std::uint64_t x = key * 0x9E3779B97F4A7C15u + 0x632BE59BD9B4E019u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    x ^= x >> 31;
    return (static_cast<double>(x >> 12) + 0.5) / 4503599627370496.0;
}

/// Households as after some years of simulation: shocks have cut some resources, the poorer have transfers.
struct Simulated {
    std::vector<double> standing, multiplier, transfer, persons;

    Simulated(std::size_t count, std::uint64_t key) {
        for (std::uint64_t i = 0; i < count; ++i) {
            const double z = normal_quantile(even_number(4 * (key * 100000 + i)));
            const double luck = even_number(4 * (key * 100000 + i) + 1);
            standing.push_back(z);
            multiplier.push_back(luck < 0.1 ? 0.7 : 0.9 + 0.2 * luck);
            transfer.push_back(z + even_number(4 * (key * 100000 + i) + 2) < -0.5 ? 60000.0 : 0.0);
            persons.push_back(1.0 + static_cast<double>((i * 7) % 5));
        }
    }
    ConsumptionSample sample() const { return {standing, multiplier, transfer, persons}; }

    std::vector<Person> under(const ConsumptionCurve& curve) const {
        double all = 0;
        for (const double count : persons) all += count;
        std::vector<Person> result;
        for (std::size_t i = 0; i < standing.size(); ++i)
            result.push_back(
                {multiplier[i] * consumption_at(curve, standing[i]) + transfer[i], persons[i] / all});
        return result;
    }
};

inline double headcount_of(const std::vector<Person>& persons, double line) {
    double below = 0;
    for (const Person& person : persons)
        if (person.consumption < line) below += person.weight;
    return below;
}

} // namespace tujuh::many_persons
