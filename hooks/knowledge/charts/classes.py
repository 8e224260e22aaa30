"""The chart of compression classes: every scheme's pressures on one axis, one class marked where asked."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.charts.faults import Fault, Options, named
from knowledge.library import Library
from knowledge.models.records import ClassScheme, PressureClass


@dataclass(frozen=True, slots=True)
class ClassesChart:
    """All schemes in the file's order, and the class whose band is drawn across them."""

    schemes: tuple[ClassScheme, ...]
    marked: tuple[ClassScheme, PressureClass] | None


def classes_chart(options: Options, library: Library) -> ClassesChart | list[Fault]:
    """The chart asked for by `scheme` and `class`, which belong together and may both be left out."""
    faults: list[Fault] = []
    schemes = library.class_schemes
    if not schemes.ids:
        return [Fault((), "There is no class scheme to draw.", f"Add records to {schemes.path}.")]
    name = named(options, "scheme", "class scheme", sorted(schemes.ids), faults)
    if faults:
        return faults
    scheme = schemes.get(name) if name else None
    if "scheme" not in options and "class" in options:
        hint = f"Add a line `scheme: {min(schemes.ids)}`."
        return [Fault(("class",), "A class alone says nothing: each country has its own.", hint, at_key=True)]
    if scheme is None:
        return [] if name else ClassesChart(tuple(schemes.values()), None)
    classes = [one.class_ for one in scheme.classes]
    if "class" not in options:
        return [
            Fault(("scheme",), "This says whose class to mark, but not which.", f"Add a line `class: {classes[0]}`.")
        ]
    class_ = named(options, "class", f"class of {scheme.country}", classes, faults)
    marked = next((one for one in scheme.classes if one.class_ == class_), None)
    return ClassesChart(tuple(schemes.values()), (scheme, marked)) if marked else faults
