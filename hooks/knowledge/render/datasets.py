"""The page of downloads: every data set with its files, and what each of their columns and keys means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.dataset import DATASETS, LICENCE, Dataset, datasets
from knowledge.dictionary import csv_columns, json_keys
from knowledge.models.claim import Claim
from knowledge.models.keys import KeyText, keys_of
from knowledge.models.records import Term
from knowledge.models.reference import Reference
from knowledge.render.elements import Child, el, link
from knowledge.render.keys import key_list
from knowledge.render.site import Site
from knowledge.render.words import time


def _datasets(site: Site) -> list[Element]:
    found = datasets(site.library, site.address)
    return [el("div", *(_dataset(one, site) for one in found), class_="datasets", id=DATASETS, data_search_exclude="")]


def _dataset(one: Dataset, site: Site) -> Element:
    return el(
        "section",
        el("h3", one.title, id=f"{one.id}-title"),
        el("p", one.description),
        el("p", *_facts(one), class_="datasets__facts"),
        el("p", *_files(one), class_="datasets__files"),
        _shown_on(one, site),
        _cite(one),
        class_="dataset",
        id=one.id,
        aria_labelledby=f"{one.id}-title",
    )


def _facts(one: Dataset) -> Iterator[Child]:
    yield f"{one.size}."
    if one.columns:
        yield f" Columns: {'; '.join(one.columns)}."
    if one.last_checked:
        yield from (" Last checked ", time(one.last_checked), ".")
    if one.searched_to:
        yield from (" Evidence searched to ", time(one.searched_to), ".")
    yield f" Licence: {LICENCE['name']}."


def _files(one: Dataset) -> Iterator[Child]:
    for position, (form, path) in enumerate(one.files.items()):
        yield " " if position else None
        yield link(path, f"{form} file", download="", aria_label=f"{form} file of “{one.title}”")


def _shown_on(one: Dataset, site: Site) -> Element | None:
    if not one.pages:
        return None
    anchor = one.id.replace("dataset-", "comparison-", 1)
    parts: list[Child] = []
    for path in one.pages:
        parts += [
            ", " if parts else "Shown on: ",
            link(f"{path}#{anchor}", site.library.pages[path].front.title or path),
        ]
    return el("p", *parts, class_="datasets__pages")


def _cite(one: Dataset) -> Element | None:
    if one.citation is None:
        return None
    return el("details", el("summary", "How to cite this table"), el("p", one.citation), class_="comparison-foot__cite")


def _dictionary(keys: Callable[[], list[KeyText]], name: str) -> Callable[[Site], list[Element]]:
    return lambda _site: key_list(name, keys())


DICTIONARIES: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {
        DATASETS: _datasets,
        "dictionary-csv": _dictionary(csv_columns, "dictionary-csv"),
        "dictionary-json": _dictionary(json_keys, "dictionary-json"),
        "dictionary-claims": _dictionary(lambda: keys_of(Claim), "dictionary-claims"),
        "dictionary-references": _dictionary(lambda: keys_of(Reference), "dictionary-references"),
        "dictionary-glossary": _dictionary(lambda: keys_of(Term), "dictionary-glossary"),
    }
)
"""What `/// generated | NAME` shows of the downloads."""
