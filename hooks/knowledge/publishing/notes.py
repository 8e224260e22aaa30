"""What a build tells whoever publishes it, beside the site: through a pipe, which leaves nothing however it ends."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import Any

PIPE = "LEGWISE_NOTES"
"""Names for the build, in its environment, the descriptor that it may tell through."""
_MOST = 16_384
"""Bytes of one note: some of them fit into any pipe, so that nobody waits for a reader."""


def tell(name: str, value: Any) -> None:
    """Tell the publisher, if there is one; what is too long is left out, and counts as not told."""
    descriptor = os.environ.get(PIPE, "")
    line = json.dumps([name, value]).encode() + b"\n"
    if descriptor.isdecimal() and len(line) <= _MOST:
        with suppress(OSError):
            os.write(int(descriptor), line)


def listening() -> bool:
    """Whether there is a publisher to tell."""
    return os.environ.get(PIPE, "").isdecimal()


def heard(descriptor: int) -> dict[str, Any]:
    """All that was told by now."""
    os.set_blocking(descriptor, False)
    text = b""
    with suppress(BlockingIOError):
        while more := os.read(descriptor, _MOST):
            text += more
    return dict(json.loads(line) for line in text.splitlines())
