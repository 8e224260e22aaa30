"""The quick way of a preview: when only the text of known pages changed, or data that hooks read.

Settings, lists of files and navigation are those of the last build. Hooks hear what they hear in any build, in the same
order. Whatever is not as it was, beyond texts, makes the answer False: the ordinary way is taken.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from knowledge.incremental.build import Build
from knowledge.incremental.digest import digest
from knowledge.incremental.gate import hooks_of, others_of
from knowledge.incremental.haste import HASTE, LATER, GivenWay
from knowledge.incremental.logs import not_skipped, tell_again
from knowledge.incremental.lookups import Answers
from knowledge.incremental.records import PageRecord
from knowledge.incremental.work import Fate, Work, put_back, told

_LOG = logging.getLogger("mkdocs.incremental")
_KINDS = ("file", "files")


class Quick:
    """What the last build of a preview left, to be changed a little."""

    def __init__(self, build: Build) -> None:
        """After a build that went well."""
        self.build = build
        self._config, self._events = build.config, build.config.plugins.events
        self._hooks = hooks_of(self._config)
        self._by_path = {os.path.realpath(file.abs_src_path): file for file, _ in build.base if file.abs_src_path}
        self._undefined = build.generator.undecided
        self._entries = build.entries
        self.unfinished = False
        """Whether something was left for later: to be called again soon, with no path."""
        self.idle = False
        """Whether no page was rendered the last time."""

    @property
    def possible(self) -> bool:
        """Whether every hook and every template of the site is of a kind that this can serve."""
        looks = self.build.rendering.appearance
        known = self.build.store is not None and not others_of(self._config)
        return known and not looks.needs_texts and not looks.looks.far

    def __call__(
        self, changed: set[str], viewed: frozenset[str] = frozenset(), urgent: Callable[[], bool] | None = None
    ) -> bool:
        """Bring the served site up to date after changes of these paths, in haste those of its files that are viewed.

        What is left for later then is made when this is called again without a path; it gives way to what is `urgent`.
        """
        started = time.perf_counter()
        touched = self._touched(changed)
        if touched is None or not self.possible:
            return False
        HASTE.begin(wanted=bool(changed) and not touched, urgent=None if changed else urgent)
        rendered: list[Work] = []
        try:
            self._enter()
            made: set[str] | None = set() if HASTE.postponed else self._files_made_again()
            if made is None:
                return False
            at_once = self._at_once(viewed)
            works = list(self._turned(touched | made, at_once))
            if not all(self._shows_the_same(work) for work in works):
                return False
            rendered = list(self._rendered({work.path for work in works}, at_once))
            self._finish(rendered)
        except GivenWay:
            return True
        finally:
            self.build.leave()
            self.unfinished, self.idle = HASTE.end(), not rendered
        shown = ", ".join(f"{work.path} ({work.reason})" for work in rendered[:3])
        more = f" and {len(rendered) - 3} more" if len(rendered) > 3 else ""
        took = time.perf_counter() - started
        count = len(self.build.works)
        _LOG.info("Rendered %d of %d pages in %.3f seconds: %s%s", len(rendered), count, took, shown, more)
        return True

    def _touched(self, changed: set[str]) -> set[str] | None:
        """The pages whose own text may have changed; None where something else did."""
        pages: set[str] = set()
        for path in changed:
            file = self._by_path.get(os.path.realpath(path))
            if file is None:
                if Path(path).exists():
                    return None
            elif not Path(path).is_file():
                return None
            elif file.src_uri in self.build.works:
                pages.add(file.src_uri)
            elif not self._hooks or (
                self.build.files.get_file_from_path(file.src_uri) is file and self.build.inclusion(file.inclusion)
            ):
                return None
        return pages

    def _enter(self) -> None:
        build = self.build
        build.team = None
        build.listener.listen()
        logging.getLogger("mkdocs.commands.build").addFilter(not_skipped)
        self._run("config", self._config)
        self._run("pre_build", config=self._config)
        tell_again(build.listener.general)

    def _files_made_again(self) -> set[str] | None:
        """Let hooks add their files again, and write those that changed.

        The pages among them that changed are given back; None where a file came or went, or is of another kind now.
        """
        if not self._hooks:
            return set()
        build = self.build
        before = {file.src_uri: (file.inclusion, file) for file in build.files}
        for file, inclusion in build.base:
            file.inclusion = inclusion
        kind: Any = type(build.files)
        files: Any = kind([file for file, _ in build.base])
        files = self._run("files", files, config=self._config) or files
        now = {file.src_uri: file for file in files}
        if now.keys() != before.keys():
            return None
        pages: set[str] = set()
        for path, file in now.items():
            inclusion, old = before[path]
            if file is old:
                if file.inclusion is self._undefined:
                    file.inclusion = inclusion  # the generator decides after the hooks, by settings alone
                if file.inclusion is not inclusion:
                    return None
            elif file.dest_uri != old.dest_uri or file.abs_src_path or old.abs_src_path:
                return None
            elif file.content_bytes != old.content_bytes:
                old.content_bytes = file.content_bytes
                if file.is_documentation_page():
                    pages.add(path)
                elif build.inclusion(old.inclusion):
                    build.tree.make_way(old.dest_uri)
                    old.copy_file()
        return pages

    def _at_once(self, viewed: frozenset[str]) -> set[str]:
        """The pages that are made now; in haste those that readers look at, if that is known."""
        works = self.build.works.items()
        return {path for path, work in works if not (HASTE.postponed and viewed) or work.file.dest_uri in viewed}

    def _turned(self, touched: set[str], at_once: set[str]) -> Iterator[Work]:
        """Turn from Markdown what must be; tell again what the others had to tell."""
        build = self.build
        build.answers = Answers(build.files)
        for path, work in build.works.items():
            reason = self._reason(work, read=path in touched) if path in at_once else ""
            if not reason:
                put_back(path, work.record)
                tell_again(work.record.messages)
                continue
            source = work.file.content_bytes
            old = work.record
            work.record = PageRecord(build.made_from(work.file, source), told=old.told, searched_as=old.searched_as)
            work.keeps_text, work.reason, work.fate, work.entries = False, reason, Fate.RENDERED, None
            work.shown_before = build.rendering.shown_of(work.file.page)
            build.generator.populate(work.file.page, build.config, build.files)
            yield work

    def _reason(self, work: Work, *, read: bool) -> str:
        record = work.record
        if read and record.made_from != self.build.made_from(work.file, work.file.content_bytes):
            return "its text"
        for node, token in record.uses:
            if node[0] not in _KINDS and self.build.answers(node) not in (token, LATER):
                return " ".join(node)
        return ""

    def _shows_the_same(self, work: Work) -> bool:
        """Whether other pages and the map of the site show the same of a page as before."""
        return bool(work.shown_before == self.build.rendering.shown_of(work.file.page))

    def _rendered(self, turned: set[str], at_once: set[str]) -> Iterator[Work]:
        """Render what was turned, and what hooks tell something new."""
        build, rendering = self.build, self.build.rendering
        rendering.appearance.shared.forget()
        environment = self._run("env", rendering.appearance.environment, config=self._config, files=build.files)
        for name in self._config.theme.static_templates if self._hooks and not HASTE.postponed else ():
            build.tree.make_way(name)
            build.generator.build_template(name, environment, build.files, self._config, build.nav)
        pages = build.files.documentation_pages(inclusion=build.inclusion)
        for work in build.works.values():
            if work.path not in turned:
                if work.path not in at_once or not (build.asks_context and self._is_told_something_new(work)):
                    tell_again(work.record.template_messages)
                    continue
                work.keeps_text, work.reason, work.fate = True, "what hooks tell its template", Fate.RENDERED
                work.file.page.content = ""
            else:
                work.record.shown_with = rendering.shown_with(work, work.file.page)
            excluded = work.file.inclusion.is_excluded()
            build.generator.build_page(work.file.page, build.config, pages, build.nav, environment, excluded=excluded)
            build.settle(work)
            yield work

    def _is_told_something_new(self, work: Work) -> bool:
        page = work.file.page
        context = self._run("page_context", {"page": page}, page=page, config=self._config, nav=self.build.nav)
        return digest(told(context)) != work.record.told

    def _finish(self, rendered: list[Work]) -> None:
        build = self.build
        level = self._config.validation.links.anchors
        for work in build.works.values():
            work.file.page.validate_anchor_links(files=build.files, log_level=level)
        read = {one.path: one.entries for one in rendered if one.entries is not None}
        if any(entries != self._entries.get(path, "") for path, entries in read.items()):
            self._entries |= read
            build.search.write(self._config.site_dir, (self._entries.get(path, "") for path in build.works))
        if not HASTE.postponed:
            self._run("post_build", config=self._config)
        if build.store:
            build.store.save({}, ((one.path, one.record, one.content, one.entries) for one in rendered), build.works)

    def _run(self, event: str, *item: Any, **more: Any) -> Any:
        """Have the hooks of the site hear an event; what they make of its item."""
        found = item[0] if item else None
        for handler in self._events.get(event, ()):
            if handler in self._hooks:
                result = handler(found, **more) if item else handler(**more)
                found = found if result is None else result
        return found
