"""What rendering looks up in a library: pages by what they do, glossary words, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

from knowledge.dataset import DATASETS
from knowledge.library import Library, Page
from knowledge.models.report import Report, RuleFigures
from knowledge.models.term_finder import TermFinder
from knowledge.models.words import PageType
from knowledge.recording import RECORDER
from knowledge.render.source_marks import SourceMarks

_ABOUT = "about/index.md"
_HELP = "about/help.md"


ValueT = TypeVar("ValueT")


class derived(Generic[ValueT]):  # noqa: N801  used as `cached_property` is
    """What is made of the library once: a page that asks for it depends on what came of it, not on how."""

    def __init__(self, make: Callable[[Any], ValueT]) -> None:
        """Made by a function of the site."""
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """The name it is noted by."""
        self._name = name

    @overload
    def __get__(self, site: None, owner: type) -> derived[ValueT]: ...

    @overload
    def __get__(self, site: Site, owner: type) -> ValueT: ...

    def __get__(self, site: Site | None, owner: type) -> ValueT | derived[ValueT]:
        """The value, made when it is first asked for."""
        if site is None:
            return self
        RECORDER.note("site", self._name)
        made = site.made
        if self._name not in made:
            with RECORDER.quiet():
                made[self._name] = self._make(site)
        value: ValueT = made[self._name]
        return value


class Site:
    """A library with what rendering derives from it, each part when it is first asked for."""

    def __init__(
        self,
        read: Callable[[], Library],
        report_of: Callable[[Library], Report],
        marks: SourceMarks | None = None,
        address: str | None = None,
    ) -> None:
        """A site of the library that `read` gives; that and its report are asked for when the first page needs them.

        With `marks`, elements say where they were typed, and the places are noted there. `address` is where the site
        is published, for what readers take away with them; without it, what mkdocs.yml says.
        """
        self._read = read
        self._address = address
        self._report_of = report_of
        self.marks = marks
        self.made: dict[str, Any] = {}
        """What was derived by now, by name."""

    @cached_property
    def library(self) -> Library:
        """The library that pages are rendered from."""
        return self._read()

    @property
    def address(self) -> str | None:
        """Where the site is published, if that is known."""
        return self._address or self.library.site.site_url

    @derived
    def report(self) -> Report:
        """What the report says of the library."""
        return self._report_of(self.library)

    @derived
    def rules(self) -> tuple[RuleFigures, ...]:
        """All rules, with what they find."""
        return tuple(self.report.rules)

    @derived
    def published(self) -> list[Page]:
        """The pages that are no drafts, by path."""
        return self.library.published()

    @derived
    def terms(self) -> TermFinder:
        """Finds glossary words in text."""
        return TermFinder(self.library.terms.values())

    @derived
    def glossary_page(self) -> str | None:
        """The path of the glossary, or None without one."""
        return next((page.path for page in self.published if page.front.type is PageType.GLOSSARY), None)

    @derived
    def about_page(self) -> str | None:
        """The page that says who we are."""
        return self.existing(_ABOUT)

    @derived
    def data_page(self) -> str | None:
        """The page that lists all downloads."""
        return next((page.path for page in self.published if _generates(page, DATASETS)), None)

    @derived
    def report_page(self) -> str | None:
        """The page that says how to report a problem."""
        return self.existing(_HELP) or self.about_page

    @derived
    def urgent_page(self) -> str | None:
        """The page where every danger sign stands."""
        page = self.library.urgent_page()
        return page.path if page else None

    @derived
    def reasons_page(self) -> str | None:
        """The page that prints the contraindications in full."""
        return next((page.path for page in self.published if _generates(page, "contraindications")), None)

    def existing(self, path: str) -> str | None:
        """The path, if a published page stands there."""
        page = self.library.pages.get(path)
        return path if page and not page.front.draft else None

    def pages_at(self, paths: Iterable[str]) -> list[Page]:
        """The published pages among the paths, in their order."""
        return [self.library.pages[path] for path in paths if self.existing(path)]


def _generates(page: Page, name: str) -> bool:
    return any(block.name == "generated" and block.argument == name for block in page.body.blocks)
