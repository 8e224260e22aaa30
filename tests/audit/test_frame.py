"""The frame of `make audit`: parts say what they are, records are in the house's style, a failure hides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import ValidationError

from knowledge.load import load_library
from tests.audit import run
from tests.audit.figures import Figure, merged
from tests.builders import write_site
from tests.site_text import FILES

DAY = date(2026, 11, 21)
SPEED = Figure("page-speed", "Time until the main text shows", 1.85, "s", "at most 2.0", "Lighthouse", "12.8.2")
WEIGHT = Figure("page-weight", "Size of a first visit", 120, "kB", "at most 140", "Chromium", "140", "Gzip: on.")
OTHER = """\
- id: mutants
  label: Faults put into the program that its tests notice
  value: 91  # of a hundred
  measured_on: 2026-11-20
  tool: mutmut
  version: "3"
"""


def test_records_are_in_the_style_of_the_house_and_others_stay_as_they_are() -> None:
    old = OTHER.replace("mutants", "page-speed")
    assert merged(old + OTHER, [WEIGHT, SPEED], DAY) == OTHER + (
        """\
- id: page-speed
  label: Time until the main text shows
  value: 1.85
  unit: s
  limit: at most 2.0
  measured_on: 2026-11-21
  tool: Lighthouse
  version: 12.8.2
- id: page-weight
  label: Size of a first visit
  value: 120
  unit: kB
  limit: at most 140
  measured_on: 2026-11-21
  tool: Chromium
  version: "140"
  note: "Gzip: on."
"""
    )


@pytest.mark.parametrize("value", [0, 2.0, 0.02, 1800, 1e-5, -3.5])
def test_a_figure_is_read_as_it_was_measured(value: float) -> None:
    figure = Figure("search", 'Label: with “quotes”, a # and "more"', value, None, None, "3", "yes", "- long " * 40)
    read = figure.measurement(DAY)
    assert (float(read.value), read.label, read.tool, read.version) == (value, figure.label, "3", "yes")
    assert all(len(line) <= 120 for line in figure.record(DAY).splitlines())


def test_what_is_written_passes_the_check(tmp_path: Path) -> None:
    files = FILES | {"data/measurements.yml": merged("", [WEIGHT, SPEED], DAY)}
    library = load_library(write_site(tmp_path, files), tmp_path)
    assert [problem for problem in library.problems if "measurements" in problem.path] == []
    assert [one.id for one in library.measurements.values()] == ["page-speed", "page-weight"]


def test_a_limit_that_none_can_read_is_refused() -> None:
    with pytest.raises(ValidationError, match="is not a limit"):
        Figure("search", "Label", 1, None, "below 3", "A tool", "1").measurement(DAY)


def part(*figures: Figure, name: str = "part") -> ModuleType:
    """A part that measures these figures; without any it raises."""

    def measured() -> Sequence[Figure]:
        if not figures:
            pytest.fail("no such browser")  # as the tests' own functions do
        return figures

    made = ModuleType(name, "Says what it does.")
    made.__dict__["run"] = measured
    return made


@pytest.mark.parametrize(
    ("parts", "code", "told"),
    [
        ({"weight": part(WEIGHT)}, 0, "kept  page-weight  120 kB  at most 140  Size of a first visit"),
        ({"broken": part(), "weight": part(WEIGHT)}, 1, "failed: broken"),
        ({"heavy": part(Figure("page-weight", "Size", 141, "kB", "at most 140", "A", "1"))}, 1, "missed  page-weight"),
        ({"new": part(Figure("shoe-size", "Size", 43, None, None, "A", "1"))}, 1, "not named: add “shoe-size”"),
    ],
)
def test_runs(
    *,
    parts: dict[str, ModuleType],
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(run, "names", lambda: list(parts))
    monkeypatch.setattr(run, "load", parts.__getitem__)
    records = tmp_path / "measurements.yml"
    monkeypatch.setattr(run.write, "__defaults__", (records,))
    assert run.main([]) == code
    assert told in capsys.readouterr().out
    assert f"measured_on: {date.today()}" in records.read_text(encoding="utf-8")


def test_a_part_that_is_not_there_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["accesibility"]) == 2
    assert "There is no part accesibility. There are: " in capsys.readouterr().err


def test_every_part_says_what_it_does() -> None:
    for found in map(run.load, run.names()):
        assert run.first_line(found).endswith("."), found.__name__
        assert callable(found.run), found.__name__
