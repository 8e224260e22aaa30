"""L003, L007, L008, L011 and L012: what links say and where they lead, and the files of assets/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good, load, problems_of
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
STOOD = "Some people stood all day."
BIO = "bio: A nurse."
SVG = "assets/images/leg.svg"
MKDOCS = "../mkdocs.yml"
NAV = "extra: [leg.svg]\nnav:\n" + "".join(f"  - {name}\n" for name in FILES if name.endswith(".md"))
SOCKS = "https://www.amazon.co.uk/dp/B01"


def said(text: str) -> str:
    """More text after a sentence of the answer."""
    return f"{STOOD} {text}"


def linked(target: str) -> str:
    """A link in the answer."""
    return said(f"See ¦[these socks]({target}).")


def drawn(inside: str, *, attributes: str = "") -> str:
    """An SVG."""
    return f'<svg xmlns="http://www.w3.org/2000/svg"{attributes}>\n{inside}\n</svg>\n'


BAD = [
    Bad(
        "L003",
        ANSWER,
        STOOD,
        said("For strength click ¦[here](../choose/levels.md)."),
        "The link text “here” does not say where it leads.",
        severity="warning",
    ),
    Bad(
        "L003",
        "index.md",
        "Start with [sciatica]",
        "Start with ¦[Read more …]",
        "The link text “Read more …” does not say where it leads.",
        severity="warning",
    ),
    Bad(
        "L003",
        ANSWER,
        STOOD,
        said("See ¦<https://www.nhs.uk/sciatica>."),
        "The link shows its address instead of saying where it leads.",
        severity="warning",
    ),
    Bad(
        "L003",
        "data/people.yml",
        BIO,
        "bio: A ¦[GP](about/index.md).",
        "The link text “GP” is too short to say where it leads, and hard to hit with a finger.",
        severity="warning",
    ),
    Bad(
        "L003",
        ANSWER,
        "Read [the levels](../choose/levels.md#what-mmhg-means).",
        "Read [the levels](../choose/levels.md) or ¦[The levels](../compare/supports.md).",
        "The link text “The levels” leads to “../choose/levels.md” in line 68.",
        severity="warning",
    ),
    Bad("L007", ANSWER, STOOD, linked(SOCKS), "“www.amazon.co.uk” is a shop."),
    Bad("L007", ANSWER, STOOD, linked("https://m.facebook.com/legs"), "“m.facebook.com” is a social network."),
    Bad("L007", ANSWER, STOOD, linked("https://bit.ly/3x"), "“bit.ly” hides where the link leads."),
    Bad(
        "L007",
        ANSWER,
        STOOD,
        linked("https://www.nhs.uk/legs?a=1&amp;utm_source=legwise"),
        "The link carries “utm_source=”, which tells who sent the reader.",
        hint="Remove `utm_source=…` from it.",
    ),
    Bad(
        "L007",
        "data/references.yml",
        "URL: http://library.example/flights",
        "URL: ¦https://library.example/flights?ref=me",
        "The link carries “ref=”, which tells who sent the reader.",
    ),
    Bad("L007", "data/people.yml", BIO, "bio: See ¦[our posts](https://x.com/legs).", "“x.com” is a social network."),
    Bad(
        "L008",
        MKDOCS,
        "",
        NAV.replace("  - glossary.md\n", ""),
        "The page is not in `nav:` of mkdocs.yml.",
        hint="Add `- glossary.md` where readers look for it, or `draft: true`.",
        told=("glossary.md", "title: ¦Glossary"),
        severity="warning",
    ),
    Bad(
        "L008",
        MKDOCS,
        "",
        NAV.replace("compare/supports.md", "compare/support.md"),
        "The page is not in `nav:` of mkdocs.yml.",
        told=("compare/supports.md", "title: ¦Supports"),
        severity="warning",
    ),
    Bad(
        "L008",
        MKDOCS,
        "",
        "extra: leg.svg\n"
        + "nav:\n  - Home: index.md\n  - All:\n"
        + NAV.partition("index.md\n")[2].replace("  -", "    -").replace("    - about/index.md\n", ""),
        "The page is not in `nav:` of mkdocs.yml.",
        told=("about/index.md", "title: ¦Who"),
        severity="warning",
    ),
    Bad("L011", MKDOCS, "", "site_name: Legs\n", "Nothing uses this file.", told=(SVG, "¦<svg"), severity="warning"),
    Bad(
        "L011",
        SVG,
        "",
        f"¦{drawn('x' * 250_000)}",
        "The image has 250 kB; at most 200 load at once on a slow phone.",
        severity="warning",
    ),
    Bad("L011", SVG, "", drawn("<g>¦<script>alert(1)</script></g>"), "The SVG holds a <script>.", severity="warning"),
    Bad(
        "L011",
        SVG,
        "",
        drawn('¦<rect onclick="go()"/>'),
        "The SVG runs a script, “onclick”.",
        severity="warning",
    ),
    Bad(
        "L011",
        SVG,
        "",
        drawn('  ¦<image href="//pictures.example/a.png"/>'),
        "The SVG links to “//pictures.example/a.png”.",
        severity="warning",
    ),
    Bad(
        "L011",
        SVG,
        "",
        f'<!DOCTYPE svg [\n¦<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;&a;">\n]>\n{drawn("&b;")}',
        "The SVG declares an entity.",
        severity="warning",
    ),
    Bad(
        "L011",
        SVG,
        "",
        drawn("<g>").replace("</svg>", "</¦svg>"),
        "The SVG cannot be read: mismatched tag.",
        severity="warning",
    ),
    Bad(
        "L012",
        ANSWER,
        STOOD,
        said("See ¦[a trial](https://journal.example/trial)."),
        "The text links to “journal.example” instead of citing it.",
    ),
    Bad(
        "L012",
        "data/glossary.yml",
        "meaning: A tight sock.",
        "meaning: A tight sock, see ¦[the maker](https://socks.example/a).",
        "The text links to “socks.example” instead of citing it.",
    ),
    Bad(
        "L012",
        "evidence/grading.md",
        "Grading is a judgement.",
        'Grading is a judgement. See ¦<a href="https://grade.example">the group</a>.',
        "The text links to “grade.example” instead of citing it.",
    ),
]
GOOD = [
    Good("L003", ANSWER, STOOD, said("Write to <legs@legs.example> or [call](tel:112).")),
    Good("L003", ANSWER, STOOD, said("See [the levels](../choose/levels.md#what-mmhg-means).")),
    Good("L007", ANSWER, STOOD, linked("https://www.nhs.uk/legs?page=2").replace("¦", "")),
    Good("L008", MKDOCS, "", NAV),
    Good("L011", SVG, "", drawn('<a href="#b"><path style="fill: url(#c)" d="M0 0"/></a>', attributes=' id="b"')),
    Good("L011", MKDOCS, "", "site_name: Legs\ntheme: {favicon: assets/images/leg.svg}\n"),
    Good("L012", "about/index.md", "Editors.", "Editors. See [the licence](https://licence.example/by)."),
    Good("L012", "data/people.yml", BIO, "bio: See [my page](https://nurse.example)."),
    Good("L012", ANSWER, STOOD, said("See [the NHS on pain](https://www.nhs.uk/pain).")),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


PAGES = {"index.md": "[One](a.md)", "a.md": "[Two](b.md#x) and [two again](b.md)", "b.md": "[Three](c.md)", "c.md": ""}


def reached(root: Path, pages: dict[str, str]) -> list[tuple[str, str]]:
    """What L008 tells of these bodies, each page in the navigation."""
    head = "---\ntitle: {}\ntype: {}\n---\n\n{}\n"
    files = {
        name: head.format(name, "home" if name == "index.md" else "landing" if "index" in name else "about", body)
        for name, body in pages.items()
    }
    nav = "nav:\n" + "".join(f"  - {name}\n" for name in pages)
    found = problems_of(load(root, {**files, "../mkdocs.yml": nav}))
    return [(problem.path, problem.message) for problem in found if problem.rule == "L008"]


def test_links_in_and_clicks_from_home(tmp_path: Path) -> None:
    assert reached(tmp_path, PAGES) == [
        ("docs/a.md", "One other page links here in the text; at least 2 should."),
        ("docs/b.md", "One other page links here in the text; at least 2 should."),
        ("docs/c.md", "One other page links here in the text; at least 2 should."),
        ("docs/c.md", "The page is more than 2 clicks from home."),
    ]


def test_a_page_that_nothing_links_to(tmp_path: Path) -> None:
    pages = {"index.md": "[A](a.md) [B](b.md)", "a.md": "[B](b.md)", "b.md": "[A](a.md)", "c.md": "[C](c.md)"}
    assert reached(tmp_path, pages) == [
        ("docs/c.md", "No other pages link here in the text; at least 2 should."),
        ("docs/c.md", "The page is more than 2 clicks from home."),
    ]


def test_what_a_landing_page_lists_counts_as_a_click(tmp_path: Path) -> None:
    pages = {
        "index.md": "[All](a/index.md)",
        "a/index.md": "",
        "a/b.md": "[All](index.md)",
        "d.md": "[All](a/index.md)",
    }
    assert [message for path, message in reached(tmp_path, pages) if path == "docs/a/b.md"] == [
        "No other pages link here in the text; at least 2 should."
    ]


def test_a_draft_is_left_out(tmp_path: Path) -> None:
    draft = FILES["about/index.md"].replace("---\n\n##", "draft: true\n---\n\n##", 1)
    nav = NAV.replace("  - about/index.md\n", "")
    found = problems_of(load(tmp_path, {**FILES, "about/index.md": draft, MKDOCS: nav}))
    assert [problem.rule for problem in found if problem.rule == "L008"] == []


def test_style_sheets_and_templates_use_files_too(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("<img src=\"{{ 'assets/images/leg.svg'|url }}\">", encoding="utf-8")
    files = {
        **FILES,
        "assets/css/site.css": "@font-face { src: url(../fonts/one.woff2) }",
        "assets/fonts/one.woff2": "",
        "assets/fonts/one-licence.txt": "",
        MKDOCS: "extra_css: [assets/css/site.css]\ntheme:\n  name: material\n  custom_dir: theme\n",
    }
    assert problems_of(load(tmp_path, files)) == []
