"""Front matter as such: where it stands, its keys and their values. Held while pages are read (source, models)."""

from __future__ import annotations

from knowledge.checks.rule import HARM, LOST, rule

rule(
    "F001",
    wants="Front matter starts on line 1, column 1.",
    why="MkDocs silently drops it otherwise, and the page loses its title, its sources and its safety box.",
    bad="a blank line, then `---`",
    good="`---` on line 1",
    never_silenced=LOST,
    mends=True,
)
rule(
    "F002",
    wants="The front matter is closed by a line `---` and holds “key: value” lines.",
    why="What cannot be read is dropped by MkDocs without a word, or printed as text.",
    bad="- title: Compression levels",
    good="title: Compression levels",
    never_silenced=LOST,
)
rule(
    "F003",
    wants="No key stands twice.",
    why="YAML keeps the last one without a word, and the first is lost.",
    bad="two lines `summary: …`",
    good="one line `summary: …`",
    never_silenced=LOST,
)
rule(
    "F004",
    wants="Only keys that the page's type knows.",
    why="A misspelt key has no effect, and nobody would notice.",
    bad="sumary: Nobody has tested this.",
    good="summary: Nobody has tested this.",
    never_silenced=LOST,
)
rule(
    "F005",
    wants="Every key that the page's type needs.",
    why="The system places verdict, danger signs, dates and sources from them; none may be forgotten.",
    bad="an answer without `primary_claim`",
    good="primary_claim: sciatica-pain",
    never_silenced=HARM,
)
rule(
    "F006",
    wants="Each value is of the right kind, as typed: dates as year-month-day, numbers as digits, lists as lists.",
    why="Nothing is guessed: `no`, `012` and `12:30` stay text, so that a page never says what nobody typed.",
    bad="published: 12/11/26",
    good="published: 2026-11-12",
    never_silenced=LOST,
)
rule(
    "F009",
    wants="Files are UTF-8 with LF line ends and without hidden characters.",
    why="Hidden characters keep text from readers, searches and reviewers.",
    bad="a file saved with CRLF line ends",
    good="the same file saved with LF line ends",
    never_silenced=LOST,
    mends=True,
)
