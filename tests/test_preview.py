"""A preview that cannot start says what to type."""

from __future__ import annotations

import socket

import pytest

from knowledge.preview import main, refused


def test_an_address_in_use_is_told_with_another() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = refused(f"127.0.0.1:{port}")
    assert told == (
        f"127.0.0.1:{port} is in use, perhaps by another preview. "
        f"Stop that, or type: make serve ADDR=127.0.0.1:{port + 1}"
    )
    assert refused(f"127.0.0.1:{port}") is None


@pytest.mark.parametrize("address", ["8000", "127.0.0.1", "127.0.0.1:port", "127.0.0.1:99999", "a b:80", ""])
def test_what_is_no_address_is_told_with_its_form(address: str) -> None:
    assert refused(address) == f"“{address}” is no address. Type host and port: make serve ADDR=127.0.0.1:8000"


def test_an_unknown_host_is_told() -> None:
    told = refused("no.such.host.invalid:8000")
    assert told is not None
    assert told.startswith("no.such.host.invalid:8000 cannot be used: ")


def test_wrong_use_exits_2_and_starts_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["preview", "8000"])
    monkeypatch.setattr("os.execv", lambda *_: pytest.fail("started"))
    assert main() == 2
    assert "make serve ADDR=" in capsys.readouterr().err
