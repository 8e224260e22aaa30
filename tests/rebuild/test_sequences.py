"""After any edits the built tree, search index and sitemap included, is what a clean build makes, and so is the report.

These are samples with fixed seeds; `make audit PART=incremental` makes some hundred edits with new ones.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.rebuild.builds import Builds
from tests.rebuild.edits import EDITS, heading, link, text, word
from tests.rebuild.own_edits import OWN_EDITS
from tests.rebuild.sequences import Played, play
from tests.rebuild.settings_edits import SETTINGS_EDITS
from tests.rebuild.site import Site

OFTEN = (*([text, word, heading, link] * 3), *EDITS)
"""What writers do most, after which most pages can be kept."""


SAID = """\
DEPENDENCIES_RECORDED = True


def on_page_content(html, page, config, files):
    return html + "<p>said</p>"
"""


def _passed(played: Played, steps: int, *, kept: int) -> None:
    assert played.wrong == [], played.told()
    assert played.compared == steps + 1
    assert played.kept >= kept, "so few pages were kept that nothing was tried"


def test_pages_of_a_plain_site(plain: Callable[..., Builds]) -> None:
    builds = plain(8)
    _passed(play(builds.folder, OFTEN, seed=1, steps=6, builds=builds), 6, kept=12)


def test_settings_of_a_plain_site(plain: Callable[..., Builds]) -> None:
    builds = plain(8)
    _passed(play(builds.folder, (*SETTINGS_EDITS, *OFTEN), seed=2, steps=5, builds=builds, most=1), 5, kept=1)


def test_what_another_hook_adds_is_on_kept_pages_once(plain: Callable[..., Builds]) -> None:
    builds = plain(26)
    site = Site(builds.folder)
    site.write("hooks/said.py", SAID)
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("hooks:\n", "hooks:\n- hooks/said.py\n"))
    builds.incremental()
    site.replace("overrides/main.html", "first word", "another word")
    assert builds.compared() == [], "all are rendered again from what is remembered of them"


def test_a_style_sheet_that_goes_changes_what_pages_name(own: Builds) -> None:
    """What is joined to one file then stands apart: a hook decides that, and changes a setting late."""
    own.incremental()
    (own.folder / "docs/assets/stylesheets/legwise.css").unlink()
    assert own.compared() == []


def test_a_site_of_ours_with_data(own: Builds) -> None:
    played = play(own.folder, OWN_EDITS, seed=5, steps=3, builds=own, most=2)
    _passed(played, 3, kept=1)
    assert played.good >= 2, f"too few of the builds succeeded: {played.told()}"
