"""One state of the project built in unlike surroundings: the same bytes each time."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from tests.audit.figures import Figure
from tests.reproducible.variants import TOGETHER, VARIANTS, Variant, built, different


def run() -> list[Figure]:
    """Each variant alone and all together against a plain build."""
    unlike = 0
    variants = {**VARIANTS, "all together": TOGETHER}
    with tempfile.TemporaryDirectory() as folder:
        plain = built(Variant(), Path(folder, "plain"))
        for number, (name, variant) in enumerate(variants.items()):
            try:
                found = different(plain, built(variant, Path(folder, str(number))))
            except AssertionError:
                traceback.print_exc()
                found = ["the build failed"]
            if found:
                sys.stderr.write(f"{name}: {', '.join(found[:10])}\n")
                unlike += 1
    tool, version = "sha256sum, Python", platform.python_version()
    half = list(variants)[: len(variants) // 2]
    rest = [name for name in variants if name not in half]
    note = f"Against a plain build: {', '.join(half)}. Also: {', '.join(rest)}. One Python was there to try."
    return [
        Figure("builds-compared", "Builds compared", len(variants), "builds", "at least 10", tool, version, note),
        Figure("builds-different", "Builds that differed", unlike, "builds", "at most 0", tool, version, note),
    ]
