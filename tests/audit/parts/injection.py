"""Puts some 300 harmful strings into every text field of a site, all into each, and looks at it in a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.audit.figures import Figure
from tests.injection.corpus import CORPUS

ROOT = Path(__file__).parents[3]
TEST = "tests/browser/test_injection.py"


def run() -> list[Figure]:
    """How many strings went into each field; a page on which one did anything fails the part."""
    command = [sys.executable, "-m", "pytest", "-q", TEST]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"AUDIT": "1"}, check=True)
    note = "Every text field of data and front matter; nothing ran, was fetched, or became an element or attribute."
    label, version = "Harmful strings shown as text in every field", ".".join(map(str, sys.version_info[:3]))
    return [
        Figure("injection-strings", label, len(CORPUS), "strings", "at least 200", f"{TEST}, Python", version, note)
    ]
