# SPDX-License-Identifier: Apache-2.0
"""Read the result files of tujuh: the only reader of them in this project. The contract: sim/files/FORMAT.md.

    from tujuh_results import open_result, tidy

    result = open_result("results.h5")
    result.series["headcount"].mean("replicate")          # xarray, with labels and units
    tidy(result.groups["decile"])                         # pandas, a row a number
    result.scenarios["outreach"].series                   # an alternative of `tujuh compare`
    front(open_result("mix.h5"))                          # pandas, a row a best point of `tujuh optimise`
    result.group("shapley/pairs")                         # any other group, None where there is none
"""

from __future__ import annotations

import collections.abc
import dataclasses
import hashlib
import pathlib

import h5py
import numpy
import pandas
import xarray

KNOWN_FORMAT_VERSIONS = (1,)

STRUCTURE = ("CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "DIMENSION_LABELS", "_FillValue",
             "coordinates")


# What a file may hold beyond its scenarios: groups of datasets, and groups of such groups.
FINDINGS = ("comparison", "comparison/window", "flows", "attribution", "shapley", "shapley/years",
            "shapley/pairs", "patterns", "calibration", "design", "points", "fit", "optimum")
GROUPS_OF_FINDINGS = {"comparison_groups": "comparison/groups", "flow_groups": "flows",
                      "shapley_groups": "shapley/groups", "trials": "trials", "point_groups": "points"}


class NotAResult(Exception):
    """The file is not a result, or of a format version that this reader does not know."""


class Groupings(collections.abc.Mapping):
    """The groups below a place of the file by name. Each is read when it is first asked for: those of a nation
    are a hundred megabytes, and a figure needs one."""

    def __init__(self, path: pathlib.Path, place: str, names: list[str]) -> None:
        self.path, self.place, self.names = path, place, names
        self.read: dict[str, xarray.Dataset] = {}

    def __getitem__(self, name: str) -> xarray.Dataset:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.read:
            with h5py.File(self.path, "r") as file:
                self.read[name] = read_dataset(file[f"{self.place}/{name}"])
        return self.read[name]

    def __iter__(self):
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclasses.dataclass
class ScenarioResult:
    """What one scenario reported. What a file does not hold is None, or an empty mapping."""

    name: str
    title: str
    title_id: str
    scenario_text: str
    tables: dict[str, str]
    parameters: pandas.DataFrame
    series: xarray.Dataset | None  # None in a file of `tujuh sweep`
    groups: Groupings
    activities: xarray.Dataset | None
    policy: xarray.Dataset | None
    ledger: xarray.Dataset | None

    def title_in(self, language: str) -> str:
        """Title in `en` or `id`; the name where there is none."""
        return (self.title_id if language == "id" else self.title) or self.title or self.name


@dataclasses.dataclass
class Result(ScenarioResult):
    """A whole file: the base, and what was found beyond it."""

    path: pathlib.Path
    attrs: dict
    scenarios: dict[str, ScenarioResult]  # the base first, then the alternatives
    comparison: xarray.Dataset | None
    comparison_window: xarray.Dataset | None  # the last months: levels, p-values, replicates needed
    comparison_groups: dict[str, xarray.Dataset]
    flows: xarray.Dataset | None  # households that gain and that lose
    flow_groups: dict[str, xarray.Dataset]
    attribution: xarray.Dataset | None
    shapley: xarray.Dataset | None
    shapley_years: xarray.Dataset | None
    shapley_pairs: xarray.Dataset | None
    shapley_groups: dict[str, xarray.Dataset]
    trials: dict[str, xarray.Dataset]
    patterns: xarray.Dataset | None
    calibration: xarray.Dataset | None
    design: xarray.Dataset | None  # of `tujuh sweep`: what was varied, and where the points lie
    points: xarray.Dataset | None  # what came out at each
    fit: xarray.Dataset | None  # of `tujuh calibrate`: factors fitted to targets
    optimum: xarray.Dataset | None  # of `tujuh optimise`: the best points, in replicates of their own
    point_groups: dict[str, xarray.Dataset]

    def check_hash(self) -> bool:
        """True when the numbers in the file have the hash that the file states."""
        return result_hash(self.path) == self.attrs["result_hash"]

    def group(self, name: str) -> xarray.Dataset | None:
        """Any group of FORMAT.md by its path, such as `shapley/pairs`; None where the file does not hold it."""
        with h5py.File(self.path, "r") as file:
            return read_optional(file, name.strip("/"))


