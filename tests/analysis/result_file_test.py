# SPDX-License-Identifier: Apache-2.0
"""The file as HDF5 and netCDF tools see it: what sim/files/FORMAT.md promises of every dataset, and that the
file opens everywhere without options."""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import h5py
import numpy
import xarray

from sample_result import WithSampleResult

FORMAT = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"], "sim", "files", "FORMAT.md")


def documented_types() -> dict[str, tuple[list[str], str]]:
    """Axes and type of each dataset in the tables of FORMAT.md."""
    rows = {}
    for line in FORMAT.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `/"):
            path, axes, kind, *_ = (cell.strip(" `") for cell in line.strip("|").split("|"))
            rows[path] = ([axis.strip() for axis in axes.split(",") if axis.strip()], kind)
    return rows


def generic_path(path: str, outcomes: set[str]) -> str:
    """A path of the file as FORMAT.md writes it."""
    path = re.sub("^/scenarios/[^/]+", "", path)
    path = re.sub("^((/comparison|/shapley)?/groups)/[^/]+", r"\1/<grouping>", path)
    path = re.sub("^/flows/[^/]+/", "/flows/<grouping>/", path)
    path = re.sub("^/trials/[^/]+", "/trials/<trial>", path)
    folder, _, name = path.rpartition("/")
    holds_outcomes = folder in ("/series", "/groups/<grouping>")
    return f"{folder}/<outcome>" if holds_outcomes and name in outcomes else path


def type_of(dataset: h5py.Dataset) -> str:
    """float64, int32, int8 or text; the raw type where it is none of these."""
    text = h5py.check_string_dtype(dataset.dtype)
    if text is not None:
        return "text" if text.encoding == "utf-8" and text.length is None else str(dataset.dtype)
    return dataset.dtype.name if dataset.dtype.byteorder in "=<|" else str(dataset.dtype)


def is_scale(dataset: h5py.Dataset) -> bool:
    return h5py.h5ds.is_scale(dataset.id)


def scale_name(scale: h5py.Dataset) -> str:
    return h5py.h5ds.get_scale_name(scale.id).decode()


