"""Sites that tests rebuild, and the processes that build them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.rebuild.builds import Builds, Maker
from tests.rebuild.own_site import write_own_site
from tests.rebuild.plain_site import write_plain_site


@pytest.fixture(scope="session")
def makers() -> Iterator[tuple[Maker, Maker]]:
    """Two processes that builds are forked from, with other hash seeds."""
    both = Maker("1"), Maker("2")
    yield both
    for maker in both:
        maker.close()


@pytest.fixture
def plain(tmp_path: Path, makers: tuple[Maker, Maker]) -> Callable[..., Builds]:
    """Builds of a plain site of so many pages."""

    def make(pages: int, seed: int = 1, **options: Path) -> Builds:
        write_plain_site(tmp_path / "plain", pages, seed, **options)
        return Builds(tmp_path / "plain", *makers)

    return make


@pytest.fixture
def own(tmp_path: Path, makers: tuple[Maker, Maker]) -> Builds:
    """Builds of a small site of ours."""
    write_own_site(tmp_path / "own")
    return Builds(tmp_path / "own", *makers)