def open_result(path: str | pathlib.Path) -> Result:
    """Reads the file into memory, but for `groups`. Raises NotAResult, or OSError where it cannot be read."""
    path = pathlib.Path(path)
    with h5py.File(path, "r") as file:
        attrs = attributes_of(file)
        check_format(path, attrs)
        names = list(attrs["scenarios"])
        base = read_scenario(file, names[0])
        alternatives = {name: read_scenario(file[f"scenarios/{name}"], name) for name in names[1:]}
        fields = {field.name: getattr(base, field.name) for field in dataclasses.fields(base)}
        findings = {name.replace("/", "_"): read_optional(file, name) for name in FINDINGS}
        by_group = {name: read_groups(file, group) for name, group in GROUPS_OF_FINDINGS.items()}
    return Result(path=path, attrs=attrs, scenarios={names[0]: base, **alternatives}, **fields, **findings,
                  **by_group)


def check_format(path: pathlib.Path, attrs: dict) -> None:
    """Raises NotAResult unless this reader knows the format, version and all."""
    if attrs.get("format") != "tujuh-result":
        raise NotAResult(f"{path}: not a result of tujuh (no attribute format = tujuh-result)")
    version = attrs.get("format_version")
    if version not in KNOWN_FORMAT_VERSIONS:
        known = ", ".join(str(known) for known in KNOWN_FORMAT_VERSIONS)
        raise NotAResult(f"{path}: format version {version}, this reader knows {known}; "
                         "use the analysis folder of the version of tujuh that wrote the file")
    if attrs.get("complete") != 1:
        raise NotAResult(f"{path}: not complete")


def read_scenario(group: h5py.Group, name: str) -> ScenarioResult:
    """The scenario whose groups stand in `group`: the root for the base."""
    texts = attributes_of(group["scenario"])
    tables = read_optional(group, "scenario/tables")
    groupings = list(group["groups"]) if "groups" in group else []
    return ScenarioResult(
        name=name,
        title=texts.get("title", ""),
        title_id=texts.get("title_id", ""),
        scenario_text=group["scenario/resolved_text"].asstr()[()],
        tables={} if tables is None else dict(zip(tables["table"].values, tables["content"].values)),
        parameters=read_dataset(group["scenario/parameters"]).to_dataframe(),
        series=read_optional(group, "series"),
        groups=Groupings(pathlib.Path(group.file.filename), f"{group.name.rstrip('/')}/groups", groupings),
        activities=read_optional(group, "activities"),
        policy=read_optional(group, "policy"),
        ledger=read_optional(group, "ledger"),
    )


def point_table(result: Result) -> pandas.DataFrame:
    """A row a point of a sweep: a column a factor, named by its key, and one an outcome, the mean over replicates.

    Of a factor with listed texts the column holds the position among them. `failed` says where nothing came out.
    """
    if result.design is None or result.points is None:
        raise NotAResult(f"{result.path}: holds no sweep (tujuh sweep writes one)")
    factors = result.design["value"].to_pandas()
    outcomes = {name: array.mean("replicate").to_series() for name, array in result.points.data_vars.items()
                if "replicate" in array.dims}
    return factors.join(pandas.DataFrame(outcomes)).join(result.points["failed"].to_series().astype(bool))


def front(result: Result) -> pandas.DataFrame:
    """A row a best point of `tujuh optimise`, the best in the first objective first: a column a factor, named by its
    key, and four an objective or limit: the mean over the replicates that the search did not see, and the difference
    from the scenario with the ends of its interval. `point` is the number in `design` and `points`.
    """
    if result.optimum is None:
        raise NotAResult(f"{result.path}: holds no best points (tujuh optimise writes them)")
    found = result.optimum
    table = found["value"].to_pandas()
    table.insert(0, "point", found["member_point"].values)
    for i, name in enumerate(reading_names(found, "reading")):
        at = found.isel(reading=i)
        columns = {name: at["checked"].mean("replicate"), f"{name}_difference": at["difference"],
                   f"{name}_low": at["low"], f"{name}_high": at["high"]}
        table = table.assign(**{column: values.values for column, values in columns.items()})
    return table


