"""Whatever a writer types renders: no exception, nothing of the machinery left on the page, the same twice."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from knowledge.page_context import set_current_page

EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "knowledge.markdown_extension"]
PIECES = [
    "[@web2020]",
    "[@web2020, p. 4; @book2001]",
    "[@nobody]",
    "[@",
    "@]",
    "\n/// claim | legs-pain\n///\n",
    "\n/// comparison | plain\n",
    "\n    columns: [one]\n",
    "\n    columns: {one: [\n",
    "\n    transpose: 3\n",
    "\n/// generated | classes\n///\n",
    "\n/// diagram | heel-pocket\n///\n",
    "\n/// chart | classes\n///\n",
    "\n/// chart | effects\n    claims: [legs-ache, [legs-pain], {a: 1}, ]\n///\n",
    "\n/// chart | numbers\n    claims: [flights-clots]\n///\n",
    "\n/// nonsense\n",
    "\n///\n",
    "\n//// claim | legs-pain\n",
    "oedema ",
    "Compression socks",
    "**",
    "`",
    "\n```\n",
    "[x](a.md)",
    "![y](b.png)",
    "\n# Heading\n\n",
    "\n## What else helps\n\n",
    "\n- ",
    "\n    ",
    "\n\n",
    "> ",
    "| a | b |\n|---|---|\n| c | d |\n",
    "[^1]",
    "\n[^1]: note [@book2001]\n",
    "{: .x }",
    "{#sources}",
    "<div>",
    "</div>",
    "\\",
    "&amp;",
    "<",
    "é ",
    "İ",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([None, "answers/high.md", "index.md", "a.md"]))
def test_any_text_renders(pieces: list[str], page: str | None) -> None:
    set_current_page(page)
    text = "".join(pieces)
    html = Markdown(extensions=EXTENSIONS).convert(text)
    assert "data-cited" not in html
    assert "data-from-docs" not in html
    assert "\x02" not in html
    assert Markdown(extensions=EXTENSIONS).convert(text) == html
