"""The watcher of a preview: told by the system where it can be, else asking twice a second; it knows what changed.

Opening or closing a file is no change. Editors' own leftovers are none either.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

_CHANGES = frozenset({"modified", "created", "deleted", "moved"})
_LEFTOVER = re.compile(r"(?:\.#.*|\..*\.sw[a-z]|.*~|4913|#.*#|\.goutputstream-.*|.*___jb_(?:tmp|old)___)")
"""Files that editors make for themselves while they save (Emacs, Vim, gedit, JetBrains)."""
_FAR = frozenset({"nfs", "nfs4", "cifs", "smb3", "9p", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "fuse.sshfs", "drvfs"})
"""File systems on which others can change files without this system hearing of it."""
_PERIOD = 0.5  # seconds between two looks, where there are no events


class Observer(Protocol):
    """What tells of changes below folders (watchdog's observers)."""

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> Any:
        """Tell a handler of changes below a path."""

    def unschedule(self, watch: Any) -> None:
        """Tell no more."""

    def start(self) -> None:
        """Begin to tell."""

    def stop(self) -> None:
        """End."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""


class Watcher:
    """Stands in for the server's observer."""

    def __init__(self, *, polling: bool) -> None:
        """Nothing is watched yet."""
        self._observer = _observer(polling=polling)
        self._scheduled: list[tuple[Any, str, bool]] = []
        self._lock = threading.Lock()
        self._changed: set[str] = set()

    def take(self) -> set[str]:
        """The paths that changed since this was last asked."""
        with self._lock:
            changed, self._changed = self._changed, set()
        return changed

    def heard(self) -> bool:
        """Whether any has changed since."""
        return bool(self._changed)

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> list[Any]:
        """Watch a folder with all that links in it lead to, or one file."""
        return [self._schedule(handler, one, recursive) for one in (path, *_led_to(path))]

    def _schedule(self, handler: Any, path: str, recursive: bool) -> Any:
        only = None if Path(path).is_dir() else path
        noting = _Noting(handler, self, only)
        folder = path if only is None else str(Path(path).parent)  # a file saved by renaming is another file
        self._scheduled.append((noting, folder, recursive and only is None))
        return self._observer.schedule(noting, folder, recursive=recursive and only is None)

    def unschedule(self, watches: list[Any]) -> None:
        """Watch no more."""
        for watch in watches:
            with suppress(KeyError):
                self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin; where the system has no events left to give, by asking."""
        try:
            self._observer.start()
        except OSError:
            with suppress(Exception):
                self._observer.stop()
            self._observer = _observer(polling=True)
            for noting, folder, recursive in self._scheduled:
                self._observer.schedule(noting, folder, recursive=recursive)
            self._observer.start()

    def stop(self) -> None:
        """End."""
        self._observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""
        self._observer.join(timeout)

    def note(self, paths: Iterable[str]) -> None:
        """These changed."""
        with self._lock:
            self._changed.update(paths)


class _Noting:
    """Hands on what is a change, and notes where."""

    def __init__(self, handler: Any, watcher: Watcher, only: str | None) -> None:
        self._handler, self._watcher, self._only = handler, watcher, only

    def dispatch(self, event: Any) -> None:
        """One event."""
        paths = {os.fsdecode(path) for path in (event.src_path, getattr(event, "dest_path", "")) if path}
        paths = {path for path in paths if _LEFTOVER.fullmatch(Path(path).name) is None}
        if event.event_type not in _CHANGES or not paths or (self._only and self._only not in paths):
            return
        if event.is_directory:
            if event.event_type == "modified":
                return
            event = _as_file(event)
        self._watcher.note(paths)
        self._handler.dispatch(event)


def _as_file(event: Any) -> Any:
    """A folder that came or went is a change too, of files that nothing may be told of."""
    from watchdog.events import FileModifiedEvent  # noqa: PLC0415  only a preview needs it

    return FileModifiedEvent(event.src_path)


def _observer(*, polling: bool) -> Observer:
    from watchdog.observers import Observer as EventDriven  # noqa: PLC0415
    from watchdog.observers.polling import PollingObserver  # noqa: PLC0415

    found: Observer = PollingObserver(timeout=_PERIOD) if polling else EventDriven()
    return found


def must_ask(paths: Iterable[str]) -> bool:
    """Whether some path lies where no events come from, or LEGWISE_WATCH=polling says so."""
    if os.environ.get("LEGWISE_WATCH") == "polling":
        return True
    return any(_kind(os.path.realpath(path)) in _FAR for path in paths)


def _kind(path: str) -> str:
    """The kind of file system that a path lies on; unknown where the system does not tell."""
    best, kind = "", ""
    with suppress(OSError):
        for line in Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, place, found, *_ = [*line.split(), "", "", ""]
            inside = place in ("/", path) or path.startswith(f"{place}/")
            if inside and len(place) >= len(best):
                best, kind = place, found
    return kind


def _led_to(path: str) -> Iterator[str]:
    """Where the symbolic links below a folder lead, which events do not follow."""
    for folder, folders, files in os.walk(path):
        for name in (*folders, *files):
            link = Path(folder, name)
            if link.is_symlink() and link.exists():
                yield os.path.realpath(link)
