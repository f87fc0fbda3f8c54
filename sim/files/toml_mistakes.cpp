// SPDX-License-Identifier: Apache-2.0
#include "files/toml_mistakes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace tujuh {

namespace {

/// Where a line begins in a text and where it ends, without its line end. Lines count from 1.
std::pair<std::size_t, std::size_t> bounds_of(std::string_view text, std::uint32_t line) {
    std::size_t begin = 0;
    for (std::uint32_t number = 1; number < line; ++number) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) return {text.size(), text.size()};
        begin = end + 1;
    }
    return {begin, std::min(text.find('\n', begin), text.size())};
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
    const auto [begin, end] = bounds_of(text, line);
    return text.substr(begin, end - begin);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Walks over a text and knows whether it is in a quoted text or a comment, as far as the text is valid TOML.
class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}
    bool at_end() const { return position_ >= text_.size(); }
    bool outside() const { return quote_.empty() && !comment_; }
    char here() const { return text_[position_]; }
    std::size_t position() const { return position_; }

    /// Goes to the next byte, over a whole quotation mark or escaped letter at once.
    void step() {
        const char c = here();
        if (c == '\n') {
            comment_ = false;
            if (quote_.size() == 1) quote_.clear(); // not valid; toml++ stops there
        } else if (outside() && c == '#') {
            comment_ = true;
        } else if (outside() && (c == '"' || c == '\'')) {
            const bool is_long = text_.substr(position_, 3) == std::string(3, c);
            quote_.assign(is_long ? 3 : 1, c);
            position_ += quote_.size();
            return;
        } else if (!quote_.empty()) {
            step_in_quotes();
            return;
        }
        ++position_;
    }

  private:
    void step_in_quotes() {
        if (here() == '\\' && quote_.front() == '"') {
            position_ += 2;
            return;
        }
        if (text_.substr(position_, quote_.size()) != quote_) {
            ++position_;
            return;
        }
        position_ += quote_.size();
        // A long text may end with quotation marks of its own before the closing three.
        for (int more = 0; quote_.size() == 3 && more < 2 && !at_end() && here() == quote_.front(); ++more)
            ++position_;
        quote_.clear();
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::string quote_;
    bool comment_ = false;
};

/// The key and the value of a line `key = value # comment`, as far as it is one.
struct Assignment {
    std::string key, value;
    bool has_equals = false;
};

Assignment assignment_in(std::string_view line) {
    Assignment found;
    for (Walk walk(line); !walk.at_end();) {
        const char c = walk.here();
        const bool outside = walk.outside();
        if (outside && c == '#') break;
        if (outside && c == '=' && !found.has_equals)
            found.has_equals = true;
        else
            (found.has_equals ? found.value : found.key) += c;
        walk.step();
    }
    found.key = trimmed(found.key);
    found.value = trimmed(found.value);
    if (!found.has_equals || found.key.find('[') == 0) found.key.clear();
    return found;
}

/// A word after a number, and not an exponent or a number of another base.
bool is_unit(std::string_view word) {
    const bool is_word = !word.empty() && std::isalpha(static_cast<unsigned char>(word[0])) != 0;
    const bool belongs_to_number = word.size() > 1 && is_digit(word[1]);
    return is_word && !belongs_to_number;
}

