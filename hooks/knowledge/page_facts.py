"""What the templates may know of a page: ready values, so that they need no logic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from knowledge.appointment import sheet_title
from knowledge.library import Page
from knowledge.panel.panel import Panel


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page's facts for its template; `panel` is None outside the preview and where there is no problem."""

    path: str
    type: str | None
    title: str | None
    summary: str | None
    description: str | None
    last_reviewed: date | None
    draft: bool
    in_serve: bool
    panel: Panel | None
    json_ld: str | None = None
    shared: tuple[tuple[str, str], ...] = ()
    """What a shared link shows: property and content of each."""
    unlisted: bool = False
    """Linked, and kept out of what search engines list."""

    @classmethod
    def of(
        cls,
        page: Page,
        panel: Panel | None,
        *,
        preview: bool,
        json_ld: str | None = None,
        shared: tuple[tuple[str, str], ...] = (),
    ) -> PageFacts:
        """The facts of a page."""
        front = page.front
        return cls(
            path=page.path,
            type=front.type.value if front.type else None,
            title=front.title,
            summary=front.summary,
            description=front.description,
            last_reviewed=front.last_reviewed,
            draft=front.draft,
            in_serve=preview,
            panel=panel,
            json_ld=json_ld,
            shared=shared,
        )

    @classmethod
    def of_sheet(cls, answer: Page, path: str, *, preview: bool) -> PageFacts:
        """The facts of an answer's sheet for an appointment."""
        facts = cls.of(answer, None, preview=preview)
        told = f"One page to print or fill in before you see someone. {answer.front.title}"
        return replace(facts, path=path, type="sheet", title=sheet_title(answer), description=told, unlisted=True)
