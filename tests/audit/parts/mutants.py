"""Mutation testing: plants small faults in the checks and in reading, and counts how many a test notices.

A sample with a fixed seed (MUTANTS=250 by default, MUTANTS=all for the whole): each fault is tried on the test files
that reach its line. What nobody noticed is printed, but for what tests/audit/survivors.yml lists with a reason.
"""

from __future__ import annotations

import ast
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.audit.figures import Figure
from tests.audit.mutant_import import VARIABLE
from tests.audit.mutation import Mutant, mutants
from tests.audit.reach import ROOT, SMALL, reached

PACKAGE = ROOT / "hooks" / "knowledge"
FOLDERS = (PACKAGE / "checks", PACKAGE / "source")
TESTS = (ROOT / "tests" / "checks", ROOT / "tests" / "source")
SURVIVORS = ROOT / "tests" / "audit" / "survivors.yml"
SEED = 20261121
SECONDS = 240


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault in one module."""

    file: Path
    mutant: Mutant

    @property
    def module(self) -> str:
        """Such as `knowledge.checks.dates`."""
        return ".".join(self.file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")

    @property
    def name(self) -> str:
        """What survivors.yml calls it: no line number, which every edit above it would change."""
        return f"{self.file.relative_to(PACKAGE)}: {self.mutant.was} → {self.mutant.becomes}"


def planted() -> list[Planted]:
    """Every fault that can be planted, in order."""
    files = [file for folder in FOLDERS for file in sorted(folder.rglob("*.py"))]
    return [Planted(file, one) for file in files for one in mutants(ast.parse(file.read_text(encoding="utf-8")))]


def noticed(one: Planted, tests: Iterable[Path]) -> bool:
    """Whether a test fails, or hangs, with the fault in place; the smallest test file is asked first."""
    environment = os.environ | SMALL | {VARIABLE: f"{one.module}:{one.mutant.index}"}
    for test in sorted(tests, key=lambda file: file.stat().st_size):
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "tests.audit.mutant_import", str(test)]
        try:
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return True
        if done.returncode:
            return True
    return False


def judged() -> Mapping[str, str]:
    """The faults that no test need notice, with the reason."""
    records = yaml.safe_load(SURVIVORS.read_text(encoding="utf-8")) or []
    return {record["fault"]: record["reason"] for record in records}


def run() -> list[Figure]:
    """The share of planted faults that a test notices, and how many nobody has judged."""
    asked = os.environ.get("MUTANTS", "250")
    every = planted()
    sample = every if asked == "all" else random.Random(SEED).sample(every, min(int(asked), len(every)))
    reach = reached([file for folder in TESTS for file in sorted(folder.glob("test_*.py"))], FOLDERS)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda one: noticed(one, reach[one.file][one.mutant.line]), sample))
    unnoticed = [one for one, seen in zip(sample, found, strict=True) if not seen]
    known = judged()
    open_ones = [one for one in unnoticed if one.name not in known]
    for one in open_ones:
        print(f"unnoticed: {one.file.relative_to(ROOT)}:{one.mutant.line}: {one.name}", file=sys.stderr)  # noqa: T201
    share = round(100 * (len(sample) - len(unnoticed)) / len(sample), 1)
    note = f"{len(sample)} of {len(every)} faults that can be planted, chosen by a fixed seed"
    tool, version = "own mutation runner, pytest", "1"
    return [
        Figure(
            "mutants", "Faults put into the program that its tests notice", share, "%", ">= 85", tool, version, note
        ),
        Figure(
            "mutants-unjudged",
            "Faults that no test noticed and nobody has judged",
            len(open_ones),
            None,
            "<= 0",
            tool,
            version,
            note,
        ),
    ]
