// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Where the texts of scenarios and of their tables come from. Names are paths with `/`.
namespace tujuh {

/// A text that was asked for by its name.
struct Fetched {
    enum class State : unsigned char { found, missing, not_readable, not_a_file };
    State state = State::missing;
    std::string text; ///< where found
};

class ScenarioSource {
  public:
    virtual ~ScenarioSource() = default;
    virtual Fetched fetch(const std::string& name) const = 0;
    virtual bool holds(const std::string& name) const = 0;
    /// Names of the files in a folder, sorted, without the folder.
    virtual std::vector<std::string> files_in(const std::string& folder) const = 0;
    /// The name that is left when links are followed.
    virtual std::string real_name(const std::string& name) const { return name; }
    /// Folders that may hold the shipped scenarios, the one to look in first at the front.
    virtual std::vector<std::string> shipped_folders() const { return {""}; }
};

/// Texts that are passed in by name: a browser, a result file, a test.
class TextSource : public ScenarioSource {
  public:
    explicit TextSource(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}
    Fetched fetch(const std::string& name) const override;
    bool holds(const std::string& name) const override { return texts_.count(name) != 0; }
    std::vector<std::string> files_in(const std::string& folder) const override;

  private:
    std::map<std::string, std::string> texts_;
};

/// Files on disk. Shipped scenarios are looked for in the folder that the environment variable
/// TUJUH_SCENARIOS names, or else in `scenarios` beside or above the program, or else in the sources that the
/// program was built from.
class FileSource : public ScenarioSource {
  public:
    Fetched fetch(const std::string& name) const override;
    bool holds(const std::string& name) const override;
    std::vector<std::string> files_in(const std::string& folder) const override;
    std::string real_name(const std::string& name) const override;
    std::vector<std::string> shipped_folders() const override;
};

/// Where the parts of the project that are shipped with the program stand, such as `scenarios` and
/// `analysis`, the place to look in first at the front: beside the folder that TUJUH_SCENARIOS names, beside
/// or above the program, in the sources that it was built from.
std::vector<std::string> shipped_places();

/// The file that makes a folder the root of a tree of scenarios.
inline constexpr std::string_view root_mark = "baseline.toml";
inline constexpr std::string_view scenario_suffix = ".toml";

/// Folder part of a name, without the last `/`; empty where there is none.
std::string folder_of(std::string_view name);
/// `name` as seen from `folder`, with `.` and `..` worked out.
std::string joined(const std::string& folder, const std::string& name);
/// File name without folder and suffix.
std::string stem_of(std::string_view name);
/// True where `name` lies in `folder` or below it. Both must have `..` worked out.
bool lies_in(const std::string& name, const std::string& folder);
/// The nearest folder above `name` that holds a baseline.toml, or the folder of `name` where none does.
std::string tree_root(const ScenarioSource& source, const std::string& name);
/// `name` as seen from the folder `root`.
std::string below(const std::string& root, const std::string& name);
/// The first of `shipped_folders` that holds a baseline.toml; nothing where none does.
std::optional<std::string> shipped_folder(const ScenarioSource& source);
/// Names of the shipped scenarios without suffix, sorted.
std::vector<std::string> shipped_names(const ScenarioSource& source);

} // namespace tujuh
