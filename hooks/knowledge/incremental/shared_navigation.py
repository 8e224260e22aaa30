"""Material's navigation, rendered once for all pages of a folder: an entry that is not active is the same on each.

It is the larger part of rendering on a large site. Only the two templates of Material that are known here, to the byte,
are read with a call of ours in place of theirs; others, and a site's own, stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from knowledge.incremental.digest import digest

NAME = "shared_navigation"
"""What templates call."""
_KNOWN = {
    "partials/nav.html": ("55e0bedfced9c02f846c7b7f247ef573", "item.render(nav_item, path, 1)"),
    "partials/nav-item.html": (
        "ddf4c6a1730f530c1cb3afffce035ee4",
        'render(item, path ~ "_" ~ loop.index, level + 1, nav_item)',
    ),
}
"""Of each template the digest, and the one call in it that renders an entry (Material 9.8.1)."""


def is_known(name: str, source: str) -> bool:
    """Whether this is a template that calls can be put into."""
    return name in _KNOWN and digest(source) == _KNOWN[name][0]


def with_our_call(name: str, source: str) -> str:
    """The source of a template that is known, with our call; any other as it is."""
    if not is_known(name, source):
        return source
    theirs = _KNOWN[name][1]
    macro, _, arguments = theirs.partition("(")
    return source.replace(theirs, f"{NAME}({macro}, {arguments}")


class SharedNavigation:
    """The entries of one folder's pages, by their place in the navigation.

    Addresses are relative to the page that shows them, and what leads from two pages of a folder to a third place is
    the same, unless that lies below one of the two. Of all else that the macros of Material 9.8.1 read, only the page
    itself and `active`, which its parents share, differ between pages, as long as no hook tells templates more.
    """

    def __init__(self) -> None:
        """With nothing rendered."""
        self.forget()

    def forget(self) -> None:
        """Other pages may have other titles now."""
        self._nav: Any = None
        self._above: frozenset[str] | None = None
        self._page: Any = None
        self._place: tuple[Any, ...] | None = None
        self._made: dict[tuple[str, bool], Any] = {}

    @pass_context
    def __call__(self, context: Context, render: Callable[..., Any], item: Any, path: str, *more: Any) -> Any:
        """What the macro `render` makes of an entry; `more` is its level and, below the first, its parent."""
        page, nav = context.get("page"), context.get("nav")
        if page is not self._page or nav is not self._nav:
            self._enter(page, nav, tuple(context.get("features") or ()))
        if self._place is None or item.active or getattr(item, "pages", None):
            return render(item, path, *more)
        key = path, bool(len(more) > 1 and more[1].active)
        if key not in self._made:
            self._made[key] = render(item, path, *more)
        return self._made[key]

    def _enter(self, page: Any, nav: Any, features: tuple[str, ...]) -> None:
        """A page is rendered; entries of the last one stay where they are the same for this one."""
        if nav is not self._nav:
            self._nav, self._above, self._place = nav, _above(_addresses(nav.items)) if nav else None, None
            self._made.clear()
        self._page = page
        url = page.url if page else ""
        own = url.strip("/")
        if self._above is None or own in ("", ".") or own in self._above or ".." in own:
            self._place = None
            return
        place = own.rpartition("/")[0], url.endswith("/"), features
        if place != self._place:
            self._made.clear()
        self._place = place


def _addresses(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        yield getattr(item, "url", None) or ""
        yield from _addresses(item.children or ())


def _above(addresses: Iterable[str]) -> frozenset[str] | None:
    """The folders that an address lies below; None where one is not as it would be written."""
    found: set[str] = set()
    for address in addresses:
        parts = address.strip("/").split("/")
        if ".." in parts:
            return None
        found.update("/".join(parts[:count]) for count in range(1, len(parts)))
    return frozenset(found)
