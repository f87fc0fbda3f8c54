// SPDX-License-Identifier: Apache-2.0
// A line that names the format, then sections: the length of what is in it, the SHA-256 of its position,
// length and content as text, and its content. Their order: the owner; for each replicate its tables and
// then, for each world that it holds, the nation and its districts; the end. So no byte can change, and no
// section be left out, added or moved, without being noticed.
#include "files/checkpoint_file.hpp"

#include "base/hash.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"
#include "files/resolved_text.hpp"
#include "world/district_parts.hpp"
#include "world/state_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace tujuh {

template <Is<NamedText> Struct> auto parts(Struct& named) {
    auto& [name, text] = named;
    return std::tie(name, text);
}

template <Is<DistrictSize> Struct> auto parts(Struct& size) {
    auto& [villages, households] = size;
    return std::tie(villages, households);
}

namespace {

constexpr std::string_view first_line = "tujuh-checkpoint 1\n";
constexpr std::string_view last_words = "end of checkpoint";
constexpr std::size_t hash_length = 64, head_length = sizeof(std::uint64_t) + hash_length;
/// Made or read at a time by all threads: no more of a nation is held twice.
constexpr std::size_t districts_at_a_time = 8;

std::string hash_of(std::uint64_t position, std::span<const std::byte> content) {
    Sha256 hash;
    hash.update_integer(static_cast<std::int64_t>(position));
    hash.update_integer(static_cast<std::int64_t>(content.size()));
    hash.update(content);
    return hash.hex();
}

/// A section as it stands in the file. `fill` writes its content.
template <class Fill> std::vector<std::byte> section(std::uint64_t position, Fill&& fill) {
    std::vector<std::byte> bytes(head_length);
    ByteWriter content(bytes);
    fill(content);
    const auto inside = std::span<const std::byte>(bytes).subspan(head_length);
    const std::uint64_t length = inside.size();
    const std::string hash = hash_of(position, inside);
    std::memcpy(bytes.data(), &length, sizeof length);
    std::memcpy(bytes.data() + sizeof length, hash.data(), hash_length);
    return bytes;
}

// -----------------------------------------------------------------------------------------------------------
// Writing

/// The file of the first part. A failure is kept until all parts have said what they have to say: they come
/// together to every section.
class SectionWriter {
  public:
    SectionWriter(const std::string& path, const Together& together) : together_(together) {
        attempt([&] {
            if (is_first()) file_ = std::make_unique<DurableFile>(path);
        });
        write(std::as_bytes(std::span(first_line.data(), first_line.size())));
    }

    /// What all parts know alike.
    template <class Fill> void common(Fill&& fill) {
        if (is_first()) write(section(position_, fill));
        ++position_;
    }

    /// The districts of the world, part by part.
    void districts(const World& world, const std::vector<std::uint64_t>& in_parts) {
        for (std::size_t part = 0; part < in_parts.size(); ++part) {
            for (std::size_t first = 0; first < in_parts[part]; first += districts_at_a_time) {
                const auto count = std::min<std::size_t>(districts_at_a_time, in_parts[part] - first);
                write_some(world, first, part == together_.part() ? count : 0, count);
                position_ += count;
            }
        }
    }

    void finish() {
        attempt([&] {
            if (file_) file_->finish(), file_->rename();
        });
        any_part(together_, failure_.has_value()); // nobody goes on, or ends all, before the file stands
        if (failure_) throw *failure_;
    }

  private:
    bool is_first() const noexcept { return together_.part() == 0; }

    /// Sections of `here` districts of this part, or of `count` of another.
    void write_some(const World& world, std::size_t first, std::size_t here, std::size_t count) {
        std::vector<std::vector<std::byte>> sections(count);
        together_(here, [&](std::size_t k) {
            sections[k] =
                section(position_ + k, [&](ByteWriter& bytes) { carry_district(bytes, world, first + k); });
        });
        for (auto& bytes : sections) write(together_.collect(std::move(bytes)));
    }

    void write(std::span<const std::byte> bytes) {
        attempt([&] {
            if (file_) file_->write(bytes);
        });
    }

