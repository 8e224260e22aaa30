"""The list of rules that the tests make fail, held to the tables of cases: the report's doubt rests on it."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from knowledge.report.rules import tried
from tests.checks.test_rules import BEYOND

HERE = Path(__file__).parents[1]
LIST = HERE.parent / "hooks/knowledge/report/tried.txt"


def failing() -> set[str]:
    """Every rule with a failing case in any table of the tests."""
    files = [*HERE.glob("checks/test_*.py"), *HERE.glob("models/test_*.py")]
    modules = [import_module(".".join(file.relative_to(HERE.parent).with_suffix("").parts)) for file in files]
    return {case.rule for module in modules for case in getattr(module, "BAD", ())} | BEYOND.keys()


def test_the_list_is_current() -> None:
    found = failing()
    if os.environ.get("UPDATE_GOLDEN") == "1":
        LIST.write_text("".join(f"{rule}\n" for rule in sorted(found)), encoding="utf-8")
        tried.cache_clear()
    assert sorted(tried()) == sorted(found), "write it anew: UPDATE_GOLDEN=1 .venv/bin/pytest tests/report"
