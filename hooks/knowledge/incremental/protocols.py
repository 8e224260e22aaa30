"""What is used of the generator's objects: nothing of it is imported here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class File(Protocol):
    """A source file."""

    src_uri: str
    dest_uri: str
    url: str
    abs_dest_path: str
    inclusion: Any
    page: Any

    @property
    def content_bytes(self) -> bytes:
        """Its bytes, from the disk or generated."""
        ...

    def is_documentation_page(self) -> bool:
        """Whether it is written in Markdown."""
        ...


class Files(Protocol):
    """All source files."""

    def __iter__(self) -> Iterator[Any]:
        """One after the other."""
        ...

    def get_file_from_path(self, path: str) -> Any:
        """The file at a path, or None."""
        ...

    def documentation_pages(self, *, inclusion: Callable[[Any], bool] = ...) -> Sequence[Any]:
        """Those that become pages."""
        ...


class Page(Protocol):
    """A page in the making."""

    file: Any
    title: Any
    content: str | None
    markdown: str | None
    toc: Any
    meta: MutableMapping[str, Any]
    present_anchor_ids: set[str] | None
    links_to_anchors: dict[Any, dict[str, str]] | None
    update_date: str
    url: str
    _title_from_render: str | None
    read_source: Callable[..., None]
    render: Callable[..., None]


class Navigation(Protocol):
    """The menu: nested items, and its pages in order."""

    items: list[Any]
    pages: list[Any]
    homepage: Any


class Config(Protocol):
    """The settings of mkdocs.yml."""

    site_dir: str
    docs_dir: str
    config_file_path: str | None
    plugins: Any
    theme: Any
    validation: Any
    extra_templates: list[str]

    def items(self) -> Iterable[tuple[str, Any]]:
        """Every setting by name."""
        ...


@dataclass(frozen=True, slots=True)
class Generator:
    """The generator's own functions: turning a page, writing it, writing a template that is no page, a new page, a
    table of contents, and which files become pages."""

    populate: Callable[..., None]
    build_page: Callable[..., None]
    build_template: Callable[..., None]
    make_page: Callable[..., Any]
    toc: Callable[[list[Any]], Any]
    in_build: Callable[[Any], bool]
    in_preview: Callable[[Any], bool]
    undecided: Any
