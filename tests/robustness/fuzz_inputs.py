"""Made-up files to break the reading with: real and small files cut up, mixed and spoilt, with a known mistake in each.

The same number gives the same files, so that what fails can be tried again.
"""

from __future__ import annotations

import csv
import io
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.builders import MARK
from tests.foreign import BODIES, FRONTS
from tests.site_text import FILES

DOCS = Path(__file__).parents[2] / "docs"
PAGES, TABLES, RECORDS = 12, 4, 4
"""How many pages, tables in CSV and files of records of a set are spoilt."""

CELLS = ("leg", "née", "🦵", ",", '"', "\n", "; ", "a b", "unknown", "=1", "[@clarke2021airline]", "<b>")

TABLE = """title: Any table
caption: Any table.
last_checked: 2026-11-20
row_header: Row
columns:
  - {id: words, label: Words, type: text}
  - {id: size, label: Size, type: number}
  - {id: more, label: More, type: text}
"""

PIECES: dict[str, tuple[str, ...]] = {
    "front matter": (
        "---\n",
        "\n---\n",
        "...\n",
        "title: ",
        "related: [",
        "changes:\n  - date: ",
        "true",
        "2026-02-30",
    ),
    "yaml": (
        "- id: ",
        "  ",
        ": ",
        "[",
        "{",
        "]",
        "}",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "!!python/x ",
        "<<: ",
        "? ",
        "#",
        '"',
    ),
    "csv": (",", '"', '""', "\n", "\r\n", ";", ",,,,", "id,label", "'", "=1+1"),
    "citation": ("[@", "@]", ";", ", p. 4", "[@a; @b]", "\\[", "`", "[[", "]]", "[@partsch2004evening", "[^1]", "]("),
    "block": (
        "\n/// ",
        "\n///\n",
        "////\n",
        " | ",
        "\n    ",
        "\n/// claim | ",
        "\n/// comparison | supports\n",
        "\n```\n",
    ),
    "any": (
        "\t",
        "\x00",
        "\ufeff",
        "\u202e",
        "\u200b",
        "\r",
        "<!--",
        "-->",
        "<div>",
        "é",
        "🦵🏽",
        "&#0;",
        "\\",
        "{{",
        "%}",
    ),
}
"""What means something to what is read; a kind of input gets its own pieces and those for any."""

DEEP = (
    "[",
    "{",
    "> ",
    "- ",
    "*",
    "_",
    "`",
    "![",
    "<div>",
    '"',
    "[@",
    "(",
    "#",
    "|",
    "  - ",
    "a: ",
    "<",
    "[a](",
    "~~~\n",
)
"""What some readers take exponential time for where there is much of it."""


@dataclass(frozen=True)
class Planted:
    """A mistake in one of the files that must be told whatever else is wrong there, or the file cannot be read."""

    path: str
    token: str
    kind: str


@dataclass(frozen=True)
class Inputs:
    """A docs folder as bytes by path; the files that were spoilt, by kind; the mistakes planted in them."""

    files: dict[str, bytes]
    spoilt: dict[str, str]
    planted: tuple[Planted, ...]


@cache
def real(folder: str) -> tuple[str, ...]:
    """Texts of the real docs: pages, or data files by record, so that an input stays small."""
    if folder == "pages":
        return tuple(file.read_text(encoding="utf-8") for file in sorted(DOCS.rglob("*.md")))
    files = sorted((DOCS / "data").glob(folder))
    return tuple(
        record for file in files for record in re.split(r"(?m)^(?=- id:)", file.read_text(encoding="utf-8"))[1:]
    )


def inputs(number: int) -> Inputs:
    """The files of one number."""
    source = random.Random(number)
    files = {path: text.replace(MARK, "") for path, text in FILES.items()}
    made: dict[str, tuple[str, str, str]] = {}  # path → text with its planted mistake, kind, token
    for at in range(PAGES):
        kind = ("front matter", "citation", "block")[at % 3]
        made[f"about/page-{at}.md"] = (_page(source, kind, f"zz{number}x{at}"), kind, f"zz{number}x{at}")
    for at, path in enumerate(source.sample([path for path in FILES if path.endswith(".yml")], RECORDS)):
        token = f"zz{number}y{at}"
        made[path] = (_records(source, path, files[path], token), "yaml", token)
    for at in range(TABLES):
        files[f"data/comparisons/any-{at}.yml"] = TABLE
        made[f"data/comparisons/any-{at}.csv"] = (_table(source, f"zz{number}z{at}"), "csv", f"zz{number}z{at}")
    spoilt = {path: kind for path, (_, kind, _) in made.items()}
    changed = {path: _spoilt(source, text, kind, token) for path, (text, kind, token) in made.items()}
    planted = tuple(Planted(path, token, kind) for path, (_, kind, token) in made.items() if token in made[path][0])
    return Inputs({**{path: text.encode() for path, text in files.items()}, **changed}, spoilt, planted)


