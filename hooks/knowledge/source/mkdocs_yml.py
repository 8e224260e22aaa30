"""What the checks need to know of mkdocs.yml: the site's address, the pages in its navigation, the files it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import yaml

MKDOCS_YML = "../mkdocs.yml"
"""Where the site's configuration lies, from docs/."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """Address and navigation; None where mkdocs.yml does not tell, and rules that need it are skipped.

    `texts` are all texts in it, such as the names of style sheets; None where there is no mkdocs.yml. `overrides` is
    the theme's folder of templates; `contact`, from `extra`, is how to reach whoever publishes this copy; `description`
    is the site's own.
    """

    site_url: str | None = None
    description: str | None = None
    nav: tuple[str, ...] | None = None
    texts: tuple[str, ...] | None = None
    overrides: Path | None = None
    contact: str | None = None


_MOST = 1_000_000  # bytes; MkDocs itself tells what is wrong with such a file


def read_site_config(file: Path, changed: bytes | None = None) -> SiteConfig:
    """The site's configuration as far as it can be read; MkDocs itself tells what is wrong with it.

    Only the nodes are read, each once: values are never built, since an alias inside itself has no end, and a few
    aliases of aliases make millions of values. An `!ENV [NAME, default]` counts as its default. `changed` is read in
    place of what stands in the file.
    """
    root = _root(file, changed)
    if root is None:
        return SiteConfig()
    entries = dict(_named(root))
    nav = tuple(_texts(entries["nav"])) if "nav" in entries else ()
    theme = entries.get("theme")
    overrides = _default(dict(_named(theme)).get("custom_dir")) if theme else None
    extra = entries.get("extra")
    return SiteConfig(
        site_url=_default(entries.get("site_url")),
        description=_default(entries.get("site_description")),
        nav=nav or None,
        texts=tuple(_texts(root)),
        overrides=file.parent / overrides if overrides else None,
        contact=_default(dict(_named(extra)).get("contact")) if extra else None,
    )


def site_address(file: Path, environment: Mapping[str, str]) -> str | None:
    """The site's address as a build would have it, where `!ENV` takes what the environment says; None without one."""
    root = _root(file)
    node = dict(_named(root)).get("site_url") if root else None
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV":
        named = (environment.get(str(one.value)) for one in node.value[:-1])
        return next(filter(None, named), None) or _default(node)
    return _default(node)


def _root(file: Path, changed: bytes | None = None) -> yaml.MappingNode | None:
    try:
        with file.open("rb") if changed is None else BytesIO(changed) as stream:
            text = stream.read(_MOST + 1).decode("utf-8")
        root = yaml.compose(text, Loader=yaml.SafeLoader) if len(text) <= _MOST else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return None
    return root if isinstance(root, yaml.MappingNode) else None


def _named(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return ((key.value, value) for key, value in pairs if isinstance(key, yaml.ScalarNode))


def _default(node: yaml.Node | None) -> str | None:
    """A text, or the last part of an `!ENV` list; None where it is neither or empty."""
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        node = node.value[-1]
    is_text = isinstance(node, yaml.ScalarNode) and node.tag != "tag:yaml.org,2002:null"
    return str(node.value) or None if node is not None and is_text else None


def _texts(nav: yaml.Node) -> Iterator[str]:
    """Every text below a node that is no key, in order."""
    seen: set[int] = set()
    waiting = [nav]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(value for _, value in reversed(node.value))
        elif isinstance(node, yaml.ScalarNode):
            yield node.value
