"""What the environment tells a build: addresses and moments, right or told in words."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from knowledge.publishing.faults import PublishingError
from knowledge.publishing.surroundings import environment, site_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/", "https://example.org/"),
        (" https://example.org/legs ", "https://example.org/legs/"),
        ("http://127.0.0.1:8000/legs/", "http://127.0.0.1:8000/legs/"),
    ],
)
def test_an_address_gets_its_slash(typed: str, address: str) -> None:
    assert site_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("example.org", "https://example.org/"),
        ("example.org/legs/", "https://example.org/legs/"),
        ("ftp://example.org", "https://example.org/"),
        ("site", "https://example.org/"),
        ("https://", "https://example.org/"),
        ("https://example.org:port/", "https://example.org/"),
        ("https://example.org/?a=b", "https://example.org/"),
        ("https://example.org/legs#x", "https://example.org/legs"),
        ("https://me:secret@example.org/", "https://example.org/"),
        ("https://example.org/my legs/", "https://example.org/"),
    ],
)
def test_what_is_no_address_is_told_with_a_better_one(typed: str, better: str) -> None:
    with pytest.raises(PublishingError) as told:
        site_address(typed)
    assert (
        str(told.value) == f"“{typed}” cannot be the address of a site. Type for example: SITE_URL={better} make build."
    )


def test_the_moment_is_the_last_commits(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True, env=env)

    env = os.environ | {"GIT_COMMITTER_DATE": "1700000000 +0200", "GIT_CONFIG_GLOBAL": "/dev/null"}
    git("init", "--quiet")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--allow-empty", "--quiet", "-m", "x")
    assert environment({"PATH": os.environ["PATH"]}, tmp_path)["SOURCE_DATE_EPOCH"] == "1700000000"


def test_without_git_it_is_a_fixed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment({}, tmp_path)["SOURCE_DATE_EPOCH"] == "1767225600", "no repository"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert environment({}, tmp_path)["SOURCE_DATE_EPOCH"] == "1767225600", "no git at all"


@pytest.mark.parametrize("given", ["yesterday", "-1", "1.5", "99999999999999"])
def test_what_is_no_moment_is_told(given: str, tmp_path: Path) -> None:
    with pytest.raises(PublishingError, match="where a count of seconds since 1970 belongs"):
        environment({"SOURCE_DATE_EPOCH": given}, tmp_path)


def test_what_is_given_stays(tmp_path: Path) -> None:
    told = environment({"SOURCE_DATE_EPOCH": "7", "SITE_URL": "", "OTHER": "x", "NO_MKDOCS_2_WARNING": "0"}, tmp_path)
    assert told == {"SOURCE_DATE_EPOCH": "7", "SITE_URL": "", "OTHER": "x", "NO_MKDOCS_2_WARNING": "0"}
