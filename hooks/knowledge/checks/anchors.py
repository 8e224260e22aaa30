"""The anchors of a page: its headings', and those of the parts that the system places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.charts.asked import chart_of, name_of
from knowledge.checks.rule import RULES
from knowledge.dataset import DATASETS, datasets
from knowledge.library import Library, Page
from knowledge.models.blocks import RULE_FAMILIES, SOURCE_LISTS
from knowledge.models.comparison import cell_anchor, row_anchor
from knowledge.models.words import PageType
from knowledge.source.markdown.model import Block
from knowledge.uses import claim_places, pages_by_source, shown_columns, shown_rows


def anchors(page: Page, library: Library) -> set[str]:
    """Every id that a link to the page may name."""
    found = {heading.anchor for heading in page.body.headings}
    found |= {name for tag in page.body.html_tags if (name := tag.get("id"))}
    found |= {f"ref-{key.key}" for citation in page.body.citations for key in citation.keys}
    for block in page.body.blocks:
        found.update(_of_block(block, library))
    return found | set(_placed(page, library))


def _placed(page: Page, library: Library) -> Iterator[str]:
    """Ids of what stands on the page by its front matter and type, whether that could be read or not."""
    if page.front.type is PageType.ANSWER:
        yield "verdict"
    if page.front.urgent_cards:
        yield "danger-signs"
        yield from _cards(page.front.urgent_cards, library)
    if page.front.safety_gate == "compression":
        yield "gate-title"
    if page.body.citations or any(_cites(block, library) for block in page.body.blocks):
        yield "sources"
    if page.front.related:
        yield "related-title"
    if page.front.changes:
        yield "changes"
    if page.front.type is PageType.LANDING:
        kinds = library.settings.folder_types.get(page.path.rpartition("/")[0], ())
        yield "all-comparisons" if PageType.COMPARISON in kinds else "all-answers"
    if page.front.type is PageType.GLOSSARY:
        yield from (f"term-{term}" for term in library.terms.ids)


def _cites(block: Block, library: Library) -> bool:
    """Whether a block brings sources of its own onto its page."""
    lists = ("care-cards", "contraindications", "classes")
    if (block.name, block.argument) == ("generated", "map"):
        return bool(library.claims.ids - library.once(claim_places).keys())
    if block.name == "generated":
        return block.argument in lists
    return block.name in ("claim", "comparison", "diagram", "chart", "tool")


def _cards(names: Iterable[str], library: Library) -> Iterator[str]:
    """Care cards and the boxes of their levels."""
    for name in names:
        card = library.care_cards.get(name)
        yield f"care-{name}"
        if card:
            yield f"care-{card.level}"


def _of_block(block: Block, library: Library) -> Iterator[str]:
    name = block.argument or ""
    if block.name == "claim":
        yield f"claim-{name}"
    elif block.name == "comparison":
        yield f"comparison-{name}"
        comparison = library.comparisons.get(name)
        if comparison:
            yield from _of_table(name, shown_rows(block, comparison), shown_columns(block, comparison))
    elif block.name == "tool":
        yield name
        yield from ("classes",) if name == "converter" else ()
    elif block.name == "diagram":
        yield f"diagram-{name}"
    elif block.name == "chart":
        found = chart_of(block, library)
        yield from () if isinstance(found, list) else (f"chart-{name_of(found)}",)
    elif (block.name, name) == ("generated", "care-cards"):
        yield "danger-signs"
        yield from _cards(library.care_cards.ids, library)
    elif (block.name, name) == ("generated", "contraindications"):
        yield from (f"contra-{one}" for one in library.contraindications.ids)
    elif (block.name, name) == ("generated", DATASETS):
        yield name
        yield from (f"{one.id}{end}" for one in datasets(library, None) for end in ("", "-title"))
    elif block.name == "generated":
        yield name
        if name == "map":
            yield from (f"claim-{claim}" for claim in library.claims.ids - library.once(claim_places).keys())
        elif name in SOURCE_LISTS:
            cited = [one for one in library.references.values() if one.id in library.once(pages_by_source)]
            yield from (f"study-{one.id}" for one in cited if one.listed_in == name)
        letter = RULE_FAMILIES.get(name.removeprefix("rules-"))
        yield from (f"rule-{rule.lower()}" for rule in RULES if rule[0] == letter)


def _of_table(name: str, rows: Iterable[str], columns: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield row_anchor(name, row)
        yield from (cell_anchor(name, row, column) for column in columns)
