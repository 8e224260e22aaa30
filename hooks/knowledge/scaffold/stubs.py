"""Stubs of data that a new page needs: a comparison whose cells nobody has looked at, a claim that says nothing yet."""

from __future__ import annotations

from knowledge.models.claim import Claim
from knowledge.scaffold.page import NewPage, plain_scalar

_COMPARISON = """\
title: {title}
caption: {title}
last_checked: {day}
row_header: Option
columns:
  - id: effect
    label: Effect
    type: text
    certainty: required
rows:
  - id: first-option
    label: First option
    cells:
      effect: unknown
"""


def comparison_stub(new: NewPage) -> str:
    """A comparison of one option of which nobody has looked at anything: true until somebody has."""
    title = plain_scalar(new.title.rstrip("?."))
    return _COMPARISON.format(title=title, day=new.day)


def claim_stub(new: NewPage) -> str:
    """A claim as comments, so that nothing is claimed before it is known; each line is freed by taking its `#`."""
    keys = [field.alias or name for name, field in Claim.model_fields.items() if field.is_required()]
    lines = [f"#   {key}: …" for key in keys if key != "id"]
    head = f"# The claim that answers “{new.title}”. Its id names the question, not the answer; fill it in from its"
    return "\n".join([head, "# sources and take the # away.", f"# - id: {new.name}", *lines, ""])
