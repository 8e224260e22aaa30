"""Raw HTML tags and their attributes."""

from __future__ import annotations

import html
import re

from knowledge.problems import Place
from knowledge.source.markdown.model import HtmlTag

# A tag, opening or closing. No `<` or back-tick outside of quotes, so that no search runs far.
TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>`"'@]*+)(?P<rest>(?:[^'"<>`]++|"[^"]*+"|'[^']*+')*)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


def html_tag(match: re.Match[str], place: Place) -> HtmlTag:
    """The opening tag that `TAG` matched."""
    attributes = tuple(_attribute(found) for found in _ATTRIBUTE.finditer(match["rest"]))
    return HtmlTag(match["name"].lower(), place, attributes)


def _attribute(match: re.Match[str]) -> tuple[str, str | None]:
    value = next((group for group in match.groups()[1:] if group is not None), None)
    return match.group(1).lower(), None if value is None else html.unescape(value)
