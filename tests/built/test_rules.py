"""The rules on the built site: each with what breaks it, at its exact place, and the small site that breaks none."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from knowledge.built import sizes
from knowledge.built.known import Known
from knowledge.checks.rule import RULES
from tests.built.small_site import ADDRESS, FILES, GRAPH, Broken, assert_broken, found_in

HOME, PAGE, OLD, LOST = "index.html", "answers/index.html", "old/index.html", "404.html"
LINK = '<a href="#supports-socks">'
IMAGE = '<img src="../assets/mark.svg"'
STYLE, SCRIPT = "assets/site.css", "assets/site.mjs"
CSV, JSON = "data/comparisons/supports.csv", "data/comparisons/supports.json"
LOC = f"<loc>{ADDRESS}answers/</loc>"
ROW = f'{PAGE}><tr data-key="braces"'
CANONICAL = f'<link rel="canonical" href="{ADDRESS}answers/">'
NOWHERE, NO_FILE = "leads to no page of the site", "leads to no file of the site"
TWICE = "The title “Answers” is that of answers/index.html too."
ABROAD = "“https://x.org/sitemap.xml” leads to another site."
NOT_ITS_OWN = f"The page names “{ADDRESS}” as its canonical address."
SOURCE = "The file is a source, not a part of the site."
FOREIGN = "comes from another site."


def link(address: str) -> str:
    return f'¦<a href="{address}">'


def graph(old: str, new: str) -> tuple[str, str]:
    """An edit of the page's JSON-LD, told where its script begins."""
    assert old in GRAPH
    return GRAPH, "¦" + GRAPH.replace(old, new)