    template <class Act> void attempt(Act&& act) {
        if (failure_) return;
        try {
            act();
        } catch (const Error& error) {
            failure_ = error;
            file_.reset();
        }
    }

    const Together& together_;
    std::unique_ptr<DurableFile> file_;
    std::optional<Error> failure_;
    std::uint64_t position_ = 0;
};

void write_world(SectionWriter& writer, const World& world, const Together& together) {
    std::vector<DistrictSize> here;
    for (const auto& district : world.districts) here.push_back(size_of(world, district));
    const auto in_parts = together.gather(std::vector<std::uint64_t>{here.size()});
    const auto sizes = together.gather(std::move(here));
    writer.common([&](ByteWriter& bytes) {
        carry_nation(bytes, world);
        carry(bytes, sizes);
    });
    writer.districts(world, in_parts);
}

// -----------------------------------------------------------------------------------------------------------
// Reading

[[noreturn]] void refuse(ErrorKind kind, const std::string& path, std::string what, std::string why,
                         std::string suggestion) {
    throw Error(kind, {{path, std::move(what), std::move(why), std::move(suggestion)}});
}

constexpr std::string_view afresh = "without --resume, and with --force, the run starts afresh";

[[noreturn]] void refuse_damaged(const std::string& path, std::string why) {
    refuse(ErrorKind::scenario_wrong, path, "is a damaged checkpoint", std::move(why), std::string(afresh));
}

class SectionReader {
  public:
    explicit SectionReader(const std::string& path) : path_(path) {
        std::error_code failed;
        if (::access(path.c_str(), R_OK) != 0 && errno == EACCES)
            refuse(ErrorKind::input_not_readable, path, "may not be read", "its permissions forbid it", "");
        left_ = std::filesystem::file_size(path, failed);
        file_.open(path, std::ios::binary);
        if (failed || !file_)
            refuse(ErrorKind::input_missing, path, "cannot be read", "it is no file, or it is gone", "");
        check_first_line();
    }

    /// A section whose content is as it was written.
    std::vector<std::byte> next() {
        const auto head = next_head();
        std::vector<std::byte> content(head.length);
        read(content);
        check(head, position_++, content);
        return content;
    }

    /// Sections of districts, of which `take` is told the position among them and the content, by any thread.
    void districts(std::size_t count, const Together& together,
                   const std::function<void(std::size_t, std::span<const std::byte>)>& take) {
        for (std::size_t first = 0; first < count; first += districts_at_a_time) {
            const std::size_t some = std::min(districts_at_a_time, count - first);
            std::vector<Head> heads(some);
            std::vector<std::vector<std::byte>> contents(some);
            for (std::size_t k = 0; k < some; ++k) {
                heads[k] = next_head();
                contents[k].resize(heads[k].length);
                read(contents[k]);
            }
            std::vector<std::uint8_t> good(some, 0);
            together(some, [&](std::size_t k) {
                good[k] = is_good(heads[k], position_ + k, contents[k]) ? 1 : 0;
                if (good[k] != 0) take(first + k, contents[k]);
            });
            if (std::find(good.begin(), good.end(), 0) != good.end()) refuse_damaged(path_, wrong_hash);
            position_ += some;
        }
    }

    /// Passes over districts that another part reads, and checks.
    void skip(std::size_t count) {
        for (std::size_t k = 0; k < count; ++k) {
            const auto head = next_head();
            file_.seekg(static_cast<std::streamoff>(head.length), std::ios::cur);
            left_ -= head.length;
            ++position_;
        }
    }

    void end() {
        const auto content = next();
        const std::string_view words(reinterpret_cast<const char*>(content.data()), content.size());
        if (words != last_words || left_ != 0) refuse_damaged(path_, "it does not end where it should");
    }

  private:
    struct Head {
        std::uint64_t length = 0;
        std::string hash;
    };
    static constexpr const char* wrong_hash = "a section does not have its SHA-256";

