"""What every page depends on: the program, what is installed beside it, and the settings of the site."""

from __future__ import annotations

import logging
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import ModuleType

from knowledge.incremental.digest import canonical, digest
from knowledge.incremental.protocols import Config

_PACKAGE = Path(__file__).resolve().parents[1]
_NOT_SHOWN = frozenset(
    {"nav", "plugins", "hooks", "theme", "site_dir", "config_file_path", "dev_addr", "watch", "strict"}
)
"""Settings that no page shows, and those that are looked at in their own way."""


def program(late: Iterable[str] = ()) -> str:
    """A digest of Python, of all that is installed, of this package, and of every module that is not installed.

    `late` are files of modules that are only imported while pages are made.
    """
    return digest(installation(), *map(_file, sorted({*own_modules(), *late})))


def installation() -> str:
    """A digest of Python, of the names and versions of all that is installed, and of this package."""
    return digest(sys.version, *sorted(_installed()), _folder(_PACKAGE))


def installed() -> tuple[str, ...]:
    """Folders, links followed, that are known by the names and versions of what is installed, or are this package."""
    return tuple({*map(os.path.realpath, _libraries()), str(_PACKAGE)})


def own_modules() -> set[str]:
    """The files of modules that belong to the site: hooks, and extensions that lie beside it."""
    outside = installed()
    found = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    named = {name for name in found if isinstance(name, str) and name.endswith(".py")}
    # A system's own `sitecustomize` is installed among the others, as a link to its settings elsewhere.
    files = {os.path.realpath(name) for name in named if not name.startswith(outside)}
    return {name for name in files if not name.startswith(outside)}


def settings(config: Config) -> str:
    """A digest of the settings as all plugins left them."""
    shown = {key: value for key, value in config.items() if key not in _NOT_SHOWN}
    theme = config.theme
    plugins = [
        (name, f"hook:{name}" if isinstance(one, ModuleType) else (type(one), getattr(one, "config", None)))
        for name, one in config.plugins.items()
    ]
    # Told in full, links to anchors are not noted by the generator, and pages read so cannot be used otherwise.
    in_full = logging.getLogger("mkdocs.structure.pages").getEffectiveLevel() <= logging.DEBUG
    told = [shown, dict(theme.items()), theme.name, list(theme.dirs), plugins, in_full]
    return digest(canonical(told))


def _installed() -> Iterator[str]:
    """Names and versions of what is installed: the folders that installers leave."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (one for one in os.listdir(folder or ".") if one.endswith((".dist-info", ".egg-info")))  # noqa: PTH208  names alone


def _libraries() -> set[str]:
    paths = sysconfig.get_paths()
    return {paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")} | {
        folder
        for folder in sys.path
        if folder.endswith(("site-packages", "dist-packages", ".zip"))  # python311.zip
    }


def _folder(folder: Path) -> str:
    made = blake2b(digest_size=16)
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = Path(place, name)
                made.update(f"{path.relative_to(folder)}:".encode())
                made.update(_file(str(path)).encode())
    return made.hexdigest()


def _file(name: str) -> str:
    try:
        return digest(name, Path(name).read_bytes())
    except OSError:
        return digest(name)
