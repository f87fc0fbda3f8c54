# SPDX-License-Identifier: Apache-2.0
"""What the figures share: the look, words in two languages, numbers as people read them, files."""

from __future__ import annotations

import argparse
import pathlib
import re
import sys
import textwrap

import matplotlib
import matplotlib.dates
import matplotlib.pyplot as plt
import matplotlib.ticker
import numpy
import pandas
import xarray

from tujuh_results import NotAResult, Result, ScenarioResult, open_result

# Okabe & Ito (2008): told apart with every kind of colour vision. The base is grey.
BASE_COLOUR = "#6e6e6e"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
PALE = "#8c8c8c"

MARGIN = 0.02  # left and right of the words, share of the width

BAND = 0.95
FEWEST_FOR_A_BAND = 20  # with fewer replicates the middle 95 % of them are all of them

# Two-sided 95 % quantiles of Student's t for 1, 2, ... degrees of freedom.
STUDENT_T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
             2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
             2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042)

NAMES_OF_PERSONS = ("Gini", "Theil", "Kakwani")

WORDS = {
    "en": {
        "source": "Source: tujuh simulation {version}, scenario “{scenario}”, {replicates}, seed {seed}, "
                  "result {hash}. Model results, not official statistics.",
        "replicate": "1 replicate", "replicates": "{n} replicates",
        "middle": "Bands: the middle 95 % of {n} replicates.",
        "range": "Bands: lowest to highest of {n} replicates.",
        "none": "One replicate: no band.",
        "middle_whisker": "Black lines: the middle 95 % of {n} replicates.",
        "range_whisker": "Black lines: lowest to highest of {n} replicates.",
        "none_whisker": "One replicate.",
        "interval": "difference {difference}, 95 % interval {low} to {high}",
        "points": "percentage points", "last_year": "Numbers: means of the last {n} months.",
        "absent": "{name}: the file holds no {what}, so there is no figure.",
    },
    "id": {
        "source": "Sumber: simulasi tujuh {version}, skenario “{scenario}”, {replicates}, benih acak "
                  "{seed}, hasil {hash}. Hasil model, bukan statistik resmi.",
        "replicate": "1 ulangan", "replicates": "{n} ulangan",
        "middle": "Pita: 95 % tengah dari {n} ulangan.",
        "range": "Pita: terendah hingga tertinggi dari {n} ulangan.",
        "none": "Satu ulangan: tanpa pita.",
        "middle_whisker": "Garis hitam: 95 % tengah dari {n} ulangan.",
        "range_whisker": "Garis hitam: terendah hingga tertinggi dari {n} ulangan.",
        "none_whisker": "Satu ulangan.",
        "interval": "selisih {difference}, selang 95 % {low} sampai {high}",
        "points": "poin persentase", "last_year": "Angka: rata-rata {n} bulan terakhir.",
        "absent": "{name}: berkas tidak memuat {what}, jadi tidak ada gambar.",
    },
}


# The units of outcomes in Indonesian; English stands in the file. Ticks of shares carry the per cent sign.
UNITS_ID = {
    "a district": "per kabupaten/kota",
    "a district and year": "per kabupaten/kota dan tahun",
    "cases": "kasus",
    "chance": "peluang",
    "deficit points a million rupiah": "poin kekurangan per juta rupiah",
    "expected reforms a district, were a window open":
        "harapan reformasi per kabupaten/kota, bila jendela terbuka",
    "files a month": "berkas per bulan",
    "hour": "jam",
    "index": "indeks",
    "km": "km",
    "month": "bulan",
    "months": "bulan",
    "months a household and year": "bulan per rumah tangga dan tahun",
    "ratio": "rasio",
    "requests a 1,000 households": "permohonan per 1.000 rumah tangga",
    "rupiah a month": "rupiah per bulan",
    "rupiah a month, nation": "rupiah per bulan, nasional",
    "rupiah a person and month": "rupiah per orang dan bulan",
    "rupiah of monthly resources a household and year":
        "rupiah penghasilan bulanan per rumah tangga dan tahun",
    "share": "persen",
    "share a year": "persen per tahun",
    "share of field hours worked": "persen jam kerja lapangan",
    "share of households a year": "persen rumah tangga per tahun",
    "share of persons": "persen penduduk",
    "share of the line": "persen garis kemiskinan",
}


