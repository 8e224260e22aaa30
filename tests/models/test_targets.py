"""Link targets as a browser reads them."""

from __future__ import annotations

import pytest

from knowledge.models.targets import host, path_and_anchor, resolved, scheme


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("sciatica.md#risks", None),
        ("#risks", None),
        ("", None),
        ("https://a.example", "https"),
        ("HTTP://a.example", "http"),
        ("mailto:a@b.example", "mailto"),
        ("//a.example/x", "//"),
        ("/\\a.example/x", "//"),
        ("javascript:alert(1)", "javascript"),
        ("java\tscript:alert(1)", "javascript"),
        (" \x01javascript:alert(1)", "javascript"),
        ("java&#115;cript:alert(1)", "javascript"),
        ("java%73cript:alert(1)", "javascript"),
        ("data:text/html,x", "data"),
        ("a/b:c", None),
    ],
)
def test_the_scheme_is_what_a_browser_would_run(target: str, expected: str | None) -> None:
    assert scheme(target) == expected


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("b.md", "a", "a/b.md"),
        ("../b.md", "a", "b.md"),
        ("../b.md", "", None),
        ("../../b.md", "a", None),
        ("..", "", None),
        ("./b.md", "a", "a/b.md"),
        ("", "a", "a"),
    ],
)
def test_paths_stay_inside_docs(path: str, folder: str, expected: str | None) -> None:
    assert resolved(path, folder) == expected


def test_path_and_anchor() -> None:
    assert path_and_anchor("a%20b.md?x=1#c") == ("a b.md", "c")
    assert path_and_anchor("#c") == ("", "c")
    assert path_and_anchor("a.md") == ("a.md", None)


def test_an_address_that_cannot_be_read_has_no_host() -> None:
    assert host("https://[x") is None
    assert host("https://A.example/b") == "a.example"
