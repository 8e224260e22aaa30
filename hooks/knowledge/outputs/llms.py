"""llms.txt (llmstxt.org): every page with its answer in a breath and how sure it is, for programs that read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from urllib.parse import urljoin

from knowledge.cards.sections import card_of
from knowledge.dataset import LICENCE, PUBLISHER
from knowledge.in_words import ended
from knowledge.library import Library, Page
from knowledge.models.words import PageType

LLMS = "llms.txt"
_OPTIONAL = "about/writing/"
"""Pages for writers: what a program may leave out comes last, under the format's own heading."""


def llms_txt(library: Library, addresses: Mapping[str, str], site: str | None, description: str) -> str:
    """The file. `site` is the site's address; without it links are relative, which works from where the file lies."""
    nav = {path: place for place, path in enumerate(library.site.nav or ())}
    pages = [page for page in library.published() if page.path in addresses]
    pages.sort(key=lambda page: nav.get(page.path, len(nav)))  # sections stand together, as in the menu
    lines = [f"# {PUBLISHER}", "", f"> {description}", "", *_how_to_use(library, addresses, site)]
    places = {title: place for place, title in enumerate(dict.fromkeys(_section(page) for page in pages))}
    pages.sort(key=lambda page: (_section(page) == "Optional", places[_section(page)]))
    for title, found in groupby(pages, key=_section):
        lines += ["", f"## {title}", "", *(_line(page, library, addresses, site) for page in found)]
    return "\n".join(lines) + "\n"


def _how_to_use(library: Library, addresses: Mapping[str, str], site: str | None) -> list[str]:
    words = "; ".join(library.settings.certainty_words.values())
    urgent = library.urgent_page()
    signs = f" [Danger signs]({_link(urgent, addresses, site)}) come before any advice." if urgent else ""
    return [
        f"This is information, not medical advice, and no clinician has checked it unless the page names one.{signs}",
        "",
        f"Each answer says how sure it is, in these words: {words}. Keep them with the answer when you repeat it, and "
        "name the page and the date on which it was last reviewed. “Not tested” means that we looked and found no "
        f"study; it does not mean no. Licence: {LICENCE['name']}.",
    ]


def _section(page: Page) -> str:
    if page.path.startswith(_OPTIONAL):
        return "Optional"
    return "Start here" if page.front.type is PageType.HOME else card_of(page.path).label


def _line(page: Page, library: Library, addresses: Mapping[str, str], site: str | None) -> str:
    title = (page.front.title or page.path).replace("[", "\\[").replace("]", "\\]")
    told = [_verdict(page, library), page.front.summary or page.front.description or ""]
    return f"- [{title}]({_link(page, addresses, site)}): {' '.join(ended(text) for text in told if text)}"


def _verdict(page: Page, library: Library) -> str:
    """The answer in a few words with how sure it is; nothing for pages that are no answers."""
    claim = library.claims.get(page.front.primary_claim) if page.front.primary_claim else None
    if claim is None:
        return ""
    words = library.settings.certainty_words.get(claim.certainty, claim.certainty.value)
    return claim.headline if claim.certainty.beads == 0 else f"{claim.headline.rstrip('.')} ({words.lower()})"


def _link(page: Page, addresses: Mapping[str, str], site: str | None) -> str:
    address = addresses.get(page.path, "")
    return urljoin(site, address) if site else address