LINKS = [
    Broken("B001", PAGE, LINK, link("../gone/"), f"The link “../gone/” {NOWHERE}."),
    Broken("B001", PAGE, LINK, link("gone.html"), f"The link “gone.html” {NO_FILE}."),
    Broken("B001", PAGE, LINK, link("../Answers/"), f"The link “../Answers/” {NOWHERE}."),
    Broken("B001", PAGE, LINK, link("../assets"), f"The link “../assets” {NO_FILE}."),
    Broken("B001", PAGE, LINK, link("../../../up/"), "The link “../../../up/” leads out of the site."),
    Broken("B001", PAGE, LINK, link(f"{ADDRESS}gone/"), f"The link “{ADDRESS}gone/” {NOWHERE}."),
    Broken("B001", PAGE, LINK, link("http://[x"), "The link “http://[x” is no address."),
    Broken("B001", PAGE, LINK, link("../old"), "The link “../old” leads to a folder, and lacks its slash at the end."),
    Broken(
        "B001", PAGE, LINK, link("/answers/"), "The link “/answers/” leads out of the site, which begins at /legs/."
    ),
    Broken(
        "B001",
        LOST,
        "<p>Socks",
        '<p>¦<a href="answers/">Socks</a>',
        "The link “answers/” is relative, but this page is shown at any address.",
        also=("B001",),
    ),
    Broken(
        "B001",
        PAGE,
        "<title>",
        f'¦<meta property="og:image" content="{ADDRESS}card.png"><title>',
        f"The link “{ADDRESS}card.png” {NO_FILE}.",
    ),
    Broken("B002", PAGE, LINK, link("#belts"), "The link “#belts” names a part that answers/index.html does not have."),
    Broken("B002", PAGE, LINK, link("../#menu"), "The link “../#menu” names a part that index.html does not have."),
    Broken(
        "B002",
        PAGE,
        LINK,
        link(f"{ADDRESS}answers/#%C3%BC"),
        f"The link “{ADDRESS}answers/#%C3%BC” names a part that answers/index.html does not have.",
    ),
    Broken(
        "B003", PAGE, "<input", '<input>¦<input id="content"><input', "The id “content” stands on this page before."
    ),
    Broken(
        "B003",
        PAGE,
        '<label for="size">',
        '¦<label for="sise">',
        "`label for` names the id “sise”, which this page does not have.",
    ),
    Broken(
        "B003",
        PAGE,
        "<table>",
        '¦<table aria-labelledby="size caption">',
        "`table aria-labelledby` names the id “caption”, which this page does not have.",
    ),
]
LOADS = [
    Broken("B004", PAGE, IMAGE, '¦<img src="mark.svg"', f"The file “mark.svg” (img src) {NO_FILE}."),
    Broken(
        "B004",
        PAGE,
        '<img src="../assets/mark.svg" srcset="../assets/mark.svg 1x,',
        '¦<img src="../assets/mark.svg" srcset="big.svg 1x,',
        f"The file “big.svg” (img srcset) {NO_FILE}.",
    ),
    Broken("B004", STYLE, '"mark.svg"', '"¦gone.svg"', f"The file “gone.svg” (url()) {NO_FILE}."),
    Broken("B004", STYLE, "'base.css'", "'¦basis.css'", f"The file “basis.css” (url()) {NO_FILE}."),
    Broken("B004", SCRIPT, "./one.mjs", "¦./two.mjs", f"The file “./two.mjs” (import) {NO_FILE}."),
    Broken("B004", SCRIPT, 'import("./one.mjs")', 'import("¦./x.mjs")', f"The file “./x.mjs” (import) {NO_FILE}."),
    Broken("B004", "assets/worker.js", "words.js", "¦word.js", f"The file “word.js” (import) {NO_FILE}."),
    Broken(
        "B004",
        PAGE,
        '<script type="application/json">{"base": "../", "search": "../assets/worker.js"}',
        '¦<script type="application/json">{"base": "../", "search": "../assets/work.js"}',
        f"The file “../assets/work.js” (worker) {NO_FILE}.",
    ),
    Broken(
        "B004",
        "app.webmanifest",
        "assets/mark.svg",
        "assets/icon.png",
        f"The file “assets/icon.png” (manifest) {NO_FILE}.",
        "app.webmanifest",
    ),
    Broken(
        "B004",
        PAGE,
        IMAGE,
        f'<svg>¦<use href="../assets/mark.svg#sock"/></svg>{IMAGE}',
        "The drawing assets/mark.svg has no part “sock”.",
    ),
    Broken(
        "B005",
        HOME,
        "<title>",
        '¦<link rel="preconnect" href="https://fonts.example"><title>',
        f"“https://fonts.example” (link href) {FOREIGN}",
    ),
    Broken("B005", PAGE, IMAGE, '¦<img src="//other.example/a.png"', f"“//other.example/a.png” (img src) {FOREIGN}"),
    Broken(
        "B005",
        STYLE,
        '"mark.svg"',
        "¦https://other.example/a.woff2",
        f"“https://other.example/a.woff2” (url()) {FOREIGN}",
    ),
    Broken(
        "B005",
        PAGE,
        "<h1>",
        '¦<form action="https://other.example/"></form><h1>',
        f"“https://other.example/” (form action) {FOREIGN}",
    ),
    Broken(
        "B005",
        SCRIPT,
        "one(two)",
        'fetch("¦https://count.example/hit")',
        "The script names another site: “https://count.example/hit”.",
    ),
    Broken(
        "B005",
        "assets/words.js",
        "[]",
        "`¦//count.example/${1}`",
        "The script names another site: “//count.example/${1}”.",
    ),
]
DATA = [
    Broken(
        "B006",
        PAGE,
        '<script type="application/ld+json">{',
        '¦<script type="application/ld+json">{,',
        "The application/ld+json here cannot be read: "
        "Expecting property name enclosed in double quotes in its line 1, column 2.",
    ),
    Broken(
        "B006",
        JSON,
        '"id": "harms"',
        '"id": "a", "id": "harms"',
        "The file cannot be read: the name “id” stands twice in one object.",
        JSON,
    ),
    Broken(
        "B006",
        JSON,
        '{"columns"',
        '{"n": NaN, "columns"',
        "The file cannot be read: NaN is no JSON, though Python writes it.",
        JSON,
    ),
    Broken(
        "B007",
        PAGE,
        *graph(
            '"author": {"@id": "https://example.org/legs/#editors"}',
            '"author": {"@id": "https://example.org/legs/#us"}',
        ),
        f"JSON-LD: “{ADDRESS}#us” names a part that index.html does not have.",
    ),
    Broken(
        "B007",
        PAGE,
        *graph(f'"url": "{ADDRESS}answers/"', f'"url": "{ADDRESS}answer/"'),
        f"JSON-LD: “{ADDRESS}answer/” {NOWHERE}.",
    ),
    Broken(
        "B007",
        PAGE,
        *graph(f'"url": "{ADDRESS}answers/"', f'"image": ["{ADDRESS}a.png"]'),
        f"JSON-LD: “{ADDRESS}a.png” {NO_FILE}.",
    ),
    Broken("B008", CSV, "braces,Braces,None", "¦braces,Braces", "The row has 2 cells under 3 headers."),
    Broken("B008", CSV, "id,Support,Harms", "id,Harms,Harms", "Two columns are headed “Harms”.", CSV),
    Broken("B008", CSV, "braces,", '¦"braces,', "The file cannot be read: unexpected end of data.", also=("B009",)),
    Broken("B008", CSV, "Few", "\udcff", "The file is no UTF-8: byte 29.", CSV, also=("B010",)),
    Broken(
        "B008",
        "data/comparisons/secret.csv",
        "",
        "id,A\n",
        "No page offers this file, so it was not meant to be published.",
        "data/comparisons/secret.csv",
    ),
    Broken(
        "B009",
        JSON,
        '{"id": "braces"}',
        '{"id": "brace"}',
        "The row “braces” of the table “supports” is not in data/comparisons/supports.json.",
        ROW,
    ),
    Broken(
        "B009",
        CSV,
        "braces,Braces,None\n",
        "",
        "The row “braces” of the table “supports” is not in data/comparisons/supports.csv.",
        ROW,
    ),
]
DATA.append(
    Broken(
        "B009",
        CSV,
        "id,Support,Harms\nsocks",
        "id,Support,Harms\nsocs",
        "The row “socks” of the table “supports” is not in data/comparisons/supports.csv.",
        f'{PAGE}><tr data-key="socks"',
    )
)
WHOLE = [
    Broken("B010", PAGE, "</html>\n", "", "The page is cut off: it has no </html>.", PAGE),
    Broken("B010", HOME, "<p>Socks", "¦<h1>Second</h1><p>Socks", "The page has 2 H1, where one belongs."),
    Broken("B010", HOME, "<h1>Home</h1>", "", "The page has 0 H1, where one belongs.", HOME),
    Broken(
        "B010",
        HOME,
        "<title>Home</title>",
        "<title>Answers</title>",
        "The title “Answers” is that of answers/index.html too.",
        HOME,
    ),
    Broken("B010", HOME, "<title>Home</title>", "", "The page has no title.", HOME),
    Broken("B010", "assets/empty.txt", "", "", "The file is empty.", "assets/empty.txt"),
    Broken("B010", "a.txt", "", "one\n¦\udcff", "The file is no UTF-8.", also=("B010",)),
    Broken("B012", "data/claims.yml", "", "- id: x\n", SOURCE, "data/claims.yml"),
    Broken("B012", "assets/site.css~", "", "a {}", "The file is a scrap of a program or editor.", "assets/site.css~"),
    Broken("B012", ".git/config", "", "x", "The file is hidden.", ".git/config"),
    Broken("B012", "preview/problems.mjs", "", "x", "The file is a part of the preview.", "preview/problems.mjs"),
    Broken("B012", PAGE, "<h1>", '\n¦<h1 data-source="1">', "The page holds `data-source=`, a part of the preview."),
    Broken(
        "B012",
        "about/plan/index.html",
        "",
        FILES[OLD].replace("../answers/", "../../answers/"),
        "The page is a draft: docs/about/plan.md.",
        "about/plan/index.html",
        known=Known(frozenset({"about/plan.md"})),
    ),
    Broken(
        "B013",
        "a.txt",
        "",
        "made\n¦in /home/anna/legs/docs",
        "The file names “/home/anna/legs”, which only this machine has.",
        known=Known(folders=("/home/anna/legs",)),
        also=("B013",),
    ),
    Broken("B013", "a.txt", "", "¦see file:///x", "The file names “file:///”, which only this machine has."),
    Broken(
        "B013",
        PAGE,
        LINK,
        link("http://localhost:8000/"),
        "“http://localhost:8000/” (a href) leads all readers to their own machine.",
    ),
]
LISTS = [
    Broken("B014", "sitemap.xml", LOC, f"{LOC}<loc>¦{ADDRESS}gone/</loc>", f"“{ADDRESS}gone/” {NOWHERE}."),
    Broken("B014", "sitemap.xml", "</urlset>\n", "¦", "The file cannot be read: no element found.", also=("B016",)),
    Broken("B014", "robots.txt", f"{ADDRESS}sitemap", f"¦{ADDRESS}map", f"“{ADDRESS}map.xml” {NO_FILE}."),
    Broken(
        "B014",
        "robots.txt",
        f"{ADDRESS}sitemap",
        "¦https://x.example/sitemap",
        "“https://x.example/sitemap.xml” leads to another site.",
    ),
    Broken("B014", "feed.xml", f"{ADDRESS}answers/", f"¦{ADDRESS}answer/", f"“{ADDRESS}answer/” {NOWHERE}."),
    Broken("B014", "llms.txt", f"{ADDRESS}answers/", f"¦{ADDRESS}answer/", f"“{ADDRESS}answer/” {NOWHERE}."),
    Broken(
        "B014",
        "search/search_index.json",
        "answers/#supports-socks",
        "¦answers/#supports-belts",
        "“answers/#supports-belts” names a part that answers/index.html does not have.",
    ),
    Broken("B014", "sitemap.xml.gz", "", "x", "The file does not hold what sitemap.xml holds.", "sitemap.xml.gz"),
    Broken(
        "B015",
        OLD,
        '<meta http-equiv="refresh" content="0; url=../answers/">',
        '¦<meta http-equiv="refresh" content="0; url=../gone/">',
        "The page leads on to “../gone/”, which leads to no page of the site.",
    ),
    Broken(
        "B015",
        OLD,
        '<meta http-equiv="refresh" content="0; url=../answers/">',
        '¦<meta http-equiv="refresh" content="0; url=./">',
        "The page leads on to old/index.html, which is no page with text.",
    ),
    Broken(
        "B015",
        OLD,
        CANONICAL,
        f'¦<link rel="canonical" href="{ADDRESS}">',
        f"The page leads on to answers/index.html, but names “{ADDRESS}” as its address.",
    ),
    Broken(
        "B016",
        PAGE,
        CANONICAL,
        f'¦<link rel="canonical" href="{ADDRESS}">',
        f"The page names “{ADDRESS}” as its canonical address.",
    ),
    Broken("B016", PAGE, CANONICAL, "", "The page names none as its canonical address.", PAGE),
    Broken("B016", "sitemap.xml", LOC, f"{LOC}\n{LOC}", "The page stands 2 times in the sitemap.", PAGE),
    Broken(
        "B016",
        PAGE,
        "<title>",
        '<meta name="robots" content="noindex"><title>',
        "The page stands in the sitemap, but tells search engines not to list it.",
        PAGE,
    ),
]
BAD = [*LINKS, *LOADS, *DATA, *WHOLE, *LISTS]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_what_breaks_a_rule_is_told_at_its_place(case: Broken, tmp_path: Path) -> None:
    assert_broken(case, tmp_path)


