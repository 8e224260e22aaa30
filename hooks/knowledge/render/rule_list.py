"""The writers' reference of rules: each with what it wants, why, a bad and a good example."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.models.blocks import RULE_FAMILIES
from knowledge.models.report import RuleFigures
from knowledge.problems import Severity
from knowledge.render.elements import Child, coded, el
from knowledge.render.entries import entries, entry
from knowledge.render.site import Site

_STOPS = {
    Severity.ERROR: "error: stops everything",
    Severity.WARNING: "warning: stops what is published",
    Severity.NOTE: "note: stops nothing, told by kb report",
}


def _family(name: str, letter: str) -> Callable[[Site], list[Element]]:
    def rules(site: Site) -> list[Element]:
        found = [_entry(rule) for rule in site.rules if rule.id.startswith(letter)]
        return [
            entries(found, id_=name, searched=False) if found else el("p", "No rule of this kind is held yet.", id=name)
        ]

    return rules


def _entry(rule: RuleFigures) -> Element:
    kind = _STOPS[rule.severity] + ("; ✎ make fix can mend it" if rule.mends else "")
    examples = [el("p", "Not: ", *_example(rule.bad)), el("p", "But: ", *_example(rule.good))]
    return entry(rule.id, [kind], [*coded(f"{rule.wants} {rule.why}"), *examples], id_=f"rule-{rule.id.lower()}")


def _example(text: str) -> list[Child]:
    """An example as code, unless it says itself which part of it is."""
    return coded(text) if "`" in text else [el("code", text)]


RULES: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {f"rules-{name}": _family(f"rules-{name}", letter) for name, letter in RULE_FAMILIES.items()}
)
"""What `/// generated | NAME` shows of the rules, family by family."""
