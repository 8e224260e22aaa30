"""Modules and style sheets in one file do what they did apart."""

from __future__ import annotations

from pathlib import Path

from knowledge.outputs.joined import ENTRIES, SCRIPTS, SHEETS, STYLES, joined_files, joined_module

DOCS = Path(__file__).parents[2] / "docs"
MODULES = {
    "main.mjs": 'import { a } from "./one.mjs";\nimport { b } from "./two-three.mjs";\na(b);\n',
    "one.mjs": "// Says why.\nconst x = 1;\nexport function a(y) {\n  return x + y;\n}\n",
    "two-three.mjs": 'import { a } from "./one.mjs";\nconst x = 2;\nexport const b = a(x);\n',
}


def read(path: str) -> str:
    return MODULES[path.removeprefix(SCRIPTS)]


def test_each_module_stands_once_in_a_scope_of_its_own_before_those_that_need_it() -> None:
    assert joined_module("main.mjs", read) == (
        "const from_one = (() => {\nconst x = 1;\nfunction a(y) {\n  return x + y;\n}\nreturn { a };\n})();\n"
        "const from_two_three = (() => {\nconst { a } = from_one;\nconst x = 2;\nconst b = a(x);\n"
        "return { b };\n})();\n"
        "const { a } = from_one;\nconst { b } = from_two_three;\na(b);\n"
    )


def test_an_entry_keeps_what_others_load_from_it() -> None:
    assert "\nexport async function setUpTables" in joined_module("tables.mjs", of_docs)


def of_docs(path: str) -> str:
    return (DOCS / path).read_text(encoding="utf-8")


def test_ours_are_joined_whole() -> None:
    files = joined_files(of_docs)
    assert set(files) == {STYLES + SHEETS[0], *(SCRIPTS + name for name in ENTRIES)}
    for path, text in files.items():
        assert "\nimport {" not in text, path
        assert not text.startswith("import"), path
    style = files[STYLES + SHEETS[0]]
    assert "/*" not in style
    assert all(part in style for part in (".verdict {", ".chart__grid {", ".evidence-map__grid {"))
    assert style.count("{") == style.count("}")
