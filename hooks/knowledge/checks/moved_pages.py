"""F028: the old paths of pages that moved, each leading to one living page."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library, Page
from knowledge.moved import address, is_page_path

F028 = rule(
    "F028",
    wants="The paths in `was` are old ones from docs/, ending in `.md`: not a living page's, and no two alike.",
    why="The site makes a redirect of each; one that stood over a page, or led two ways, would hide what readers look "
    "for.",
    bad="was: [answers/back-pain.md], which is a page",
    good="was: [answers/backache.md]",
)


@on_library(F028, across=True)
def old_paths(library: Library) -> Iterator[Finding]:
    """The form of each path, and that nothing else stands there."""
    living = {address(path): path for path in library.pages}
    claimed: dict[str, Page] = {}
    for page in library.pages.values():
        for number, old in enumerate(page.front.was):
            place = page.place("was", number)
            here = address(old)
            if not is_page_path(old):
                hint = "Write the old file's path from docs/, such as `answers/backache.md`."
                yield Finding(place, f"“{old}” is no path of a page.", hint)
            elif here in living:
                message = f"There is a page at “{old}”, so nothing can lead on from there."
                hint = "Remove it, or give that page another name first."
                if living[here] == page.path:
                    message, hint = "The page names its own path as an old one.", "Remove it."
                yield Finding(place, message, hint)
            elif here in claimed:
                message = f"The page {claimed[here].path} was at “{old}” too."
                yield Finding(place, message, "Keep it on the page that a reader of the old one looks for.")
            claimed.setdefault(here, page)
