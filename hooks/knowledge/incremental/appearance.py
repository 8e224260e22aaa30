"""What all pages look like: the templates in use, and what of the site they show on each page."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from jinja2 import Environment

from knowledge.incremental.digest import canonical, digest
from knowledge.incremental.navigation import navigation_print
from knowledge.incremental.protocols import Config, Navigation
from knowledge.incremental.shared_navigation import NAME, SharedNavigation
from knowledge.incremental.templates import Looks, NotedLoader, closure, looks, print_of

_MAIN = "main.html"
_DRAWINGS = ".svg"


class Appearance:
    """The templates of one build against those of the last one."""

    def __init__(self, environment: Environment, config: Config, files: Any, known: Any, *, shares: bool) -> None:
        """`known` is what the last build remembered (`as_fact`); `shares`: pages may share parts of the navigation."""
        if not isinstance(environment.loader, NotedLoader) and environment.loader is not None:
            environment.loader = NotedLoader(environment.loader, shares=shares)
        self.environment = environment
        self.shared = environment.globals[NAME] = SharedNavigation()
        self._static = sorted(config.theme.static_templates)
        self._extra = [_extra(files, name) for name in config.extra_templates]
        self.names: dict[str, str] = {}
        self._take(known)

    def print_for(self, nav: Navigation, pages: Iterable[Any], config: Config, texts: Iterable[str]) -> str:
        """What every page is shown with; `texts` stands for the texts of all pages, which few templates look at."""
        own = set(self.looks.own) | set(self.looks.attributes)
        today = [_now()] if "build_date_utc" in self.looks.names else []
        far = list(texts) if self.looks.far else []
        nav_told = navigation_print(nav, pages, config, self.looks)
        return digest(self.generation, nav_told, *today, *far, "dated" if "update_date" in own else "")

    @property
    def shows_dates(self) -> bool:
        """Whether templates show when a page was last changed."""
        return "update_date" in self.looks.own

    def as_fact(self) -> dict[str, Any]:
        """What the next build must know, with the templates that were only met while rendering."""
        met = self.met() - set(self.names)
        if met:
            self.names |= {name: print_of(self.environment, [name]) for name in met}
            if any(not name.endswith(_DRAWINGS) for name in met):
                self._look()
        return {
            "names": self.names,
            "generation": self.generation,
            "looks": asdict(self.looks),
            "texts": self.needs_texts,
            "extra": digest(*self._extra),
        }

    def met(self) -> set[str]:
        """The templates asked for since."""
        loader = self.environment.loader
        return set(loader.asked) if isinstance(loader, NotedLoader) else set()

    def compile(self) -> None:
        """Have the main template and what it names ready."""
        for name in (name for name in self.names if not name.endswith(_DRAWINGS)):
            self.environment.get_template(name)

    def _take(self, known: Any) -> None:
        environment = self.environment
        names = known["names"] if isinstance(known, dict) else {}
        now = {name: print_of(environment, [name]) for name in names}
        if names and now == names and known["extra"] == digest(*self._extra):
            self.names, self.generation = names, known["generation"]
            self.looks, self.needs_texts = Looks(**known["looks"]), known["texts"]
            return
        self.names = now
        self._look()
        self.generation = digest(canonical(self.names), *self._extra)

    def _look(self) -> None:
        shown = closure(self.environment, [_MAIN, *(name for name in self.names if not self._is_static(name))])
        static = closure(self.environment, self._static, shown)
        for name in {*shown, *static}:
            self.names.setdefault(name, print_of(self.environment, [name]))
        self.looks = looks(shown.values())
        more = [self.environment.parse(text) for text in self._extra]
        self.needs_texts = self.looks.far or looks([*static.values(), *more]).far

    def _is_static(self, name: str) -> bool:
        return name in self._static or name.endswith(_DRAWINGS)


def _extra(files: Any, name: str) -> str:
    file = files.get_file_from_path(name)
    return str(file.content_string) if file is not None else ""


def _now() -> str:
    return os.environ.get("SOURCE_DATE_EPOCH") or str(time.time())
