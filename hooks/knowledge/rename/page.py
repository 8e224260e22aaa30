"""Renaming a page: its file, the paths that name it, its navigation, and the old address that leads to it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from knowledge.library import Library, Page
from knowledge.models.page import FrontMatter
from knowledge.moved import address
from knowledge.problems import Edit, Place
from knowledge.rename.links import CannotRenameError, file_edits
from knowledge.rename.places import replaced
from knowledge.source.nodes import Items, Mapping, Scalar
from knowledge.source.yaml_lists import item_lines

_LATER = list(FrontMatter.model_fields)[list(FrontMatter.model_fields).index("was") + 1 :]


def page_edits(old: str, new: str, library: Library) -> Iterator[Edit]:
    """Everything inside docs/ that a page's new path changes."""
    for page in library.pages.values():
        related = page.node.get("related") if page.node else None
        for item in related.items if isinstance(related, Items) else ():
            if isinstance(item, Scalar) and item.text == old:
                yield replaced(item, new)
    popular = library.search.node.get("popular")
    for item in popular.items if isinstance(popular, Items) else ():
        if isinstance(item, Scalar) and item.text == old:
            yield replaced(item, new)
    more = library.search.node.get("more_terms")
    for record in more.items if isinstance(more, Items) else ():
        of_page = record.get("page") if isinstance(record, Mapping) else None
        if isinstance(of_page, Scalar) and of_page.text == old:
            yield replaced(of_page, new)
    yield from file_edits({old: new}, library)
    if address(old) != address(new):
        yield from _old_address(library.pages[old], old, new)


def _old_address(page: Page, old: str, new: str) -> Iterator[Edit]:
    """The old path in the page's `was`; a page that comes back to an old path leads there by itself again."""
    if page.node is None:
        raise CannotRenameError(f"{page.source.path} has no front matter that could hold its old address.")
    was = page.node.get("was")
    if was is None:
        line = _line_for_was(page, page.node)
        yield Edit(Place(page.source.path, line), "", f"was: [{old}]\n")
        return
    kept = [one.text for one in was.items if isinstance(one, Scalar)] if isinstance(was, Items) else []
    wanted = [*(one for one in kept if address(one) not in (address(new), address(old))), old]
    lines = item_lines(page.source, was) if isinstance(was, Items) else []
    if isinstance(was, Items) and lines:
        yield _below_each_other(page, was, lines, wanted)
    elif isinstance(was, Items):
        typed = page.source.lines[was.place.line - 1][was.place.column - 1 :]
        if not typed.startswith("[") or "]" not in typed:
            raise CannotRenameError(
                f"{page.source.path}:{was.place.line}: write `was` on one line first: [a.md, b.md]."
            )
        yield Edit(was.place, typed[: typed.index("]") + 1], f"[{', '.join(wanted)}]")


def _below_each_other(page: Page, was: Items, lines: list[tuple[int, int]], wanted: list[str]) -> Edit:
    """A list of one path a line: paths that go take their lines with them, the old one comes last."""
    first, last = lines[0][0], lines[-1][1]
    source = page.source.lines
    kept = [
        line
        for item, (start, end) in zip(was.items, lines, strict=True)
        if isinstance(item, Scalar) and item.text in wanted[:-1]
        for line in source[start:end]
    ]
    dash = source[first][: source[first].index("-")]
    new = "\n".join([*kept, f"{dash}- {wanted[-1]}"])
    return Edit(Place(page.source.path, first + 1), "\n".join(source[first:last]), new)


def _line_for_was(page: Page, node: Mapping) -> int:
    """The line where `was` belongs in house order: before the first key that follows it, else before the last `---`."""
    later = [key.place.line for key, _ in node.entries if key.text in _LATER]
    if later:
        line = min(later)
        while page.source.lines[line - 2].lstrip().startswith("#"):  # a comment above a key belongs to it
            line -= 1
        return line
    closing = (n for n, text in enumerate(page.source.lines) if n and text.rstrip() in ("---", "..."))
    return next(closing) + 1


def nav_edits(text: str, path: str, old: str, new: str) -> list[Edit]:
    """The edits of mkdocs.yml: each place of its navigation that names the page."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return []
    waiting = [value for key, value in root.value if isinstance(key, yaml.ScalarNode) and key.value == "nav"]
    found = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(value for _, value in node.value)
        elif isinstance(node, yaml.ScalarNode) and node.value == old:
            place = Place(path, node.start_mark.line + 1, node.start_mark.column + 1 + (node.style in ("'", '"')))
            found.append(Edit(place, old, new))
    return found
