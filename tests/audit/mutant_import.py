"""A pytest plugin that imports one module with one fault in it: `LEGWISE_MUTANT=knowledge.checks.dates:3`.

Nothing on the disk is touched. Without the variable it does nothing.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec, PathFinder
from types import CodeType, ModuleType

from tests.audit.mutation import mutated

VARIABLE = "LEGWISE_MUTANT"


class _Loader(SourceLoader):
    def __init__(self, path: str, index: int) -> None:
        self.path, self.index = path, index

    def get_filename(self, fullname: str) -> str:
        return self.path

    def get_data(self, path: str) -> bytes:
        with open(path, "rb") as file:  # noqa: PTH123  whatever kind of path the import system gives
            return file.read()

    def get_code(self, fullname: str) -> CodeType:
        """The faulty code, never one from a cache."""
        tree = ast.parse(self.get_data(self.path))
        return compile(mutated(tree, self.index), self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    def __init__(self, module: str, index: int) -> None:
        self.module, self.index = module, index

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module with its fault; every other is left to others."""
        if fullname != self.module:
            return None
        spec = PathFinder.find_spec(fullname, path)
        assert spec is not None
        assert spec.origin is not None
        spec.loader = _Loader(spec.origin, self.index)
        return spec


if os.environ.get(VARIABLE):
    _module, _, _index = os.environ[VARIABLE].partition(":")
    sys.meta_path.insert(0, _Finder(_module, int(_index)))
