"""Walks every way through the pages by keyboard, at 320 and 1280 px, light and dark.

The ways are the browser tests of the keyboard; AUDIT=1 has them walk all page types to the end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

from tests.audit.figures import Figure

ROOT = Path(__file__).parents[3]
TESTS = ("test_focus.py", "test_keyboard.py", "test_tables.py", "test_tools.py", "test_filters.py")


def run() -> list[Figure]:
    """How many of the ways fail."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}"]
        command += [f"tests/browser/{name}" for name in TESTS]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "AUDIT": "1"}, stdout=sys.stderr, check=False)
        cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    failed = [case.get("name") for case in cases if case.find("failure") is not None or case.find("error") is not None]
    if not cases:
        raise RuntimeError("No test of the keyboard was run.")
    return [
        Figure(
            "keyboard",
            "Ways through the pages by keyboard that fail",
            len(failed),
            None,
            "at most 0",
            "Playwright",
            version("playwright"),
            f"{len(cases)} tests on a small and a wide screen: reading, search, menu, tables, tools, sources. "
            "Nobody who relies on a keyboard or a screen reader has tried these pages for us yet.",
        )
    ]
