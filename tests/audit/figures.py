"""What an audit finds: figures with their limits, and how they are written into docs/data/measurements.yml."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import yaml

from knowledge.models.measurement import Measurement

WIDTH = 120


@dataclass(frozen=True)
class Figure:
    """One figure as a part measured it; the runner adds the day. The fields are those of `Measurement`."""

    id: str
    label: str
    value: float | Decimal
    unit: str | None
    limit: str | None
    tool: str
    version: str
    note: str | None = None

    def record(self, day: date) -> str:
        """The figure as a record of measurements.yml, in the house's style."""
        lines = [
            f"- id: {self.id}",
            _line("label", self.label),
            f"  value: {_number(self.value)}",
            *([_line("unit", self.unit)] if self.unit else []),
            *([f"  limit: {self.limit}"] if self.limit else []),
            f"  measured_on: {day.isoformat()}",
            _line("tool", self.tool),
            _line("version", self.version),
            *([_line("note", self.note)] if self.note else []),
        ]
        return "\n".join(lines) + "\n"

    def measurement(self, day: date) -> Measurement:
        """The figure as the quality page reads it; raises pydantic's error where it is none."""
        [fields] = yaml.load(self.record(day), Loader=yaml.BaseLoader)
        return Measurement.model_validate(fields)


def _number(value: float | Decimal) -> str:
    """The shortest way to write the number; 2.0 is 2."""
    exact = Decimal(str(value)).normalize()
    return f"{exact:f}"


def _line(key: str, text: str) -> str:
    """A field with its text, quoted where YAML would read something else, wrapped where it is long."""
    plain = f"{key}: {text}"
    try:
        told = yaml.safe_load(plain) == {key: text} and "#" not in text
    except yaml.YAMLError:
        told = False
    if not told:
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        plain = f'{key}: "{quoted}"'
    return textwrap.fill(
        plain,
        WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def merged(text: str, figures: Iterable[Figure], day: date) -> str:
    """The file with these figures written anew, every other record as it stands, sorted by id."""
    records = {
        match[1]: record.strip("\n") + "\n"
        for record in re.split(r"^(?=- id:)", text, flags=re.MULTILINE)
        if (match := re.match(r"- id: *(\S+)", record))
    }
    records |= {figure.id: figure.record(day) for figure in figures}
    return "".join(records[name] for name in sorted(records))
