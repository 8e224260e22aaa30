"""MkDocs adapter: tells the Markdown extension which page it renders, and the templates what they may show."""

from __future__ import annotations

from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from knowledge.page_context import set_current_page
from knowledge.session import SESSION, guarded

DEPENDENCIES_RECORDED = True  # see hooks/knowledge/incremental/gate.py


@guarded
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name the page; give the body as we split it, since MkDocs publishes a broken front matter block as text."""
    path = page.file.src_uri
    set_current_page(path)
    ours = SESSION.library.pages.get(path) if SESSION.library else None
    if ours is None:
        return markdown
    page.update_date = (ours.front.last_reviewed or date.fromisoformat(page.update_date)).isoformat()
    return ours.markdown


@guarded
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the template its page's facts."""
    facts = SESSION.facts(page.file.src_uri, config.site_url, page.canonical_url)
    context["page_facts"] = facts  # type: ignore[typeddict-unknown-key]
    return context
