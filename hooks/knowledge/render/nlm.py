"""Bibliography entries in the style of the US National Library of Medicine (Citing Medicine), through citeproc."""

from __future__ import annotations

import json
import re
import warnings
from functools import cache
from importlib import import_module, resources
from io import BytesIO
from pathlib import Path
from typing import Any

from knowledge.models.reference import Reference
from knowledge.render.entry_cache import EntryCache

_STYLE_FILE = "nlm-citation-sequence.csl"
_UNSEEN_DATE = {"year", "issued"}


def nlm_entry(reference: Reference) -> str:
    """The entry as plain text, without number, address and identifiers; a year that nobody saw is left out.

    The text is not escaped: citeproc leaves whatever stands in a record as it is.
    """
    item = reference.as_csl()
    if _UNSEEN_DATE & set(reference.custom.incomplete):
        item.pop("issued", None)
    record = json.dumps(item, sort_keys=True)
    entry = _cache().get(record)
    if entry is None:
        try:
            entry = _formatted(item)
        except Exception:  # citeproc raises whatever it stumbles over; the page must still come out
            entry = _bare(reference)
        _cache().put(record, entry)
    return entry


def save_entries() -> None:
    """Keep the entries formatted so far for the next build."""
    _cache().save()


@cache
def _cache() -> EntryCache:
    return EntryCache(_style_text(), Path(__file__).read_bytes())


def _bare(reference: Reference) -> str:
    """What is left to print where a record is no CSL, such as a year in words."""
    names = ", ".join(name.literal or name.family or "" for name in reference.author)
    return " ".join(f"{part}." for part in (names, reference.title, reference.container_title) if part)


def _formatted(item: dict[str, Any]) -> str:
    """The entry of one CSL item; titles that end with a question mark get no full stop behind it."""
    engine, style = _engine()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc tells of CSL variables that it does not know
        source = engine.source.json.CiteProcJSON([item])
        bibliography = engine.CitationStylesBibliography(style, source, engine.formatter.plain)
        bibliography.register(engine.Citation([engine.CitationItem(item["id"])]))
        entry = "".join(str(part) for part in bibliography.bibliography()[0])
    return re.sub(r"([?!])\.", r"\1", " ".join(entry.split()))


@cache
def _engine() -> tuple[Any, Any]:
    """Citeproc, which has no types, and the style: both loaded when the first entry is asked for."""
    engine: Any = import_module("citeproc")
    import_module("citeproc.source.json")
    _remember_searches(import_module("citeproc.model"))
    return engine, engine.CitationStylesStyle(BytesIO(_style_text()), validate=False)


def _style_text() -> bytes:
    return resources.files("knowledge.render").joinpath(_STYLE_FILE).read_bytes()


def _remember_searches(model: Any) -> None:
    """Let citeproc search the style for a macro or a term once and not for each entry: 40 % of its time (measured)."""
    search = model.CitationStylesElement.xpath_search
    found: dict[tuple[int, str], tuple[Any, Any]] = {}

    def remembered(element: Any, expression: str) -> Any:
        key = (id(element), expression)
        if key not in found:
            found[key] = (search(element, expression), element)  # the element is kept, so that its id stays its own
        return found[key][0]

    model.CitationStylesElement.xpath_search = remembered
