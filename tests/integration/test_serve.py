"""The preview as a writer uses it: it follows every save, shows problems, and never ends or hangs from content."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Preview, Project

PAGE = "docs/answers/sciatica.md"


def test_a_save_is_served_a_mistake_is_shown_and_a_mend_clears_it(
    project: Project, serve: Callable[[], Preview]
) -> None:
    preview = serve()
    preview.until("/answers/sciatica/", lambda html: "sciatica" in html and 'class="problems' not in html)

    project.change(PAGE, "\n## What was tested and found\n", "\nA fresh line.\n\n## What was tested and found\n")
    preview.until("/answers/sciatica/", lambda html: "A fresh line." in html)

    project.change(PAGE, "type: answer\n", "type: answer\nsumary: twice\n")
    html = preview.until("/answers/sciatica/", lambda html: 'class="problems' in html)
    assert "F004" in html
    assert "Did you mean “summary”?" in html
    assert "A fresh line." in html, "the page itself is still served"

    project.change(PAGE, "type: answer\nsumary: twice\n", "type: answer\n")
    preview.until("/answers/sciatica/", lambda html: 'class="problems' not in html)


def test_a_preview_that_starts_broken_in_every_way_still_serves(project: Project, serve: Callable[[], Preview]) -> None:
    docs = project.folder / "docs"
    (docs / "broken-yaml.md").write_text("---\ntitle: [\n---\n\nStill here.\n")
    (docs / "no-end.md").write_text("---\ntitle: x\n\nText.\n")
    (docs / "latin.md").write_bytes("---\ntitle: Caf\u00e9\n---\n\nText \u00e9.\n".encode("latin-1"))
    (docs / "gone.md").symlink_to(docs / "nowhere.md")
    (docs / "out.md").symlink_to(project.folder / "mkdocs.yml")
    (docs / "folder.md").mkdir()
    (docs / "assets" / "gone.svg").symlink_to(docs / "nowhere.svg")
    (docs / "data" / "claims.yml").write_text("- id: [\n")
    (docs / "data" / "comparisons" / "empty.yml").write_text("")
    project.change(PAGE, "/// comparison | ", "/// comparison | no-")

    preview = serve()
    html = preview.until("/broken-yaml/", lambda html: 'class="problems' in html)
    assert "F002" in html
    assert "title: [" not in html.split("<article", 1)[-1].split('class="problems', 1)[0], "front matter is not printed"
    preview.until("/latin/", lambda html: "F009" in html)
    preview.until("/answers/sciatica/", lambda html: "D001" in html)
    assert "Traceback" not in preview.log.read_text()


def test_a_data_file_that_breaks_while_previewing_is_told_and_mended(
    project: Project, serve: Callable[[], Preview]
) -> None:
    preview = serve()
    preview.until("/answers/back-pain/", lambda html: 'class="problems' not in html)
    project.change("docs/data/comparisons/sciatica-supports.yml", "rows:", "rowz:")
    preview.until("/answers/sciatica/", lambda html: "Did you mean “rows”?" in html)
    project.change("docs/data/comparisons/sciatica-supports.yml", "rowz:", "rows:")
    preview.until("/answers/sciatica/", lambda html: 'class="problems' not in html)
