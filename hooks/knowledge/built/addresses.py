"""Where an address on a page leads: to a file of the site, to a part of it, or elsewhere."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from knowledge.built.tree import Tree


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads.

    `file` is a file of the site, or None; `fragment` is what stands behind `#`; `foreign` says that it leads to
    another origin or needs none; `reason` tells why there is no file where there should be one.
    """

    file: str | None = None
    fragment: str = ""
    foreign: bool = False
    reason: str = ""


def resolved(address: str, page: str, tree: Tree) -> Target:
    """Where an address that stands on a page leads, as a browser would follow it on a plain file server.

    No server is asked to guess: a folder without its slash, which some hosts mend by a redirect, is told.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return Target(reason="is no address")
    if parts.scheme and parts.scheme not in ("http", "https"):
        return Target(foreign=True)
    if parts.scheme or parts.netloc:
        return _absolute(parts, tree)
    fragment = unquote(parts.fragment)
    if not parts.path:
        return Target(page, fragment)
    path = unquote(parts.path)
    if path.startswith("/"):
        return _below_base(path, fragment, tree)
    return _found(posixpath.join(posixpath.dirname(page), path), fragment, tree)


def loads_elsewhere(address: str, tree: Tree) -> bool:
    """Whether a browser would turn to another origin for this address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    if not parts.netloc:
        return False
    own = urlsplit(tree.address) if tree.address else None
    return own is None or (parts.scheme or own.scheme, parts.netloc) != (own.scheme, own.netloc)


def _absolute(parts: SplitResult, tree: Tree) -> Target:
    own = urlsplit(tree.address) if tree.address else None
    if own is None or (parts.scheme or own.scheme, parts.netloc) != (own.scheme, own.netloc):
        return Target(foreign=True)
    return _below_base(unquote(parts.path) or "/", unquote(parts.fragment), tree)


def _below_base(path: str, fragment: str, tree: Tree) -> Target:
    if not path.startswith(tree.base):
        return Target(reason=f"leads out of the site, which begins at {tree.base}")
    return _found(path.removeprefix(tree.base), fragment, tree)


def _found(path: str, fragment: str, tree: Tree) -> Target:
    folder = path.endswith("/") or posixpath.basename(path) in ("", ".", "..")
    name = posixpath.normpath(path).removeprefix("./") if path else "."
    if name.startswith(".."):
        return Target(reason="leads out of the site")
    if not folder and path:
        if name in tree.names:
            return Target(name, fragment)
        if f"{name}/index.html" in tree.names:
            return Target(reason="leads to a folder, and lacks its slash at the end")
        return Target(reason="leads to no file of the site")
    index = "index.html" if name == "." else f"{name}/index.html"
    if index in tree.names:
        return Target(index, fragment)
    return Target(reason="leads to no page of the site")
