"""Links to other sites: which of them still answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urldefrag

from knowledge.library import Library
from knowledge.watch.finding import Answer, Ask, Finding, Kind

GONE = frozenset({404, 410})


def external_links(library: Library) -> dict[str, list[str]]:
    """Every address on other sites that published pages, data and references link to, with the places where."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in library.published():
        for link in page.body.links:
            found[link.target].add(page.path)
    for text in library.data_texts:
        for link in text.inline.links:
            found[link.target].add(text.scalar.place.path)
    for record in library.references.records.values():
        if record.value.url:
            found[record.value.url].add(f"{record.value.id} in data/references.yml")
    return {url: sorted(places) for url, places in sorted(found.items()) if url.startswith(("https://", "http://"))}


def link_findings(
    links: Mapping[str, Sequence[str]], ask: Ask, each: Callable[[Ask, list[str]], Iterator[Answer]] = map
) -> Iterator[Finding]:
    """What is wrong with links; `each` asks all addresses in order, perhaps several at a time."""
    addresses = sorted({urldefrag(url).url for url in links})
    answers = dict(zip(addresses, each(ask, addresses), strict=True))
    for url, places in links.items():
        if found := _finding(url, answers[urldefrag(url).url], ", ".join(places)):
            yield found


def _finding(url: str, answer: Answer, where: str) -> Finding | None:
    if answer.status in GONE:
        return Finding(
            Kind.GONE, url, f"answers {answer.status}", f"Find where it stands now, or take it out: {where}."
        )
    if answer.moved and answer.status == 200:
        return Finding(
            Kind.MOVED, url, f"leads to {answer.moved}", f"See that it says the same, then write that: {where}."
        )
    if not 200 <= answer.status < 400:
        return Finding(Kind.UNKNOWN, url, f"answers {answer.status or answer.body}", f"Open it in a browser: {where}.")
    return None
