"""Retractions and corrections of cited papers, by DOI, from Crossref.

Crossref's record of a paper names under `updated-by` every notice on it, those of the Retraction Watch database among
them (`https://api.crossref.org/works/DOI`; the data are public and free).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from knowledge.models.reference import Reference
from knowledge.watch.finding import Answer, Ask, Finding, Kind

WORKS = "https://api.crossref.org/works/"
DOUBT = frozenset({"retraction", "partial_retraction", "withdrawal", "removal", "expression_of_concern"})
"""Types of notice after which nothing may rest on a paper until somebody has looked."""


def address(doi: str) -> str:
    """Where Crossref tells of a DOI."""
    return WORKS + quote(doi, safe="")


def paper_findings(references: Sequence[Reference], pages: Mapping[str, Sequence[str]], ask: Ask) -> Iterator[Finding]:
    """What Crossref says of each cited paper that has a DOI; `pages` are those that cite it, by its key.

    A notice whose own DOI stands anywhere in the reference's record has been looked at and is not told again.
    """
    for reference in references:
        if reference.doi and pages.get(reference.id):
            yield from _of(reference, pages[reference.id], ask(address(reference.doi)))


def _of(reference: Reference, pages: Sequence[str], answer: Answer) -> Iterator[Finding]:
    if answer.status == 404:
        return  # a DOI of another agency than Crossref: nothing is told there
    message = _message(answer)
    if message is None:
        said = f"Crossref gave no answer ({answer.status or answer.body})."
        yield Finding(Kind.UNKNOWN, reference.id, said, f"Look at https://doi.org/{reference.doi} yourself.")
        return
    seen = repr(reference).lower()
    for notice in message.get("updated-by") or ():
        kind, doi = str(notice.get("type", "notice")), str(notice.get("DOI", ""))
        if not (doi and doi.lower() in seen) and not (kind == "retraction" and reference.custom.retracted):
            yield _finding(reference, pages, kind, doi, notice)


def _finding(reference: Reference, pages: Sequence[str], kind: str, doi: str, notice: Mapping[str, Any]) -> Finding:
    said = kind.replace("_", " ") + (f" of {day}" if (day := _day(notice)) else "")
    where = f"https://doi.org/{doi}" if doi else f"https://doi.org/{reference.doi}"
    used = ", ".join(sorted(pages))
    if kind in DOUBT:
        todo = f"Read {where}. Set `custom.retracted: true` if it is withdrawn, and mend what rests on it: {used}."
        return Finding(Kind.WITHDRAWN, reference.id, said, todo)
    todo = f"Read {where}. If it changes a number, mend {used}. Then name it under `checked_against`."
    return Finding(Kind.CORRECTED, reference.id, said, todo)


def _message(answer: Answer) -> dict[str, Any] | None:
    try:
        message = json.loads(answer.body)["message"] if answer.status == 200 else None
    except (ValueError, KeyError, TypeError):
        return None
    return message if isinstance(message, dict) else None


def _day(notice: Mapping[str, Any]) -> str:
    parts = (notice.get("updated") or {}).get("date-parts") or [[]]
    return "-".join(f"{part:02d}" if isinstance(part, int) else str(part) for part in parts[0])
