"""F007: a known type of page, in a folder that fits it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import LOST, Finding, on_page, rule
from knowledge.library import Library, Page

F007 = rule(
    "F007",
    wants="A known `type`, in a folder that fits it (`folder-types` of rules.yml).",
    why="The type decides a page's keys, sections and layout, and the folder tells readers what kind of page it is.",
    bad="type: artcle",
    good="type: answer",
    never_silenced=LOST,
)


@on_page(F007)
def in_its_folder(page: Page, library: Library) -> Iterator[Finding]:
    """A page's type is one that its top folder holds; an unknown type is met while reading."""
    folder, slash, _ = page.path.partition("/")
    page_type, allowed = page.front.type, library.settings.folder_types.get(folder)
    if page_type is None or not slash or allowed is None or page_type in allowed:
        return
    types = " or ".join(f"`type: {one}`" for one in allowed)
    folders = [f"{name}/" for name, held in library.settings.folder_types.items() if page_type in held]
    move = f", or move the page to {' or '.join(folders)}" if folders else ", or move the page out of this folder"
    message = f"A page of type {page_type} does not belong in the folder {folder}/."
    yield Finding(page.place("type"), message, f"Write {types}{move}.")
