# SPDX-License-Identifier: Apache-2.0
"""The tables of sim/ODD.md that the program itself can tell: odd_tables.py PROGRAM [--write [TABLE...]]

Each stands between `<!-- generated: NAME -->` and `<!-- end -->`. Without --write the names of those that differ are
printed, and the exit code is 1 when there are any; with --write they are put into the document. The tables in
MEASURED simulate for minutes and are left out unless they are named.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "sim" / "ODD.md"
COLUMNS = ROOT / "sim" / "world" / "households.hpp"
MEASURED = ["provinces", "patterns", "effects"]


def ask(program: str, *words: str) -> str:
    """What the program prints on these words, from the root and without the user's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TUJUH_")}
    return subprocess.run([program, *words], cwd=ROOT, env=environment, check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def listed(program: str, kind: str, language: str = "en") -> list[dict]:
    return json.loads(ask(program, "list", kind, "--json", "--lang", language))[kind]


def number(value: float) -> str:
    return f"{value:.6g}"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def parameters(program: str) -> str:
    """A table a group, with the file that declares it; a line on how sure the defaults are comes first."""
    groups: dict[str, list[dict]] = {}
    kinds: dict[str, int] = {}
    for row in listed(program, "parameters"):
        groups.setdefault(row["key"].split(".")[0], []).append(row)
        kinds[row["source_kind"]] = kinds.get(row["source_kind"], 0) + 1
    text = f"{sum(kinds.values())} parameters: " + ", ".join(
        f"{kinds.get(kind, 0)} {kind}" for kind in ["published", "estimated", "calibrated", "recalled", "assumed"]) + ".\n"
    for group, rows in groups.items():
        text += f"\n**{group}** ([parameters/{group}.hpp](parameters/{group}.hpp))\n\n"
        text += table(["key", "default", "range", "unit", "meaning", "source"],
                      [[f"`{row['key']}`", number(row["default"]), f"{number(row['low'])} to {number(row['high'])}",
                        row["unit"], row["meaning"], f"{row['source_kind']}: {row['source']}"] for row in rows])
    return text


def activities(program: str) -> str:
    indonesian = {row["code"]: row["title"] for row in listed(program, "activities", "id")}
    return table(["code", "activity", "kegiatan", "with", "hours an act", "done by", "must move", "also watched"],
                 [[row["code"], row["title"], indonesian[row["code"]], row["level"], number(row["hours"]),
                   row["done_by"], f"`{row['outcome']}` {'+' if row['expected'] > 0 else '−'}",
                   f"`{row['downstream']}`"] for row in listed(program, "activities")])


def outcomes(program: str) -> str:
    indonesian = {row["name"]: row["title"] for row in listed(program, "outcomes", "id")}
    return table(["name", "title", "judul", "unit", "definition", "reference"],
                 [[f"`{row['name']}`", row["title"], indonesian[row["name"]], row["unit"], row["definition"],
                   row["reference"]] for row in listed(program, "outcomes")])


def state(_program: str) -> str:
    """The columns of a household, from the comments beside them: `unit or range; who writes it`."""
    text = COLUMNS.read_text(encoding="utf-8")
    body = text[text.index("struct Households {"):text.index("std::size_t count() const")]
    body = re.sub(r">\n\s+(\w)", r"> \1", body)  # a name that the formatter put on its own line
    rows = []
    for line in body.splitlines():
        column = re.fullmatch(r"\s*(?:std::array<)?Column<(?:std::)?(\w+)>(, need_count>)? ([\w, ]+); +///< (.+); (.+)",
                              line)
        if column is None:
            if "Column<" in line:
                raise ValueError(f"a column without `unit; writers` in its comment: {line.strip()}")
            continue
        kind, array, names, unit, writers = column.groups()
        held = {"float": "real", "StoredShare": "real in 16 bits", "uint8_t": "whole number", "int16_t": "whole number", "uint32_t": "bits",
                "ProgrammeMask": "bits", "Crisis": "choice",
                "Safety": "choice"}[kind]
        rows.append([", ".join(f"`{name}`" for name in names.split(", ")) + (" (six)" if array else ""), held, unit,
                     writers])
    return table(["column", "kind", "unit or range", "written by"], rows)


def provinces(program: str) -> str:
    return ask(program, "published", "scenarios/indonesia.toml", "--progress", "none")


def patterns(program: str) -> str:
    return ask(program, "patterns", "--progress", "none")


def effects(program: str) -> str:
    """What each activity does to its own outcome: the ablation of the laboratory."""
    found = json.loads(ask(program, "attribute", "scenarios/laboratory.toml", "--activities", "--json", "--progress",
                           "none"))
    units = {row["name"]: row["unit"] for row in listed(program, "outcomes")}
    return table(["code", "outcome", "working less sham", "99 % interval", "unit"],
                 [[row["code"], f"`{row['outcome']}`", f"{row['difference']:+.3g}",
                   f"{row['low']:+.3g} to {row['high']:+.3g}", units[row["outcome"]]] for row in found["activities"]])


TABLES = {"parameters": parameters, "activities": activities, "outcomes": outcomes, "state": state,
          "provinces": provinces, "patterns": patterns,
          "effects": effects}


def marked(name: str) -> re.Pattern:
    return re.compile(f"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)


def with_table(document: str, name: str, text: str) -> str:
    """The document with `text` as its table `name`."""
    changed, count = marked(name).subn(lambda found: f"{found[1]}\n{text.strip()}\n\n{found[2]}", document)
    if count != 1:
        raise ValueError(f"{DOCUMENT.name} has {count} places for the table '{name}', not one")
    return changed


def differing(program: str, names: list[str]) -> list[str]:
    """The tables of the document that are not what the program tells now."""
    document = DOCUMENT.read_text(encoding="utf-8")
    return [name for name in names if with_table(document, name, TABLES[name](program)) != document]


def main(arguments: list[str]) -> int:
    if not arguments or any(name not in TABLES for name in arguments[2:]) or arguments[1:2] not in ([], ["--write"]):
        print(__doc__, file=sys.stderr)
        return 2
    program = str(pathlib.Path(arguments[0]).resolve())
    names = arguments[2:] or [name for name in TABLES if name not in MEASURED]
    if arguments[1:2] == ["--write"]:
        document = DOCUMENT.read_text(encoding="utf-8")
        for name in names:
            document = with_table(document, name, TABLES[name](program))
        DOCUMENT.write_text(document, encoding="utf-8")
        return 0
    found = differing(program, names)
    for name in found:
        print(name)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
