// SPDX-License-Identifier: Apache-2.0
#include "files/csv.hpp"

#include <utility>

namespace tujuh {

namespace {

class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text) {
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
    }

    std::vector<CsvRow> read() {
        std::vector<CsvRow> rows;
        while (position_ < text_.size()) {
            CsvRow row = read_row();
            const bool is_blank = row.cells.size() == 1 && row.cells.front().text.empty();
            if (!is_blank) rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    CsvRow read_row() {
        CsvRow row;
        row.line = line_;
        while (true) {
            CsvCell cell;
            cell.column = column_;
            if (here() == '"') row.quote_left_open |= !read_quoted(cell.text);
            while (position_ < text_.size() && here() != ',' && here() != '\n') take(cell.text);
            if (!cell.text.empty() && cell.text.back() == '\r') cell.text.pop_back();
            row.cells.push_back(std::move(cell));
            const bool goes_on = here() == ',';
            std::string separator;
            if (position_ < text_.size()) take(separator);
            if (!goes_on) return row;
        }
    }

    /// Reads up to the closing quote; false where there is none.
    bool read_quoted(std::string& cell) {
        std::string quote;
        take(quote);
        while (position_ < text_.size()) {
            if (here() != '"') {
                take(cell);
                continue;
            }
            take(quote);
            if (here() != '"') return true;
            take(cell);
        }
        return false;
    }

    char here() const { return position_ < text_.size() ? text_[position_] : '\0'; }

    void take(std::string& target) {
        const char c = here();
        target += c;
        ++position_;
        if (c == '\n') {
            ++line_;
            column_ = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++column_;
        }
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::uint32_t line_ = 1, column_ = 1;
};

} // namespace

std::vector<CsvRow> read_csv(std::string_view text) {
    return CsvReader(text).read();
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace tujuh
