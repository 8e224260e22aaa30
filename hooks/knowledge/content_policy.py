"""What a browser may load and run on our pages (Content Security Policy, level 3): one policy, the same everywhere.

Instant navigation keeps the policy of the page that was loaded first, so that no page may need another one.
"""

from __future__ import annotations

_OWN = "'self'"
_NONE = "'none'"

POLICY: dict[str, str] = {
    "default-src": _OWN,
    "script-src": _OWN,
    "style-src": _OWN,
    # The marks stand in the style sheet: no copy opened from a disk can mask with a file of its own.
    "img-src": f"{_OWN} data:",
    "font-src": _OWN,
    "connect-src": _OWN,
    "worker-src": _OWN,
    "object-src": _NONE,
    "frame-src": _NONE,
    "base-uri": _NONE,
    "form-action": _NONE,
}
"""Directive by directive. `'self'` without more allows no inline script, handler or style, and no eval."""

ONLY_IN_HEADERS: dict[str, str] = {"frame-ancestors": _NONE}
"""What browsers heed in a header alone: that no other site shows ours in a frame, under its own buttons."""

REFERRER = "no-referrer"
"""Other sites are not told which page on health sent them a reader."""


def content_policy(*, header: bool = False) -> str:
    """The policy as one line, for a meta element or, with `header`, for a header."""
    return "; ".join(f"{name} {value}" for name, value in (POLICY | (ONLY_IN_HEADERS if header else {})).items())
