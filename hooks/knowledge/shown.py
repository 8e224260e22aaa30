"""Which pages show a comparison. One that no published page shows is a draft: it gets no download."""

from __future__ import annotations

from knowledge.library import Library


def pages_showing(library: Library, *, drafts: bool = False) -> dict[str, list[str]]:
    """Each comparison that can be read and that some page shows, by id, with the paths of those pages.

    Drafts of pages count only where they are asked for, as in the preview, which shows them.
    """
    pages = [page for _, page in sorted(library.pages.items()) if drafts or not page.front.draft]
    found: dict[str, list[str]] = {}
    for page in pages:
        for block in page.body.blocks:
            name = block.argument or ""
            if block.name == "comparison" and name in library.comparisons:
                paths = found.setdefault(name, [])
                if page.path not in paths:
                    paths.append(page.path)
    return {name: found[name] for name in sorted(found)}
