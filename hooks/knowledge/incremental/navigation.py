"""The navigation as templates can see it: titles, addresses, nesting and order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from knowledge.incremental.digest import canonical, digest
from knowledge.incremental.protocols import Config, Navigation
from knowledge.incremental.templates import Looks


def navigation_print(nav: Navigation, files: Iterable[Any], config: Config, looks: Looks) -> str:
    """A digest of all that the templates can show of other pages.

    Of their front matter only the keys that templates read count, and their text where templates read that.
    """
    told = [_item(one, looks) for one in nav.items]
    order = [page.url for page in nav.pages]
    beside = [page_told(file.page, looks) for file in files if file.page is not None] if "pages" in looks.names else []
    asked = config.items() if "nav" in looks.attributes else ()
    return digest(canonical([told, order, beside, [value for name, value in asked if name == "nav"]]))


def _item(item: Any, looks: Looks) -> list[Any]:
    if getattr(item, "is_page", False):
        return page_told(item, looks)
    inner = [_item(one, looks) for one in item.children or ()]
    return [type(item).__name__, item.title, getattr(item, "url", None), inner]


def page_told(page: Any, looks: Looks) -> list[Any]:
    """What others can show of a page."""
    meta = page.meta or {}
    shown = meta if looks.keys is None else {key: meta[key] for key in looks.keys if key in meta}
    more = page.update_date if "update_date" in looks.attributes else None
    return ["page", page.title, page.url, page.edit_url, page.file.src_uri, dict(shown), more]


def texts_of(pages: Iterable[tuple[str, str]], looks: Looks) -> Iterator[str]:
    """What stands for the texts of all pages, given as path and digest, where templates look that far."""
    if looks.far:
        yield from (part for pair in pages for part in pair)
