"""A reference: a CSL item, with what we know of how far it was seen."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar
from urllib.parse import quote

from pydantic import BeforeValidator, ConfigDict, Field

from knowledge.models.fields import VALUE, Doi, Flag, Identifier, Pmcid, Pmid, Text, mistake
from knowledge.models.parse import Model
from knowledge.models.words import Verified


def _none_if_blank(value: object) -> object:
    return None if value in (None, "", "null", "~") else value


MaybeText = Annotated[Text | None, BeforeValidator(_none_if_blank)]
"""A text that a collected record may leave blank or `null`."""


class Custom(Model):
    """What CSL has no word for: kind of study, how far verified, finding, funding, gaps."""

    may_be_blank: ClassVar[frozenset[str]] = frozenset({"participants", "finding", "funding", "note"})
    study_type: Text = Field(description="What kind of study or text it is", examples=["randomised trial"])
    verified: Verified = Field(
        description="How far it was seen: details and finding, the finding only, or not again yet"
    )
    checked_against: tuple[Text, ...] = Field(default=(), description="Where it was seen")
    participants: MaybeText = Field(default=None, description="Who took part, and how many")
    finding: MaybeText = Field(default=None, description="What it found, in one sentence")
    finding_verified: Flag | None = Field(default=None, description="Whether the finding was read in the source itself")
    incomplete: tuple[Text, ...] = Field(
        default=(), description="Fields that could not be seen, so that nobody guesses them", examples=[["issued"]]
    )
    funding: MaybeText = Field(default=None, description="Who paid, where the source says so")
    note: MaybeText = Field(default=None, description="Anything else an editor should know")
    retracted: Flag = Field(default=False, description="`true` where the paper was withdrawn")


class Name(Model):
    """A CSL name: of a person, or `literal` for a body."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)
    family: Text | None = Field(default=None, description="Family name")
    given: Text | None = Field(default=None, description="Given names or initials")
    literal: Text | None = Field(default=None, description="The whole name of a body that is no person")


class CslDate(Model):
    """A CSL date: year, month, day as far as they are known."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)
    date_parts: tuple[tuple[Text, ...], ...] | None = Field(
        default=None, alias="date-parts", description="Year, month and day as far as known: `[[2021, 4, 22]]`"
    )
    raw: Text | None = Field(default=None, description="A date that cannot be taken apart")
    literal: Text | None = Field(default=None, description="A date in words")

    @property
    def year(self) -> str | None:
        """The first year given."""
        return self.date_parts[0][0] if self.date_parts and self.date_parts[0] else None


def _name(value: object) -> object:
    if isinstance(value, str):
        family, _, given = value.partition(",")
        hint = f"Write `family: {family.strip()}` and below it `given: {given.strip() or '…'}`, or `literal: {value}`."
        raise mistake(VALUE, f"The name “{value}” stands here as one text.", hint)
    return value


def _csl_date(value: object) -> object:
    if isinstance(value, str):
        parts = ", ".join(part.lstrip("0") for part in re.findall(r"\d+", value)) or "2026"
        raise mistake(
            VALUE, f"The date “{value}” stands here as one text.", f"Write `date-parts: [[{parts}]]` below the key."
        )
    return value


_TEXT_TYPES = frozenset({"guideline", "consensus", "standard", "regulator", "patient-information", "narrative-review"})
"""Kinds of source that have no people or findings of their own."""
_REVIEW_TYPES = frozenset({"meta-analysis", "systematic-review"})
"""Kinds of study that gather other studies."""


class Reference(Model):
    """A CSL item; any key of CSL is allowed, those we rely on are typed."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)
    id: Identifier = Field(
        description="The key that texts cite: first author, year, a word", examples=["partsch2004evening"]
    )
    type: Text = Field(
        description="The kind of work, in the words of CSL", examples=["article-journal", "webpage", "report"]
    )
    title: Text | None = Field(default=None, description="The title as printed")
    author: tuple[Annotated[Name, BeforeValidator(_name)], ...] = Field(
        default=(), description="Names in order: `family` and `given`, or `literal`"
    )
    issued: Annotated[CslDate | None, BeforeValidator(_csl_date)] = Field(default=None, description="When it came out")
    container_title: Text | None = Field(
        default=None, alias="container-title", description="The journal, book or site it is part of"
    )
    publisher: Text | None = Field(default=None, description="Who published it")
    doi: Doi | None = Field(
        default=None,
        alias="DOI",
        description="The DOI without address or prefix",
        examples=["10.1002/abc"],
    )
    pmid: Pmid | None = Field(default=None, alias="PMID", description="The PubMed number", examples=["15691263"])
    pmcid: Pmcid | None = Field(
        default=None, alias="PMCID", description="The PubMed Central number", examples=["PMC1234567"]
    )
    url: Text | None = Field(default=None, alias="URL", description="Where it can be read")
    custom: Custom = Field(description="What CSL has no word for: how far we saw it, and what it found")

    @property
    def is_study(self) -> bool:
        """Whether it studied people or studies, and is no guideline, overview or other text."""
        return self.custom.study_type not in _TEXT_TYPES

    @property
    def listed_in(self) -> str:
        """The list of the library that has it: `reviews` of studies, single `studies`, or other `texts`."""
        if not self.is_study:
            return "texts"
        return "reviews" if self.custom.study_type in _REVIEW_TYPES else "studies"

    @property
    def address(self) -> str | None:
        """Where it can be read: by its DOI, else in PubMed, else at its own address; None without any."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi, safe='/:;()._-')}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{quote(self.pmid)}/"
        return self.url if self.url and re.match(r"https?://", self.url) else None

    def as_csl(self) -> dict[str, Any]:
        """The item as CSL-JSON, without our own `custom`; years, months and days as numbers."""
        item = self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"custom"})
        for key in ("issued", "accessed"):
            parts = item.get(key, {}).get("date-parts")
            if parts:
                item[key] = {"date-parts": [[int(part) if part.isdigit() else part for part in one] for one in parts]}
        return item


# The variables of CSL 1.0.2 (its appendix IV); a key outside this list is a slip of the pen.
_CSL_VARIABLES = """
    id type custom abstract annote archive archive_collection archive_location archive-place authority
    call-number citation-key citation-label collection-title container-title container-title-short dimensions
    division DOI event event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction keyword
    language license medium note original-publisher original-publisher-place original-title part-title PMCID
    PMID publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle source
    status title title-short URL version volume-title year-suffix chapter-number citation-number
    collection-number edition first-reference-note-number issue locator number number-of-pages
    number-of-volumes page page-first part-number printing-number supplement-number volume accessed
    available-date event-date issued original-date submitted author chair collection-editor compiler composer
    container-author contributor curator director editor editorial-director editor-translator
    executive-producer guest host illustrator interviewer narrator organizer original-author performer
    producer recipient reviewed-author script-writer series-creator translator
"""
CSL_KEYS = frozenset(_CSL_VARIABLES.split())
