"""Pages that moved: where the old paths in `was` lead, as rules look at them and as the site redirects them."""

from __future__ import annotations

from pathlib import PurePosixPath

from knowledge.library import Library


def moved_pages(library: Library) -> dict[str, str]:
    """New path by old path, for pages that are published; the first page that claims an old path has it.

    An old path that is a living page's, or whose address is, is left out: a redirect never takes a page's place.
    """
    living = {address(path) for path in library.pages}
    moved: dict[str, str] = {}
    for page in library.published():
        for old in page.front.was:
            if is_page_path(old) and address(old) not in living:
                moved.setdefault(old, page.path)
    return moved


def is_page_path(path: str) -> bool:
    """Whether a path from docs/ could be a page's: relative, inside docs/, ending in `.md`."""
    parts = path.split("/")
    plain = all(part not in ("", ".", "..") and "\\" not in part for part in parts)
    return plain and path.endswith(".md") and len(parts[-1]) > len(".md")


def address(path: str) -> str:
    """Where a page is published, as the folder of its `index.html`: `a/b.md` and `a/b/index.md` are the same."""
    pure = PurePosixPath(path.casefold())
    folder = pure.parent if pure.stem in ("index", "readme") else pure.with_suffix("")
    return "" if str(folder) == "." else folder.as_posix()
