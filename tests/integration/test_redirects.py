"""A page that moved, in the built site: the old address leads to it, below a path too."""

from __future__ import annotations

from tests.integration.conftest import Project


def test_the_old_address_of_a_page_leads_to_it(project: Project) -> None:
    project.change("docs/choose/levels.md", "safety_gate:", "was: [choose/classes.md]\nsafety_gate:")
    done = project.run(
        "-m", "mkdocs", "build", "--strict", "--site-dir", "out", SITE_URL="https://legs.example/legwise/"
    )
    assert done.returncode == 0, done.stderr
    html = (project.folder / "out/choose/classes/index.html").read_text(encoding="utf-8")
    assert 'href="https://legs.example/legwise/choose/levels/"' in html or 'rel="canonical"' in html
    assert '<a href="../levels/">' in html
    assert "classes/" not in (project.folder / "out/sitemap.xml").read_text(encoding="utf-8")
    assert "choose/classes" not in (project.folder / "out/search/search_index.json").read_text(encoding="utf-8")