/// What to write instead of a value that TOML does not know but people do.
std::string advice_for(const std::string& value) {
    const std::size_t digits_end = value.find_first_not_of("0123456789.");
    const std::string number = value.substr(0, digits_end);
    const std::string rest = digits_end == std::string::npos ? "" : value.substr(digits_end);
    std::string small = value;
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (value.empty()) return "write a value after the equals sign";
    if (!number.empty() && value[0] == '0' && rest.empty() && number.find('.') == std::string::npos)
        return fmt::format("write {}",
                           number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)));
    if ((value[0] == '"' || value[0] == '\'') && value.find(value[0], 1) == std::string::npos)
        return fmt::format("a text ends with the {} that it begins with", value[0]);
    if (!number.empty() && trimmed(rest) == "%") return "write a percentage as a share: 30 % is 0.3";
    if (!number.empty() && rest.size() > 1 && rest[0] == ',' && is_digit(rest[1]))
        return "decimals stand behind a point, not a comma: 0.3";
    if (std::count(number.begin(), number.end(), '.') > 1)
        return "write large numbers as 10000000 or 10_000_000";
    if (!number.empty() && is_unit(trimmed(rest)))
        return fmt::format("write {} alone, as the unit of each key is fixed", number);
    if (value.size() == 7 && value[4] == '-' && is_digit(value[0])) return fmt::format("write \"{}\"", value);
    if (small == "true" || small == "false") return fmt::format("write {}", small);
    if (small == "yes" || small == "on" || small == "ya") return "write true";
    if (small == "no" || small == "off" || small == "tidak") return "write false";
    if (std::isalpha(static_cast<unsigned char>(value[0])))
        return fmt::format("write a text in quotes: \"{}\"", value);
    return "";
}

bool is_bare(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

void count_byte(char c, std::uint32_t& line, std::uint32_t& column) {
    if (c == '\n') {
        ++line;
        column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column; // not for the later bytes of a letter
    }
}

/// What stands before a place in its own line.
std::string_view before(std::string_view text, std::size_t position) {
    const std::string_view earlier = text.substr(0, position);
    const std::size_t line_end = earlier.rfind('\n');
    return line_end == std::string_view::npos ? earlier : earlier.substr(line_end + 1);
}

/// True where `[` or `[[` is followed by something that cannot begin a name.
bool has_no_name(std::string_view head) {
    head.remove_prefix(head.substr(0, 2) == "[[" ? 2 : 1);
    const std::size_t first = head.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false; // toml++ says so itself
    const char c = head[first];
    return !is_bare(c) && c != '"' && c != '\'' && c != ']';
}

/// The letters around a position up to what parts words in TOML.
std::string_view word_at(std::string_view text, std::size_t position) {
    constexpr std::string_view parting = " \t\r\n=.,[]{}#\"'";
    const std::size_t before_word = text.find_last_of(parting, position);
    const std::size_t first = before_word == std::string_view::npos ? 0 : before_word + 1;
    return text.substr(first, std::min(text.find_first_of(parting, position), text.size()) - first);
}

TomlMistake letter_beyond_ascii(Place place, std::string_view word) {
    return {place, "", fmt::format("{} stands outside quotes", word),
            "outside quotes and comments only the letters a-z, A-Z, 0-9, _ and - may stand",
            "put the key or the text in double quotes"};
}

TomlMistake head_without_name(Place place, std::string_view text) {
    return {place, "",
            fmt::format("\"{}\" is not the head of a table", trimmed(text.substr(0, text.find('\n')))),
            "a head is [name] or [[name]]", ""};
}

TomlMistake brace_for_bracket(Place place) {
    return {place, "", "} closes what [ has opened", "lists end with ], tables in a line with }", ""};
}

/// The name in single quotes at the end of a description, or nothing.
std::string quoted_name(std::string_view description) {
    const std::size_t first = description.find('\'');
    const std::size_t last = description.rfind('\'');
    if (first == std::string_view::npos || last == first) return {};
    return std::string(description.substr(first + 1, last - first - 1));
}

/// Bytes of the UTF-8 letter that begins with `first`; 0 where none does.
std::size_t length_of_letter(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0x80) return 1;
    if (byte >= 0xC2 && byte < 0xE0) return 2;
    if (byte >= 0xE0 && byte < 0xF0) return 3;
    return byte >= 0xF0 && byte < 0xF5 ? 4 : 0;
}

} // namespace

