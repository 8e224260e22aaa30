"""Whatever happens to the cache or to the built tree, the next build is right, and says nothing that is not so."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.rebuild.builds import OURS, Builds, Built, Maker, unlike
from tests.rebuild.plain_site import write_plain_site
from tests.rebuild.site import Site

PAGES = 24
"""Enough for the pages to be shared out among the cores there are."""


def _cached(builds: Builds) -> list[Path]:
    return sorted(path for path in (builds.folder / ".cache").rglob("*") if path.is_file())


def _truncated(builds: Builds) -> None:
    for file in _cached(builds):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _emptied(builds: Builds) -> None:
    for file in _cached(builds):
        file.write_bytes(b"")


def _scrambled(builds: Builds) -> None:
    source = random.Random(1)
    for file in _cached(builds):
        content = bytearray(file.read_bytes())
        for _ in range(20):
            if content:
                content[source.randrange(len(content))] ^= 0xFF
        file.write_bytes(content)


def _half_gone(builds: Builds) -> None:
    for file in _cached(builds)[::2]:
        file.unlink()


def _gone(builds: Builds) -> None:
    shutil.rmtree(builds.folder / ".cache", ignore_errors=True)


def _a_file(builds: Builds) -> None:
    _gone(builds)
    (builds.folder / ".cache").write_text("no folder")


def _touched_by_hand(builds: Builds) -> None:
    site = builds.folder / "site"
    pages = sorted(site.rglob("*.html"))
    pages[3].write_text("written by hand")
    pages[4].unlink()
    content = pages[5].read_bytes()
    was = pages[5].stat()
    pages[5].write_bytes(content.replace(b"<", b">", 1))
    os.utime(pages[5], ns=(was.st_atime_ns, was.st_mtime_ns))
    (site / "search" / "search_index.json").write_text("{}")
    (site / "left over").mkdir()
    (site / "left over" / "page.html").write_text("of another build")
    (site / "empty").mkdir()


def _tree_gone(builds: Builds) -> None:
    shutil.rmtree(builds.folder / "site")


DAMAGE = (_truncated, _emptied, _scrambled, _half_gone, _gone, _a_file, _touched_by_hand, _tree_gone)


@dataclass(frozen=True)
class Used:
    """A site that was built twice and then edited, and what it comes to."""

    builds: Builds
    clean: Built

    def copy(self, folder: Path) -> Builds:
        """The same, to be damaged."""
        shutil.copytree(self.builds.folder, folder, symlinks=True)
        return replace(self.builds, folder=folder)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory, makers: tuple[Maker, Maker]) -> Used:
    folder = tmp_path_factory.mktemp("used") / "plain"
    write_plain_site(folder, PAGES, 1)
    builds = Builds(folder, *makers)
    builds.incremental()
    builds.incremental()
    site = Site(folder)
    site.write(site.pages()[0], site.read(site.pages()[0]) + "\nA last sentence.\n")
    return Used(builds, builds.clean())


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_or_tree_changes_nothing(used: Used, damage: Callable[[Builds], None], tmp_path: Path) -> None:
    builds = used.copy(tmp_path / "damaged")
    damage(builds)
    assert unlike(builds.incremental(), used.clean) == []


def test_a_cache_may_be_of_another_place_or_commit_date(used: Used, tmp_path: Path) -> None:
    """As CI keeps it from run to run."""
    builds = used.copy(tmp_path / "elsewhere")
    shutil.rmtree(builds.folder / "site")
    assert unlike(builds.incremental(), used.clean) == []
    assert builds.compared(SOURCE_DATE_EPOCH="1800000000") == []
    assert builds.compared(SOURCE_DATE_EPOCH="1800000000", into="site-other") == []


def test_without_a_cache_the_same_is_built_and_none_is_left(used: Used, tmp_path: Path) -> None:
    builds = used.copy(tmp_path / "off")
    shutil.rmtree(builds.folder / ".cache", ignore_errors=True)
    assert unlike(builds.incremental(CACHE="off"), used.clean) == []
    assert not (builds.folder / ".cache").exists()


def test_one_core_builds_what_many_build(used: Used, tmp_path: Path) -> None:
    for cores in (1, 0):
        builds = used.copy(tmp_path / f"cores-{cores}")
        shutil.rmtree(builds.folder / ".cache", ignore_errors=True)
        assert unlike(builds.incremental(cores=cores), used.clean) == []


def test_two_builds_at_once_do_not_disturb_each_other(used: Used, tmp_path: Path) -> None:
    builds = used.copy(tmp_path / "two")
    with closing(Maker("3")) as third:
        other = replace(builds, ours=third)
        with ThreadPoolExecutor(2) as pool:
            both = [
                pool.submit(builds.incremental, into="site-one"),
                pool.submit(other.incremental, into="site-two"),
            ]
    for one in both:
        assert unlike(one.result(), used.clean) == []
    assert unlike(builds.incremental(), used.clean) == []


def test_the_code_of_the_cache_itself_makes_it_another_version(used: Used, tmp_path: Path) -> None:
    """A cache made by other code is not trusted: here another hook file stands in the place of ours."""
    builds = used.copy(tmp_path / "version")
    hook = tmp_path / "hooks" / OURS.name
    hook.parent.mkdir()
    hook.write_text(OURS.read_text() + "\n# another version\n")
    config = builds.folder / "mkdocs.yml"
    config.write_text(config.read_text().replace(str(OURS), str(hook)))
    assert unlike(builds.incremental(), used.clean) == []
