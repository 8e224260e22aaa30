"""One page in one build: what is known of it, and how it is kept or made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from knowledge.incremental.digest import canonical
from knowledge.incremental.lookups import NotedFiles
from knowledge.incremental.protocols import Page
from knowledge.incremental.records import PageRecord, digest_of_content
from knowledge.incremental.templates import KEPT, MAYBE
from knowledge.recording import RECORDER


class Fate(Enum):
    """What becomes of a page's file."""

    RENDERED = "rendered"
    MAYBE = "kept if its template is told the same"
    KEPT = "kept"
    ELSEWHERE = "rendered by another process"


@dataclass(slots=True)
class Work:
    """A page in this build."""

    file: Any
    made_from: str
    record: PageRecord
    keeps_text: bool
    reason: str = ""
    number: int = 0
    done: bool = False
    layout: str = "main.html"
    fate: Fate = Fate.RENDERED
    content: tuple[str, list[Any]] | None = None
    """Its new content, to be remembered; None where that stays as it is."""
    entries: str | None = None
    shown_before: str = ""

    @property
    def path(self) -> str:
        """The page's path from docs/."""
        return str(self.file.src_uri)


def put_stub(page: Page, fill: Callable[[Page], None]) -> None:
    """Have the generator take what `fill` puts in instead of reading and turning the page."""
    page.read_source = lambda config: _as_read(page)
    page.render = lambda config, files: fill(page)


def _as_read(page: Page) -> None:
    page.markdown, page.meta = "", {}


def put_recording(page: Page) -> None:
    """Have the page turned as ever, noting which files its links look up."""
    render = page.render
    page.render = lambda config, files: render(config, NotedFiles(files))


def take_away(page: Page) -> None:
    """The page is as the generator made it again."""
    for name in ("read_source", "render"):
        vars(page).pop(name, None)


def fill_from(page: Page, record: PageRecord, file_at: Callable[[str], Any]) -> None:
    """Give a page what a record knows of it; its content comes only where it is shown."""
    page.meta.clear()
    page.meta.update(record.meta)
    page.content = ""
    page._title_from_render = record.title
    page.present_anchor_ids = None if record.ids is None else set(record.ids)
    if record.links is not None:
        found = {file_at(path): links for path, links in record.links.items()}
        page.links_to_anchors = {file: links for file, links in found.items() if file is not None}
    put_back(page.file.src_uri, record)


def put_back(path: str, record: PageRecord) -> None:
    """Leave elsewhere what making the page left there."""
    for name, value in record.carried.items():
        if carrier := RECORDER.carriers.get(name):
            carrier.put(path, value)


def note(work: Work, page: Page, html: str, answers: Callable[[tuple[str, ...]], str | None]) -> None:
    """Note what a page that was just turned is like."""
    record = work.record
    record.uses = [(node, answers(node) or "") for node in sorted(RECORDER.end())]
    record.title = page._title_from_render
    record.meta = dict(page.meta)
    record.ids = None if page.present_anchor_ids is None else sorted(page.present_anchor_ids)
    links = page.links_to_anchors
    record.links = None if links is None else {file.src_uri: dict(found) for file, found in links.items()}
    record.carried = {name: carrier.take(work.path) for name, carrier in RECORDER.carriers.items()}
    work.content = html, tokens(page.toc)
    record.content = digest_of_content(*work.content)
    work.done = True


def tokens(toc: Any) -> list[dict[str, Any]]:
    """A table of contents as Markdown's own tokens."""
    return [{"level": one.level, "id": one.id, "name": one.title, "children": tokens(one.children)} for one in toc]


def told(context: Any) -> str:
    """What other hooks told a page's template."""
    return canonical({key: value for key, value in context.items() if key not in _GENERATORS})


_GENERATORS = frozenset(
    {"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "config", "page"}
)
"""What the generator itself tells templates (MkDocs 1.6, get_context)."""


def restore_layout(work: Work) -> None:
    """The page has the template again that its front matter names, if any."""
    meta = work.file.page.meta
    if meta.get("template") in (KEPT, MAYBE):
        if "template" in work.record.meta:
            meta["template"] = work.record.meta["template"]
        else:
            del meta["template"]