def test_the_small_site_breaks_no_rule(tmp_path: Path) -> None:
    assert [problem.as_text() for problem in found_in(tmp_path, FILES)] == []


def test_each_rule_has_three_cases(tmp_path: Path) -> None:
    cases = Counter(case.rule for case in BAD) + Counter({"B011": 3})
    assert {rule: cases[rule] for rule in RULES if rule[0] == "B" and cases[rule] < 3} == {}


def noise(size: int) -> str:
    """Text that does not grow much smaller by packing: digits of a fixed sequence."""
    state = 1
    found: list[str] = []
    while len(found) * 8 < size:
        state = state * 6364136223846793005 % 2**64
        found.append(f"{state >> 32:08x}")
    return "".join(found)


@pytest.mark.parametrize(
    ("name", "old", "told", "message"),
    [
        (HOME, "<p>Socks", [HOME], "The page takes"),
        ("assets/base.css", "b {", [HOME, PAGE, LOST], "What the page loads takes"),
        ("search/search_index.json", '"docs"', ["search/search_index.json"], "The search index takes"),
    ],
)
def test_b011_what_is_too_large(tmp_path: Path, name: str, old: str, told: list[str], message: str) -> None:
    size = {HOME: sizes.PAGE, "assets/base.css": sizes.LOADED}.get(name, sizes.INDEX) * 2 + 4000
    more = f'"x": "{noise(size)}", "docs"' if name.endswith(".json") else f"{old} /* {noise(size)} */"
    found = found_in(tmp_path, FILES | {name: FILES[name].replace(old, more, 1)})
    assert sorted(problem.path for problem in found) == sorted(f"site/{path}" for path in told)
    assert {problem.rule for problem in found} == {"B011"}
    assert all(problem.message.startswith(message) and "of at most" in problem.message for problem in found)


