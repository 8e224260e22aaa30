"""What a built tree cannot tell of itself, read from the project it was built from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.source.front_matter import split_page
from knowledge.source.nodes import Scalar
from knowledge.source.text import read_text


@dataclass(frozen=True, slots=True)
class Known:
    """Which pages are drafts (paths from docs/), and the folders of the machine that no file may name."""

    drafts: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()

    @classmethod
    def of(cls, project: Path) -> Known:
        """What is known of a project; without a docs folder there are no drafts."""
        docs = project / "docs"
        drafts = frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if _is_draft(path))
        return cls(drafts, (str(project.absolute()), str(project.resolve())))


def _is_draft(file: Path) -> bool:
    source = read_text(file)
    if "draft" not in source.text:
        return False
    front = split_page(source).front
    value = front.get("draft") if front else None
    return isinstance(value, Scalar) and value.text == "true"
