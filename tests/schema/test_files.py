"""Schemas for editors: current, well-formed, true of every file that passes the check, and false of mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from knowledge.load import load_library
from knowledge.models.page import FrontMatter
from knowledge.problems import Place
from knowledge.schema.files import FOLDER, editor_settings, schema_files
from knowledge.source.nodes import Items, Mapping, Node, Scalar
from knowledge.source.yaml_text import DATA, parse_yaml
from tests.builders import write_site
from tests.commands.called import kb
from tests.site_text import FILES

ROOT = Path(__file__).parents[2]
SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schema_files().items()}
REGISTRY: Registry[Any] = Registry().with_resources(
    [(name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()]
)


def as_editors_read(node: Node) -> Any:
    """A value as YAML 1.2 has it: unlike us, editors take `2024` for a number and `true` for a truth."""
    if isinstance(node, Mapping):
        return {key.text: as_editors_read(value) for key, value in node.entries}
    if isinstance(node, Items):
        return [as_editors_read(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.quoted or node.block:
        return node.text
    if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", node.text):
        return float(node.text)
    return {"true": True, "false": False, "": None, "null": None, "~": None}.get(node.text, node.text)


def mistakes(name: str, value: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name], registry=REGISTRY)
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(value)]


def parsed(text: str) -> Any:
    node, problems = parse_yaml(text, Place("x"), DATA)
    assert node is not None, problems
    return as_editors_read(node)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_of_draft_2020_12_and_says_what_keys_mean(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    record = SCHEMAS[name].get("items", SCHEMAS[name])
    own = {key: one for key, one in record["properties"].items() if one is not True}
    assert [key for key, one in own.items() if name != "rules.json" and not one.get("description")] == []


def test_the_schemas_that_are_checked_in_are_current() -> None:
    folder = ROOT / FOLDER
    told = "run: .venv/bin/kb schema --write"
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == schema_files(), told
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings.items() >= editor_settings().items(), told


def data_files(docs: Path) -> list[tuple[str, Path]]:
    single = [(f"{file.stem}.json", file) for file in sorted((docs / "data").glob("*.yml"))]
    return single + [("comparison.json", file) for file in sorted((docs / "data" / "comparisons").glob("*.yml"))]


@pytest.mark.parametrize("site", ["real", "small"])
def test_every_file_that_passes_fits_its_schema(tmp_path: Path, site: str) -> None:
    docs = ROOT / "docs" if site == "real" else write_site(tmp_path)
    found = {file.name: mistakes(name, parsed(file.read_text(encoding="utf-8"))) for name, file in data_files(docs)}
    pages = load_library(docs).pages
    found |= {
        path: mistakes("front-matter.json", as_editors_read(page.node)) for path, page in pages.items() if page.node
    }
    assert {name: told for name, told in found.items() if told} == {}
    assert len(found) > 20


def test_the_packages_own_rules_fit_too() -> None:
    text = (ROOT / "hooks" / "knowledge" / "rules.yml").read_text(encoding="utf-8")
    assert mistakes("rules.json", parsed(text)) == []


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("claims.json", "data/claims.yml", "certainty: not-tested", "certainty: untested"),
        ("claims.json", "data/claims.yml", "  outcome: leg pain\n", ""),
        ("claims.json", "data/claims.yml", "  better: lower", "  beter: lower"),
        ("claims.json", "data/claims.yml", "- id: sciatica-pain", "- id: Sciatica Pain"),
        ("references.json", "data/references.yml", "DOI: 10.1016", "DOI: https://doi.org/10.1016"),
        ("references.json", "data/references.yml", "  title: Evening", "  titel: Evening"),
        ("people.json", "data/people.yml", "  name: ", "  name:\n  role2: "),
        ("comparison.json", "data/comparisons/supports.yml", "type: range", "type: rnage"),
        ("comparison.json", "data/comparisons/supports.yml", "{claim: sciatica-pain}", "{clam: sciatica-pain}"),
        ("comparison.json", "data/comparisons/supports.yml", "last_checked: 2026-11-20\n", ""),
    ],
)
def test_a_mistake_does_not_fit(name: str, path: str, old: str, new: str) -> None:
    assert old in FILES[path]
    assert mistakes(name, parsed(FILES[path].replace(old, new, 1)))


@pytest.mark.parametrize(
    ("front", "fits"),
    [
        ("type: about\ndraft: true", True),
        ("type: about", False),
        ("type: abot\ndraft: true", False),
        ("type: about\ndraft: true\nprimary_claim: x", False),
        ("type: answer\ndraft: true\nprimary_claim: x", True),
        ("type: answer\ndraft: true\npublished: yesterday\nchanges: now", False),
        ("title: Something", False),
    ],
)
def test_front_matter_is_judged_by_the_pages_type(front: str, fits: bool) -> None:
    assert (mistakes("front-matter.json", parsed(front)) == []) is fits


def test_one_schema_can_be_printed_and_all_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = kb("schema").output.split()
    assert {f"{name}.json" for name in names} == set(SCHEMAS)
    assert (
        json.loads(kb("schema", "front-matter-answer").output)["properties"].keys() <= FrontMatter.model_fields.keys()
    )
    wrong = kb("schema", "clams")
    assert wrong.exit_code == 2
    assert "There is no schema “clams”. Did you mean “claims”?" in wrong.output


def test_writing_keeps_other_settings_and_refuses_what_it_cannot_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.rulers": [120]}', encoding="utf-8")
    assert kb("schema", "--write").exit_code == 0
    assert json.loads(settings.read_text(encoding="utf-8")) == {"editor.rulers": [120], **editor_settings()}
    assert {file.name for file in (tmp_path / FOLDER).iterdir()} == set(SCHEMAS)
    settings.write_text("// mine\n{}", encoding="utf-8")
    assert kb("schema", "--write").exit_code == 1
    assert settings.read_text(encoding="utf-8") == "// mine\n{}"
