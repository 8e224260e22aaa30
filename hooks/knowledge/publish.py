"""Build beside the old site and swap only when all passed: `python -m knowledge.publish` (make build).

Where nothing has changed since the site was published, it stays.
Whatever happens on the way (a mistake, a full disk, an interrupt, a kill), the last good site stays whole.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from knowledge.publishing import engine
from knowledge.publishing.faults import PublishingError, in_words, shown
from knowledge.publishing.lock import only_one
from knowledge.publishing.manifest import write_manifest
from knowledge.publishing.places import Places, remove
from knowledge.publishing.standing import Memory
from knowledge.publishing.surroundings import environment
from knowledge.publishing.swap import swap

_SITE = "site"
ENGINES = {"mkdocs": engine.mkdocs, "zensical": engine.zensical}


@dataclass(slots=True)
class Task:
    """What is asked for: the site's folder as typed, whether the new site is only tried, and what builds its pages."""

    folder: Path
    trial: bool = False
    engine: str = "mkdocs"
    published: bool = False
    to_look_at: bool = False
    """Whether a site was built that is not as it should be; it stays for whoever mends it."""

    @property
    def outcome(self) -> str:
        """What to say of the site, whatever ended the run."""
        name = shown(self.folder.absolute())
        if self.published:
            return f" {name}/ is the new site."
        return f" {name}/ is as it was." if self.folder.is_dir() else ""


class Stopped(BaseException):
    """A signal asked for the end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build strictly into a fresh folder; on success it becomes the site, else the site stays as it was.

    The exit code: 0 published, 1 not, 130 stopped by the person who started it.
    """
    task = Task(Path(_SITE))
    try:
        task = _task(arguments)
        with _polite_ends():
            return _publish(task)
    except (PublishingError, OSError) as error:
        reason = in_words(error) if isinstance(error, OSError) else str(error)
        return _failed(f"Nothing was published: {reason}{task.outcome}")
    except (KeyboardInterrupt, Stopped):  # at any moment, the first and the last of it too
        return _failed(f"Stopped.{task.outcome}", 130)


@contextmanager
def _polite_ends() -> Iterator[None]:
    """Have signals that ask for the end raise `Stopped`."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        for number in before:
            signal.signal(number, _stop)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _task(arguments: Sequence[str] | None) -> Task:
    parser = argparse.ArgumentParser(prog="python -m knowledge.publish", description="Build the site, all or nothing.")
    parser.add_argument("--site-dir", default=_SITE, type=Path, help=f"the folder of the site (default: {_SITE})")
    parser.add_argument("--engine", choices=sorted(ENGINES), default="mkdocs", help="what builds the pages")
    parser.add_argument("--trial", action="store_true", help="build and check beside the site, and leave it as it is")
    typed = parser.parse_args(arguments)
    return Task(typed.site_dir, typed.trial, typed.engine)


def _publish(task: Task) -> int:
    surroundings = environment(os.environ, Path.cwd())
    places = Places.of(task.folder)
    with only_one(places.site.parent, _waiting) as lock:
        places.settle()
        memory = Memory.of(Path.cwd(), places.site, surroundings)
        if not task.trial and task.engine == "mkdocs" and (known := memory.unchanged()):
            _say(f"{known.told}\n" if known.told else "", end="")
            _say(f"Nothing has changed since {shown(places.site)}/ was built: {known.what}.")
            return 0
        places.fresh.mkdir()
        places.fresh.chmod(0o755)  # whatever the umask, a server may read it
        try:
            command = ENGINES[task.engine](places.fresh)
            code, told = engine.run(command, surroundings, last=places.site, lock=lock)
            if code != 0:
                return _failed(f"The build failed.{task.outcome}")
            return _take_over(task, places, memory, told)
        finally:
            _clear_up(task, places)


def _take_over(task: Task, places: Places, memory: Memory, told: Mapping[str, object]) -> int:
    """Put the fresh site in its place, if it is as it should be."""
    found, pages, address = _looked_at(places.fresh)
    if found:
        task.to_look_at = True
        _say(found)
        look = f"What was built is in {shown(places.fresh)}/ until the next build."
        return _failed(f"The built site is not as it should be, and was not published.{task.outcome} {look}")
    files = len(write_manifest(places.fresh))
    what = f"{pages} pages, {files} files, {address or 'for no address of its own (SITE_URL)'}"
    if task.trial:
        _say(f"The site can be published: {what}.{task.outcome}")
        return 0
    swap(places.fresh, places.site, places.aside)
    task.published = True
    memory.keep(told, what)
    _say(f"Published in {shown(places.site)}/: {what}.")
    return 0


def _looked_at(fresh: Path) -> tuple[str, int, str | None]:
    """What is wrong with a built site, how many pages it has, and where it is to be published."""
    from knowledge.built.known import Known  # noqa: PLC0415  only where something was built: it takes a while
    from knowledge.built.run import check_tree  # noqa: PLC0415
    from knowledge.built.tree import Tree  # noqa: PLC0415
    from knowledge.problems import as_text  # noqa: PLC0415

    tree = Tree(fresh, shown(fresh))
    return as_text(check_tree(tree, Known.of(Path.cwd()))), len(tree.pages), tree.address


def _clear_up(task: Task, places: Places) -> None:
    """Remove the half-built site, or the old one after the change; what cannot be removed now, the next build tries."""
    for folder in () if task.to_look_at else (places.fresh, places.aside):
        try:
            remove(folder)
        except OSError as error:
            _say(f"{shown(folder)}/ is left over and can be removed: {in_words(error)}")


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def _waiting() -> None:
    _say("Another build is under way here; this one waits for its end.")


def _failed(text: str, code: int = 1) -> int:
    _say(text)
    return code


def _say(text: str, end: str = "\n") -> None:
    print(text, end=end, file=sys.stderr, flush=True)  # noqa: T201  the one thing this command says


if __name__ == "__main__":
    sys.exit(main())