def reading_names(dataset: xarray.Dataset, axis: str) -> list[str]:
    """A name for each place of the axis `target` or `reading`: the outcome, with group and months where without them
    two would be alike."""
    outcome, group, first, last = (dataset[f"{axis}_{label}"].values for label in
                                   ("outcome", "group", "from_month", "to_month"))
    names = [f"{name} {of}".strip() for name, of in zip(outcome, group)]
    return [f"{name} {first[i]}-{last[i]}" if names.count(name) > 1 else name for i, name in enumerate(names)]


def read_optional(group: h5py.Group, name: str) -> xarray.Dataset | None:
    return read_dataset(group[name]) if name in group else None


def read_groups(group: h5py.Group, name: str) -> dict[str, xarray.Dataset]:
    """The groups in a group, each as a Dataset; empty where there is none."""
    members = group[name].items() if name in group else ()
    return {key: read_dataset(member) for key, member in members if isinstance(member, h5py.Group)}


def read_dataset(group: h5py.Group) -> xarray.Dataset:
    """A group as a Dataset: its scales and labels are coordinates, each array keeps units and definition."""
    arrays = {name: member for name, member in group.items() if isinstance(member, h5py.Dataset)}
    labels = {label for array in arrays.values() for label in array.attrs.get("coordinates", "").split()}
    variables = {name: read_variable(array) for name, array in arrays.items()}
    dataset = xarray.Dataset(variables, attrs=attributes_of(group))
    return dataset.set_coords([name for name in arrays if is_scale(arrays[name]) or name in labels])


def read_variable(array: h5py.Dataset) -> xarray.Variable:
    attrs = attributes_of(array)
    scales = [array] if is_scale(array) else [axis[0] for axis in array.dims]
    # Asking such a scale for its path would search the whole file; its name is at hand.
    dimensions = [h5py.h5ds.get_scale_name(scale.id).decode() for scale in scales]
    values = array.asstr()[()] if h5py.check_string_dtype(array.dtype) else array[()]
    units = attrs.get("units", "")
    if units.startswith("days since "):
        values = numpy.datetime64(units.removeprefix("days since "), "ns") + values.astype("timedelta64[D]")
        attrs = {key: value for key, value in attrs.items() if key not in ("units", "calendar")}
    return xarray.Variable(dimensions, values, attrs)


def is_scale(array: h5py.Dataset) -> bool:
    return h5py.h5ds.is_scale(array.id)


def attributes_of(thing: h5py.HLObject) -> dict:
    """Attributes as plain Python values, without those that HDF5 and netCDF keep for their own use."""
    def plain(value):
        if isinstance(value, numpy.ndarray):
            return value.tolist()
        return value.item() if isinstance(value, numpy.generic) else value

    return {name: plain(value) for name, value in thing.attrs.items() if name not in STRUCTURE}


def tidy(dataset: xarray.Dataset) -> pandas.DataFrame:
    """A row for each number: the keys and labels of its axes, then the measure, its value and its unit."""
    frames = []
    for name, array in dataset.data_vars.items():
        frame = array.to_dataframe(name="value").reset_index()
        frame["measure"] = name
        frame["unit"] = array.attrs.get("units", "")
        keys = [*array.dims, *(label for label in array.coords if label not in array.dims)]
        frames.append(frame[[*keys, "measure", "value", "unit"]])
    return pandas.concat(frames, ignore_index=True)


def result_hash(path: str | pathlib.Path) -> str:
    """The result hash worked out from the numbers in a file, as FORMAT.md defines it."""
    lines = {}

    def add(path: str, member: h5py.HLObject) -> None:
        path = "/" + path
        numbers = isinstance(member, h5py.Dataset) and member.dtype == "float64" and not is_scale(member)
        if numbers and is_hashed(path):
            values = member[()]
            values[numpy.isnan(values)] = numpy.nan
            shape = numpy.array([values.ndim, *values.shape], dtype="<i8")
            lines[path] = hashlib.sha256(shape.tobytes() + values.astype("<f8").tobytes()).hexdigest()

    with h5py.File(path, "r") as file:
        file.visititems(add)
    text = "".join(f"{path} {lines[path]}\n" for path in sorted(lines, key=str.encode))
    return hashlib.sha256(text.encode()).hexdigest()


def is_hashed(path: str) -> bool:
    """True for a dataset of numbers that the model produced."""
    parts = path.split("/")[1:]
    if parts[0] == "scenarios":
        parts = parts[2:]
    return parts[0] != "scenario" and not parts[-1].startswith("published_")
