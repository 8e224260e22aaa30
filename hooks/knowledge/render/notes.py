"""Notes below a table: lettered in the order in which its cells refer to them, equal ones once."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from knowledge.render.elements import NARROW_SPACE, Md, el

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Notes:
    """Collects the notes of one table."""

    def __init__(self, name: str) -> None:
        """Notes whose ids begin with the table's name."""
        self._name = name
        self._texts: list[str] = []

    def refer(self, text: str) -> Element:
        """The letter of a note, linked to it."""
        if text not in self._texts:
            self._texts.append(text)
        number = self._texts.index(text) + 1
        letter = _letter(number)
        jump = el("a", letter, href=f"#{self._name}-note-{number}", aria_label=f"Note {letter}")
        return el("sup", NARROW_SPACE, jump, class_="note")

    def listed(self) -> list[Element]:
        """The list with its title; empty where there is no note."""
        if not self._texts:
            return []
        items = [
            el("li", Md(text), id=f"{self._name}-note-{number}") for number, text in enumerate(self._texts, start=1)
        ]
        return [el("p", "Notes", class_="comparison-foot__title"), el("ol", *items, class_="notes", type="a")]


def _letter(number: int) -> str:
    """A, b … z, aa, ab …, as an ordered list of type `a` counts."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = _LETTERS[rest] + letters
    return letters