def _page(source: random.Random, kind: str, token: str) -> str:
    """A piece of a page: real front matter and a few of its blocks, or what other tools' users write."""
    text = source.choice(real("pages"))
    _, front, body = text.split("---\n", 2)
    blocks = body.split("\n\n")
    start = source.randrange(len(blocks))
    body = "\n\n".join(blocks[start : start + source.randint(1, 5)])
    if source.random() < 0.15:
        body += "\n\n" + source.choice(BODIES)[:1500]
    lines = front.splitlines(keepends=True)
    if kind == "front matter":
        if source.random() < 0.1:
            return source.choice(FRONTS) + body
        keys = [at for at, line in enumerate(lines) if line[0].isalpha()]
        lines.insert(source.choice(keys), f"{token}: x\n")
        return f"---\n{''.join(lines)}---\n{body}"
    blocks = body.split("\n\n")
    mistake = f"Legs swell [@{token}]." if kind == "citation" else f"/// claim | {token}\n///"
    blocks.insert(source.randrange(len(blocks) + 1), mistake)
    body = "\n\n".join(blocks)
    return f"---\n{''.join(lines)}---\n\n{body}\n"


def _table(source: random.Random, token: str) -> str:
    """Rows with all that cells may hold, and a word where a number belongs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=source.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer.writerow(["id", "label", "words", "size", "more"])
    rows = source.randint(1, 6)
    broken = source.randrange(rows)
    for at in range(rows):
        texts = ["".join(source.choices(CELLS, k=source.randint(1, 4))) for _ in range(3)]
        writer.writerow([f"row-{at}", texts[0], texts[1], token if at == broken else source.randint(0, 99), texts[2]])
    return out.getvalue()


def _records(source: random.Random, path: str, text: str, token: str) -> str:
    """A data file of the small site with some real records besides, and a key that nobody knows."""
    name = path.rpartition("/")[2]
    if "comparisons" in path or name in ("search.yml", "rules.yml"):
        return f"{token}: x\n{text}" if text[:1].isalpha() else text
    records = re.split(r"(?m)^(?=- id:)", text)
    records += source.sample(real(name), min(2, len(real(name)))) if source.random() < 0.5 and real(name) else []
    at = source.randrange(1, len(records))
    head, _, rest = records[at].partition("\n")
    records[at] = f"{head}\n  {token}: x\n{rest}"
    return "".join(records)


def _spoilt(source: random.Random, text: str, kind: str, token: str) -> bytes:
    """The text with one to four changes, none of them in the line of the planted mistake."""
    data = text
    pieces = (*PIECES[kind], *PIECES["any"])
    for _ in range(source.randint(1, 4)):
        changed = _changed(source, data, pieces, kind)
        if token not in text or token in changed:
            data = changed
    raw = data.encode("utf-8", "surrogateescape")
    if source.random() < 0.08:
        at = source.randrange(len(raw) + 1)
        raw = raw[:at] + source.choice((b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80", b"\x00", b"\r\n")) + raw[at:]
    return raw


def _changed(source: random.Random, text: str, pieces: tuple[str, ...], kind: str) -> str:
    at = source.randrange(len(text) + 1)
    to = min(len(text), at + source.choice((1, 2, 5, 20, 100)))
    lines = text.split("\n")
    one, two = source.randrange(len(lines)), source.randrange(len(lines))
    way = source.randrange(11)
    if way < 3:
        middle = ("", text[at:to] * source.choice((2, 3, 20)), source.choice(DEEP) * source.choice((3, 25, 400)))[way]
        return text[:at] + middle + text[at if way == 2 else to :]
    if way == 3:
        return text[:at] if source.random() < 0.3 else text[:at] + "\n" + text[at:]
    if way == 4:
        lines[one], lines[two] = lines[two], lines[one]
        return "\n".join(lines)
    if way == 5:
        indent = source.choice((" ", "  ", "    ", "\t", ""))
        lines[one] = indent + lines[one].lstrip(source.choice((" ", "- ", "#")))
        return "\n".join(lines)
    if way == 6:
        other = source.choice(real("claims.yml" if kind in ("yaml", "csv") else "pages"))
        start = source.randrange(len(other))
        return text[:at] + other[start : start + source.choice((10, 80))] + text[at:]
    return text[:at] + source.choice(pieces) + text[at:]
