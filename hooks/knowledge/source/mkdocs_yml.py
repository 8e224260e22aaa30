"""What the checks need to know of mkdocs.yml: the site's address and the pages in its navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """Address and navigation; None where mkdocs.yml does not tell, and rules that need it are skipped."""

    site_url: str | None = None
    nav: tuple[str, ...] | None = None


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as its default and every other tag as nothing, without running anything."""


def _env(loader: _Loader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)[-1]
    return None


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def read_site_config(file: Path) -> SiteConfig:
    """The site's configuration as far as it can be read; MkDocs itself tells what is wrong with it."""
    try:
        config = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  a safe loader of ours
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return SiteConfig()
    if not isinstance(config, dict):
        return SiteConfig()
    url, nav = config.get("site_url"), config.get("nav")
    return SiteConfig(url if isinstance(url, str) and url else None, tuple(_paths(nav)) if nav else None)


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list):
        for item in nav:
            yield from _paths(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _paths(item)