class Absent(Exception):
    """What a figure needs is not in the file."""


def words(language: str, key: str, **values) -> str:
    return WORDS[language][key].format(**values)


# ---------------------------------------------------------------------------------------------------------
# Numbers

def is_share(unit: str) -> bool:
    return unit.startswith("share")


def number_text(value: float, decimals: int, language: str) -> str:
    """1,234.5 in English, 1.234,5 in Indonesian; a real minus sign."""
    text = f"{value:,.{decimals}f}"
    if language == "id":
        text = text.translate(str.maketrans({",": ".", ".": ","}))
    return text.replace("-", "−") if float(f"{value:.{decimals}f}") != 0 else text.replace("-", "")


def value_text(value: float, unit: str, language: str, more: int = 0) -> str:
    """A share as a percentage, another number with three significant digits; `more` adds decimals."""
    if is_share(unit):
        return number_text(100 * value, (1 if abs(value) >= 0.02 else 2) + more, language) + "\u00a0%"
    return number_text(value, max(0, 2 - order_of(value)) + more, language)


def value_texts(values: list[float], unit: str, language: str) -> list[str]:
    """Numbers that stand beside one another, with the decimals that tell unlike ones apart."""
    for more in range(4):
        texts = [value_text(value, unit, language, more) for value in values]
        if len(set(texts)) == len(set(values)):
            break
    return texts


def order_of(value: float) -> int:
    """The power of ten of a number: 0 for 1 to 9.99."""
    return 0 if value == 0 or not numpy.isfinite(value) else int(numpy.floor(numpy.log10(abs(value))))


def difference_text(value: float, unit: str, language: str) -> str:
    """With its sign; shares in percentage points."""
    sign = "+" if value > 0 else ""
    if is_share(unit):
        return f"{sign}{number_text(100 * value, 2, language)} {words(language, 'points')}"
    return sign + number_text(value, min(6, max(0, 2 - order_of(value))), language)


def bare_difference_text(value: float, unit: str, language: str) -> str:
    """The same without the unit."""
    return difference_text(value, unit, language).removesuffix(" " + words(language, "points"))


def in_axis_units(values, unit: str):
    """Shares as percentages."""
    return 100 * values if is_share(unit) else values


# ---------------------------------------------------------------------------------------------------------
# Replicates

def band_of(array: xarray.DataArray) -> tuple[xarray.DataArray, xarray.DataArray, xarray.DataArray]:
    """Mean, lower and upper edge over replicates: the middle 95 % of them, or all where they are few."""
    share = BAND if array.sizes["replicate"] >= FEWEST_FOR_A_BAND else 1.0
    edges = array.quantile([(1 - share) / 2, (1 + share) / 2], dim="replicate")
    return array.mean("replicate"), edges.isel(quantile=0, drop=True), edges.isel(quantile=1, drop=True)


def spread_key(replicates: int) -> str:
    return "none" if replicates == 1 else "range" if replicates < FEWEST_FOR_A_BAND else "middle"


def band_text(replicates: int, language: str) -> str:
    """What the bands are."""
    return words(language, spread_key(replicates), n=replicates)


def whisker_text(replicates: int, language: str) -> str:
    """What the thin lines on bars are."""
    return words(language, spread_key(replicates) + "_whisker", n=replicates)


def last_year(array: xarray.DataArray) -> xarray.DataArray:
    """Mean of the last twelve months, or of all where there are fewer."""
    return array.isel(tick=slice(-12, None)).mean("tick")


def months_in_last_year(array: xarray.DataArray) -> int:
    return min(12, array.sizes["tick"])


