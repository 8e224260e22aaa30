"""Pages of a folder share what they show alike of Material's navigation: the same bytes as without, and less work."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
import pytest

from knowledge.incremental.shared_navigation import SharedNavigation, is_known, with_our_call
from tests.incremental.conftest import Site

_BELOW = ["guide/one/below.md", "guide/one/below/further.md"]
_PAGES = (
    "index.md",
    "guide/index.md",
    "guide/one.md",
    "guide/two.md",
    *_BELOW,
    "other/first.md",
    "other/second.md",
    "other/alone.md",
    "other/deep/third.md",
    "v1.2/notes.md",
)
_NAV: list[Any] = [
    "index.md",
    {"Guide": ["guide/index.md", "guide/one.md", {"Below": _BELOW}, "guide/two.md"]},
    {"Other": [{"In other words": ["other/first.md", "other/second.md"]}, {"Deep": ["other/deep/third.md"]}]},
    {"Notes": ["v1.2/notes.md", "other/alone.md", {"Elsewhere": "https://example.com/other/"}]},
    {"Top": "/other/first/"},
]  # fmt: skip
_FEATURES = ("navigation.prune", "navigation.indexes", "navigation.tabs", "navigation.sections", "navigation.expand")
_SETS = [list(some) for count in range(4) for some in itertools.combinations(_FEATURES, count)]


def _write(site: Site, features: list[str], **settings: object) -> None:
    for path in _PAGES:
        status = "status: new\nicon: material/check\n" if path.endswith("second.md") else ""
        site.write(f"docs/{path}", f"---\n{status}tags: []\n---\n# {path}\n\n## A part\n\nText.\n")
    theme = {"name": "material", "font": False, "custom_dir": "overrides", "features": features}
    site.settings = {"theme": theme, "nav": _NAV, "exclude_docs": "one.md\ntwo.md\ndeep/\n!guide/*\n"} | settings


@pytest.mark.parametrize(
    "features",
    [*_SETS[::4], [*_FEATURES[2:4]], [*_FEATURES]],
    ids=lambda some: "+".join(one[11:] for one in some) or "none",
)
def test_the_pages_are_those_of_a_build_without(site: Site, features: list[str]) -> None:
    _write(site, features)
    site.build()
    assert site.same_as_clean()


@pytest.mark.parametrize("folders", [True, False])
def test_however_pages_are_addressed(site: Site, folders: bool) -> None:
    _write(site, ["navigation.prune"], use_directory_urls=folders)
    site.build()
    assert site.same_as_clean()


def test_a_new_title_is_on_every_page_of_the_preview(site: Site) -> None:
    _write(site, ["navigation.sections"])
    site.build(preview=True)
    site.change("docs/other/first.md", "# Another title\n")
    site.build(preview=True)
    assert "Another title" in site.tree()["other/second/index.html"].decode()
    assert site.same_as_clean(preview=True)


def test_an_entry_is_rendered_once_for_the_pages_of_a_folder() -> None:
    made: list[str] = []

    def render(item: Any, path: str, level: int, parent: Any = None) -> str:
        made.append(item.url)
        return f"{path} {item.url}"

    pages = [_item(url) for url in ("a/one/", "a/two/", "a/one/deep/", "b/three/")]
    nav = SimpleNamespace(items=[_item("", children=pages)])
    shared = SharedNavigation()
    for page in pages:
        page.active = True
        for number, item in enumerate(pages):
            context: Any = {"page": page, "nav": nav, "features": []}
            assert shared(context, render, item, f"_{number}", 2, nav.items[0]) == f"_{number} {item.url}"
        page.active = False
    first = ["a/one/", "a/two/", "a/one/deep/", "b/three/"]  # below it lies a page: what leads there is its own
    second = ["a/one/", "a/two/", "a/one/deep/", "b/three/"]
    assert made[:8] == first + second
    assert made[8:] == ["a/one/", "a/two/", "a/one/deep/", "b/three/"] * 2, "each in a folder of its own"
    made.clear()
    for page in [_item("a/four/"), _item("a/five/"), _item("a/six/")]:
        for number, item in enumerate(pages):
            shared({"page": page, "nav": nav, "features": []}, render, item, f"_{number}", 2, nav.items[0])  # type: ignore[arg-type]
    assert made == first, "once for the three of them"


def test_the_templates_of_the_installed_theme_are_those_that_are_known() -> None:
    """With another Material this fails: look what its macros read of the page, then tell their digests."""
    folder = Path(material.__file__).parent / "templates"
    for name in ("partials/nav.html", "partials/nav-item.html"):
        source = (folder / name).read_text(encoding="utf-8")
        assert is_known(name, source)
        assert with_our_call(name, source).count("shared_navigation(") == 1
        assert with_our_call(name, source + " ") == source + " ", "a site's own stays as it is"


def _item(url: str, children: Any = None) -> Any:
    return SimpleNamespace(url=url, children=children, active=False)
