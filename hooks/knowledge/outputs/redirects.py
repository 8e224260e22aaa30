"""Redirects: a small page for each old path of a page that moved, since readers and other sites keep links."""

from __future__ import annotations

import posixpath
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from knowledge.content_policy import REFERRER, content_policy
from knowledge.library import Library
from knowledge.moved import moved_pages

_SCRIPT = "assets/javascripts/moved.js"
_FOLLOW = "location.replace(document.querySelector('a').href + location.hash);\n"
"""Keeps the part behind `#`, which a refresh would lose; a file, since the policy allows no inline script."""


def redirects(
    library: Library, address: str | None = None, *, directory_urls: bool = True, preview: bool = False
) -> dict[str, str]:
    """The HTML of each redirect by its path in the site, and the script of all.

    `address` is where the site is published; without it, what mkdocs.yml says. `directory_urls` is MkDocs'
    `use_directory_urls`. In the preview they carry no policy, since its server puts a script of its own into each page.

    Links are relative, so that they work below any path; without scripts too, but for the part behind `#`.
    """
    site_url = (address or library.site.site_url or "").rstrip("/")
    pages: dict[str, str] = {}
    for old, new in moved_pages(library).items():
        place = _file(old, directory_urls=directory_urls)
        target = page_address(new, directory_urls=directory_urls)
        folder = posixpath.dirname(place) or "."
        relative = posixpath.relpath(target or ".", folder) + ("/" if not target or target.endswith("/") else "")
        page = library.pages[new]
        canonical = f"{site_url}/{quote(target)}" if site_url else quote(relative)
        script = posixpath.relpath(_SCRIPT, folder)
        pages[place] = _html(page.front.title or new, quote(relative), canonical, script, policy=not preview)
    return pages | ({_SCRIPT: _FOLLOW} if pages else {})


def _file(path: str, *, directory_urls: bool) -> str:
    """The file that a page at a path of docs/ is written to."""
    stem = path.removesuffix(".md")
    name = posixpath.basename(stem)
    if name.casefold() == "readme":
        stem = posixpath.join(posixpath.dirname(stem), "index")
    elif directory_urls and name != "index":
        stem = f"{stem}/index"
    return f"{stem}.html"


def page_address(path: str, *, directory_urls: bool = True) -> str:
    """A page's address below the site's own, "" for the home page."""
    file = _file(path, directory_urls=directory_urls)
    return file.removesuffix("index.html") if directory_urls else file


def _html(title: str, target: str, canonical: str, script: str, *, policy: bool) -> str:
    root = Element("html", {"lang": "en-GB"})
    head = SubElement(root, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    if policy:
        SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": content_policy()})
    SubElement(head, "meta", {"name": "referrer", "content": REFERRER})
    SubElement(head, "title").text = f"Moved: {title}"
    SubElement(head, "meta", {"name": "robots", "content": "noindex"})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    SubElement(head, "link", {"rel": "canonical", "href": canonical})
    SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={target}"})
    body = SubElement(root, "body")
    paragraph = SubElement(body, "p")
    paragraph.text = "This page has moved: "
    SubElement(paragraph, "a", {"href": target}).text = title
    SubElement(body, "script", {"src": script})
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html") + "\n"