std::optional<TomlMistake> find_other_encoding(std::string_view text) {
    std::uint32_t line = 1, column = 1;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = length_of_letter(text[i]);
        const std::string_view following = text.substr(i + 1, length == 0 ? 0 : length - 1);
        const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
        if (length == 0 || following.size() + 1 != length ||
            !std::all_of(following.begin(), following.end(), continues))
            return TomlMistake{{0, line, column},
                               "",
                               "a letter is not written in UTF-8",
                               "the file was saved in another encoding, such as UTF-16 or Windows-1252",
                               "save it as UTF-8"};
        count_byte(text[i], line, column);
        i += length;
    }
    return std::nullopt;
}

std::optional<TomlMistake> find_trap(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.substr(0, 3) == byte_order_mark) text.remove_prefix(3);
    std::uint32_t line = 1, column = 1;
    std::string open_brackets; // none at the begin of a line: a new statement
    std::size_t counted = 0;
    for (Walk walk(text); !walk.at_end(); walk.step()) {
        // The walk steps over several bytes at once where a text begins or ends.
        for (; counted < walk.position(); ++counted) count_byte(text[counted], line, column);
        if (!walk.outside()) continue;
        const char c = walk.here();
        const Place place{0, line, column};
        const std::string_view rest = text.substr(walk.position());
        if (static_cast<unsigned char>(c) >= 0x80)
            return letter_beyond_ascii(place, word_at(text, walk.position()));
        const auto begins_statement = [&] {
            return open_brackets.empty() && trimmed(before(text, walk.position())).empty();
        };
        if (c == '[' && begins_statement() && has_no_name(rest)) return head_without_name(place, rest);
        if (c == '}' && !open_brackets.empty() && open_brackets.back() == '[')
            return brace_for_bracket(place);
        if (c == '[' || c == '{') open_brackets += c;
        if ((c == ']' || c == '}') && !open_brackets.empty()) open_brackets.pop_back();
    }
    return std::nullopt;
}

TomlMistake explain_mistake(std::string_view text, Place place, std::string_view description) {
    const std::string_view line = line_of(text, place.line);
    const Assignment assignment = assignment_in(line);
    TomlMistake mistake{place, assignment.key, "", "", ""};
    if (description.find("cannot redefine") != std::string_view::npos) {
        const std::string name = quoted_name(description);
        if (mistake.key.empty()) mistake.key = name;
        mistake.what = "stands a second time";
        mistake.why = "each key and each table stands once in a file";
        mistake.suggestion = "delete one of the two";
        return mistake;
    }
    const std::size_t colon = description.find(": ");
    const std::string_view reason =
        colon == std::string_view::npos ? description : description.substr(colon + 2);
    mistake.why = std::string(reason);
    if (assignment.has_equals && !assignment.key.empty()) {
        mistake.what =
            fmt::format("{} is not a value", assignment.value.empty() ? "nothing" : assignment.value);
        mistake.suggestion = advice_for(assignment.value);
    } else {
        mistake.what = fmt::format("\"{}\" cannot be read", trimmed(line));
        mistake.suggestion = "a line is: key = value, [table], or # comment";
    }
    return mistake;
}

void set_line_aside(std::string& text, std::uint32_t line) {
    const auto [begin, end] = bounds_of(text, line);
    const bool is_head = trimmed(line_of(text, line)).substr(0, 1) == "[";
    text.replace(begin, end - begin, is_head ? fmt::format("[\"\\u0001 {}\"]", line) : "");
}

bool is_set_aside(std::string_view key) {
    return key.substr(0, 1) == "\x01";
}

std::string_view before_line(std::string_view text, std::uint32_t line) {
    return text.substr(0, bounds_of(text, line).first);
}

bool ends_in_itself(std::string_view text, std::uint32_t line) {
    const std::string_view read = line_of(text, line);
    if (read.find("\"\"\"") != std::string_view::npos || read.find("'''") != std::string_view::npos)
        return false;
    int open = 0;
    for (Walk walk(read); !walk.at_end(); walk.step()) {
        if (!walk.outside()) continue;
        if (walk.here() == '[' || walk.here() == '{') ++open;
        if (walk.here() == ']' || walk.here() == '}') --open;
    }
    return open == 0;
}

} // namespace tujuh
