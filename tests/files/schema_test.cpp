// SPDX-License-Identifier: Apache-2.0
#include "files/schema.hpp"

#include "catch.hpp"
#include "scenario/fields.hpp"

#include <cctype>
#include <set>
#include <string>

using namespace tujuh;

namespace {

/// Walks over JSON and collects the paths of all members; fails where the text is not JSON.
class JsonWalk {
  public:
    explicit JsonWalk(const std::string& text) : text_(text) {
        value("");
        blanks();
        valid_ = valid_ && position_ == text_.size();
    }
    bool valid() const { return valid_; }
    bool has(const std::string& path) const { return paths_.count(path) != 0; }

  private:
    void blanks() {
        while (position_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[position_])))
            ++position_;
    }
    bool take(char c) {
        blanks();
        if (position_ >= text_.size() || text_[position_] != c) return false;
        ++position_;
        return true;
    }
    void expect(char c) { valid_ = take(c) && valid_; }
    std::string quoted() {
        expect('"');
        std::string read;
        while (valid_ && position_ < text_.size() && text_[position_] != '"') {
            if (text_[position_] == '\\') ++position_;
            if (position_ < text_.size()) read += text_[position_++];
        }
        expect('"');
        return read;
    }
    void value(const std::string& path) {
        if (!valid_) return;
        paths_.insert(path);
        if (take('{')) {
            if (take('}')) return;
            do {
                const std::string name = quoted();
                expect(':');
                value(path + "/" + name);
            } while (valid_ && take(','));
            expect('}');
        } else if (take('[')) {
            if (take(']')) return;
            do value(path + "/*");
            while (valid_ && take(','));
            expect(']');
        } else if (blanks(); position_ < text_.size() && text_[position_] == '"') {
            quoted();
        } else {
            const std::size_t begin = position_;
            while (position_ < text_.size() &&
                   std::string(",]} \n").find(text_[position_]) == std::string::npos)
                ++position_;
            const std::string word = text_.substr(begin, position_ - begin);
            const bool is_number =
                word.find_first_not_of("0123456789.+-e") == std::string::npos && !word.empty();
            valid_ = valid_ && (is_number || word == "true" || word == "false");
        }
    }

    const std::string& text_;
    std::size_t position_ = 0;
    bool valid_ = true;
    std::set<std::string> paths_;
};

/// Where the schema of a key stands in the schema of a file.
std::string path_of(const FieldDescription& field) {
    std::string path;
    std::string table = field.table;
    while (!table.empty()) {
        const std::size_t dot = table.find('.');
        const std::string part = table.substr(0, dot);
        if (part == "*")
            path += path == "/properties/programmes" ? "/additionalProperties"
                    : path == "/properties/policy" || path.ends_with("/trial") || path.ends_with("/arm")
                        ? "/items"
                        : "/properties/2.4";
        else
            path += "/properties/" + part;
        table = dot == std::string::npos ? "" : table.substr(dot + 1);
    }
    return path + "/properties/" + std::string(field.key);
}

} // namespace

TEST_CASE("the schema is JSON and names the draft that editors know") {
    const std::string schema = scenario_schema();
    const JsonWalk walk(schema);
    REQUIRE(walk.valid());
    REQUIRE(schema.find("\"$schema\": \"http://json-schema.org/draft-04/schema#\"") != std::string::npos);
}

TEST_CASE("every key of a scenario stands in the schema, with its type and meaning") {
    const std::string schema = scenario_schema();
    const JsonWalk walk(schema);
    for (const FieldDescription& field : describe_fields()) {
        const std::string path = path_of(field);
        INFO(path);
        REQUIRE(walk.has(path + "/type"));
        REQUIRE(walk.has(path + "/description"));
        const bool is_number = field.type == FieldType::number || field.type == FieldType::whole_number;
        REQUIRE(walk.has(path + "/minimum") == is_number);
        REQUIRE(walk.has(path + "/maximum") == is_number);
        REQUIRE(walk.has(path + "/enum") == (field.type == FieldType::word));
    }
}

TEST_CASE("the schema lets a policy change ordinary keys and nothing that holds for the whole run") {
    const std::string schema = scenario_schema();
    const JsonWalk walk(schema);
    const std::string policy = "/properties/policy/items/properties";
    REQUIRE(walk.has(policy + "/workers/properties/task_mix/properties/1"));
    REQUIRE(walk.has(policy + "/workers/properties/hours"));
    REQUIRE(walk.has(policy + "/programmes/additionalProperties/properties/quota"));
    REQUIRE(walk.has(policy + "/activities/properties/2.1/properties/enabled"));
    REQUIRE(walk.has(policy + "/population/properties/birth_rate"));
    REQUIRE_FALSE(walk.has(policy + "/population/properties/households"));
    REQUIRE_FALSE(walk.has(policy + "/programmes/additionalProperties/properties/agency"));
    REQUIRE_FALSE(walk.has(policy + "/programmes/additionalProperties/properties/enabled"));
    REQUIRE_FALSE(walk.has(policy + "/months"));
}

TEST_CASE("every key says what it means, in which unit, and stands once in its table") {
    std::set<std::string> seen;
    for (const FieldDescription& field : describe_fields()) {
        INFO(field.table << " " << field.key);
        REQUIRE_FALSE(field.meaning.empty());
        REQUIRE_FALSE(field.unit.empty());
        REQUIRE(seen.insert(field.table + "." + std::string(field.key)).second);
        if (field.type == FieldType::number || field.type == FieldType::whole_number)
            REQUIRE(field.low <= field.high);
        if (field.default_number) {
            REQUIRE(*field.default_number >= field.low);
            REQUIRE(*field.default_number <= field.high);
        }
    }
}
