"""The converter: a pressure or a class in, and what it is called in every other scheme; below it the table of classes.

The script reads the classes from the form's own list, so that form, table and converter cannot differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from xml.etree.ElementTree import Element

from knowledge.in_words import range_in_words
from knowledge.models.records import ClassScheme, PressureClass
from knowledge.render.class_table import class_name, classes_table, is_band
from knowledge.render.elements import Child, el, link
from knowledge.render.site import Site
from knowledge.render.table import table_region

_ERROR = "converter-error"


def converter(site: Site) -> list[Element]:
    """The form, and the table that stands for it in print and without scripts."""
    schemes = site.library.class_schemes.values()
    table, notes = classes_table(schemes, "classes")
    foot = el("div", *notes.listed(), class_="comparison-foot")
    return [_form(schemes, site), table_region(table), foot]


def _form(schemes: Sequence[ClassScheme], site: Site) -> Element:
    safe: Child = None
    if site.reasons_page:
        reasons = link(site.reasons_page, "Check if socks are safe for you")
        safe = el(
            "p", "This tells how hard a sock presses, not if you may wear it. ", reasons, ".", class_="tool-box__note"
        )
    return el(
        "form",
        el("h3", "Convert your packet", id="converter-title"),
        el(
            "div",
            _number("low", "mmHg on the packet"),
            _number("high", "Second number, if there is one"),
            class_="tool-box__row",
        ),
        el("p", class_="tool-box__error", id=_ERROR, role="alert"),
        _classes(schemes),
        el("output", class_="converter__result", for_="converter-low converter-high converter-class", data_result=""),
        safe,
        el("p", el("button", "Start again", type="reset"), class_="tool-box__end"),
        class_="tool-box",
        id="converter",
        aria_labelledby="converter-title",
        autocomplete="off",
        data_converter="",
        data_search_exclude="",
    )  # fmt: skip


def _number(name: str, label: str) -> Element:
    field = el(
        "input", type="number", id=f"converter-{name}", min="1", max="80", step="any", inputmode="decimal",
        aria_describedby=_ERROR, data_field=name,
    )  # fmt: skip
    return el("p", el("label", label, for_=f"converter-{name}"), field, class_="filters__field")


def _classes(schemes: Sequence[ClassScheme]) -> Element:
    groups = [
        el("optgroup", *map(_option, scheme.classes), label=f"{scheme.country}: {scheme.scheme}",
           data_country=scheme.country)
        for scheme in schemes
    ]  # fmt: skip
    field = el("select", el("option", "Choose a class", value=""), *groups, id="converter-class", data_field="class")
    label = el("label", "Or the country and class on the packet", for_="converter-class")
    return el("p", label, field, class_="filters__field")


def _option(one: PressureClass) -> Element:
    """A class with its ends as the script needs them; an open end is left out."""
    pressure = range_in_words(one.pressure)
    name = f"the band {pressure}" if is_band(one) else f"class {one.class_} ({pressure})"
    return el(
        "option",
        f"{class_name(one)}: {_in_mmhg(pressure)}",
        value=one.class_,
        data_name=name,
        data_low=_end(one.pressure.low),
        data_high=_end(one.pressure.high),
    )


def _in_mmhg(pressure: str) -> str:
    """`18 to 24 mmHg`, `49 mmHg or more`."""
    number, open_end, _ = pressure.partition(" or more")
    return f"{number} mmHg{open_end}"


def _end(end: Decimal | None) -> str | None:
    return None if end is None else str(end)