def test_what_loads_for_the_first_search_alone_is_not_counted_for_the_first_sight(tmp_path: Path) -> None:
    assert found_in(tmp_path, FILES | {"assets/words.js": f"var words = '{noise(sizes.LOADED * 3)}';\n"}) == []


def test_a_packed_sitemap_that_is_the_same_is_right(tmp_path: Path) -> None:
    packed = gzip.compress(FILES["sitemap.xml"].encode(), mtime=0).decode("utf-8", "surrogateescape")
    assert found_in(tmp_path, FILES | {"sitemap.xml.gz": packed}) == []


def test_a_packed_file_is_looked_into_for_names_of_the_machine(tmp_path: Path) -> None:
    packed = gzip.compress(b"made in /home/anna/legs", mtime=0).decode("utf-8", "surrogateescape")
    found = found_in(tmp_path, FILES | {"a.gz": packed}, Known(folders=("/home/anna/legs",)))
    assert [(problem.rule, problem.path) for problem in found] == [("B013", "site/a.gz")]


def test_a_link_to_another_place_on_the_disk_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "notes.txt").symlink_to(tmp_path / "secret.txt")
    found = found_in(tmp_path / "site", FILES)
    assert [(problem.rule, problem.path, problem.message) for problem in found] == [
        ("B010", "site/notes.txt", "The file is a symbolic link.")
    ]


def test_a_site_for_no_address_and_one_with_files_for_pages_are_right(tmp_path: Path) -> None:
    """Without SITE_URL no page names an address; with `use_directory_urls: false` pages are files."""
    page = (
        FILES[HOME].replace(f'<link rel="canonical" href="{ADDRESS}">\n', "").replace('href="./"', 'href="index.html"')
    )
    flat = {
        name: text
        for name, text in FILES.items()
        if name.startswith("assets/") or name in (CSV, JSON, "app.webmanifest")
    }
    home = page.replace('href="./answers/"', 'href="answers.html#content"').replace(
        "<h1>", f'<a href="{CSV}">CSV</a><a href="{JSON}">JSON</a><h1>'
    )
    other = page.replace('href="./answers/"', 'href="answers.html"').replace("<title>Home", "<title>Answers")
    assert found_in(tmp_path / "good", flat | {"index.html": home, "answers.html": other}) == []
    named = other.replace("<title>", f'<link rel="canonical" href="{ADDRESS}answers.html"><title>')
    found = found_in(tmp_path / "bad", flat | {"index.html": home, "answers.html": named})
    assert [problem.rule for problem in found] == ["B016"]
