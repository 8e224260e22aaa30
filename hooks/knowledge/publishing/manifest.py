"""The manifest of a site: the SHA-256 of every file, so that anybody can tell whether a copy is whole and unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from knowledge.publishing.files import files_of

NAME = "manifest-sha256.txt"


def write_manifest(site: Path) -> dict[str, str]:
    """Write the manifest of a built site into it; the SHA-256 of every file by its path, in the manifest's order.

    The form is that of `sha256sum`, which checks it: `cd site && sha256sum -c manifest-sha256.txt`. The manifest does
    not tell of itself.

    Raises:
        OSError: when a file cannot be read, or the manifest not be written.
    """
    file = site / NAME
    file.unlink(missing_ok=True)  # it may be a link to that of the last site
    sums = {name: hashlib.sha256((site / name).read_bytes()).hexdigest() for name in files_of(site)}
    file.write_bytes(b"".join(_line(name, found) for name, found in sums.items()))
    file.chmod(0o644)
    return sums


def _line(name: str, found: str) -> bytes:
    """A line of the manifest; a name with a line break or a backslash is escaped, and marked so, as sha256sum does."""
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != name else ""
    return f"{mark}{found}  {escaped}\n".encode("utf-8", "surrogateescape")
