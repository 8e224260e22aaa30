"""The check of the built tree: all its rules, one list of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from knowledge.built import downloads, ids, json_texts, leftovers, links, lists, loads, moves, sizes, whole
from knowledge.built.known import Known
from knowledge.built.tree import Tree
from knowledge.checks import published as rules
from knowledge.checks.rule import Finding, Rule
from knowledge.problems import Problem, in_order

TreeCheck = Callable[[Tree], Iterator[Finding]]


def check_tree(tree: Tree, known: Known | None = None) -> list[Problem]:
    """Everything that is wrong with a built site, in order."""
    return in_order(problem for rule, check in _checks(known or Known()) for problem in rule.told(check(tree)))


def _checks(known: Known) -> tuple[tuple[Rule, TreeCheck], ...]:
    return (
        (rules.B001, links.links_arrive),
        (rules.B002, links.anchors_arrive),
        (rules.B003, ids.ids_hold),
        (rules.B004, loads.loads_arrive),
        (rules.B005, loads.nothing_foreign),
        (rules.B006, json_texts.json_is_readable),
        (rules.B007, json_texts.json_ld_arrives),
        (rules.B008, downloads.tables_are_readable),
        (rules.B009, downloads.tables_hold_their_rows),
        (rules.B010, whole.pages_are_whole),
        (rules.B010, whole.files_are_whole),
        (rules.B011, sizes.sizes_are_small),
        (rules.B012, leftovers.nothing_unmeant),
        (rules.B012, partial(leftovers.drafts_stay_out, drafts=known.drafts)),
        (rules.B013, partial(leftovers.nothing_of_the_machine, folders=known.folders)),
        (rules.B014, lists.lists_arrive),
        (rules.B014, lists.lists_are_readable),
        (rules.B015, moves.moved_pages_arrive),
        (rules.B016, moves.pages_name_themselves),
    )
