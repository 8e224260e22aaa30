"""One build: which pages are kept, which are made, by which process; what is remembered for the next one."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from jinja2 import TemplateError

from knowledge.incremental.appearance import Appearance
from knowledge.incremental.digest import digest
from knowledge.incremental.gate import context_is_told, material_search
from knowledge.incremental.logs import Listener, not_skipped, tell_again
from knowledge.incremental.lookups import Answers, looks_elsewhere
from knowledge.incremental.protocols import Config, Files, Generator, Navigation, Page
from knowledge.incremental.records import PageRecord
from knowledge.incremental.rendering import Rendering
from knowledge.incremental.search import SearchEntries
from knowledge.incremental.store import Store
from knowledge.incremental.surroundings import own_modules, program, settings
from knowledge.incremental.team import Team
from knowledge.incremental.template_code import TemplateCode
from knowledge.incremental.tree import Tree, as_written
from knowledge.incremental.work import Fate, Work, fill_from, note, put_recording, put_stub, take_away
from knowledge.recording import RECORDER

_LOG = logging.getLogger("mkdocs.incremental")
_PLACES = 3
_ROUND = 128  # pages between two collections of garbage


class Build:
    """A build from the event before the old site goes to the event after the new one is written."""

    def __init__(self, generator: Generator, config: Config, store: Store | None, *, preview: bool) -> None:
        """`store` is None where nothing is to be remembered."""
        self.generator, self.config, self.store, self.preview = generator, config, store, preview
        self.late = set(self._fact("modules") or ())
        self.surroundings = digest(program(self.late), settings(config), str(preview))
        self.old = store.records() if store else {}
        places = [os.environ.get("LEGWISE_LAST_SITE"), *(self._fact("sites") or ())]
        self.tree = Tree(config.site_dir, [place for place in places if place])
        self.works: dict[str, Work] = {}
        self.listener = Listener()
        self.search = SearchEntries(material_search(config))
        self.asks_context = context_is_told(config)
        self.team: Team | None = None
        self.made = 0
        self._collected = False
        known = self._fact("surroundings") == self.surroundings
        self.known_templates = self._fact("templates") if known else None

    def before(self) -> None:
        """Before the old site goes."""
        self.listener.listen()
        self.listener.on_the_site = True
        logging.getLogger("mkdocs.commands.build").addFilter(not_skipped)
        self.tree.put_aside()

    def files_read(self, files: Any) -> None:
        """After the old site went."""
        self.base = [(file, file.inclusion) for file in files]
        self.tree.bring_back({path: one.output for path, one in self.old.items() if one.output})

    def plan(self, nav: Navigation, files: Files) -> None:
        """Decide which pages are turned from Markdown again, and who does it."""
        self.nav, self.files, self.answers = nav, files, Answers(files)
        self.settled = digest(self.surroundings, settings(self.config))  # hooks may have changed some until now
        for file in files.documentation_pages(inclusion=self.inclusion):
            self.works[file.src_uri] = self._work(file)
        turned = [work for work in self.works.values() if not work.keeps_text]
        gc.freeze()
        self._collected = gc.isenabled()
        gc.disable()
        self.team = Team(self, turned)
        self.team.start()

    def _work(self, file: Any) -> Work:
        source = file.content_bytes
        made_from = self.made_from(file, source)
        old = self.old.get(file.src_uri)
        reason = self._reason(old, made_from, source)
        record = PageRecord(made_from) if old is None or reason else old
        return Work(file, made_from, record, not reason, reason)

    def made_from(self, file: Any, source: bytes) -> str:
        """What stands for a page's own text, where it stands, and all that every page depends on."""
        return digest(self.settled, source, file.src_uri, file.url, file.dest_uri, str(file.inclusion))

    def _reason(self, old: PageRecord | None, made_from: str, source: bytes) -> str:
        """Why a page is turned again; empty where it need not be."""
        if old is None:
            return "new"
        if old.made_from != made_from:
            return "its text or the settings"
        if looks_elsewhere(source):
            return "text from other files"
        for node, token in old.uses:
            if self.answers(node) != token or (not token and node[0] != "file"):
                return " ".join(node)
        return ""

    def before_page(self, page: Page) -> None:
        """The generator is about to read a page."""
        work = self.works.get(page.file.src_uri)
        if work is None:
            return
        if work.keeps_text:
            put_stub(page, lambda one: fill_from(one, work.record, self.files.get_file_from_path))
            tell_again(work.record.messages)
        elif self.team is None or self.team.mine(work):
            put_recording(page)
            self.collect()
            RECORDER.begin(work.path)
            self.listener.begin()
        else:
            put_stub(page, lambda one: fill_from(one, PageRecord(""), self.files.get_file_from_path))

    def after_text(self, page: Page, html: str) -> str | None:
        """A page was turned. One that was not stays empty until it is shown, whatever other hooks put into it by now:
        what is remembered of it holds that already.
        """
        work = self.works.get(page.file.src_uri)
        take_away(page)
        if work is None:
            return None
        if RECORDER.page != work.path:
            return ""
        note(work, page, html, self.answers)
        work.record.messages = self.listener.end()
        return None

    def templates_ready(self, environment: Any) -> None:
        """All pages are turned: decide which are rendered."""
        if self.team is not None and not self.in_worker:
            self.team.gather(environment)
        self.rendering = Rendering(self, self._appearance(environment))
        self.rendering.decide()
        if self.team is not None and not self.in_worker:
            self.team.render_elsewhere()

    def finish(self) -> None:
        """Everything is written: put the search index together, remember what was made."""
        if self.team is not None:
            self.team.finish()
        self.listener.on_the_site = False
        self.entries = self.store.entries() if self.store and self.search.wanted else {}
        for work in self.works.values():
            self.settle(work)
            if work.entries is not None:
                self.entries[work.path] = work.entries
        self.search.put_together(self.config.site_dir, (self.entries.get(path, "") for path in self.works))
        self.tree.finish({work.file.dest_uri for work in self.works.values()})
        self._tell()
        if self.store:
            self.store.save(self._facts(), self._changed(), self.works)
        self.leave()

    def settle(self, work: Work) -> None:
        """Note how the file of a page lies on the disk."""
        if work.fate is Fate.RENDERED and work.record.output and work.record.output.size < 0:
            work.record.output = as_written(self.tree.site, work.record.output)

    def leave(self) -> None:
        """The build has ended, well or not."""
        if self._collected:
            gc.enable()
        if self.team is not None:
            self.team.close()
        self.listener.leave()
        logging.getLogger("mkdocs.commands.build").removeFilter(not_skipped)
        RECORDER.end()

    def close(self) -> None:
        """Let go of the store."""
        if self.store is not None:
            self.store.close()

    @property
    def inclusion(self) -> Callable[[Any], bool]:
        """Which files become pages."""
        return self.generator.in_preview if self.preview else self.generator.in_build

    @property
    def in_worker(self) -> bool:
        """Whether this is one of the other processes."""
        return self.team is not None and self.team.in_worker

    def collect(self) -> None:
        """Garbage is collected now and then, not as often as Python would."""
        self.made += 1
        if self.made % _ROUND == 0:
            gc.collect(1)

    def look_at_templates(self) -> None:
        """Know the templates, and have them compiled once for all processes."""
        with suppress(TemplateError):
            appearance = self._appearance(self.config.theme.get_env())
            appearance.compile()
            self.known_templates = appearance.as_fact()

    def _appearance(self, environment: Any) -> Appearance:
        if self.store and environment.bytecode_cache is None:
            environment.bytecode_cache = TemplateCode(self.store.folder("templates"))
        shares = not self.asks_context  # else a hook may tell each page of another navigation
        return Appearance(environment, self.config, self.files, self.known_templates, shares=shares)

    def _fact(self, name: str) -> Any:
        return self.store.fact(name) if self.store else None

    def _facts(self) -> dict[str, Any]:
        sites = [str(self.tree.site), *(self._fact("sites") or ())]
        return {
            "surroundings": self.surroundings,
            "modules": sorted(self.late | own_modules()),
            "templates": self.rendering.appearance.as_fact(),
            "sites": list(dict.fromkeys(sites))[:_PLACES],
        }

    def _changed(self) -> Iterator[tuple[str, PageRecord, tuple[str, list[Any]] | None, str | None]]:
        for work in self.works.values():
            if work.fate is not Fate.KEPT:
                yield work.path, work.record, work.content, work.entries

    def _tell(self) -> None:
        made = [work for work in self.works.values() if work.fate is not Fate.KEPT]
        shown = ", ".join(f"{work.path} ({work.reason})" for work in made[:3])
        more = f" and {len(made) - 3} more" if len(made) > 3 else ""
        _LOG.info("Rendered %d of %d pages%s%s", len(made), len(self.works), f": {shown}" if made else "", more)
        if os.environ.get("LEGWISE_WHY"):
            for work in made:
                _LOG.info("%s: %s", work.path, work.reason)
