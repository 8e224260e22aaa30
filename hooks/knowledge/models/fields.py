"""The types of single values, each from text as typed: nothing is guessed.

With YAML's guessing off, every value arrives as text; pydantic's own lax reading would guess again
(`012` → 12, `yes` → True), so each type here first asks for its exact form.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from knowledge.models.targets import ALLOWED_SCHEMES, scheme

# Error types name the kind of mistake; parse.py maps a kind to the rule of the file it is in.
DATE_FORM, IMPOSSIBLE_DATE, VALUE, MARK_UP, LINK_SCHEME, DOI = (
    "date_form",
    "impossible_date",
    "value",
    "mark_up",
    "link_scheme",
    "doi",
)

_DOI = r"10\.\d{4,9}/\S+"
_LINK_TARGET = re.compile(r"\]\(\s*<?([^)>\s]*)")


def mistake(kind: str, message: str, hint: str, offset: int = 0, *, mended: str | None = None) -> PydanticCustomError:
    """An error that carries a writer's message, its mend, and where in the value it is, in characters.

    `mended` is the whole value as it should be, where putting it in its place is safe.
    """
    told = {"message": message, "hint": hint, "offset": offset, "mended": mended}
    return PydanticCustomError(kind, "{message}", told)


def blank() -> PydanticCustomError:
    """The error of a key without a value."""
    return mistake(VALUE, "The value is empty.", "Write it after the colon, or remove the line.")


def _iso_date(value: object) -> date:
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise mistake(DATE_FORM, f"“{shown(value)}” is not a date.", f"Write year-month-day{_date_guess(text)}.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise mistake(IMPOSSIBLE_DATE, f"There is no day {text}.", "Check the month and the day.") from None


def _date_guess(text: str) -> str:
    """The likely date where day, month and year can be told apart, as an example otherwise."""
    parts = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})", text.strip())
    if not parts:
        return ", such as 2026-11-21"
    day, month, year = parts.groups()
    return f": {'20' + year if len(year) == 2 else year}-{month.zfill(2)}-{day.zfill(2)}, if the day comes first"


def _recent_date(value: object) -> date:
    """A day on which we can have looked: not before 1990, when no source of ours was yet online."""
    day = _iso_date(value)
    if day.year < 1990:
        raise mistake(DATE_FORM, f"{day} is too long ago.", "Check the year; it cannot be before 1990.")
    return day


def _count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"0|[1-9]\d{0,8}", value):
        return int(value)
    raise mistake(
        VALUE, f"“{shown(value)}” is not a whole number.", "Write digits only, without a leading zero, such as 180."
    )


def _number(value: object) -> Decimal:
    if isinstance(value, str) and re.fullmatch(r"[-−]?(0|[1-9]\d{0,14})(\.\d{1,15})?", value):
        return Decimal(value.replace("−", "-"))
    raise mistake(
        VALUE, f"“{shown(value)}” is not a number.", "Write digits with a point for decimals, such as 0.62; no unit."
    )


def _true_or_false(value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise mistake(VALUE, f"“{shown(value)}” is neither true nor false.", "Write true or false.")


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if value is None or isinstance(value, str):
        raise blank()
    raise mistake(
        VALUE, f"Here stands {shown(value)}, where a text belongs.", "Write one text, without dashes or brackets."
    )


def _inline_markdown(value: object) -> str:
    text = _text(value)
    tag = re.search(r"<(?=[a-zA-Z/!?])", text)
    if tag:
        raise mistake(
            MARK_UP,
            "HTML is not allowed in data.",
            "Use Markdown (**bold**, [link](page.md)) or put a space after “<”.",
            tag.start(),
        )
    for found in _LINK_TARGET.finditer(text):
        target = found[1]
        if scheme(target) not in {None, *ALLOWED_SCHEMES}:
            hint = "Use https:, mailto:, tel: or a page path."
            raise mistake(LINK_SCHEME, f"The link “{target}” is not allowed.", hint, found.start(1))
    return text


def plain_markdown(text: str) -> str | None:
    """The text as `MarkdownText` reads it where it holds neither tag nor link; None where it must be looked at."""
    return None if "<" in text or "](" in text else text.strip() or None


def shown(value: object) -> str:
    """A value as it may be quoted in a message: short, and named where it is not text."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return value if len(value) <= 60 else f"{value[:57]}…"
    return "a list" if isinstance(value, list) else "a group of keys"


def _identifier(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(IDENTIFIER, text):
        hint = f"Use lower-case words joined by hyphens: “{as_identifier(text)}”."
        raise mistake("identifier", f"“{text}” is not an id.", hint)
    return text


def as_identifier(text: str) -> str:
    """The id that a text was probably meant to be."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "name"


def _doi(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(_DOI, text):
        mend = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text, flags=re.IGNORECASE)
        hint = f"Write it without address or prefix: “{mend}”."
        safe = mend if re.fullmatch(_DOI, mend) else None
        raise mistake(DOI, f"“{text}” is not a plain DOI.", hint, mended=safe)
    return text


def _pattern(name: str, form: str, example: str) -> BeforeValidator:
    def check(value: object) -> str:
        text = _text(value)
        if not re.fullmatch(form, text):
            raise mistake(DOI, f"“{text}” is not a {name}.", f"Write it like {example}.")
        return text

    return BeforeValidator(check)


IDENTIFIER = r"[a-z0-9]+(-[a-z0-9]+)*"
"""Lower-case ASCII words joined by hyphens; also the form of file and folder names."""

Text = Annotated[str, BeforeValidator(_text), StringConstraints(min_length=1)]
"""One text, trimmed, never empty; shown as it is, without Markdown."""
MarkdownText = Annotated[str, BeforeValidator(_inline_markdown), StringConstraints(min_length=1)]
"""Inline Markdown without HTML and with safe links."""
Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    Field(pattern=f"^{IDENTIFIER}$"),
    WithJsonSchema({"type": "string", "pattern": f"^{IDENTIFIER}$"}),
]
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
RecentDate = Annotated[date, BeforeValidator(_recent_date)]
"""A day on which something was looked at."""
Count = Annotated[int, BeforeValidator(_count)]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
Flag = Annotated[bool, BeforeValidator(_true_or_false)]
Doi = Annotated[str, BeforeValidator(_doi), WithJsonSchema({"type": "string", "pattern": f"^{_DOI}$"})]
"""A DOI without address; whether its characters are usual ones is rule C022's to say."""
Pmid = Annotated[
    str, _pattern("PMID", r"\d{1,8}", "15691263"), WithJsonSchema({"type": "string", "pattern": r"^\d{1,8}$"})
]
Pmcid = Annotated[
    str, _pattern("PMCID", r"PMC\d+", "PMC1234567"), WithJsonSchema({"type": "string", "pattern": r"^PMC\d+$"})
]
