# SPDX-License-Identifier: Apache-2.0
"""One self-contained HTML page: elements, tables, figures with their numbers. It asks nobody for anything.

The page is a tree of elements that one serialiser writes, so that whatever stands in a text or an attribute is
escaped there and nowhere else.
"""

from __future__ import annotations

import io
import os
import pathlib
import re
import tempfile
import urllib.parse
import xml.etree.ElementTree as tree

import matplotlib.pyplot as plt
import pandas

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
FONTS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

STYLE = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 54rem; background: #fff; color: #1a1a1a;
       font: 1.0625rem/1.55 {FONTS}; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }}
h2 {{ font-size: 1.4rem; line-height: 1.25; margin: 2.8rem 0 .6rem; padding-top: .7rem; border-top: 2px solid #1a1a1a; }}
h3 {{ font-size: 1.1rem; line-height: 1.35; margin: 1.7rem 0 .4rem; }}
p, ul {{ margin: .5rem 0; }}
ul {{ padding-left: 1.3rem; }}
li {{ margin: .3rem 0; }}
.about, .note, figcaption {{ color: #4d4d4d; font-size: .92rem; }}
.answer {{ font-size: 1.2rem; line-height: 1.5; margin: 1.1rem 0; padding: .2rem 0 .2rem 1rem; border-left: 5px solid #0072b2; }}
.absent {{ color: #4d4d4d; }}
nav ul {{ columns: 2; list-style: none; padding: 0; font-size: .95rem; }}
nav li {{ margin: 0 0 .25rem; break-inside: avoid; }}
a {{ color: #00558a; }}
figure {{ margin: .8rem 0 1.6rem; }}
.drawing {{ overflow-x: auto; }}
.drawing svg {{ display: block; width: 100%; min-width: 30rem; height: auto; }}
.table {{ overflow-x: auto; margin: .6rem 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.35; overflow-wrap: normal; }}
caption {{ text-align: left; font-weight: 600; padding: .3rem 0; }}
th, td {{ padding: .32rem .8rem .32rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d9d9d9; }}
thead th {{ border-bottom: 2px solid #8c8c8c; vertical-align: bottom; }}
tbody th {{ font-weight: 400; min-width: 9rem; }}
td.number, th.number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
th.number {{ white-space: normal; }}
details {{ margin: .5rem 0; }}
summary {{ cursor: pointer; color: #00558a; }}
code, pre {{ font: .88rem/1.45 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }}
pre {{ background: #f5f5f5; padding: .7rem; overflow-x: auto; white-space: pre-wrap; }}
@page {{ size: A4; margin: 16mm 15mm; }}
@media print {{
  body {{ max-width: none; padding: 0; font-size: 10pt; }}
  h1 {{ font-size: 19pt; }}
  h2 {{ font-size: 14pt; margin-top: 14pt; }}
  h3 {{ font-size: 11pt; }}
  .answer {{ font-size: 12pt; }}
  table, figcaption, .about, .note {{ font-size: 8.5pt; }}
  h1, h2, h3, caption, .lead {{ break-after: avoid; }}
  figure, tr, .answer {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  nav, .download, details {{ display: none; }}
  .drawing, .table {{ overflow: visible; }}
  .drawing svg {{ min-width: 0; }}
  a {{ color: inherit; text-decoration: none; }}
}}
"""


def element(tag: str, *children, **attributes) -> tree.Element:
    """An element of the page; children are texts, elements, or None for nothing. A trailing `_` of an
    attribute's name falls away, another `_` becomes a hyphen."""
    made = tree.Element(tag, {name.rstrip("_").replace("_", "-"): readable(str(value))
                              for name, value in attributes.items()})
    for child in children:
        if isinstance(child, tree.Element):
            made.append(child)
        elif child is not None:
            append_text(made, readable(str(child)))
    return made


def append_text(parent: tree.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def readable(text: str) -> str:
    """Without the control characters that HTML does not allow."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "\ufffd", text)


def bullets(items) -> tree.Element | None:
    items = [item if isinstance(item, tree.Element) and item.tag == "li" else element("li", item) for item in items]
    return element("ul", *items) if items else None


def table(heads: list[str], rows: list[list[str]], caption: str, numbers: int | None = None) -> tree.Element:
    """A table whose first column names its rows; the next `numbers` columns hold numbers (default: all), the others
    words."""
    def kind(column: int) -> dict:
        is_number = column > 0 and (numbers is None or column <= numbers)
        return {"class_": "number"} if is_number else {}

    head = element("tr", *(element("th", text, scope="col", **kind(i)) for i, text in enumerate(heads)))
    body = [element("tr", element("th", row[0], scope="row"),
                    *(element("td", text, **kind(i)) for i, text in enumerate(row) if i > 0)) for row in rows]
    return element("div", element("table", element("caption", caption), element("thead", head),
                                  element("tbody", *body)), class_="table")


# ---------------------------------------------------------------------------------------------------------
# Numbers to take away

def csv_text(numbers: pandas.DataFrame) -> str:
    """CSV in which no text is taken for a formula by a spreadsheet: one that begins like it gets an apostrophe."""
    guarded = numbers.copy()
    for column in guarded.columns:
        if guarded[column].dtype == object:
            guarded[column] = guarded[column].map(
                lambda value: "'" + value if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value)
    return guarded.to_csv(index=False, lineterminator="\n")


def csv_link(numbers: pandas.DataFrame, file_name: str, words: str) -> tree.Element:
    """A link that holds the numbers themselves."""
    address = "data:text/csv;charset=utf-8," + urllib.parse.quote(csv_text(numbers), safe="")
    return element("a", words, href=address, download=file_name, class_="download")


# ---------------------------------------------------------------------------------------------------------
# Figures

def inline_svg(figure, identifier: str, title: str, description: str) -> tree.Element:
    """The figure as an element of the page: words stay words, ids begin with `identifier`, nothing refers outside.
    `title` and `description` are what a screen reader says. Closes the figure."""
    written = io.BytesIO()
    with plt.rc_context({"svg.fonttype": "none"}):
        figure.savefig(written, format="svg", metadata={"Date": None})
    plt.close(figure)
    root = tree.fromstring(written.getvalue())
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (SVG + "metadata", SVG + "style"):
                parent.remove(child)
    for node in root.iter():
        node.tag = node.tag.removeprefix(SVG)
        if LINK in node.attrib:
            node.set("href", node.attrib.pop(LINK))
        for name, value in node.attrib.items():
            node.set(name, own_ids(value, name, identifier))
        if node.tag == "text":
            node.set("style", re.sub("'DejaVu Sans'[^;]*", FONTS.replace("'", ""), node.get("style", "")))
    root.attrib = {"viewBox": root.get("viewBox"), "role": "img",
                   "aria-labelledby": f"{identifier}-title {identifier}-description",
                   "style": "stroke-linejoin: round; stroke-linecap: butt"}
    root.insert(0, element("desc", description, id=f"{identifier}-description"))
    root.insert(0, element("title", title, id=f"{identifier}-title"))
    return root


def own_ids(value: str, attribute: str, identifier: str) -> str:
    if attribute == "id":
        return f"{identifier}-{value}"
    if attribute == "href":
        return re.sub("^#", f"#{identifier}-", value)
    return value.replace("url(#", f"url(#{identifier}-")


# ---------------------------------------------------------------------------------------------------------
# The whole

def document(title: str, language: str, body: list) -> str:
    """The text of the page."""
    # A page that holds no script and may load nothing says so itself: a browser then refuses both.
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    head = element("head", element("meta", charset="utf-8"),
                   element("meta", http_equiv="Content-Security-Policy", content=policy),
                   element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                   element("meta", name="generator", content="tujuh report"),
                   # Without an icon of its own a browser would ask the page's place for one.
                   element("link", rel="icon", href="data:,"),
                   element("title", title))
    style = tree.SubElement(head, "style")
    style.text = STYLE
    page = element("html", head, element("body", element("main", *body)), lang=language)
    return "<!DOCTYPE html>\n" + tree.tostring(page, encoding="unicode", method="html") + "\n"


def write_whole(path: pathlib.Path, text: str) -> None:
    """The file is there whole or not at all. Raises OSError."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except BaseException:
        pathlib.Path(temporary).unlink(missing_ok=True)
        raise