    void check_first_line() {
        std::string line(first_line.size(), '\0');
        const bool is_long_enough = left_ >= line.size();
        if (is_long_enough) read(std::as_writable_bytes(std::span(line.data(), line.size())));
        if (line == first_line) return;
        const std::string_view program = first_line.substr(0, first_line.find(' ') + 1);
        if (!line.starts_with(program))
            refuse(ErrorKind::scenario_wrong, path_, "is no checkpoint", "it does not begin like one",
                   std::string(afresh));
        refuse(ErrorKind::scenario_wrong, path_, "is a checkpoint of another format, or a damaged one",
               fmt::format("this program reads format {}", first_line.substr(program.size(), 1)),
               std::string(afresh));
    }

    Head next_head() {
        Head head;
        if (left_ < head_length) refuse_damaged(path_, "it ends too early");
        read(std::as_writable_bytes(std::span(&head.length, 1)));
        head.hash.resize(hash_length);
        read(std::as_writable_bytes(std::span(head.hash.data(), hash_length)));
        if (head.length > left_) refuse_damaged(path_, "it ends too early, or a length in it is wrong");
        return head;
    }

    static bool is_good(const Head& head, std::uint64_t position, std::span<const std::byte> content) {
        return hash_of(position, content) == head.hash;
    }
    void check(const Head& head, std::uint64_t position, std::span<const std::byte> content) const {
        if (!is_good(head, position, content)) refuse_damaged(path_, wrong_hash);
    }

    void read(std::span<std::byte> bytes) {
        file_.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (!file_) refuse(ErrorKind::input_output, path_, "could not be read", "the disk gave an error", "");
        left_ -= bytes.size();
    }

    std::string path_;
    std::ifstream file_;
    std::uintmax_t left_ = 0; ///< bytes
    std::uint64_t position_ = 0;
};

/// Takes the content of a section whole; its hash was right, so that only a bug can leave something over.
template <class Take>
void take_whole(const std::string& path, std::span<const std::byte> content, Take&& take) {
    ByteReader bytes(content);
    take(bytes);
    if (!bytes.at_end()) refuse_damaged(path, "a section is longer or shorter than what belongs into it");
}

std::string program_text(const std::string& version, const std::string& commit) {
    return fmt::format("tujuh {} (commit {})", version, commit);
}

void check_program(const std::string& path, const std::string& version, const std::string& commit,
                   const Provenance& own) {
    if (version == own.version && commit == own.git_commit) return;
    refuse(ErrorKind::scenario_wrong, path, "is a checkpoint of another version of the program",
           fmt::format("{} wrote it, this is {}", program_text(version, commit),
                       program_text(own.version, own.git_commit)),
           fmt::format("go on with that version; {}", afresh));
}

void check_scenario(const std::string& path, const CheckpointOwner& found, const CheckpointOwner& own) {
    std::string difference = difference_of_texts(found.resolved_text, own.resolved_text);
    for (const NamedText& table : own.tables) {
        const auto same_name = [&](const NamedText& other) { return other.name == table.name; };
        const auto other = std::find_if(found.tables.begin(), found.tables.end(), same_name);
        if (difference.empty() && (other == found.tables.end() || other->text != table.text))
            difference = fmt::format("the table {} has changed", table.name);
    }
    if (difference.empty()) return;
    refuse(ErrorKind::scenario_wrong, path,
           fmt::format("is a checkpoint of another scenario than {}", own.scenario), std::move(difference),
           fmt::format("go on with the scenario as it was; {}", afresh));
}

/// What the first section says.
struct Opening {
    CheckpointOwner owner;
    double wall_seconds = 0;
    std::uint64_t replicates = 0;
};

Opening read_opening(const std::string& path, const std::vector<std::byte>& content,
                     const CheckpointOwner& own) {
    Opening opening;
    ByteReader bytes(content);
    std::string version, commit;
    carry(bytes, version);
    carry(bytes, commit);
    check_program(path, version, commit, own.program); // before what another version may have laid out anew
    carry(bytes, opening.owner.scenario);
    carry(bytes, opening.owner.resolved_text);
    carry(bytes, opening.owner.tables);
    carry(bytes, opening.wall_seconds);
    carry(bytes, opening.replicates);
    if (!bytes.at_end()) refuse_damaged(path, "its first section is not as it should be");
    check_scenario(path, opening.owner, own);
    return opening;
}

/// The neighbouring districts that a part holds, so that all parts hold about as many households.
struct DistrictRange {
    std::size_t begin = 0, end = 0;
};
DistrictRange own_districts(const std::vector<DistrictSize>& sizes, const Together& together) {
    std::vector<double> households;
    for (const auto& size : sizes) households.push_back(size.households);
    const auto part = parts_of_districts(households, together.parts());
    const auto [begin, end] = std::equal_range(part.begin(), part.end(), together.part());
    return {static_cast<std::size_t>(begin - part.begin()), static_cast<std::size_t>(end - part.begin())};
}

void read_world(SectionReader& reader, const std::string& path, World& world, const Together& together) {
    std::vector<DistrictSize> sizes;
    take_whole(path, reader.next(), [&](ByteReader& bytes) {
        carry_nation(bytes, world);
        carry(bytes, sizes);
    });
    const auto own = own_districts(sizes, together);
    make_room(world, {sizes.begin() + static_cast<std::ptrdiff_t>(own.begin),
                      sizes.begin() + static_cast<std::ptrdiff_t>(own.end)});
    std::vector<std::uint8_t> whole(own.end - own.begin, 0);
    reader.skip(own.begin);
    reader.districts(own.end - own.begin, together, [&](std::size_t d, std::span<const std::byte> content) {
        ByteReader bytes(content);
        carry_district(bytes, world, d);
        whole[d] = bytes.at_end() ? 1 : 0;
    });
    if (std::find(whole.begin(), whole.end(), 0) != whole.end())
        refuse_damaged(path, "a district is not of the size that belongs there");
    reader.skip(sizes.size() - own.end);
}

} // namespace

