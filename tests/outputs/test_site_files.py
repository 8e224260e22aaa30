"""Files for programs that visit: what stands in them without an address, and ids that stay."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from knowledge.location import Crumb, Location
from knowledge.outputs.feed import feed
from knowledge.outputs.json_ld_site import trail
from knowledge.outputs.link_preview import link_preview
from knowledge.outputs.site_files import site_files
from tests.builders import load
from tests.site_text import FILES

ATOM = "{http://www.w3.org/2005/Atom}"
GUIDE, SITE = "choose/levels.md", "https://legs.example/"
ADDRESSES = {path: f"{path.removesuffix('.md')}/" for path in FILES if path.endswith(".md")}


def ids(root: Path, text: str = FILES[GUIDE], path: str = GUIDE) -> list[str]:
    """The ids of the entries of one page."""
    files = {name: content for name, content in FILES.items() if name != GUIDE} | {path: text}
    found = feed(load(root, files), {path: "anywhere/"}, SITE)["feed.xml"]
    return [one.findtext(f"{ATOM}id") or "" for one in ElementTree.fromstring(found).iter(f"{ATOM}entry")]


def test_an_id_stays_when_a_newer_change_of_the_same_day_comes(tmp_path: Path) -> None:
    before = ids(tmp_path / "one")
    more = FILES[GUIDE].replace("changes:\n", "changes:\n  - date: 2026-11-21\n    note: And another.\n")
    after = ids(tmp_path / "two", more)
    assert len(after) == len(before) + 1
    assert set(before) < set(after)
    assert before[0] == "tag:legs.example,2026-11-21:/choose/levels:1"


def test_an_id_stays_when_the_page_moves(tmp_path: Path) -> None:
    moved = FILES[GUIDE].replace("published:", f"was: [{GUIDE}, choose/second.md]\npublished:")
    assert ids(tmp_path / "two", moved, "choose/third.md") == ids(tmp_path / "one")


def test_without_an_address_there_is_no_feed_and_nothing_absolute(tmp_path: Path) -> None:
    library = load(tmp_path, FILES)
    found = site_files(library, ADDRESSES, None, "About legs.")
    assert set(found) == {"robots.txt", "llms.txt"}
    assert found["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "](answers/sciatica/): Not tested: we do not know." in found["llms.txt"]
    assert "://" not in found["llms.txt"]
    told = dict(link_preview(library.pages[GUIDE], library, None))
    assert "og:title" in told
    assert not {"og:url", "og:image"} & told.keys()


def test_drafts_are_told_nowhere(tmp_path: Path) -> None:
    files = {**FILES, GUIDE: FILES[GUIDE].replace("changes:", "draft: true\nchanges:")}
    found = site_files(load(tmp_path, files), ADDRESSES, SITE, "About legs.")
    assert not any("choose/levels" in text for text in found.values())
    assert "answers/sciatica" in found["feed.xml"]


def test_text_cannot_break_out_of_feed_or_list(tmp_path: Path) -> None:
    text = FILES[GUIDE].replace("First version.", "<script>alert(1)</script> & ]]>")
    text = text.replace("title: Compression levels", "title: Levels](https://evil.example) [x")
    found = site_files(load(tmp_path, {**FILES, GUIDE: text}), ADDRESSES, SITE, "About legs.")
    root = ElementTree.fromstring(found["feed.xml"])
    assert not [one for one in root.iter() if one.tag.endswith("script")]
    assert "\\](https://evil.example) \\[x" in found["llms.txt"]


def test_a_card_that_is_not_there_is_not_promised(tmp_path: Path) -> None:
    library = load(tmp_path, FILES)
    assert "og:image" not in dict(link_preview(library.pages[GUIDE], library, Location(SITE, f"{SITE}choose/levels/")))


def test_a_step_of_the_trail_that_is_no_page_has_no_address() -> None:
    where = Location(SITE, f"{SITE}use/wash/", (Crumb("Home", "./"), Crumb("Use", None)))
    steps = trail(where)["itemListElement"]
    assert [(step["name"], step.get("item")) for step in steps] == [("Home", SITE), ("Use", None)]
