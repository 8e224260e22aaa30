"""A figure that no build can work out: it was measured by a tool, looked at, and written down with its date."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from knowledge.models.fields import VALUE, Identifier, MarkdownText, Number, RecentDate, Text, mistake
from knowledge.models.parse import Model

_LIMIT = re.compile(r"(at most|at least) ([-−]?\d+(?:\.\d+)?)")


def _limit(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not _LIMIT.fullmatch(text):
        hint = "Write it as `at most 140` or `at least 98`, in the unit of the value."
        raise mistake(VALUE, f"“{text}” is not a limit.", hint)
    return text


Limit = Annotated[str, BeforeValidator(_limit)]


class Measurement(Model):
    """One figure on the quality page that was measured rather than counted."""

    id: Identifier = Field(description="Which figure it is: a name of `measured-figures` in rules.yml")
    label: Text = Field(description="What was measured, in a reader's words")
    value: Number = Field(description="The figure as the tool gave it", examples=["98"])
    unit: Text | None = Field(default=None, description="Its unit", examples=["kB"])
    limit: Limit | None = Field(default=None, description="What we hold ourselves to: `at most 140`, `at least 98`")
    measured_on: RecentDate = Field(description="The day on which it was measured")
    tool: Text = Field(description="What measured it")
    version: Text = Field(description="The version of that tool")
    note: MarkdownText | None = Field(default=None, description="On what it was measured, and what was left out")

    @property
    def met(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        found = _LIMIT.fullmatch(self.limit or "")
        if found is None:
            return None
        bound = Decimal(found[2].replace("−", "-"))
        return self.value <= bound if found[1] == "at most" else self.value >= bound
