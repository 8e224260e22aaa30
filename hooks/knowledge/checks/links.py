"""L001 and L002: links reach a page and an anchor, by the path of its file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from knowledge.checks.anchors import anchors
from knowledge.checks.rule import HOLE, Finding, on_library, rule
from knowledge.checks.targets import FOREIGN, Target, targets
from knowledge.library import Library
from knowledge.models.targets import decoded, host
from knowledge.moved import moved_pages
from knowledge.suggest import did_you_mean

L001 = rule(
    "L001",
    wants="Internal links reach a page and an anchor on it, a file of docs/ or a download, and no draft.",
    why="A dead link costs the reader's trust, and on a safety page more than that.",
    bad="[the answer](sciatca.md#risks)",
    good="[the answer](sciatica.md#questions-people-ask)",
    never_silenced=HOLE,
)
L002 = rule(
    "L002",
    wants="Links to pages are relative `.md` paths, not addresses of this site.",
    why="Only they can be checked, and only they work in preview, in a branch and in a copy.",
    bad="[the answer](/answers/sciatica/)",
    good="[the answer](sciatica.md)",
)


@on_library(L002)
def relative_paths(library: Library) -> Iterator[Finding]:
    """Neither an address of this site nor a path as the browser shows it."""
    for target in targets(library):
        if _is_own_address(target, library):
            path = urlsplit(decoded(target.raw)).path.removeprefix(
                urlsplit(library.site.site_url or "").path.rstrip("/")
            )
            yield Finding(target.place, "The link names this site by its address.", _mend(path, target, library))
        elif _is_site_path(target, library):
            message = f"The link “{target.raw}” is no path of a page's file."
            yield Finding(target.place, message, _mend(target.path, target, library))


def _is_own_address(target: Target, library: Library) -> bool:
    own = library.site.site_url
    return bool(own) and target.scheme in FOREIGN and host(target.raw) == host(own or "")


def _is_site_path(target: Target, library: Library) -> bool:
    """Whether a path is one that the browser shows (`/a/b/`, `a/`, `a.html`) and no file of docs/."""
    if target.scheme is not None or not target.path or target.loads:
        return False
    if target.path.startswith("/"):
        return True
    if target.file is None or target.file in library.files:
        return False
    return target.path.endswith(("/", ".html")) or not posixpath.splitext(target.path)[1]


def _mend(path: str, target: Target, library: Library) -> str:
    """The relative path of the page that a site path shows, where there is one."""
    folder = "" if path.startswith("/") else target.folder
    stem = posixpath.normpath(posixpath.join(folder, path.strip("/").removesuffix("index.html").removesuffix(".html")))
    stem = stem.removesuffix(".md")
    for page in (f"{stem}.md", "index.md" if stem == "." else f"{stem}/index.md"):
        if page in library.pages:
            anchor = f"#{target.anchor}" if target.anchor else ""
            return f"Write `{posixpath.relpath(page, target.folder or '.')}{anchor}`."
    return "Write the path of the page's file, such as `../answers/sciatica.md`."


@on_library(L001, across=True)
def reach(library: Library) -> Iterator[Finding]:
    """Pages, anchors, files and downloads exist. The anchors of a page whose type cannot be read are not known."""
    known: dict[str, set[str]] = {}
    for target in targets(library):
        if target.scheme is not None or _is_site_path(target, library) or target.path.startswith("/"):
            continue
        if not target.path and not target.anchor:
            yield Finding(target.place, "The link leads nowhere.", "Write the path of a page, or remove the link.")
            continue
        file = target.file
        page = library.pages.get(file) if file else None
        if page is None:
            if file is not None and file not in library.files and file not in _downloads(library):
                yield _no_file(target, file, library)
        elif page.front.draft and page is not target.page:
            hint = "Remove the link until that page is published."
            yield Finding(target.place, f"The link leads to “{page.path}”, which is a draft.", hint)
        elif target.anchor and page.front.type is not None:
            if page.path not in known:
                known[page.path] = anchors(page, library)
            there = known[page.path]
            if target.anchor not in there:
                hint = did_you_mean(
                    target.anchor, there, otherwise="Write the heading's words in lower case with hyphens."
                )
                yield Finding(target.place, f"The page “{page.path}” has no anchor “{target.anchor}”.", hint)


def _no_file(target: Target, file: str, library: Library) -> Finding:
    noun = "page" if file.endswith(".md") else "file"
    candidates = library.pages if noun == "page" else [*library.files, *_downloads(library)]
    shown = {posixpath.relpath(path, target.folder or "."): path for path in candidates}
    hint = did_you_mean(target.path, shown, otherwise="Mend the path, or remove the link.")
    new = moved_pages(library).get(file)
    if new is not None:
        hint = f"That page has moved: write `{posixpath.relpath(new, target.folder or '.')}`."
    return Finding(target.place, f"There is no {noun} “{file}”.", hint)


def _downloads(library: Library) -> set[str]:
    return {f"data/comparisons/{name}.{form}" for name in library.comparison_ids for form in ("csv", "json")}
