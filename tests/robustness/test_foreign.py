"""Foreign Markdown, without data/ and mkdocs.yml: reported, never crashed on, in reasonable time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from knowledge.load import load_library
from knowledge.markdown_extension import set_library
from knowledge.page_context import set_current_page
from tests.builders import problems_of
from tests.foreign import BODIES, FRONTS, write_foreign

EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "knowledge.markdown_extension"]
PROFILE = settings.get_profile("robustness")
SECONDS = 60  # some 7 where nothing else runs


def test_a_thousand_foreign_files_are_reported(tmp_path: Path) -> None:
    write_foreign(tmp_path, 1_000)
    start = time.perf_counter()
    tool = [str(Path(sys.executable).with_name("kb")), "check", "--format", "json"]
    done = subprocess.run(tool, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert time.perf_counter() - start < SECONDS
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    assert len({problem["path"] for problem in found}) > 600, "each oddity is told"
    assert [problem for problem in found if "fault in Legwise" in problem["message"]] == []
    order = [(one["path"], one["line"], one["column"], one["rule"], one["message"]) for one in found]
    assert order == sorted(order)
    assert all(one["hint"] for one in found)


def test_foreign_pages_render(tmp_path: Path) -> None:
    """The preview shows what it can of any page."""
    library = load_library(write_foreign(tmp_path, 150, seed=2), tmp_path)
    set_library(library, {})
    for path, page in library.pages.items():
        set_current_page(path)
        Markdown(extensions=EXTENSIONS).convert(page.markdown)
    set_current_page(None)


MESS = st.text(max_size=30) | st.sampled_from(
    ["---\n", "\n", "///\n", "[@", "]", "`", "<", "|", ": ", "\t", "\x00", '"']
)


@settings(PROFILE)
@given(
    st.sampled_from(FRONTS) | st.text(max_size=60),
    st.lists(st.sampled_from(BODIES[:-5]), max_size=3).map("\n".join),
    MESS,
    st.integers(0, 400),
    st.binary(max_size=6),
)
def test_any_mixture_is_reported_in_order(front: str, body: str, mess: str, cut: int, junk: bytes) -> None:

    text = front + body[:3_000]
    data = (text[:cut] + mess).encode("utf-8", "replace") + junk + text[cut:].encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as root:
        docs = Path(root, "docs")
        for name in ("page.md", "data/claims.yml", "data/comparisons/a.csv", "data/comparisons/a.yml"):
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_bytes(data)
        found = problems_of(load_library(docs, Path(root)))
    assert [problem.order for problem in found] == sorted(problem.order for problem in found)
    for problem in found:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.hint
        assert problem.path.startswith(("docs", "mkdocs.yml"))
