"""The rules of the house itself: imports point one way, adapters are thin, nothing names this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = sorted((ROOT / "hooks" / "knowledge").rglob("*.py"))
ADAPTERS = sorted((ROOT / "hooks").glob("*.py"))


def test_imports_point_one_way() -> None:
    """The contracts of [tool.importlinter]: floors, and no MkDocs in the package."""
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(tool), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", PACKAGE, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_package_knows_nothing_of_mkdocs(module: Path) -> None:
    assert not re.search(r"^\s*(import|from)\s+(mkdocs|material)\b", module.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("module", PACKAGE, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_livable(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda path: path.name)
def test_adapters_are_thin(adapter: Path) -> None:
    assert len(adapter.read_text(encoding="utf-8").splitlines()) <= 80


def test_every_stylesheet_and_key_of_the_site_is_named_once() -> None:
    """Of a key named twice the second alone counts, and what the first held is lost without a word."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    keys = re.findall(r"^[a-z_]+(?=:)", text, re.MULTILINE)
    assert len(keys) == len(set(keys))
    templates = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "overrides").rglob("*.html")))
    named = re.findall(r"assets/stylesheets/[\w.-]+", text + templates)
    assert sorted(named) == sorted(
        file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs" / "assets").rglob("*.css")
    )


def test_the_lock_pins_every_package_with_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "index-url" not in lock
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert all(re.match(r"[A-Za-z0-9_.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)


def test_workflow_actions_are_pinned_to_commits_with_least_permissions() -> None:
    workflow = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    uses = re.findall(r"uses: (\S+)", workflow)
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in uses)
    assert re.search(r"^permissions:\n  contents: read$", workflow, re.MULTILINE)
    assert workflow.count("pages: write") == 1


def test_no_group_is_possessive() -> None:
    """Python 3.11.0 to 3.11.4 match `(…)*+` wrongly (mended in 3.11.5), and we promise 3.11."""
    found = [
        f"{module.relative_to(ROOT)}:{number}"
        for module in PACKAGE
        for number, line in enumerate(module.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\)[*+?]\+", line)
    ]
    assert found == []


def test_every_verb_of_the_makefile_is_there_once() -> None:
    verbs = re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(verbs) == len(set(verbs))
    named = (ROOT / "Makefile").read_text(encoding="utf-8").partition(".PHONY:")[2].split("\n")[0].split()
    assert set(verbs) == set(named)
