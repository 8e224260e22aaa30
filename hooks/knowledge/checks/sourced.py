"""Whether a sentence of a page has a source, in it or near by: what several rules ask."""

from __future__ import annotations

from knowledge.checks.effects import claim_blocks_beside
from knowledge.library import Library, Page
from knowledge.source.markdown.units import Unit, UnitKind


class Sourced:
    """Knows of every sentence of a library what follows it."""

    def __init__(self, library: Library) -> None:
        """Look up each sentence's page and the sentences after it in its paragraph; questions are skipped."""
        self._near: dict[int, tuple[Page, list[Unit]]] = {}
        for page in library.judged:
            paragraphs: dict[int, list[Unit]] = {}
            for unit in reversed(page.body.units):
                if unit.kind is UnitKind.SENTENCE and not unit.is_question:
                    after = paragraphs.setdefault(unit.paragraph, [])
                    self._near[id(unit)] = (page, after[::-1])
                    after.append(unit)

    def keys(self, unit: Unit) -> tuple[str, ...]:
        """The keys that it cites; where it cites none, those of the first sentence after it in its paragraph that does.

        One study is often told in several sentences: whom it had, what it found with socks, and without.
        """
        _, after = self._near.get(id(unit), (None, []))
        return next((one.keys for one in (unit, *after) if one.keys), ())

    def near(self, unit: Unit) -> bool:
        """Whether it or the next sentence of its paragraph cites, or a claim block stands beside its paragraph."""
        _, after = self._near.get(id(unit), (None, []))
        return any(one.keys for one in (unit, *after[:1])) or self._beside_claim(unit)

    def in_paragraph(self, unit: Unit) -> bool:
        """Whether it or any later sentence of its paragraph cites, or a claim block stands beside its paragraph."""
        return bool(self.keys(unit)) or self._beside_claim(unit)

    def _beside_claim(self, unit: Unit) -> bool:
        page, _ = self._near.get(id(unit), (None, []))
        return page is not None and bool(claim_blocks_beside(page, unit))
