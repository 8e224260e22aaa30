"""Our modules as one classic script: the forms that are read, and those that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.offline.modules import UnknownFormError, joined

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "javascripts"


def test_imports_and_exports_become_loads_and_returns() -> None:
    script = joined(
        {
            "a.mjs": 'import { one, two as zwei } from "./b.mjs";\nimport "./c.js";\n'
            'const later = () => import("./b.mjs");',
            "b.mjs": "export const one = 1;\nexport function two() {}\n"
            "export async function three() {}\nexport class Four {}",
            "c.js": "self.there = true;",
        },
        "a.mjs",
    )
    assert 'const { one, two: zwei } = load("b.mjs");\nload("c.js");' in script
    assert 'const later = () => loadLater("./b.mjs");' in script
    assert "return { one, two, three, Four };" in script
    assert "export" not in script and "import" not in script


@pytest.mark.parametrize(
    "line",
    [
        "export default 3;",
        'import all from "./b.mjs";',
        'import * as all from "./b.mjs";',
        "export { one };",
        "export let one = 1;",
        "await one();",
        "const here = import.meta.url;",
    ],
)
def test_any_other_form_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(UnknownFormError, match=r"^a\.mjs:2: "):
        joined({"a.mjs": f"// first\n{line}"}, "a.mjs")


def test_all_our_modules_can_be_joined() -> None:
    modules = {path.name: path.read_text("utf-8") for path in SCRIPTS.glob("*.mjs")}
    script = joined({**modules, "search-words.js": ""}, "legwise.mjs")
    assert all(f'"{name}": () => {{' in script for name in modules)
