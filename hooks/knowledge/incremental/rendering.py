"""From text to written pages: which of them are rendered, and which come from the last site as they are."""

from __future__ import annotations

from typing import Any, Protocol

from knowledge.incremental.appearance import Appearance
from knowledge.incremental.digest import canonical, digest
from knowledge.incremental.logs import Listener, tell_again
from knowledge.incremental.navigation import page_told
from knowledge.incremental.protocols import Config, Generator, Navigation, Page
from knowledge.incremental.records import Output
from knowledge.incremental.search import SearchEntries
from knowledge.incremental.store import Store
from knowledge.incremental.templates import KEPT, LAYOUT, MAYBE
from knowledge.incremental.tree import Tree
from knowledge.incremental.work import Fate, Work, restore_layout, told

_MAIN = "main.html"


class Side(Protocol):
    """What of a build is needed here."""

    generator: Generator
    config: Config
    nav: Navigation
    works: dict[str, Work]
    store: Store | None
    tree: Tree
    search: SearchEntries
    listener: Listener
    asks_context: bool

    @property
    def in_worker(self) -> bool:
        """Whether this is one of the other processes."""
        ...

    def collect(self) -> None:
        """Collect garbage now and then."""
        ...


class Rendering:
    """The second half of a build, when all titles are known."""

    def __init__(self, build: Side, appearance: Appearance) -> None:
        """Of a build whose pages are all turned from Markdown, with the templates that there are."""
        self._build, self.appearance = build, appearance
        texts = (part for path, work in sorted(build.works.items()) for part in (path, work.record.content))
        pages = [work.file for work in build.works.values()]
        self._looks_on = appearance.print_for(build.nav, pages, build.config, texts)

    def decide(self) -> None:
        """Decide for each page; where templates of the site show the texts of pages, have them all at hand."""
        for work in self._build.works.values():
            if not self._build.in_worker or not work.keeps_text:
                self._decide(work)
        if self.appearance.needs_texts:
            for work in self._build.works.values():
                self._load(work, work.file.page)

    def _decide(self, work: Work) -> None:
        page = work.file.page
        shown_with = self.shown_with(work, page)
        same = work.keeps_text and work.record.shown_with == shown_with
        work.record.shown_with = shown_with
        layout = page.meta.get("template", _MAIN)
        if work.fate is Fate.ELSEWHERE:
            page.meta["template"] = KEPT
        elif same and self._may_keep(work):
            work.fate = Fate.MAYBE if self._build.asks_context else Fate.KEPT
            page.meta["template"] = MAYBE if self._build.asks_context else KEPT
        else:
            work.reason = work.reason or ("its file" if same else "templates, the navigation or dates")
        work.layout = layout

    def _may_keep(self, work: Work) -> bool:
        """Whether the page's file can come from the last site; drafts are marked by the generator."""
        output = work.record.output
        if output is None or work.file.inclusion.is_excluded() or not self._build.tree.has(output):
            return False
        return self._build.asks_context or self._build.in_worker or self._build.tree.keep(output)

    def shown_of(self, page: Any) -> str:
        """What other pages and the map of the site can show of a page."""
        return canonical([page_told(page, self.appearance.looks), page.update_date])

    def shown_with(self, work: Work, page: Any) -> str:
        """What a page is rendered with."""
        dated = page.update_date if self.appearance.shows_dates else ""
        own = [page.title, dict(page.meta), page.edit_url, page.canonical_url, dated]
        return digest(self._looks_on, work.record.content, canonical(own))

    def before_context(self, page: Page) -> None:
        """A page is about to be rendered; the first hook to hear of it."""
        work = self._build.works.get(page.file.src_uri)
        if work is None:
            return
        restore_layout(work)
        if work.fate in (Fate.KEPT, Fate.ELSEWHERE):
            self._build.search.pass_over(page)
            return
        self._build.listener.begin()
        self._load(work, page)
        if work.keeps_text and work.record.searched_as == page.title:
            self._build.search.pass_over(page)
        else:
            self._build.search.begin()

    def after_context(self, page: Page, context: Any) -> None:
        """All hooks have told the template what they know; the last one to hear of it."""
        work = self._build.works.get(page.file.src_uri)
        if work is None:
            return
        entries = self._build.search.end(page)
        if work.fate is Fate.KEPT:
            tell_again(work.record.template_messages)
        if work.fate in (Fate.KEPT, Fate.ELSEWHERE):
            return
        if not (work.keeps_text and work.record.searched_as == page.title):
            work.entries, work.record.searched_as = entries, page.title
        now = digest(told(context))
        same, work.record.told = now == work.record.told, now
        if work.fate is Fate.MAYBE:
            kept = same and work.record.output is not None and self._build.tree.keep(work.record.output)
            context[LAYOUT] = KEPT if kept else work.layout
            work.fate = Fate.KEPT if kept else Fate.RENDERED
            work.reason = "" if kept else "what hooks tell its template"
            if kept:
                self._build.listener.end()
                tell_again(work.record.template_messages)

    def written(self, page: Page, output: str) -> None:
        """A page is about to be written; the last hook to hear of it."""
        work = self._build.works.get(page.file.src_uri)
        if work is None or work.fate is not Fate.RENDERED:
            return
        work.record.template_messages = self._build.listener.end()
        data = output.encode("utf-8", errors="xmlcharrefreplace")
        work.record.output = Output(page.file.dest_uri, content=digest(data)) if output.strip() else None
        self._build.tree.make_way(page.file.dest_uri)
        self._build.collect()

    def _load(self, work: Work, page: Any) -> None:
        """Give a page that was kept the content that it is rendered with."""
        if work.keeps_text and not page.content and self._build.store:
            html, toc = self._build.store.content(work.path)
            page.content, page.toc = html, self._build.generator.toc(toc)
