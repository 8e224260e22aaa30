"""Running all rules over a library: one list of problems, in order, each once."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import knowledge.checks as package
from knowledge.checks.rule import RULES
from knowledge.library import Library
from knowledge.problems import Problem, in_order


def load_rules() -> None:
    """Import every module of this package, so that all rules are registered."""
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")


def check(library: Library) -> list[Problem]:
    """All problems: those met while reading and those the rules find."""
    load_rules()
    found = [problem for rule in RULES.values() for problem in rule.problems(library)]
    return in_order([*library.problems, *found])