def student_t(freedom: int) -> float:
    """Two-sided 95 % quantile."""
    return STUDENT_T[freedom - 1] if freedom <= len(STUDENT_T) else 1.960 + 2.38 / freedom


def paired_interval(alternative: xarray.DataArray, base: xarray.DataArray) -> tuple[float, float, float]:
    """Mean over replicates of alternative less base and its 95 % Student t interval; NaN with one."""
    differences = (alternative - base).values
    differences = differences[~numpy.isnan(differences)]
    if differences.size == 0:
        return numpy.nan, numpy.nan, numpy.nan
    mean = float(differences.mean())
    if differences.size == 1:
        return mean, numpy.nan, numpy.nan
    half = student_t(differences.size - 1) * float(differences.std(ddof=1)) / numpy.sqrt(differences.size)
    return mean, mean - half, mean + half


# ---------------------------------------------------------------------------------------------------------
# What is in the file

def need(thing, name: str, what: str, language: str):
    """`thing`, or Absent with one sentence for the reader when it is None."""
    if thing is None:
        raise Absent(words(language, "absent", name=name, what=what))
    return thing


def outcome_in(scenario: ScenarioResult, outcome: str, language: str, grouping: str | None = None):
    """The outcome's array, national or by group; Absent where the file does not hold it."""
    dataset = scenario.series if grouping is None else scenario.groups.get(grouping)
    what = outcome if grouping is None else f"{outcome} ({grouping})"
    array = None if dataset is None else dataset.get(outcome)
    if array is not None and array.isnull().all():
        array = None
    return need(array, scenario.name, what, language)


def long_name(array: xarray.DataArray, language: str) -> str:
    return array.attrs["long_name_id" if language == "id" else "long_name"]


def inside_a_sentence(name: str) -> str:
    """The outcome's name with a small first letter, unless it begins with a person's name."""
    return name if name.startswith(NAMES_OF_PERSONS) else name[:1].lower() + name[1:]


def unit_text(unit: str, language: str) -> str:
    """The unit as the name of an axis."""
    if language == "id":
        return UNITS_ID.get(unit, unit)
    return re.sub("^share", "per cent", unit)


def described(array: xarray.DataArray, language: str) -> str:
    """The outcome's name, and in English its definition."""
    name = long_name(array, language)
    return f"{name}: {array.attrs['definition']}." if language == "en" else f"{name}."


def policies_of(result: Result, language: str) -> dict[int, list[str]]:
    """Titles of the dated policies of all scenarios, by the month in which they begin."""
    begins: dict[int, list[str]] = {}
    for scenario in result.scenarios.values():
        for policy in scenario.scenario_text.split("[[policy]]")[1:]:
            month = re.search(r"^from_month = (\d+)$", policy, re.MULTILINE)
            title = re.search(rf'^title{"_id" if language == "id" else ""} = "(.*)"$', policy, re.MULTILINE)
            if month and title and title[1] not in begins.setdefault(int(month[1]), []):
                begins[int(month[1])].append(title[1])
    return begins


def colours_of(result: Result) -> dict[str, str]:
    """A colour for each scenario of the file: grey for a base that others are compared with."""
    colours = [BASE_COLOUR, *COLOURS] if len(result.scenarios) > 1 else COLOURS
    return {name: colours[i % len(colours)] for i, name in enumerate(result.scenarios)}


# ---------------------------------------------------------------------------------------------------------
# The look

def use_style() -> None:
    plt.switch_backend("Agg")  # draws without a screen
    plt.rcParams.update({
        "font.family": "DejaVu Sans", "font.size": 12, "axes.titlesize": 12, "axes.labelsize": 12,
        "axes.spines.top": False, "axes.spines.right": False, "axes.edgecolor": PALE, "axes.grid": True,
        "axes.axisbelow": True, "grid.color": "#e6e6e6", "xtick.color": "#333333", "ytick.color": "#333333",
        "svg.hashsalt": "tujuh", "figure.facecolor": "white",
        # A name from a scenario is a text, whatever stands in it: no formula between two dollar signs.
        "text.parse_math": False,
    })


