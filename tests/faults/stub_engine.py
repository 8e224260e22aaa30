"""Builds a small site in no time: `stub_engine.py FROM INTO VERSION` copies a tree and writes the version into it."""

import sys
import time
from pathlib import Path

source, into, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
try:
    for file in sorted(source.rglob("*")):
        target = into / file.relative_to(source)
        if file.is_dir():
            target.mkdir()
        else:
            text = file.read_text(encoding="utf-8")
            target.write_text(text.replace("Socks squeeze", f"Version {version}. Socks squeeze"), encoding="utf-8")
            time.sleep(0.0005)  # so that a random moment falls into the build too
except OSError as error:
    sys.exit(f"The build stops here: {error}")
