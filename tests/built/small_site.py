"""A small built site that is as it should be, as text, and cases that break it in one spot."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from knowledge.built.known import Known
from knowledge.built.run import check_tree
from knowledge.built.tree import Tree
from knowledge.problems import Problem
from tests.builders import MARK, place_in

ADDRESS = "https://example.org/legs/"
WORDS = "Socks squeeze the leg, which may help a little with swelling in the evening for some people at work."


def page(title: str, path: str, *, base: str, body: str = "", head: str = "") -> str:
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<link rel="canonical" href="{ADDRESS}{path}">
<link rel="stylesheet" href="{base}assets/site.css">
<link rel="icon" href="{base}assets/mark.svg">
<title>{title}</title>
<script type="application/json">{{"base": "{base}", "search": "{base}assets/worker.js"}}</script>
<script type="module" src="{base}assets/site.mjs"></script>
{head}
</head>
<body>
<a href="{base}">Home</a> <a href="{base}answers/">Answers</a>
<main id="content">
<h1>{title}</h1>
<p>{WORDS}</p>
{body}
</main>
</body>
</html>
"""


TABLE = """<div class="comparison" data-key="supports" id="comparison-supports">
<table><tbody>
<tr data-key="socks" id="supports-socks"><th>Socks</th></tr>
<tr data-key="braces" id="supports-braces"><th>Braces</th></tr>
</tbody></table>
</div>
<p><a href="../data/comparisons/supports.csv">CSV</a> <a href="../data/comparisons/supports.json">JSON</a></p>
<p><a href="#supports-socks">Socks</a> <label for="size">Size</label><input id="size"></p>
<p><img src="../assets/mark.svg" srcset="../assets/mark.svg 1x, ../assets/mark.svg 2x" alt=""></p>"""
GRAPH = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
    f'{{"@id": "{ADDRESS}#editors", "@type": "Organization", "name": "Editors"}}, '
    f'{{"@id": "{ADDRESS}answers/", "author": {{"@id": "{ADDRESS}#editors"}}, "url": "{ADDRESS}answers/"}}]}}</script>'
)
MOVED = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{ADDRESS}answers/">
<meta http-equiv="refresh" content="0; url=../answers/">
</head><body><a href="../answers/">Answers</a></body></html>
"""
NOT_FOUND = page("Not found", "404.html", base="/legs/", head='<meta name="robots" content="noindex">')
FILES: dict[str, str] = {
    "index.html": page("Home", "", base="./", body='<a href="https://elsewhere.example/">Elsewhere</a>'),
    "answers/index.html": page("Answers", "answers/", base="../", body=TABLE, head=GRAPH),
    "old/index.html": MOVED,
    "404.html": NOT_FOUND.replace(f'<link rel="canonical" href="{ADDRESS}404.html">\n', ""),
    "assets/site.css": "@import 'base.css';\n/* url(gone.png) */\na { background: url( \"mark.svg\" ) }\n",
    "assets/base.css": "b { color: red; background: url(data:image/png;base64,AA) }\n",
    "assets/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="mark" d="M0 0"/></svg>\n',
    "assets/site.mjs": 'import { one } from "./one.mjs";\nconst two = () => import("./one.mjs");\none(two);\n',
    "assets/one.mjs": '// see www.w3.org for the rest\nexport const one = (x) => x; // "http://www.w3.org/2000/svg"\n',
    "assets/worker.js": 'importScripts("words.js");\n',
    "assets/words.js": "var words = [];\n",
    "app.webmanifest": '{"icons": [{"src": "assets/mark.svg"}], "start_url": "./"}\n',
    "data/comparisons/supports.csv": "id,Support,Harms\nsocks,Socks,Few\nbraces,Braces,None\n",
    "data/comparisons/supports.json": '{"columns": [{"id": "harms"}], "rows": [{"id": "socks"}, {"id": "braces"}]}\n',
    "search/search_index.json": '{"docs": [{"location": ""}, {"location": "answers/#supports-socks"}]}\n',
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    f"<url><loc>{ADDRESS}</loc></url>\n<url><loc>{ADDRESS}answers/</loc></url>\n</urlset>\n",
    "feed.xml": f'<feed xmlns="http://www.w3.org/2005/Atom">\n<link href="{ADDRESS}answers/"/>\n</feed>\n',
    "robots.txt": f"User-agent: *\nSitemap: {ADDRESS}sitemap.xml\n",
    "llms.txt": f"# Legwise\n- [Answers]({ADDRESS}answers/): all\n- [Else](https://elsewhere.example/x): more\n",
}
"""Every kind of reference that the check follows, in few lines."""


@dataclass(frozen=True)
class Broken:
    """One edit of the small site, and the one problem it makes, at the mark `¦`; or where `told` says.

    `told` is another file, or another file, `>` and the text in it at which the problem stands.
    """

    rule: str
    path: str
    old: str
    new: str
    message: str
    told: str = ""
    also: tuple[str, ...] = ()
    known: Known = field(default_factory=Known)

    def __str__(self) -> str:
        return f"{self.rule}: {self.message}"


def write(root: Path, files: dict[str, str]) -> Tree:
    """A tree of these files; a lone surrogate stands for a byte that is not UTF-8."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return Tree(root, "site")


def edited(case: Broken) -> dict[str, str]:
    text = FILES.get(case.path, "")
    if case.old:
        assert text.count(case.old) >= 1, f"{case.path} has no {case.old!r}"
    return FILES | {case.path: text.replace(case.old, case.new, 1) if case.old else case.new}


def assert_broken(case: Broken, root: Path) -> None:
    """The case's edit makes its problem, at its place, and no other."""
    files = edited(case)
    path, _, text = (case.told or f"{case.path}>{MARK}").partition(">")
    place = place_in(files[path], max(files[path].find(text), 0)) if text else (1, 1)
    found = check_tree(write(root, {name: text.replace(MARK, "") for name, text in files.items()}), case.known)
    own = [problem for problem in found if problem.rule == case.rule]
    assert [(one.path, one.line, one.column, one.message) for one in own] == [(f"site/{path}", *place, case.message)]
    assert own[0].hint
    assert {problem.rule for problem in found} <= {case.rule, *case.also}


def found_in(root: Path, files: dict[str, str], known: Known | None = None) -> list[Problem]:
    return check_tree(write(root, files), known)
