"""What hooks tell the head of a page, put into pages that an engine without hooks has built; and their sitemap."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path
from xml.sax.saxutils import escape as escape_xml

from knowledge.appointment import sheet_pages
from knowledge.library import Library, Page
from knowledge.location import Crumb, Location
from knowledge.outputs.json_ld import page_json_ld
from knowledge.outputs.link_preview import link_preview
from knowledge.outputs.redirects import page_address

_END = "</head>"
_TRAIL = (Crumb("Home", ""),)
"""All of the trail that templates show without hooks."""


def write_heads(library: Library, folder: Path, address: str | None) -> None:
    """Tell each built page's head what a shared link shows, and machines what it holds; keep sheets out of their lists.

    `address` is the site's own; without it the pages have none, so there is no JSON-LD and no sitemap.
    """
    pages = {page.path: page for page in library.published()}
    addresses = {path: page_address(path) for path in pages}
    site = address.rstrip("/") + "/" if address else None
    for path, page in pages.items():
        where = Location(site, site + addresses[path], _TRAIL, addresses) if site else None
        _put(_file(folder, path), _told(page, library, where))
    for path in sheet_pages(library):
        _put(_file(folder, path), '<meta name="robots" content="noindex">')
    if site:
        dates = {site + addresses[path]: page.front.last_reviewed for path, page in pages.items()}
        (folder / "sitemap.xml").write_text(_sitemap(dates), encoding="utf-8")


def _told(page: Page, library: Library, where: Location | None) -> str:
    shared = link_preview(page, library, where)
    lines = [f'<meta property="{name}" content="{escape(content)}">' for name, content in shared]
    if where:
        lines.append(f'<script type="application/ld+json">{page_json_ld(page, library, where)}</script>')
    return "\n".join(lines)


def _put(file: Path, told: str) -> None:
    before, end, after = file.read_text(encoding="utf-8").partition(_END)
    if end:
        file.write_text(f"{before}{told}\n{end}{after}", encoding="utf-8", newline="")


def _sitemap(dates: Mapping[str, date | None]) -> str:
    entries = "".join(
        f"<url><loc>{escape_xml(url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in dates.items()
    )
    kind = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{kind}">\n{entries}</urlset>\n'


def _file(folder: Path, path: str) -> Path:
    return folder / page_address(path) / "index.html"
