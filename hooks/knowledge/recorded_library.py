"""A library that notes what is looked up in it, so that a page is made again only where that changed.

It answers as the library does. What has a name of its own is noted by it: a record, a page's key of front matter, a
page's text, the members of a file. Whatever else is asked for counts as everything there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar, cast

from knowledge.library import Collection, Library, Page
from knowledge.recording import RECORDER

ValueT = TypeVar("ValueT")
EVERYTHING = "everything"


class RecordedLibrary:
    """Stands in for a library; `recorded` gives it out as one."""

    def __init__(self, library: Library) -> None:
        """In front of a library."""
        self.plain = library
        self._made: dict[Any, Any] = {}
        self.pages = _Pages(library.pages)
        self.comparisons = _Noted(library.comparisons, "comparison")
        self.comparison_ids = _Names(library.comparison_ids, "comparison")
        for name in COLLECTIONS:
            setattr(self, name, _collection(getattr(library, name), name))

    @property
    def settings(self) -> Any:
        """The site's own rules."""
        RECORDER.note("file of docs", "data/rules.yml")
        return self.plain.settings

    @property
    def site(self) -> Any:
        """What mkdocs.yml says."""
        RECORDER.note("settings")
        return self.plain.site

    def once(self, make: Callable[[Library], ValueT]) -> ValueT:
        """What is made of the whole library counts by what came of it."""
        RECORDER.note("made", f"{make.__module__}:{make.__qualname__}")
        if make not in self._made:
            with RECORDER.quiet():
                self._made[make] = self.pages.noted(self.plain.once(make))
        return cast(ValueT, self._made[make])

    def of_data(self, make: Callable[[Library], ValueT]) -> ValueT:
        """The same where it is made of data alone."""
        RECORDER.note("made of data", f"{make.__module__}:{make.__qualname__}")
        with RECORDER.quiet():
            return self.plain.of_data(make)

    def published(self) -> list[Page]:
        """The pages that are no drafts, by path."""
        return Library.published(cast(Library, self))

    def urgent_page(self) -> Page | None:
        """The safety page with most care cards."""
        return Library.urgent_page(cast(Library, self))

    def __getattr__(self, name: str) -> Any:
        """Anything else."""
        RECORDER.note(EVERYTHING)
        return getattr(self.plain, name)


COLLECTIONS = (
    "claims", "topics", "references", "people", "terms", "care_cards", "services", "contraindications", "class_schemes",
    "measurements",
)  # fmt: skip


def recorded(library: Library) -> Library:
    """The same library, noting what pages use of it."""
    return cast(Library, RecordedLibrary(library))


class _Noted(Mapping[str, ValueT]):
    """A mapping that notes each key that is looked up, there or not, and when it is gone through."""

    def __init__(self, values: Mapping[str, ValueT], kind: str) -> None:
        self._values, self._kind = values, kind

    def __getitem__(self, name: str) -> ValueT:
        RECORDER.note(self._kind, name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        RECORDER.note(f"{self._kind}, all")
        return iter(self._values)

    def __len__(self) -> int:
        RECORDER.note(f"{self._kind}, all")
        return len(self._values)


class _Names(Set[str]):
    """Ids that note which of them is asked for."""

    def __init__(self, names: Iterable[str], kind: str) -> None:
        self._names, self._kind = frozenset(names), kind

    def __contains__(self, name: object) -> bool:
        RECORDER.note(f"{self._kind}, known", str(name))
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        RECORDER.note(f"{self._kind}, names")
        return iter(self._names)

    def __len__(self) -> int:
        RECORDER.note(f"{self._kind}, names")
        return len(self._names)


def _collection(collection: Collection[Any], name: str) -> Collection[Any]:
    ids = cast("frozenset[str]", _Names(collection.ids, name))
    return Collection(collection.noun, collection.path, _Noted(collection.records, name), ids)


class _Pages(Mapping[str, Page]):
    """All pages; the one that is being made is given out as it is."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self._others = {id(page): _OtherPage(page) for page in pages.values()}

    def __getitem__(self, path: str) -> Page:
        if path == RECORDER.page:
            return self._pages[path]
        RECORDER.note("page", path)
        return cast(Page, self.noted(self._pages[path]))

    def __iter__(self) -> Iterator[str]:
        RECORDER.note("pages")
        return iter(self._pages)

    def __len__(self) -> int:
        RECORDER.note("pages")
        return len(self._pages)

    def noted(self, value: Any) -> Any:
        """The same value with every page in it replaced by one that notes what is looked at."""
        if isinstance(value, Page):
            return self._others.get(id(value), value)
        if isinstance(value, dict):
            return {self.noted(key): self.noted(one) for key, one in value.items()}
        if type(value) in (list, tuple, set, frozenset):
            return type(value)(self.noted(one) for one in value)
        return value


class _OtherPage:
    """Another page than the one that is being made."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.path = page.path
        self.front = _Front(page)

    def __getattr__(self, name: str) -> Any:
        RECORDER.note("text", self.path)
        return getattr(self._page, name)


class _Front:
    """The front matter of another page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __getattr__(self, name: str) -> Any:
        RECORDER.note("front", self._page.path, name)
        return getattr(self._page.front, name)
