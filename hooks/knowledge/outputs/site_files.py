"""Small files for programs that visit the site: what they may read, where its pages are, what changed."""

from __future__ import annotations

from urllib.parse import urljoin

from knowledge.library import Library
from knowledge.outputs.feed import feed
from knowledge.outputs.llms import LLMS, llms_txt


def site_files(library: Library, addresses: dict[str, str], site: str | None, description: str) -> dict[str, str]:
    """Each file by its path in the site. Without the site's address there is no feed and no word of the sitemap: both
    speak in absolute addresses alone, and one that was made up would lead nowhere."""
    base = site.rstrip("/") + "/" if site else None
    found = {"robots.txt": _robots(base), LLMS: llms_txt(library, addresses, base, description)}
    return found | (feed(library, addresses, base) if base else {})


def _robots(site: str | None) -> str:
    """Everything may be read (RFC 9309)."""
    allowed = "User-agent: *\nAllow: /\n"
    return f"{allowed}\nSitemap: {urljoin(site, 'sitemap.xml')}\n" if site else allowed
