"""search.yml: how people say things, which words are danger signs, and what to offer where nothing is found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from knowledge.models.fields import Identifier, Text
from knowledge.models.parse import Model


class Synonym(Model):
    """Words and phrases that mean the same to a reader who searches."""

    id: Identifier = Field(description="A name for what they mean", examples=["buttock"])
    words: tuple[Text, ...] = Field(
        min_length=2,
        description="Words and phrases, as people type them; forms and small misspellings find themselves",
        examples=[["bum", "bottom", "buttock"]],
    )


class RedFlag(Model):
    """Words in a search that may tell of danger: the card is shown above the results."""

    id: Identifier = Field(description="A name for the danger sign", examples=["calf-hot-and-swollen"])
    card: Identifier = Field(description="The care card to show, an id of care-cards.yml", examples=["leg-clot"])
    phrases: tuple[Text, ...] = Field(default=(), description="Each of these words in a row is enough")
    all_of: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = Field(
        default=(),
        description="Sets of words; one of each set, anywhere in the search, is enough",
        examples=[[["calf", "leg"], ["hot", "red"], ["hurts", "sore"]]],
    )


class MoreTerms(Model):
    """Further ways in which people ask for a page, besides its own `search_terms`."""

    page: Text = Field(description="The page's path from docs/", examples=["answers/flights.md"])
    terms: tuple[Text, ...] = Field(
        min_length=1,
        description="Words and short phrases that only this page answers; leave out what every page has, such as socks",
        examples=[["legs puff up on the plane", "aisle or window seat"]],
    )


class SearchData(Model):
    """The whole file."""

    synonyms: tuple[Synonym, ...] = Field(default=(), description="Groups of words that mean the same")
    more_terms: tuple[MoreTerms, ...] = Field(default=(), description="Further ways in which people ask for pages")
    red_flags: tuple[RedFlag, ...] = Field(default=(), description="Words that bring up a care card")
    popular: tuple[Text, ...] = Field(
        default=(),
        description="Pages to offer where nothing is found, as paths from docs/",
        examples=[["answers/sciatica.md"]],
    )
