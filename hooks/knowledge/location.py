"""Where a page is published: its own address, the site's, and the trail of links that leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the trail above a page; `address` is from the site's own, None where the step is no page."""

    title: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Location:
    """`site` and `url` are absolute; `addresses` are those of all pages from the site's own, by path from docs/."""

    site: str
    url: str
    crumbs: tuple[Crumb, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)

    def absolute(self, address: str) -> str:
        """An address from the site's own (`./` is the home page) as an absolute one."""
        return urljoin(self.site.rstrip("/") + "/", address)

    def of_page(self, path: str) -> str | None:
        """Where another page is published, None where it is not."""
        address = self.addresses.get(path)
        return None if address is None else self.absolute(address)
