"""One build at a time, whoever dies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from knowledge.publishing.lock import only_one

HOLD = """
import sys, time
from pathlib import Path
from knowledge.publishing.lock import only_one
with only_one(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("has it", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_second_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    with holder(tmp_path) as one, holder(tmp_path) as other:
        told = {line(one): one}
        told[line(other)] = other
        assert set(told) == {"has it", "waiting"}
        first = told["has it"]
        second = other if first is one else one
        first.communicate("")
        assert line(second) == "has it"
        second.communicate("")
    assert list(tmp_path.iterdir()) == [], "the lock leaves no file"


def test_a_killed_holder_gives_it_back(tmp_path: Path) -> None:
    with holder(tmp_path) as one:
        assert line(one) == "has it"
        one.kill()
        one.wait()
        waited: list[str] = []
        with only_one(tmp_path, lambda: waited.append("waited")):
            assert waited == []


def test_what_a_killed_builder_started_keeps_the_lock_while_it_may_write(tmp_path: Path) -> None:
    with only_one(tmp_path, lambda: None) as lock:
        orphan = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(lock,))
    waited: list[str] = []

    def end_it() -> None:
        waited.append("waited")
        orphan.communicate(b"\n")

    with only_one(tmp_path, end_it):
        assert waited == ["waited"]
