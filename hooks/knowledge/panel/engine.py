"""The site generator's own warnings (links, anchors, navigation) as problems, in the wording of all others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.checks.beyond import X002
from knowledge.library import Library, Page
from knowledge.problems import Place, Problem, in_order, shown_path
from knowledge.source.text import read_text

_OF_PAGE = re.compile(r"Doc file '(?P<path>.+?)' contains (?P<what>.*)", re.DOTALL)
_LINK = re.compile(r"link '(?P<link>[^']*)'")
_NOT_IN_NAV = 'The following pages exist in the docs directory, but are not included in the "nav" configuration:'
_IN_NAV = re.compile(r"(?:A reference|An absolute path|A relative path) to '(?P<path>[^']*)' is included in the 'nav'")
_SUGGESTION = re.compile(r"\s*(Did you mean .*)$", re.DOTALL)
_MEND_LINK = "Type the path of a page or file that is there, from this page; or remove the link."


def engine_problems(messages: Iterable[str], library: Library, known: Iterable[Problem]) -> list[Problem]:
    """The warnings as problems; those at whose place a problem is told already are left out."""
    told = {(problem.path, problem.line, problem.column) for problem in known}
    orphans = {problem.path for problem in known if problem.rule == "L008"}
    found = in_order(problem for message in messages for problem in _problems(message, library))
    return [
        problem
        for problem in found
        if (problem.path, problem.line, problem.column) not in told
        and not (problem.path in orphans and problem.hint == _ADD_TO_NAV)
    ]


_ADD_TO_NAV = "Add it to `nav:` in mkdocs.yml, or mark it `draft: true`."


def _problems(message: str, library: Library) -> Iterator[Problem]:
    of_page = _OF_PAGE.fullmatch(message)
    in_nav = _IN_NAV.match(message)
    if of_page:
        yield _of_page(of_page["path"], of_page["what"], library)
    elif message.startswith(_NOT_IN_NAV):
        for line in message.splitlines()[1:]:
            place = Place(library.shown(line.strip().removeprefix("- ")))
            yield _problem(place, "The page is not in the navigation.", _ADD_TO_NAV)
    elif in_nav:
        place = _in_config(in_nav["path"], library)
        text = f"The navigation names “{in_nav['path']}”, which is no page here."
        yield _problem(place, text, "Type the path of a page below docs/, or remove the line.")
    else:
        yield _problem(_in_config("", library), message.strip(), "Mend what it names, or ask for help with this line.")


def _of_page(path: str, what: str, library: Library) -> Problem:
    page = library.pages.get(path)
    link = _LINK.search(what)
    place = _of_link(link["link"] if link else "", page) or Place(library.shown(path))
    suggestion = _SUGGESTION.search(what)
    text = what[: suggestion.start()] if suggestion else what
    hint = _quoted(suggestion[1]) if suggestion else _MEND_LINK
    return _problem(place, f"This page contains {_quoted(text.rstrip())}", hint)


def _quoted(text: str) -> str:
    return re.sub(r"'([^']*)'", r"“\1”", text)


def _of_link(target: str, page: Page | None) -> Place | None:
    found = [link.place for link in page.body.links if link.target == target] if page and target else []
    return found[0] if found else None


def _in_config(text: str, library: Library) -> Place:
    """Where mkdocs.yml holds the text, else its start."""
    file = library.docs_dir.parent / "mkdocs.yml"
    source = read_text(file, path=shown_path(file, library.start))
    offset = source.text.find(text) if text else -1
    return source.place(offset) if offset >= 0 else Place(source.path)


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem.at(place, X002.id, message, hint, X002.severity)
