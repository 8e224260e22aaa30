"""What cannot be shown says so on the page, with the mend: the checks stop a build, this is for the preview."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from knowledge.render.elements import el
from knowledge.suggest import did_you_mean


def error_box(message: str, hint: str = "") -> Element:
    """A visible error."""
    return el("p", el("strong", message), f" {hint}" if hint else None, class_="block-error", role="alert")


def not_known(noun: str, name: str, known: Iterable[str]) -> Element:
    """A visible error for a name that nobody knows, with the nearest one."""
    return error_box(f"There is no {noun} “{name}”.", did_you_mean(name, known))
