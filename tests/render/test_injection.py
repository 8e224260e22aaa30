"""Nothing that stands in a data field becomes mark-up: every text of every record poisoned, every page looked at."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import fields, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Any

import pytest
from pydantic import BaseModel

from knowledge.library import Collection, Library
from knowledge.markdown_extension import set_library

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{: onclick=alert(1) }",
    "**x**{onclick=alert(1)}",
    "x\n{: onclick=alert(1) }",
    "`code` {: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "![x](javascript:alert(1))",
    "![x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:alert(1) 'title')",
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x02wzxhzdk:0\x03",
    "<!-- comment --><?php ?>",
    "[x]: javascript:alert(1)",
    "[^1]: note",
    "`<b>` and <b>bold</b>",
]
KEPT = {"id", "type", "url", "doi", "pmid", "pmcid"}
LISTED = {
    "sources",
    "source",
    "claim",
    "primary_claim",
    "urgent_cards",
    "related",
    "authors",
    "person",
    "topic",
    "gate",
}

Render = Callable[..., str]


def poisoned(value: Any, payload: str, name: str = "") -> Any:
    """The value with a payload behind every text in it, past all validation."""
    found = value
    if name in KEPT | LISTED or isinstance(value, Enum):
        pass
    elif isinstance(value, str):
        found = f"{value} {payload}"
    elif isinstance(value, tuple):
        found = tuple(poisoned(one, payload) for one in value)
    elif isinstance(value, dict):
        found = {key: poisoned(one, payload) for key, one in value.items()}
    elif isinstance(value, BaseModel):
        found = value.model_copy(update={key: poisoned(one, payload, key) for key, one in value})
    return found


def poisoned_library(library: Library, payload: str) -> Library:
    changed: dict[str, Any] = {"settings": poisoned(library.settings, payload)}
    for field in fields(library):
        value = getattr(library, field.name)
        if isinstance(value, Collection):
            records = {key: replace(one, value=poisoned(one.value, payload)) for key, one in value.records.items()}
            changed[field.name] = replace(value, records=records)
    changed["comparisons"] = {
        key: replace(
            one,
            head=poisoned(one.head, payload),
            columns=tuple(poisoned(column, payload) for column in one.columns),
            rows=tuple(
                replace(
                    row,
                    label=poisoned(row.label, payload),
                    group=poisoned(row.group, payload) if row.group else None,
                    cells={
                        name: replace(
                            cell,
                            value=poisoned(cell.value, payload),
                            note=poisoned(cell.note, payload) if cell.note else None,
                        )
                        for name, cell in row.cells.items()
                    },
                )
                for row in one.rows
            ),
        )
        for key, one in library.comparisons.items()
    }
    changed["pages"] = {
        path: replace(page, front=poisoned(page.front, payload)) for path, page in library.pages.items()
    }
    return replace(library, **changed)


OF_OUR_FORMS = {
    "class", "id", "aria-label", "aria-labelledby", "autocomplete",
    "data-filters", "data-converter", "data-safety-check", "data-search-exclude",
}  # fmt: skip
"""Attributes of forms that send nothing anywhere; a form of a payload could send."""


class Looker(HTMLParser):
    """Notes every tag and attribute that could run something."""

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sends = tag == "form" and any(name not in OF_OUR_FORMS for name, _ in attrs)
        if sends or tag in {"script", "iframe", "object", "embed", "style", "b"}:
            self.dangers.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", html.unescape(value or "")).lower()
            if name.startswith("on") or re.match(r"(javascript|data|vbscript):", address):
                self.dangers.append(f"{tag} {name}={value}")


EVERYTHING = """
/// comparison | kinds
///

/// comparison | kinds
    transpose: true
///

/// claim | flights-clots
///

/// generated | care-cards
///

/// generated | contraindications
///

/// generated | classes
///

/// generated | certainty-words
///

/// generated | map
///

/// tool | converter
///

/// tool | safety-check
    cards: [lung-clot]
///

/// generated | studies
///

/// generated | changes
///

/// generated | quality-pages
///

/// generated | quality-claims
///

/// generated | quality-sources
///

/// generated | quality-measurements
///

Compression socks, oedema and ABPI [@journal2021; @many2020; @web2020].
"""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_poisoned_library_renders_no_mark_up(payload: str, library: Library, render: Render) -> None:
    poisoned_one = poisoned_library(library, payload)
    set_library(poisoned_one)
    rendered = [render(page.markdown, path) for path, page in poisoned_one.pages.items()]
    for page in [*rendered, render(EVERYTHING, "choose/extra.md")]:
        looker = Looker()
        looker.feed(page)
        assert looker.dangers == []


@pytest.mark.parametrize("payload", PAYLOADS[:3])
def test_the_payload_is_shown_as_typed(payload: str, library: Library, render: Render) -> None:
    set_library(poisoned_library(library, payload))
    page = render(EVERYTHING, "choose/extra.md")
    assert html.escape(payload, quote=False) in page


def test_raw_html_of_the_page_cannot_be_called_from_data(library: Library, render: Render) -> None:
    set_library(poisoned_library(library, "\x02wzxhzdk:0\x03"))
    assert render("<aside>raw</aside>\n\n/// comparison | plain\n///").count("<aside>") == 1


def test_a_brace_comes_out_as_typed(library: Library, render: Render) -> None:
    set_library(poisoned_library(library, "{a} and `{b}`"))
    page = render("/// comparison | plain\n///")
    assert "A {a} and <code>{b}</code>" in page
    assert "\x02" not in page
