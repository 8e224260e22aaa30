"""How to reach whoever publishes this copy: `extra.contact` of mkdocs.yml, and nothing made up without it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from knowledge.render.elements import Child, el
from knowledge.render.site import Site

_MAIL = re.compile(r"(?:mailto:)?([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)")


def contact(site: Site) -> list[Element]:
    """The address as a link; without one, the ways that are open to a reader of any copy."""
    given = site.library.site.contact
    if given:
        return [el("div", el("p", "Write to ", _linked(given), "."), id="contact")]
    return [
        el(
            "div",
            el("p", "This copy of Legwise names no contact address of its own. These ways are open:"),
            el(
                "ul",
                _way(
                    "The web address of this page has “github.io” in it:",
                    "open an issue in the project on github.com that keeps these pages. The word before “github.io” "
                    "is the owner’s name there, and the word after it is the project.",
                ),
                _way(
                    "Any other web address:",
                    "write to whoever runs the site where you read this. They publish this copy and can change it.",
                ),
            ),
            id="contact",
        )
    ]


def _way(where: str, what: str) -> Element:
    return el("li", el("strong", where), f" {what}")


def _linked(given: str) -> Child:
    if mail := _MAIL.fullmatch(given):
        return el("a", mail[1], href=f"mailto:{mail[1]}")
    if given.startswith("https://"):
        return el("a", given, href=given, rel="external noopener")
    return given
