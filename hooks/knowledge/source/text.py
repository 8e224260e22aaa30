"""Bytes to text: UTF-8 with LF and nothing hidden (rule F009), with the problems of what is not so."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from knowledge.problems import Edit, Place, Problem, shown_path

_BOM = b"\xef\xbb\xbf"
_RULE = "F009"
DATA_BYTES = 2_000_000
"""Some 4,000 references; a longer file is split, so that no mistake of machinery keeps the check busy for minutes."""
PAGE_BYTES = 1_000_000
"""A book of 170,000 words; the longest of our pages has 30,000 bytes."""


@dataclass(frozen=True)
class SourceText:
    """A file's text with LF line ends, its shown path, and what was wrong with its bytes.

    Where `was_read` is False its one problem says why, and nothing else need be said of the file.
    """

    path: str
    text: str
    problems: tuple[Problem, ...] = field(default=())
    was_read: bool = True

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends, split at LF alone as editors count them."""
        return tuple(self.text.split("\n"))

    def place(self, offset: int) -> Place:
        """The place of a character by its offset from the start of the text."""
        line = self.text.count("\n", 0, offset)
        return Place(self.path, line + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1)


def read_text(file: Path, *, path: str | None = None, limit: int = DATA_BYTES) -> SourceText:
    """Read a file; what cannot be read becomes a problem and an empty text, never an exception.

    A file of more than `limit` bytes is not read at all.
    """
    shown = path or shown_path(file)
    try:
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return _unread(shown, f"The file cannot be read: {reason}.", "Check that it exists and may be read.")
    if len(data) > limit:
        return _unread(shown, f"The file is over {limit // 1_000_000} MB.", "Split it into smaller files.")
    return decode(data, shown)


def _unread(path: str, message: str, hint: str) -> SourceText:
    return SourceText(path, "", (Problem.at(Place(path), _RULE, message, hint),), was_read=False)


def decode(data: bytes, path: str) -> SourceText:
    """Text of the bytes, with one problem for each kind of hidden or broken character.

    A byte order mark and carriage returns are mended by one edit of the whole file, where it is UTF-8.
    """
    problems: list[Problem] = []
    edits = _plain_line_ends(data, path)
    if data.startswith(_BOM):
        problems.append(
            Problem.at(
                Place(path),
                _RULE,
                "The file starts with a byte order mark (BOM), which is invisible.",
                "Save the file as “UTF-8”, not “UTF-8 with BOM”.",
                edits=edits,
            )
        )
        data = data[len(_BOM) :]
    text = _utf8(data, path, problems)
    if "\r" in text:
        problems.append(
            Problem.at(
                _place(text, text.index("\r"), path),
                _RULE,
                "The lines end with carriage returns (CRLF or CR).",
                "Save the file with “LF” line ends.",
                edits=edits,
            )
        )
        text = _with_lf(text)
    problems.extend(_hidden(text, path))
    return SourceText(path, text, tuple(problems))


def _plain_line_ends(data: bytes, path: str) -> tuple[Edit, ...]:
    """The file without byte order mark and carriage returns; none where it has neither, or is not UTF-8."""
    if not (data.startswith(_BOM) or b"\r" in data):
        return ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ()
    return (Edit(Place(path), text, _with_lf(text.removeprefix("\ufeff"))),)


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf8(data: bytes, path: str, problems: list[Problem]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _with_lf(data[: error.start].decode("utf-8"))
        problems.append(
            Problem.at(
                _place(before, len(before), path),
                _RULE,
                f"The byte 0x{data[error.start]:02X} is not UTF-8 text.",
                "Type the character again and save the file as “UTF-8”.",
            )
        )
        return data.decode("utf-8", errors="replace")


def _hidden(text: str, path: str) -> list[Problem]:
    """One problem for each hidden character that stands in the text, at its first place."""
    problems = []
    for character in sorted({c for c in set(text) if c not in "\n\t" and unicodedata.category(c) in {"Cc", "Cf"}}):
        name = unicodedata.name(character, "control character")
        problems.append(
            Problem.at(
                _place(text, text.index(character), path),
                _RULE,
                f"There is a hidden character, U+{ord(character):04X} ({name.lower()}).",
                "Delete it: put the cursor there, remove what you cannot see, and type the text again.",
            )
        )
    return problems


def _place(text: str, offset: int, path: str) -> Place:
    return SourceText(path, text).place(offset)
