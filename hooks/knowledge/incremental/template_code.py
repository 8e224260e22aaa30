"""Templates as Python compiled them, remembered between builds; what is damaged counts as not there.

Jinja's own cache of files trusts what it finds and fails, or runs it, when a byte has changed.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

_SUM = 16


class TemplateCode(BytecodeCache):
    """A folder of compiled templates, each behind its own sum."""

    def __init__(self, folder: str) -> None:
        """In a folder that is there."""
        self._folder = Path(folder)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where its template is remembered."""
        with suppress(OSError):
            data = self._file(bucket).read_bytes()
            if data[:_SUM] == _sum(data[_SUM:]):
                with suppress(EOFError, ValueError, TypeError):
                    bucket.bytecode_from_string(data[_SUM:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a template, whole or not at all."""
        data = bucket.bytecode_to_string()
        with suppress(OSError):
            number, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(number, "wb") as file:
                file.write(_sum(data) + data)
            Path(name).replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.code"


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()
