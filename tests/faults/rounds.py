"""Rounds of faults against publishing; how many there were: `python -m tests.faults.rounds KIND SEED COUNT [FOLDER]`.

After each fault the site that stands is the last good one or the new one, whole; the next run succeeds, and leaves
nothing beside it.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge.publishing import swap
from tests.faults.disks import fill, limited, needed, small_disk, unwritable
from tests.faults.ground import (
    NOT_BEGUN,
    REFUSALS,
    Ended,
    Ground,
    at_operation,
    die,
    duration,
    interrupt,
    moments,
    operations,
    refuse,
)

Rounds = Callable[[Ground, int, int], int]
"""Rounds of one kind: the ground, a seed, how many; how many there were."""


def _holds(ground: Ground, before: int, ended: Ended) -> None:
    """What must be true after any fault."""
    assert ground.standing() in (before, ground.version), "the site that stands is neither the last nor the new one"
    assert "Traceback" not in ended.said, ended.said
    published = "Published in" in ended.said
    if published or ended.code == 0:
        assert ground.standing() == ground.version
    good = ground.publish()
    assert good.code == 0, good.said
    assert ground.standing() == ground.version
    assert ground.left() == [], "the next build clears up"


def _each(ground: Ground, faults: Iterator[Callable[[], Ended]]) -> int:
    assert ground.publish().code == 0
    count = 0
    for fault in faults:
        before = ground.standing()
        ended = fault()
        _holds(ground, before, ended)
        count += 1
    return count


def killed_at_moments(ground: Ground, seed: int, count: int) -> int:
    """SIGKILL at random moments."""

    def killed(after: float) -> Ended:
        run = ground.start()
        time.sleep(after)
        run.kill(signal.SIGKILL)
        return run.wait()

    within = duration(ground)
    return _each(ground, (lambda after=after: killed(after) for after in moments(seed, count, within)))  # type: ignore[misc]


def stopped_at_moments(ground: Ground, seed: int, count: int) -> int:
    """Ctrl-C, a closed terminal, a polite end, at random moments: one clear line, exit 130, unless all was done."""
    chance = random.Random(seed)

    def stopped(after: float) -> Ended:
        run = ground.start()
        time.sleep(after)
        run.kill(chance.choice((signal.SIGINT, signal.SIGTERM, signal.SIGHUP)))
        ended = run.wait()
        assert ended.code in (0, 130, NOT_BEGUN, -signal.SIGTERM, -signal.SIGHUP), ended
        assert ended.code != 130 or ended.said.splitlines()[-1].startswith("Stopped."), ended.said
        return ended

    within = duration(ground)
    return _each(ground, (lambda after=after: stopped(after) for after in moments(seed, count, within)))  # type: ignore[misc]


def _chosen(ground: Ground, seed: int, count: int) -> list[int]:
    """Which operations are disturbed: all of them where `count` allows it, else a random choice."""
    numbers = range(1, operations(ground) + 1)
    if count >= len(numbers):
        return list(numbers)
    return sorted(random.Random(seed).sample(numbers, count))


def killed_at_operations(ground: Ground, seed: int, count: int) -> int:
    """SIGKILL at each thing that publishing does to files, processes and locks."""
    chosen = _chosen(ground, seed, count)
    return _each(ground, (lambda n=n: ground.publish(at_operation(n, die)) for n in chosen))  # type: ignore[misc]


def interrupted(ground: Ground, seed: int, count: int) -> int:
    """Ctrl-C at each thing that publishing does: one clear line, exit 130, unless all was done."""

    def once(number: int) -> Ended:
        ended = ground.publish(at_operation(number, interrupt))
        assert ended.code in (0, 130), ended
        if ended.code == 130:
            assert ended.said.splitlines()[-1].startswith("Stopped."), ended.said
        return ended

    return _each(ground, (lambda n=n: once(n) for n in _chosen(ground, seed, count)))  # type: ignore[misc]


def refused(ground: Ground, seed: int, count: int) -> int:
    """The disk full, broken, read-only, not ours, at each thing that publishing does: told in plain words."""
    chance = random.Random(seed)

    def once(number: int) -> Ended:
        ended = ground.publish(at_operation(number, refuse(chance.choice(REFUSALS))))
        assert ended.code in (0, 1), ended
        return ended

    return _each(ground, (lambda n=n: once(n) for n in _chosen(ground, seed, count)))  # type: ignore[misc]


def two_renames(ground: Ground, seed: int, count: int) -> int:
    """SIGKILL where two folders cannot be exchanged: between the renames there is no site, but nothing is lost."""

    def disturbed(number: int) -> Ended:
        def both() -> None:
            swap._exchange = lambda one, other: False
            at_operation(number, die)()

        return ground.publish(both)

    assert ground.publish().code == 0
    chosen = _chosen(ground, seed, count)
    for number in chosen:
        before = ground.standing()
        disturbed(number)
        trial = ground.publish(trial=True)  # puts the old site back before it does anything else
        assert trial.code == 0, trial.said
        assert ground.standing() in (before, ground.version - 1)
        assert ground.left() == []
    return len(chosen)


def clock_changes(ground: Ground, seed: int, count: int) -> int:
    """A clock that jumps by years between any two looks at it, and files from the future and from 1970."""
    chance = random.Random(seed)

    def jump() -> None:
        real = time.time
        time.time = lambda: real() + chance.uniform(-3e8, 3e8)
        time.time_ns = lambda: int(time.time() * 1e9)

    def once() -> Ended:
        for file in ground.folder.rglob("*.html"):
            moment = chance.choice((0, 1, 4102444800))
            os.utime(file, (moment, moment))
        ended = ground.publish(jump)
        assert ended.code == 0, ended.said
        return ended

    return _each(ground, (once for _ in range(count)))


def at_once(ground: Ground, seed: int, count: int) -> int:
    """Several builds at once, some of them killed, while a reader reads: what is read is always one whole version."""
    chance = random.Random(seed)
    assert ground.publish().code == 0
    stop = threading.Event()
    faults: list[BaseException] = []
    reader = threading.Thread(target=_read_on, args=(ground, stop, faults))
    done = 0
    while done < count:
        runs = [ground.start() for _ in range(3)]
        if not reader.is_alive() and not stop.is_set():
            reader.start()  # after the first fork, since a fork copies no threads
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0, 0.2))
            chance.choice(runs).kill(signal.SIGKILL)
        ended = [run.wait() for run in runs]
        assert all(one.code in (0, -signal.SIGKILL) for one in ended), ended
        assert sum(one.code == 0 for one in ended) >= 2
        assert ground.standing() in range(ground.version - 2, ground.version + 1)
        done += 1
    stop.set()
    reader.join()
    assert not faults, faults
    assert ground.publish().code == 0
    assert ground.left() == []
    return done


def _read_on(ground: Ground, stop: threading.Event, faults: list[BaseException]) -> None:
    """Read the site as a server does, file by file with files left open, as long as the builds go on."""
    try:
        while not stop.is_set():
            folder = os.open(ground.site, os.O_RDONLY | os.O_DIRECTORY)
            try:
                _read_whole(ground, folder)
            finally:
                os.close(folder)
    except BaseException as error:
        faults.append(error)


def _read_whole(ground: Ground, folder: int) -> None:
    """All pages of one version: where the folder is no longer the site, it may be on its way out."""
    found = set()
    for name in ("index.html", "answers/index.html"):
        try:
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), encoding="utf-8") as stream:
                text = stream.read()
        except FileNotFoundError:
            assert os.fstat(folder).st_ino != ground.site.stat().st_ino, f"{name} is missing in the site that stands"
            return
        assert text.endswith("</html>\n")
        found.add(text.split("Version ")[1].split(".")[0])
    assert len(found) == 1, found


def full_disk(ground: Ground, seed: int, count: int) -> int:
    """A small disk with any number of pages left: full in the build, in the check, at the manifest, or just not."""
    chance = random.Random(seed)
    with small_disk(ground.folder) as disk:
        if disk is None:
            return file_limit(ground, seed, count)
        inner = Ground(disk.folder, ground.said / "inner")
        assert inner.publish().code == 0
        room = needed(disk, inner)
        rooms = [chance.randint(0, room) for _ in range(count)]

        def once(pages: int) -> Ended:
            ended = fill(disk, inner, pages)
            assert ended.code == 0 or "full" in ended.said or "No space" in ended.said, ended.said
            return ended

        return _each(inner, (lambda pages=pages: once(pages) for pages in rooms))  # type: ignore[misc]


def file_limit(ground: Ground, seed: int, count: int) -> int:
    """A limit on the size of files: the manifest or a page cannot be written whole."""
    chance = random.Random(seed)
    sizes = [chance.randint(0, 4000) for _ in range(count)]
    return _each(ground, (lambda size=size: limited(ground, size) for size in sizes))  # type: ignore[misc]


def read_only(ground: Ground, seed: int, count: int) -> int:
    """A target that may be read, not written: told in plain words."""
    chance = random.Random(seed)
    with small_disk(ground.folder) as disk:
        inner = Ground(disk.folder, ground.said / "inner") if disk else ground

        def once() -> Ended:
            ended = unwritable(disk, inner, chance)
            assert ended.code == 1, ended
            assert "Nothing was published: " in ended.said, ended.said
            return ended

        return _each(inner, (once for _ in range(count)))


KINDS: dict[str, Rounds] = {
    kind.__name__: kind
    for kind in (
        killed_at_moments,
        killed_at_operations,
        stopped_at_moments,
        interrupted,
        refused,
        two_renames,
        clock_changes,
        at_once,
        full_disk,
        file_limit,
        read_only,
    )
}


def main() -> int:
    """Run the rounds asked for; print how many there were."""
    kind, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory(dir=sys.argv[4] if len(sys.argv) > 4 else None) as folder:
        sys.stdout.write(f"{KINDS[kind](Ground(Path(folder)), seed, count)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