class ResultFile(WithSampleResult):
    def setUp(self) -> None:
        self.file = h5py.File(self.folder / "compare.h5", "r")
        self.addCleanup(self.file.close)
        self.datasets, self.groups = {}, {}
        self.file.visititems(lambda path, member: (
            self.datasets if isinstance(member, h5py.Dataset) else self.groups).update({"/" + path: member}))

    def test_datasets_have_the_types_and_axes_of_the_format(self) -> None:
        documented = documented_types()
        outcomes = set(self.file["comparison/outcome"].asstr()[()])
        self.assertGreater(len(self.datasets), 100)
        for path, dataset in self.datasets.items():
            with self.subTest(path):
                generic = generic_path(path, outcomes)
                self.assertIn(generic, documented)
                axes, kind = documented[generic]
                self.assertEqual(type_of(dataset), kind)
                scales = [dataset] if is_scale(dataset) else [axis[0] for axis in dataset.dims]
                self.assertEqual([scale_name(scale) for scale in scales], axes)

    def test_every_axis_has_one_scale_and_it_is_of_the_same_group(self) -> None:
        for path, dataset in self.datasets.items():
            if is_scale(dataset):
                continue
            for axis in dataset.dims:
                with self.subTest(path):
                    self.assertEqual(len(axis), 1)
                    folder = path.rpartition("/")[0]
                    self.assertEqual(axis[0], self.file[f"{folder}/{scale_name(axis[0])}"])

    def test_datasets_stand_in_groups_and_the_root_has_none(self) -> None:
        self.assertFalse([name for name, member in self.file.items() if isinstance(member, h5py.Dataset)])

    def test_every_dataset_says_what_it_is(self) -> None:
        for path, dataset in self.datasets.items():
            for attribute in ("units", "long_name", "long_name_id", "definition", "reference"):
                with self.subTest(path, attribute=attribute):
                    self.assertTrue(dataset.attrs[attribute])

    def test_units_are_never_taken_for_spans_of_time(self) -> None:
        for path, dataset in self.datasets.items():
            with self.subTest(path):
                self.assertNotIn(dataset.attrs["units"], ("days", "hours", "minutes", "seconds"))

    def test_missing_floats_are_not_a_number(self) -> None:
        for path, dataset in self.datasets.items():
            if dataset.dtype == "float64" and not is_scale(dataset):
                with self.subTest(path):
                    self.assertTrue(numpy.isnan(dataset.fillvalue))
                    self.assertTrue(numpy.isnan(dataset.attrs["_FillValue"]).all())
                    self.assertEqual(dataset.attrs["_FillValue"].dtype, dataset.dtype)

    def test_floats_are_stored_by_replicate_with_checksums(self) -> None:
        for path, dataset in self.datasets.items():
            if dataset.dtype == "float64" and dataset.ndim > 1:
                with self.subTest(path):
                    self.assertEqual(dataset.chunks, (1, *dataset.shape[1:]))
                    self.assertTrue(dataset.shuffle and dataset.fletcher32)
                    self.assertEqual(dataset.compression, "gzip")

    def test_choices_name_their_values(self) -> None:
        choices = {path: dataset for path, dataset in self.datasets.items() if dataset.dtype == "int8"}
        self.assertTrue(choices)
        for path, dataset in choices.items():
            with self.subTest(path):
                values = dataset.attrs["flag_values"]
                self.assertEqual(len(values), len(dataset.attrs["flag_meanings"].split()))
                self.assertEqual(values.dtype, dataset.dtype)
                self.assertLessEqual(set(dataset[()].tolist()), set(values.tolist()))

    def test_groups_of_numbers_are_drawn_by_viewers(self) -> None:
        data = {path: group for path, group in self.groups.items() if group.attrs.get("NX_class") == "NXdata"}
        self.assertGreater(len(data), 10)
        for path, group in data.items():
            with self.subTest(path):
                signal = group[group.attrs["signal"]]
                axes = numpy.atleast_1d(group.attrs["axes"])
                self.assertEqual(len(axes), signal.ndim)
                for name, axis in zip(axes, signal.dims):
                    self.assertTrue(name == "." or axis[0] == group[name])

    def test_the_default_leads_to_something_that_can_be_drawn(self) -> None:
        for group in (self.file, *self.groups.values()):
            if "default" in group.attrs:
                with self.subTest(group.name):
                    self.assertIn(group.attrs["default"], group)

    def test_members_and_attributes_keep_their_order(self) -> None:
        for group in self.groups.values():
            order = group.id.get_create_plist().get_link_creation_order()
            self.assertTrue(order & h5py.h5p.CRT_ORDER_TRACKED)
        self.assertEqual(list(self.file["series"])[:3], ["replicate", "tick", "month"])
        self.assertEqual(list(self.file["series"].attrs)[:2], ["title", "title_id"])

    def test_texts_survive_with_their_letters(self) -> None:
        self.assertIn("é, “quoted”", self.file["scenario/resolved_text"].asstr()[()])

    def test_no_time_of_day_is_stored(self) -> None:
        for path, member in (*self.datasets.items(), *self.groups.items()):
            with self.subTest(path):
                self.assertEqual(h5py.h5g.get_objinfo(member.id).mtime, 0)

    def test_every_group_opens_in_xarray_with_both_engines_alike(self) -> None:
        engines = [engine for engine, module in (("netcdf4", "netCDF4"), ("h5netcdf", "h5netcdf"))
                   if importlib.util.find_spec(module)]
        if not engines:
            self.skipTest("neither netCDF4 nor h5netcdf is installed")
        names = [path for path, group in self.groups.items()
                 if any(isinstance(member, h5py.Dataset) for member in group.values())]
        self.file.close()
        for name in names:
            opened = [xarray.load_dataset(self.folder / "compare.h5", group=name, engine=engine)
                      for engine in engines]
            with self.subTest(name):
                xarray.testing.assert_equal(opened[0], opened[-1])
                for variable in opened[0].variables.values():
                    self.assertNotEqual(variable.dtype.kind, "m")

    def test_months_are_dates_in_xarray(self) -> None:
        if not (importlib.util.find_spec("netCDF4") or importlib.util.find_spec("h5netcdf")):
            self.skipTest("neither netCDF4 nor h5netcdf is installed")
        self.file.close()
        series = xarray.load_dataset(self.folder / "compare.h5", group="series")
        self.assertIn("month", series.coords)
        self.assertEqual(str(series["month"].values[10])[:10], "2026-01-01")

    def test_ncdump_reads_the_file(self) -> None:
        if not shutil.which("ncdump"):
            self.skipTest("ncdump is not installed (Debian package: netcdf-bin)")
        self.file.close()
        done = subprocess.run(["ncdump", "-h", self.folder / "compare.h5"], capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("group: series {", done.stdout)
        self.assertNotIn("phony", done.stdout)


if __name__ == "__main__":
    unittest.main()
