"""Loaded by Python itself where PYTHONPATH names this folder: another order of files in folders, another clock."""

import os
import random
import time
from collections.abc import Iterator
from typing import Any

_chance = random.Random(os.environ.get("FILE_ORDER", "1"))
_listdir, _scandir = os.listdir, os.scandir


def _shuffled_names(*arguments: Any) -> Any:
    names = _listdir(*arguments)
    _chance.shuffle(names)
    return names


class _Shuffled:
    """What os.scandir gives, in another order."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as entries:
            found = list(entries)
        _chance.shuffle(found)
        self._entries = iter(found)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "_Shuffled":
        return self

    def __exit__(self, *_what: Any) -> None:
        pass

    def close(self) -> None:
        """Nothing is open."""


if os.environ.get("FILE_ORDER"):
    os.listdir = _shuffled_names  # type: ignore[assignment]
    os.scandir = _Shuffled  # type: ignore[assignment]
if os.environ.get("CLOCK_RUNS_WILD"):
    _time = time.time
    time.time = lambda: _time() + _chance.uniform(-3e8, 3e8)
