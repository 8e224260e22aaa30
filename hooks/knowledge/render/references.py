"""The reference list: NLM entries with their links, and how far we could read each source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote
from xml.etree.ElementTree import Element

from knowledge.in_words import joined, plural
from knowledge.library import Library
from knowledge.models.reference import Reference
from knowledge.models.words import Verified
from knowledge.render.elements import add, el
from knowledge.render.nlm import nlm_entry, save_entries

_FIELDS = {
    "issued": "date",
    "year": "date",
    "author": "authors",
    "container-title": "journal or site",
    "page": "pages",
    "volume": "volume",
    "issue": "issue",
    "title": "title",
    "publisher": "publisher",
    "URL": "address",
}
_SHOWN_IN_PART = {
    Verified.PARTIAL: "We could read only part of this source.",
    Verified.RECALLED: "We know this source from memory only and have not seen it.",
}


def reference_list(numbered: Iterable[str], library: Library) -> list[Element]:
    """The section “Sources” with the entries of these keys, in this order; empty where nothing is cited."""
    known = list(numbered)
    entries = [_item(number, key, library) for number, key in enumerate(known, start=1)]
    if not entries:
        return []
    save_entries()
    told = funding([reference for key in known if (reference := library.references.get(key))])
    parts = [el("h2", "Sources", id="sources"), told, el("ol", *entries, class_="references")]
    return [part for part in parts if part is not None]


def funding(cited: Iterable[Reference]) -> Element | None:
    """For how many of the studies we know who paid; silence would look like no payment at all."""
    studies = [reference for reference in cited if reference.is_study]
    if not studies:
        return None
    told = sum(bool(reference.custom.funding) for reference in studies)
    if told == len(studies):
        line = "Who paid stands beside each study."
    elif told:
        count = plural(len(studies), "study", "studies")
        line = f"We know who paid for {told} of the {count} here and say so beside each. We have no record of the rest."
    else:
        line = f"Who paid for {'this study' if len(studies) == 1 else 'these studies'} is not in our records."
    return el("p", line, class_="references__funding", data_search_exclude="")


def _item(number: int, key: str, library: Library) -> Element:
    reference = library.references.get(key)
    back = el(
        "a",
        "Back to text",
        class_="reference__back",
        data_search_exclude="",
        href=f"#cite-{key}-1",
        aria_label=f"Back to text, source {number}",
    )
    if reference is None:
        return el("li", "This source cannot be shown yet. ", back, id=f"ref-{key}")
    item = add(_entry(reference), " ")
    for part in (_retraction(reference), _paid_by(reference), _shortfall(reference)):
        if part is not None:
            add(item, part, " ")
    item.set("id", f"ref-{key}")
    return add(item, back)


def _entry(reference: Reference) -> Element:
    """The NLM text, then its identifiers, linked from the record and not found by searching the text."""
    entry = el("li", nlm_entry(reference))
    if not (reference.doi or reference.pmid or reference.pmcid) and reference.url:
        add(entry, " Available from: ", _outside(reference.url, reference.url))
    if reference.doi:
        add(entry, " doi:", _outside(f"https://doi.org/{quote(reference.doi, safe='/:;()._-')}", reference.doi), ".")
    if reference.pmid:
        address = f"https://pubmed.ncbi.nlm.nih.gov/{quote(reference.pmid)}/"
        shown = reference.pmid if reference.doi else _outside(address, reference.pmid)  # one way to a paper is enough
        add(entry, " PubMed PMID: ", shown, ".")
    if reference.pmcid:
        address = f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(reference.pmcid)}/"
        add(entry, " PubMed Central PMCID: ", _outside(address, reference.pmcid), ".")
    return entry


def _outside(address: str, shown: str) -> Element:
    if not re.match(r"https?://", address):
        return el("span", shown)
    return el("a", shown, href=address, rel="external noopener")


def _retraction(reference: Reference) -> Element | None:
    return el("strong", "This paper was retracted.") if reference.custom.retracted else None


def _paid_by(reference: Reference) -> str | None:
    """Who paid for a study, where its record says so."""
    paid = reference.custom.funding
    return f"Funding: {paid.rstrip('.')}." if paid else None


def _shortfall(reference: Reference) -> str | None:
    """What we could not see of a source: nothing is said where all of it was."""
    seen = _SHOWN_IN_PART.get(reference.custom.verified)
    if seen is None:
        return None
    missing = list(dict.fromkeys(_FIELDS.get(field, field) for field in reference.custom.incomplete))
    more = f" Missing or not checked: {joined(missing)}." if missing else ""
    return seen + more
