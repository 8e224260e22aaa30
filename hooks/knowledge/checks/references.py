"""C022 and C024: references that can be found again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.rule import HARM, Finding, on_data, rule
from knowledge.library import Library
from knowledge.models.reference import Reference

C022 = rule(
    "C022",
    wants="DOI, PMID and PMCID in their plain forms, without an address; the DOI after Crossref's pattern.",
    why="The system makes the link from them; with an address inside it would lead nowhere.",
    bad="DOI: https://doi.org/10.1002/abc",
    good="DOI: 10.1002/abc",
    mends=True,
)
C024 = rule(
    "C024",
    wants="The CSL fields that a reference's type needs (title, author or publisher, issued; for an article its "
    "journal), or their names in `custom.incomplete`.",
    why="The list of sources prints gaps badly, and a reader could not find the work.",
    bad="a record without `issued`",
    good="issued, or `incomplete: [issued]`",
    never_silenced=HARM,
)
_CROSSREF = r"10\.\d{4,9}/[-._;()/:a-z0-9]+"
"""Crossref's recommended pattern for DOIs, compared without case."""


@on_data(C022)
def usual_doi(library: Library) -> Iterator[Finding]:
    """A DOI follows Crossref's pattern, or is one of the old exceptions in rules.yml; other forms are met in models."""
    exceptions = {doi.casefold() for doi in library.settings.doi_exceptions}
    for record in library.references.records.values():
        doi = (record.value.doi or "").casefold()
        if doi and not re.fullmatch(_CROSSREF, doi) and doi not in exceptions:
            odd = sorted(set(re.sub(r"[-._;()/:a-z0-9]", "", doi)))
            message = f"The DOI “{record.value.doi}” has characters that DOIs rarely have: {' '.join(odd)}"
            hint = "Copy it again; if the publisher writes it so, add it to `doi-exceptions` in data/rules.yml."
            yield Finding(record.place("DOI"), message, hint)


@on_data(C024)
def complete(library: Library) -> Iterator[Finding]:
    """What is missing is named as missing."""
    for record in library.references.records.values():
        named = [re.split(r"[\s:(]", gap)[0] for gap in record.value.custom.incomplete]
        for field, others in _missing(record.value):
            if field not in named:
                lacking = " and no ".join(f"`{name}`" for name in (field, *others))
                message = f"The reference “{record.value.id}” has no {lacking}."
                yield Finding(record.place(), message, f"Add `{field}: …`, or name it: `incomplete: [{field}]`.")


def _missing(reference: Reference) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Fields that the type needs and that are not there, each with the others that could stand in its place."""
    if reference.title is None:
        yield "title", ()
    if not reference.author and reference.publisher is None:
        yield "author", ("publisher",)
    if reference.issued is None:
        yield "issued", ()
    if reference.type.startswith("article") and reference.container_title is None:
        yield "container-title", ()
