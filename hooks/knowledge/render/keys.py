"""The writers' reference of keys: what may be typed on a page and in each data file, from the models themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.in_words import joined, plural
from knowledge.models.blocks import KEY_LISTS
from knowledge.models.cells import CELL_FORMS
from knowledge.models.comparison import Column, Head, RowHead
from knowledge.models.data_files import RECORD_FILES
from knowledge.models.keys import KeyText, form_of, front_matter_keys, keys_of
from knowledge.models.search import SearchData
from knowledge.models.sections import PAGE_SECTIONS, SECTIONS, Sections
from knowledge.models.settings import Settings
from knowledge.models.words import PageType
from knowledge.render.elements import coded, el
from knowledge.render.entries import entries, entry
from knowledge.render.site import Site


def _front_matter(_site: Site) -> list[Element]:
    return key_list("keys-front-matter", front_matter_keys())


def _records(name: str) -> Callable[[Site], list[Element]]:
    return lambda _site: key_list(f"keys-{name}", keys_of(RECORD_FILES[name]))


def _comparisons(_site: Site) -> list[Element]:
    keys = [*keys_of(Head), *keys_of(Column, "columns"), *keys_of(RowHead, "rows")]
    for form in CELL_FORMS:
        first = next(iter(form.model_fields))
        keys += keys_of(form, f"cell with `{first}`")
    return key_list("keys-comparisons", keys)


def _settings(site: Site) -> list[Element]:
    found = []
    for name, field in Settings.model_fields.items():
        now = f"Now: {_now(getattr(site.library.settings, name))}."
        found.append(entry(el("code", name.replace("_", "-")), coded(form_of(field.annotation)), [now]))
    return [entries(found, id_="keys-rules", searched=False)]


def _now(value: object) -> str:
    """A short value as it stands, a long one by its length."""
    if isinstance(value, tuple) and all(isinstance(one, int) for one in value) and value:
        return joined([str(one) for one in value])
    return plural(len(value), "entry", "entries") if isinstance(value, tuple | dict) else str(value)


def _page_types(site: Site) -> list[Element]:
    folders = site.library.settings.folder_types
    found = []
    for kind in PageType:
        places = [f"`{folder}/`" for folder, kinds in folders.items() if kind in kinds]
        where = f"in {joined(places) or '`docs/` itself'}"
        found.append(entry(el("code", kind.value), coded(where), coded(f"Sections: {_sections(kind)}.")))
    return [entries(found, id_="page-types", searched=False)]


def _sections(kind: PageType) -> str:
    sections = SECTIONS.get(kind)
    if sections is None:
        named = [f"`{path}` has {joined(_quoted(found))}" for path, found in PAGE_SECTIONS.items()]
        return "your own" + (f"; {'; '.join(named)}" if kind is PageType.ABOUT and named else "")
    if sections.fixed:
        return joined(_quoted(sections.fixed))
    return _own_sections(sections)


def _quoted(headings: Sequence[str]) -> list[str]:
    return [f"“{heading}”" for heading in headings]


def _own_sections(sections: Sections) -> str:
    most = f" to {sections.own_most}" if sections.own_most else " or more"
    own = f"{sections.own}{most} of your own" if sections.own else "your own"
    parts = [f"“{sections.first}” where there is a safety gate" if sections.first else "", own]
    return ", ".join([*filter(None, parts), f"last “{sections.last}”"])


def key_list(name: str, keys: Sequence[KeyText]) -> list[Element]:
    """The keys as a list of terms, those of each group under a heading of its own."""
    parts: list[Element] = []
    for under, found in groupby(keys, key=lambda key: key.under):
        if under is not None:
            parts.append(el("p", el("strong", *coded(_group(under))), class_="entries__group"))
        parts.append(entries(_entry(key) for key in found))
    return [el("div", *parts, id=name, class_="lists", data_search_exclude="")]


def _entry(key: KeyText) -> Element:
    return entry(el("code", key.name), coded(f"{key.form}; {key.needed}"), coded(f"{key.meaning}."))


def _group(under: str) -> str:
    return f"In a {under}" if under.startswith("cell ") else f"Under `{under.replace(', ', '`, `')}`"


KEYS: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {
        "keys-front-matter": _front_matter,
        "keys-comparisons": _comparisons,
        "keys-rules": _settings,
        "keys-search": lambda _site: key_list("keys-search", keys_of(SearchData)),
        "page-types": _page_types,
        **{name: _records(name.removeprefix("keys-")) for name in KEY_LISTS},
    }
)
"""What `/// generated | NAME` shows of the keys that writers type."""
