"""L008: every page can be reached: from the navigation, from the text of other pages, and soon from home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from pathlib import PurePosixPath

from knowledge.checks.rule import Finding, on_library, rule
from knowledge.checks.targets import page_targets
from knowledge.library import Library, Page
from knowledge.models.words import PageType
from knowledge.problems import Place, Severity

L008 = rule(
    "L008",
    wants="Every page stands in `nav:` of mkdocs.yml or is a draft, is linked from the text of two other pages, and is "
    "at most two clicks from home.",
    why="A page that no text leads to is found by those alone who know that it is there. Related pages and navigation "
    "do not count: readers follow links where a question comes up.",
    bad="a page that only its own section knows",
    good="[how the words grade evidence](../evidence/grading.md), in a text that uses them",
    severity=Severity.WARNING,
)
_HOME = "index.md"
_LISTING = (PageType.HOME, PageType.LANDING)
_HIDING = ("%", "&", "\\", "`", "[^")
"""Signs by which a path can be written so that its name is not seen in the text."""
Graph = dict[str, set[str]]


@on_library(L008, across=True)
def in_navigation(library: Library) -> Iterator[Finding]:
    """Each published page; skipped where mkdocs.yml names no navigation, since all pages stand in it then."""
    if library.site.nav is None:
        return
    named = {path.removeprefix("./") for path in library.site.nav}
    for page in library.published():
        if page.path not in named:
            message = "The page is not in `nav:` of mkdocs.yml."
            yield Finding(_place(page), message, f"Add `- {page.path}` where readers look for it, or `draft: true`.")


@on_library(L008, across=True)
def within_reach(library: Library) -> Iterator[Finding]:
    """Links in from bodies, and clicks from home, where what home and landing pages list by themselves counts too."""
    if library.site.nav is None or _HOME not in library.pages:
        return
    graph: Graph = {}
    names = {page.path for page in library.published()}
    for page in _leading(library):
        graph[page.path] = links_of_body(page, names)
        if library.asked is not None and not any(True for _ in _too_far(graph, library)):
            return  # further links can only bring pages nearer
    yield from _too_far(graph, library)


def _too_far(graph: Graph, library: Library) -> Iterator[Finding]:
    """The pages judged to which the links known so far lead too seldom or too late."""
    least, most = library.settings.links_in, library.settings.clicks_from_home
    clicks = _clicks({path: onward | set(_listed(library.pages[path], library)) for path, onward in graph.items()})
    sources = _turned(graph)
    for page in library.judged:
        if page.path == _HOME or page.front.draft:
            continue
        found = len(sources[page.path])
        if found < least:
            linking = "One other page links" if found == 1 else f"{found or 'No'} other pages link"
            message = f"{linking} here in the text; at least {least} should."
            hint = f"Link to it where a reader would ask for it{_already(sources[page.path])}."
            yield Finding(_place(page), message, hint)
        if most and clicks.get(page.path, most + 1) > most:
            message = f"The page is more than {most} clicks from home."
            yield Finding(_place(page), message, "Link to it from the home page, or from a page that home links to.")


def links_of_body(page: Page, pages: Set[str]) -> set[str]:
    """Which of some pages the text of a page links to, itself left out."""
    files = (target.file for target in page_targets(page) if target.scheme is None)
    return {file for file in files if file and file in pages and file != page.path}


def _leading(library: Library) -> list[Page]:
    """The published pages that may lead to those judged, directly or from home soon enough; all, for all."""
    pages = library.published()
    if library.asked is None:
        return pages
    clicks = library.settings.clicks_from_home
    found = {page.path for page in pages if page.path == _HOME or page.front.type in _LISTING}
    goals = library.asked
    for _ in range(max(1, clicks - 1)):
        names = {PurePosixPath(path).name for path in goals}
        found |= {page.path for page in pages if _may_name(page.markdown, names)}
        goals = library.asked | found
    leading = [page for page in pages if page.path in found]
    # Those that lead far first, then what is soonest scanned: most pages have links enough before the long ones.
    return sorted(leading, key=lambda page: (page.front.type not in _LISTING, len(page.markdown)))


def _may_name(text: str, names: Iterable[str]) -> bool:
    """Whether a text names one of some files, or holds what a name can be hidden in."""
    return any(sign in text for sign in _HIDING) or any(name in text for name in names)


def _listed(page: Page, library: Library) -> Iterator[str]:
    """What the system lists on home (answers) and landing pages (their folder)."""
    folder = PurePosixPath(page.path).parent
    for other in library.published():
        on_home = page.front.type is PageType.HOME and other.front.type is PageType.ANSWER
        if on_home or (page.front.type is PageType.LANDING and PurePosixPath(other.path).parent == folder):
            yield other.path


def _turned(graph: Graph) -> Graph:
    """For each page those that link to it."""
    turned: Graph = defaultdict(set)
    for path, onward in graph.items():
        for other in onward:
            turned[other].add(path)
    return turned


def _clicks(graph: Graph) -> dict[str, int]:
    """How many clicks each page is from home; pages that home does not lead to are left out."""
    clicks = {_HOME: 0}
    waiting = [_HOME]
    for path in waiting:
        for other in sorted(graph.get(path, ())):
            if other not in clicks:
                clicks[other] = clicks[path] + 1
                waiting.append(other)
    return clicks


def _already(sources: set[str]) -> str:
    return f"; {', '.join(sorted(sources))} does already" if sources else ""


def _place(page: Page) -> Place:
    return page.place("title")
