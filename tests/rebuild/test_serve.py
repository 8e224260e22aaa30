"""The preview: whatever was saved, in the end it serves what a preview serves that is started then."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.rebuild.builds import Builds, Maker
from tests.rebuild.edits import EDITS
from tests.rebuild.own_edits import nav as own_nav
from tests.rebuild.own_edits import value
from tests.rebuild.serving import Serving
from tests.rebuild.settings_edits import nav, option, snippet
from tests.rebuild.site import Edit, Site


@pytest.fixture
def serve(makers: tuple[Maker, Maker]) -> Iterator[Callable[[Path], Serving]]:
    running: list[Serving] = []

    def start(folder: Path) -> Serving:
        running.append(Serving.start(folder, makers[1]))
        return running[-1]

    yield start
    for one in running:
        one.close()


def _sequence(serving: Serving, edits: tuple[Edit, ...], seed: int, steps: int) -> None:
    source, site = random.Random(f"serve {seed}"), Site(serving.folder)
    done: list[str] = []
    for _ in range(steps):
        made = None
        while made is None:
            made = source.choice(edits)(site, source)
        done.append(made)
        site.past.append(site.state())
        assert serving.until_clean() == [], f"after {done}"


def test_what_is_saved_is_served(plain: Callable[..., Builds], serve: Callable[[Path], Serving]) -> None:
    serving = serve(plain(6).folder)
    _sequence(serving, (*EDITS, nav, option, snippet), seed=1, steps=4)


def test_a_changed_value_is_served_on_every_page_that_shows_it(own: Builds, serve: Callable[[Path], Serving]) -> None:
    _sequence(serve(own.folder), (value, value, own_nav), seed=2, steps=2)


def test_quick_saves_openings_deletions_and_mends(
    plain: Callable[..., Builds], serve: Callable[[Path], Serving]
) -> None:
    builds = plain(5)
    serving, site = serve(builds.folder), Site(builds.folder)
    first, second, third, *_ = site.pages()
    was = site.read(first)

    for number in range(10):
        site.write(first, f"{was}\nSaved for the {number}. time.\n")
        time.sleep(0.08)
    assert serving.until_clean() == []
    assert "Saved for the 9. time." in serving.get(_address(first)).decode()

    epoch = serving.epoch()
    for name in site.pages():
        site.read(name)
        with (site.folder / name).open("r+b"):
            pass
    time.sleep(1.2)
    assert serving.epoch() == epoch, "a file that is opened and not written builds nothing"

    site.remove(second)
    assert serving.until_clean() == []
    assert serving.get(_address(second)) == b""

    settings = site.read("mkdocs.yml")
    site.write("mkdocs.yml", "nav: [\n")
    site.write(third, "# While nothing can be built\n")
    time.sleep(0.8)
    site.write("mkdocs.yml", settings)
    assert serving.until_clean() == [], "a site that could not be built for a while"
    assert "While nothing can be built" in serving.get(_address(third)).decode()


def _address(name: str) -> str:
    return name.removeprefix("docs/").removesuffix(".md") + "/"
