"""Templates: which are used, whether they changed, and how far they look beyond the page they are rendered for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from knowledge.incremental.digest import digest
from knowledge.incremental.shared_navigation import with_our_call

KEPT = "__kept__"
"""An empty template: the page that has it is not written."""
MAYBE = "__maybe__"
"""The page that has it is written unless what its template is told is the same as before."""
LAYOUT = "__layout__"
"""The variable by which it is then said which template a page has."""
_OURS = {KEPT: "", MAYBE: f"{{% extends {LAYOUT} %}}"}
_FAR = frozenset({"content", "markdown", "toc", "content_string", "content_bytes", "present_anchor_ids"})
"""What a template can read of other pages that takes their whole text into account."""


class NotedLoader(BaseLoader):
    """A loader that notes what is asked for, and knows the two templates of ours."""

    def __init__(self, loader: BaseLoader, *, shares: bool = False) -> None:
        """In front of another loader; `shares`: pages share what they show alike of the navigation."""
        self._loader = loader
        self.shares = shares
        self.asked: set[str] = set()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """A template's source, as the other loader gives it."""
        if template in _OURS:
            return _OURS[template], None, None
        self.asked.add(template)
        source, file, is_current = self._loader.get_source(environment, template)
        return with_our_call(template, source) if self.shares else source, file, is_current

    def list_templates(self) -> list[str]:
        """Those of the other loader."""
        return self._loader.list_templates()


@dataclass(frozen=True, slots=True)
class Looks:
    """How far templates look: which names and attributes they read, and which keys of other pages' front matter."""

    names: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    keys: list[str] | None = None
    """Keys of front matter that are read of pages other than the one rendered; None for any."""

    @property
    def far(self) -> bool:
        """Whether they may show the text of other pages."""
        return bool(_FAR.intersection(self.attributes))


def print_of(environment: Environment, names: Iterable[str]) -> str:
    """A digest of templates as they are now; one that is missing has none of its own."""
    found = []
    for name in sorted(names):
        try:
            found += [name, environment.loader.get_source(environment, name)[0]] if environment.loader else []
        except (TemplateNotFound, UnicodeDecodeError):
            found.append(name)
    return digest(*found)


def closure(environment: Environment, roots: Iterable[str], known: Collection[str] = ()) -> dict[str, nodes.Template]:
    """The templates that the roots name, and those name, by name, without those known; unreadable ones are left out."""
    found: dict[str, nodes.Template] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in found or name in known or environment.loader is None:
            continue
        try:
            found[name] = environment.parse(environment.loader.get_source(environment, name)[0], name)
        except (TemplateNotFound, TemplateSyntaxError, UnicodeDecodeError):
            continue
        waiting += [one for one in find_referenced_templates(found[name]) if one is not None]
    return found


def looks(trees: Iterable[nodes.Template]) -> Looks:
    """What templates read, from their syntax."""
    trees = list(trees)
    names: set[str] = set()
    of_own: set[str] = set()
    attributes: set[str] = set()
    keys: set[str] = set()
    any_key = False
    own = not any(one.name == "page" and one.ctx != "load" for tree in trees for one in tree.find_all(nodes.Name))
    for tree in trees:
        names.update(one.name for one in tree.find_all(nodes.Name) if one.ctx == "load")
        for base, name in _reads(tree):
            if _root(base) != "config" or name == "nav":
                of_page = own and isinstance(base, nodes.Name) and base.name == "page"
                (of_own if of_page else attributes).add(name)
        found = list(_keys(tree, own=own))
        any_key = any_key or None in found
        keys.update(key for key in found if key is not None)
    return Looks(sorted(names), sorted(of_own), sorted(attributes), None if any_key else sorted(keys))


def _reads(tree: nodes.Node) -> Iterator[tuple[nodes.Expr, str]]:
    """Every attribute that is read, with what it is read of."""
    for one in tree.find_all(nodes.Getattr):
        yield one.node, one.attr
    for item in tree.find_all(nodes.Getitem):
        if isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, str):
            yield item.node, item.arg.value
    for call in tree.find_all((nodes.Filter, nodes.Test)):
        for argument in call.args:  # as in `selectattr("is_index")`, `map(attribute="title")`
            if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                yield argument, argument.value.split(".")[0]
        for pair in call.kwargs:
            if isinstance(pair.value, nodes.Const) and isinstance(pair.value.value, str):
                yield pair.value, pair.value.value.split(".")[0]


def _root(expression: nodes.Expr) -> str:
    """The name that a chain of attributes begins with: settings are no pages, whatever theirs are called."""
    while isinstance(expression, (nodes.Getattr, nodes.Getitem)):
        expression = expression.node
    return expression.name if isinstance(expression, nodes.Name) else ""


def _keys(tree: nodes.Node, *, own: bool) -> Iterator[str | None]:
    """The keys read of the front matter of other pages; None where any may be."""
    read: dict[int, str] = {}
    tested: set[int] = set()
    for base, name in _reads(tree):
        read[id(base)] = name
    for one in tree.find_all((nodes.And, nodes.If, nodes.CondExpr)):
        tested.update(id(part) for part in _parts(one))
    for meta in tree.find_all(nodes.Getattr):
        of_page = own and isinstance(meta.node, nodes.Name) and meta.node.name == "page"
        if meta.attr == "meta" and not of_page:
            if id(meta) in read:
                yield read[id(meta)]
            elif id(meta) not in tested:
                yield None


def _parts(one: Any) -> Iterator[Any]:
    """What is only asked whether it is there."""
    if isinstance(one, nodes.And):
        yield one.left
        return
    tests = [one.test]
    while tests:
        test = tests.pop()
        if isinstance(test, (nodes.And, nodes.Or)):
            tests += [test.left, test.right]
        else:
            yield test