std::string checkpoint_path(const std::string& result) {
    return result + ".checkpoint";
}

void write_checkpoint(const std::string& path, const CheckpointOwner& owner, const Checkpoint& checkpoint,
                      const Together& together) {
    SectionWriter writer(path, together);
    writer.common([&](ByteWriter& bytes) {
        carry(bytes, owner.program.version);
        carry(bytes, owner.program.git_commit);
        carry(bytes, owner.scenario);
        carry(bytes, owner.resolved_text);
        carry(bytes, owner.tables);
        carry(bytes, checkpoint.wall_seconds);
        carry(bytes, static_cast<std::uint64_t>(checkpoint.replicates.size()));
    });
    for (const auto& progress : checkpoint.replicates) {
        const auto worlds = worlds_of(progress);
        writer.common([&](ByteWriter& bytes) {
            carry(bytes, progress.world.has_value());
            carry(bytes, static_cast<std::uint64_t>(progress.trial.worlds.size()));
            carry_tables(bytes, progress);
        });
        for (const World* world : worlds) write_world(writer, *world, together);
    }
    writer.common([](ByteWriter& bytes) { bytes.values(std::span(last_words.data(), last_words.size())); });
    writer.finish();
}

Checkpoint read_checkpoint(const std::string& path, const CheckpointOwner& owner, const Together& together) {
    SectionReader reader(path);
    const Opening opening = read_opening(path, reader.next(), owner);
    Checkpoint checkpoint;
    checkpoint.wall_seconds = opening.wall_seconds;
    for (std::uint64_t replicate = 0; replicate < opening.replicates; ++replicate) {
        auto& progress = checkpoint.replicates.emplace_back();
        take_whole(path, reader.next(), [&](ByteReader& bytes) {
            bool has_world = false;
            std::uint64_t of_trial = 0;
            carry(bytes, has_world);
            carry(bytes, of_trial);
            if (has_world) progress.world.emplace();
            progress.trial.worlds.resize(static_cast<std::size_t>(of_trial));
            carry_tables(bytes, progress);
        });
        for (World* world : worlds_of(progress)) read_world(reader, path, *world, together);
    }
    reader.end();
    return checkpoint;
}

} // namespace tujuh