def new_figure(columns: int = 1, height: float = 6.2, rows: int = 1, **options):
    """A figure with room for title and source; returns it and its axes."""
    use_style()
    figure, axes = plt.subplots(rows, columns, figsize=(11, height), **options)
    return figure, axes


def dress(figure, title: str, subtitle: str, source: str, gap: float = 0.0, foot: float = 0.62,
          **margins) -> float:
    """Finding above, below it what is shown, where it comes from at the foot; all left-aligned and wrapped.
    `gap`: inches kept free above the axes, `foot`: below them. Returns the height where the gap begins."""
    height = figure.get_figheight()
    y = height - 0.18
    for line in wrap_to_figure(figure, title, fontsize=17, fontweight="bold"):
        figure.text(MARGIN, y / height, line, fontsize=17, fontweight="bold", va="top")
        y -= 0.33
    y -= 0.04
    for part in subtitle.split("\n"):
        for line in wrap_to_figure(figure, part, fontsize=12):
            figure.text(MARGIN, y / height, line, fontsize=12, color="#333333", va="top")
            y -= 0.24
    source_lines = wrap_to_figure(figure, source, fontsize=9)
    figure.text(MARGIN, 0.12 / height, "\n".join(source_lines), fontsize=9, color="#595959", va="bottom")
    room = {"left": 0.09, "right": 0.97, "bottom": (foot + 0.16 * len(source_lines)) / height}
    figure.subplots_adjust(top=(y - 0.22 - gap) / height, **{**room, **margins})
    return y


def wrap_to_figure(figure, text: str, **font) -> list[str]:
    """The text in lines that fit between the margins of the figure."""
    room = (1 - 2 * MARGIN) * figure.get_figwidth() * figure.dpi
    probe = figure.text(0, 0, "", **font)
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        probe.set_text(longer)
        if lines[-1] and probe.get_window_extent().width > room:
            lines.append(word)
        else:
            lines[-1] = longer
    probe.remove()
    return lines


def source_text(result: Result, language: str) -> str:
    count = result.attrs["replicates"]
    replicates = words(language, "replicate") if count == 1 else words(language, "replicates", n=count)
    scenario = "”, “".join(scenario.title_in(language) for scenario in result.scenarios.values())
    return words(language, "source", version=result.attrs["version"], scenario=scenario,
                 replicates=replicates, seed=result.attrs["seed_text"], hash=result.attrs["result_hash"][:12])


def spread(positions: list[float], gap: float) -> list[float]:
    """The positions moved apart until neighbours keep the gap, in their order."""
    order = numpy.argsort(positions, kind="stable")
    moved = numpy.array(positions, dtype=float)
    for _ in range(100):
        overlaps = False
        for lower, upper in zip(order[:-1], order[1:]):
            lack = gap - (moved[upper] - moved[lower])
            if lack > 1e-9 * max(1.0, abs(gap)):
                moved[lower] -= lack / 2
                moved[upper] += lack / 2
                overlaps = True
        if not overlaps:
            break
    return list(moved)


def label_line_ends(axes, ends: list[tuple[float, str, str]], x, fontsize: float) -> None:
    """Names at the right ends of lines, in their colours: (height, text, colour)."""
    low, high = axes.get_ylim()
    lines = max((text.count("\n") + 1 for _, text, _ in ends), default=1)
    inches = axes.get_position().height * axes.figure.get_figheight()
    places = spread([end[0] for end in ends], 0.019 * fontsize * lines * (high - low) / inches)
    for (_, text, colour), place in zip(ends, places):
        axes.annotate(text, (x, place), xytext=(7, 0), textcoords="offset points", color=colour, va="center",
                      fontsize=fontsize, fontweight="bold", annotation_clip=False)


