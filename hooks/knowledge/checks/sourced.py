"""Whether a sentence of a page has a source, in it or near by: what several rules ask."""

from __future__ import annotations

from knowledge.checks.effects import claim_blocks_beside
from knowledge.library import Library, Page
from knowledge.source.markdown.units import Unit, UnitKind


class Sourced:
    """Knows of every sentence of a library what follows it."""

    def __init__(self, library: Library) -> None:
        """Look up each sentence's page and the sentence after it; questions are skipped."""
        self._near: dict[int, tuple[Page, Unit | None]] = {}
        for page in library.pages.values():
            said = [unit for unit in page.body.units if unit.kind is UnitKind.SENTENCE and not unit.is_question]
            for unit, following in zip(said, [*said[1:], None], strict=False):
                self._near[id(unit)] = (page, following)

    def keys(self, unit: Unit) -> tuple[str, ...]:
        """The keys that it cites; where it cites none, those of the next sentence of its paragraph.

        The next sentence counts since one study is often told in two: what it found with socks, and without.
        """
        if unit.keys:
            return unit.keys
        _, following = self._near.get(id(unit), (None, None))
        return following.keys if following and following.paragraph == unit.paragraph else ()

    def near(self, unit: Unit) -> bool:
        """Whether it has such keys, or a claim block stands beside its paragraph."""
        page, _ = self._near.get(id(unit), (None, None))
        return bool(self.keys(unit)) or (page is not None and bool(claim_blocks_beside(page, unit)))
