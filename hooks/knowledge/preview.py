"""Live preview: `python -m knowledge.preview HOST:PORT` (make serve), with a clear word where it cannot start."""

from __future__ import annotations

import errno
import os
import re
import socket
import sys
from pathlib import Path


def main() -> int:
    """Become `mkdocs serve` when the address is free; else say what to type."""
    address = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8000"
    told = refused(address)
    if told:
        print(told, file=sys.stderr)  # noqa: T201
        return 2
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    os.execv(mkdocs, [mkdocs, "serve", "--dev-addr", address])  # noqa: S606
    return 0


def refused(address: str) -> str | None:
    """Why nothing can be served at `host:port`, and the mend; None where it can."""
    match = re.fullmatch(r"(?P<host>[^:\s]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})", address)
    if match is None or int(match["port"]) > 65535:
        return f"“{address}” is no address. Type host and port: make serve ADDR=127.0.0.1:8000"
    host, port = match["host"].strip("[]"), int(match["port"])
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does, which may follow another
            tried.bind((host, port))
    except OSError as error:
        other = f"{match['host']}:{port + 1 if port < 65535 else 8000}"
        reason = (
            "is in use, perhaps by another preview"
            if error.errno == errno.EADDRINUSE
            else f"cannot be used: {error.strerror}"
        )
        return f"{address} {reason}. Stop that, or type: make serve ADDR={other}"
    return None


if __name__ == "__main__":
    sys.exit(main())