def month_axis(axes, months: numpy.ndarray, most: int = 7) -> None:
    """At most so many ticks at round months: years where they do, else quarters or halves of them."""
    months = months.astype("datetime64[M]")
    since_year_0 = months.astype(int) + 12 * 1970
    for step in (1, 3, 6, 12, 24, 60, 120):
        ticks = months[since_year_0 % step == 0]
        if len(ticks) <= most:
            break
    if len(ticks) == 0:
        ticks = months[:1]
    names = [str(tick) if step < 12 else str(tick)[:4] for tick in ticks]
    axes.set_xticks(matplotlib.dates.date2num(ticks.astype("datetime64[D]")), names)
    if len(months) > 1:
        axes.set_xlim(months[0], months[-1])


def mark_policies(axes, result: Result, language: str, names_at: str | None = "bottom") -> None:
    """A dotted line at each month in which policies begin, with the title where it is one, `names_at` the
    bottom or the top of the axes; left of the line where the next line stands close."""
    months = result.series["month"].values
    begins = [(tick, titles) for tick, titles in sorted(policies_of(result, language).items())
              if tick < len(months)]
    for i, (tick, titles) in enumerate(begins):
        axes.axvline(months[tick], color="#333333", linewidth=1.1, linestyle=":")
        if names_at is None or len(titles) > 1:
            continue
        is_close = i + 1 < len(begins) and begins[i + 1][0] - tick < len(months) / 4
        axes.annotate(wrapped(titles[0], 6 if is_close else 40),
                      (months[tick], 0.02 if names_at == "bottom" else 0.97),
                      xytext=(-5 if is_close else 5, 0), textcoords="offset points", xycoords=("data", "axes fraction"), va=names_at,
                      ha="right" if is_close else "left", fontsize=10, color="#333333")


def name_colours(figure, result: Result, language: str, y_inches: float) -> None:
    """The scenarios' names in their colours, side by side, instead of a legend."""
    x, height = MARGIN, figure.get_figheight()
    for name, colour in colours_of(result).items():
        title = result.scenarios[name].title_in(language)
        text = figure.text(x, y_inches / height, "■ " + title, color=colour, fontsize=12, fontweight="bold",
                           va="top")
        x += text.get_window_extent().width / (figure.get_figwidth() * figure.dpi) + 0.03


def number_axis(axis, unit: str, language: str) -> None:
    """Ticks as people write numbers, with the per cent sign for shares."""
    def text(value: float, _position) -> str:
        step = abs(axis.get_majorticklocs()[1] - axis.get_majorticklocs()[0])
        decimals = next((count for count in range(7) if numpy.isclose(step, round(step, count), rtol=1e-6)), 7)
        return number_text(value, decimals, language) + (" %" if is_share(unit) else "")

    axis.set_major_formatter(matplotlib.ticker.FuncFormatter(text))


def shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length - 1].rstrip() + "…"


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_long_words=False))


# ---------------------------------------------------------------------------------------------------------
# Files

def save(figure, table: pandas.DataFrame, folder: pathlib.Path, name: str) -> list[pathlib.Path]:
    """The figure as SVG and PNG, and the numbers in it as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.{ending}" for ending in ("svg", "png", "csv")]
    figure.savefig(paths[0], metadata={"Date": None})
    figure.savefig(paths[1], dpi=160)
    table.to_csv(paths[2], index=False)
    plt.close(figure)
    return paths


def run(draw, description: str, arguments: list[str] | None, add_options=None) -> int:
    """The command line of a script. `draw(result, options)` returns the figure, its table and its name."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("result", help="file that tujuh wrote")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("figures"),
                        help="folder (default: figures)")
    parser.add_argument("--lang", choices=("en", "id"), default="en", help="English or Indonesian")
    if add_options:
        add_options(parser)
    options = parser.parse_args(arguments)
    try:
        figure, table, name = draw(open_result(options.result), options)
    except Absent as sentence:
        print(sentence, file=sys.stderr)
        return 0
    except (NotAResult, OSError) as error:
        print(f"{options.result}: {error}" if isinstance(error, OSError) else error, file=sys.stderr)
        return 1
    for path in save(figure, table, options.out, name):
        print(path)
    return 0
