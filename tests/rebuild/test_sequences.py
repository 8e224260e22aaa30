"""After any edits the built tree, search index and sitemap included, is what a clean build makes, and so is the report.

These are samples with fixed seeds; `make audit PART=incremental` makes some hundred edits with new ones.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.rebuild.builds import Builds
from tests.rebuild.edits import EDITS
from tests.rebuild.own_edits import OWN_EDITS
from tests.rebuild.sequences import Played, play
from tests.rebuild.settings_edits import SETTINGS_EDITS


def _passed(played: Played, steps: int) -> None:
    assert played.wrong == [], played.told()
    assert played.compared == steps + 1


def test_pages_of_a_plain_site(plain: Callable[..., Builds]) -> None:
    builds = plain(8)
    _passed(play(builds.folder, EDITS, seed=1, steps=6, builds=builds), 6)


def test_settings_of_a_plain_site(plain: Callable[..., Builds]) -> None:
    builds = plain(8)
    _passed(play(builds.folder, (*SETTINGS_EDITS, *EDITS), seed=2, steps=6, builds=builds, most=1), 6)


def test_a_site_of_ours_with_data(own: Builds) -> None:
    played = play(own.folder, OWN_EDITS, seed=5, steps=4, builds=own)
    _passed(played, 4)
    assert played.good >= 3, f"too few of the builds succeeded: {played.told()}"
