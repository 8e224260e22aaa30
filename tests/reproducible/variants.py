"""The same site built in unlike surroundings: each must give the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.publishing.manifest import NAME

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "hooks", "overrides", "mkdocs.yml")
_DISTURBED = str(Path(__file__).parent / "disturbed")


@dataclass(frozen=True)
class Variant:
    """Surroundings that may change nothing: variables of the environment, the umask, the depth of the folder."""

    environment: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    folder: str = "legwise"
    again: bool = False
    """Whether the site is built a second time from what the first build kept, and that one is compared."""


_ZONE = {"TZ": "Pacific/Kiritimati"}
_ORDER = {"PYTHONPATH": _DISTURBED, "FILE_ORDER": "7"}
_CLOCK = {"PYTHONPATH": _DISTURBED, "CLOCK_RUNS_WILD": "1"}
_ALONE = {"CACHE": "off", "LEGWISE_PROCESSES": "1"}
VARIANTS: dict[str, Variant] = {
    "hash seed": Variant({"PYTHONHASHSEED": "4294967295"}),
    "time zone": Variant(_ZONE),
    "locale C": Variant({"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "locale that is not there": Variant({"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
    "umask": Variant(umask=0o077),
    "folder": Variant(folder="a folder/with ümlauts/and a long name/legwise"),
    "order of files": Variant(_ORDER),
    "clock": Variant(_CLOCK),
    "no cache, one process": Variant(_ALONE),
    "two processes": Variant({"LEGWISE_PROCESSES": "2"}),
    "from the cache": Variant(again=True),
    "no colours, no home": Variant({"NO_COLOR": "1", "HOME": "/nonexistent", "TERM": "dumb"}),
    "optimised": Variant({"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"}),
}
TOGETHER = Variant(
    {"PYTHONHASHSEED": "2", "LC_ALL": "C", "CLOCK_RUNS_WILD": "1", **_ZONE, **_ORDER, **_ALONE},
    umask=0o077,
    folder="a folder/with ümlauts/legwise",
)
"""All at once, for the sample in `make test`."""


def built(variant: Variant, top: Path) -> str:
    """Build a copy of this project as it is published, in such surroundings; its manifest, which tells every byte.

    Raises:
        AssertionError: when the build fails, with what it said.
    """
    project = top / variant.folder
    project.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, project / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, project / part)
    given = {"SOURCE_DATE_EPOCH": "1790000000", "SITE_URL": "https://example.org/legs", "PYTHONHASHSEED": "1"}
    plain = {name: value for name, value in os.environ.items() if name not in ("CACHE", "LEGWISE_PROCESSES")}
    for _ in range(2 if variant.again else 1):
        shutil.rmtree(project / ".cache" / "published", ignore_errors=True)  # a site that stands would be left alone
        done = subprocess.run(
            [sys.executable, "-m", "knowledge.publish"],
            cwd=project,
            env=plain | given | variant.environment,
            umask=variant.umask,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return (project / "site" / NAME).read_text(encoding="utf-8")


def different(one: str, other: str) -> list[str]:
    """The files that two manifests do not tell alike."""
    return sorted({line.split("  ", 1)[1] for line in set(one.splitlines()) ^ set(other.splitlines())})
