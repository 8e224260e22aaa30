"""The contributor's kit: hooks, templates and workflows are what they promise, without the network."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]


def test_hooks_before_a_commit_fetch_nothing() -> None:
    assert [repo["repo"] for repo in HOOKS] == ["local"]
    for hook in HOOKS[0]["hooks"]:
        assert hook["language"] == "system"
        assert (BIN / Path(hook["entry"].split()[0]).name).exists(), hook["entry"]


def test_the_settings_of_hooks_are_valid() -> None:
    done = subprocess.run(
        [str(BIN / "pre-commit"), "validate-config"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_workflows_run_with_least_rights_and_pinned_actions() -> None:
    for workflow in WORKFLOWS:
        text = workflow.read_text(encoding="utf-8")
        read = yaml.safe_load(text)
        assert read["permissions"] in ({"contents": "read"}, {}), f"{workflow.name}: rights for all jobs"
        assert "pull_request_target" not in text, f"{workflow.name}: a proposer's code with our rights"
        for job in read["jobs"].values():
            assert job["timeout-minutes"] <= 360
        for action in re.findall(r"uses: (.+)", text):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", action), f"{workflow.name}: {action}"


@pytest.mark.parametrize("form", [form for form in FORMS if form.name != "config.yml"], ids=lambda form: form.stem)
def test_issue_forms_have_what_the_host_needs(form: Path) -> None:
    read = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= read.keys()
    asked = [part for part in read["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked) > 0
    assert all(part["attributes"]["label"] for part in asked)
    assert any(part.get("validations", {}).get("required") for part in asked)


def test_licences_are_named_alike() -> None:
    said = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "CITATION.cff", "pyproject.toml")}
    assert "MIT License" in said["LICENSE"]
    assert "CC BY 4.0" in said["LICENSE"]
    assert yaml.safe_load(said["CITATION.cff"])["license"] == "CC-BY-4.0"
    assert 'license = "MIT"' in said["pyproject.toml"]
