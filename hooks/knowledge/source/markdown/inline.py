"""Inline text: what of it is text, and the links, tags and citations in it, as Python-Markdown's patterns see them.

Every pass works on `masked`, a copy of the text as long as the text itself in which earlier passes have blotted out
what is theirs, and on `shown`, which says for each character what readers see in its place. So offsets stay true.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from knowledge.problems import Place
from knowledge.source.markdown import attributes
from knowledge.source.markdown.citations import CitationFinder
from knowledge.source.markdown.code_spans import TickRuns
from knowledge.source.markdown.emphasis import emphasis_marks
from knowledge.source.markdown.html_tags import TAG, html_tag
from knowledge.source.markdown.lines import HOLE
from knowledge.source.markdown.links import BracketLink, bracket_links
from knowledge.source.markdown.model import Context, HtmlTag, Link

_ESCAPED = frozenset("\\`*_{}[]()>#+-.!|/")
_TOKEN = re.compile(r"\\(.)|(`+)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^([^\]]*)\]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>")
_MAIL = re.compile(r"<([^<> !]+@[^@<> ]+)>")
_HIDDEN = re.compile(
    r"<!--(?:(?!<!--|-->).)*-->|<[?](?:(?!<[?]|[?]>).)*[?]>|<!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\]>", re.DOTALL
)
_ANGLE = re.compile(r"<")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);")
_DECORATIVE = ("presentation", "none")


class Inline:
    """One passage of inline text, read."""

    def __init__(
        self,
        text: str,
        place: Callable[[int], Place],
        references: Mapping[str, tuple[str, str | None]],
        footnotes: frozenset[str] = frozenset(),
    ) -> None:
        """Read it. `references` are the targets of reference-style links by name."""
        self.text = text
        self.place = place
        self.shown: str | list[str] = text
        self.code: list[tuple[int, int]] = []
        self.citations = CitationFinder(place)
        self.links: list[Link] = []
        self.tags: list[HtmlTag] = []
        self._masked = text
        self._found_links: list[tuple[int, Callable[[], Link]]] = []
        if "`" in text or "\\" in text:
            self._escapes_and_code()
        if "[" in text or "@" in text:
            self._footnotes(footnotes)
            self._citations()
        link_texts = self._brackets(references) if "[" in text else []
        if "<" in text or "&" in text:
            self._angles()
        self._emphasis(link_texts)
        self.links = [make() for _, make in sorted(self._found_links, key=lambda found: found[0])]
        self.citations.read_rest(self._masked)

    def visible(self, start: int, end: int) -> str:
        """What readers see of a part of the text, spaces collapsed."""
        return _collapsed("".join(self.shown[start:end]))

    def with_code(self) -> str:
        """What readers see of the whole text, code included."""
        shown = list(self.shown)
        for start, end in self.code:
            shown[start:end] = [self.text[start:end].strip(), *[""] * (end - start - 1)]
        return _collapsed("".join(shown))

    def hide(self, start: int, end: int, instead: str = "") -> None:
        """Show nothing, or something else, in place of a part."""
        if isinstance(self.shown, str):
            self.shown = list(self.shown)
        self.shown[start:end] = [instead, *[""] * (end - start - 1)] if end > start else []

    def _blot(self, spans: list[tuple[int, int]]) -> None:
        """Take spans, in order, out of what later passes look at."""
        pieces = []
        behind = 0
        for start, end in spans:
            pieces += [self._masked[behind:start], HOLE * (end - start)]
            behind = end
        self._masked = "".join([*pieces, self._masked[behind:]])

    def _escapes_and_code(self) -> None:
        runs = TickRuns(self.text)
        spans = []
        position = 0
        while (token := _TOKEN.search(self.text, position)) is not None:
            start, position = token.span()
            if token.group(1) is not None:
                if token.group(1) not in _ESCAPED:
                    position = start + 1
                    continue
                self.hide(start, start + 1)
            else:
                code = runs.span(start, position - start)
                if code is None:
                    continue
                position = code.outer_end
                self.hide(start, position)
                self.code.append((code.start, code.end))
            spans.append((start, position))
        self._blot(spans)

    def _footnotes(self, footnotes: frozenset[str]) -> None:
        spans = [match.span() for match in _FOOTNOTE.finditer(self._masked) if match.group(1) in footnotes]
        for start, end in spans:
            self.hide(start, end)
        self._blot(spans)

    def _citations(self) -> None:
        spans = self.citations.read(self._masked, self.text)
        for start, end in spans:
            self.hide(start, end, "[@]")
        self._blot(spans)

    def _brackets(self, references: Mapping[str, tuple[str, str | None]]) -> list[tuple[int, int]]:
        """Links and images; gives the spans of the links' texts."""
        spans = []
        texts = []
        contexts = []
        for found in bracket_links(self._masked, references):
            behind = attributes.behind(self._masked, found.end)
            end, listed = behind if behind is not None else (found.end, {})
            contexts.append((found.text_start, found.text_end, Context.IMAGE if found.is_image else Context.LINK))
            self._keep_link(found, self._target(found), listed)
            if found.is_image:
                self.hide(found.start, end)
                spans.append((found.start, end))
            else:
                self.hide(found.start, found.text_start)
                self.hide(found.text_end, end)
                spans += [(found.start, found.text_start), (found.text_end, end)]
                texts.append((found.text_start, found.text_end))
        self._blot(sorted(spans))
        self.citations.in_contexts(contexts)
        return texts

    def _target(self, found: BracketLink) -> str:
        target = found.target if isinstance(found.target, str) else "".join(self.shown[slice(*found.target)])
        return html.unescape(target.strip())

    def _target_place(self, found: BracketLink) -> Place | None:
        """Where the target begins, behind spaces and an angle bracket; None where it stands in a definition."""
        if isinstance(found.target, str):
            return None
        typed = self.text[slice(*found.target)]
        return self.place(found.target[0] + len(typed) - len(typed.lstrip(" \n<")))

    def _keep_link(self, found: BracketLink, target: str, listed: attributes.Attributes) -> None:
        place, target_place = self.place(found.start), self._target_place(found)
        decorative = listed.get("role") in _DECORATIVE or "decorative" in listed.get("class", "").split()
        alternative = self.visible(found.text_start, found.text_end) if found.is_image else ""

        def make() -> Link:
            text = alternative if found.is_image else self.visible(found.text_start, found.text_end)
            return Link(text, target, place, found.is_image, found.title, decorative, target_place)

        self._found_links.append((found.start, make))

    def _angles(self) -> None:
        """Links in angle brackets, raw tags, comments and entities."""
        spans = []
        position = 0
        while (angle := _ANGLE.search(self._masked, position)) is not None:
            start = angle.start()
            end = self._angle(start)
            position = end or start + 1
            if end:
                spans.append((start, end))
        self._blot(spans)
        for entity in _ENTITY.finditer(self._masked):
            self.hide(entity.start(), entity.end(), html.unescape(entity.group()))

    def _angle(self, start: int) -> int | None:
        match = _AUTOLINK.match(self._masked, start) or _MAIL.match(self._masked, start)
        if match is not None:
            self._keep_autolink(match)
            return match.end()
        match = _HIDDEN.match(self._masked, start) or TAG.match(self._masked, start)
        if match is None:
            return None
        if match.re is TAG and not match["end"]:
            self.tags.append(html_tag(match, self.place(start)))
        self.hide(start, match.end())
        return match.end()

    def _keep_autolink(self, match: re.Match[str]) -> None:
        typed = self.text[match.start(1) : match.end(1)]
        is_mail = match.re is _MAIL
        text = typed.removeprefix("mailto:") if is_mail else typed
        link = Link(text, f"mailto:{text}" if is_mail else text, self.place(match.start()))
        self._found_links.append((match.start(), lambda: link))
        self.hide(match.start(), match.start(1))
        self.hide(match.end(1), match.end())

    def _emphasis(self, link_texts: list[tuple[int, int]]) -> None:
        """Marks of emphasis; a link's text has its own, which do not pair with those outside."""
        if "*" not in self._masked and "_" not in self._masked:
            return
        outside = self._masked
        if link_texts:
            for start, end in link_texts:
                self._marks(self._masked[start:end], start)
            whole, self._masked = self._masked, outside
            self._blot(link_texts)
            outside, self._masked = self._masked, whole
        self._marks(outside, 0)

    def _marks(self, text: str, offset: int) -> None:
        for start, end, closes in emphasis_marks(text):
            self.hide(offset + start, offset + end)
            behind = attributes.behind(text, end) if closes else None
            if behind is not None:
                self.hide(offset + end, offset + behind[0])


def _collapsed(text: str) -> str:
    """The text with holes and runs of spaces as one space."""
    return " ".join(text.replace(HOLE, " ").split())
