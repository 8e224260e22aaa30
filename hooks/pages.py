"""MkDocs adapter: tells the Markdown extension which page it renders, and the templates what they may show."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from knowledge.location import Crumb, Location
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
    reviewed = ours.front.last_reviewed
    page.update_date = reviewed.isoformat() if reviewed else ""  # without one the sitemap gives no date
    return ours.markdown


@guarded
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the template its page's facts, and the trail of links above it."""
    crumbs = _crumbs(page, nav)
    where = None
    if config.site_url and page.canonical_url:
        where = Location(config.site_url, page.canonical_url, crumbs, SESSION.addresses)
    context["page_facts"] = SESSION.facts(page.file.src_uri, where)  # type: ignore[typeddict-unknown-key]
    context["crumbs"] = crumbs  # type: ignore[typeddict-unknown-key]
    return context


@guarded
def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Give the page for what is not found a few pages to start with."""
    context["popular"] = SESSION.popular()  # type: ignore[typeddict-unknown-key]
    return context


def _crumbs(page: Page, nav: Navigation) -> tuple[Crumb, ...]:
    """The home page, then the page's sections, each with its first page where that is its landing page."""
    home = [Crumb("Home", nav.homepage.url)] if nav.homepage else []
    found = []
    for section in reversed([one for one in page.ancestors if isinstance(one, Section)]):
        landing = next((one for one in section.children if isinstance(one, Page) and one.is_index), None)
        found.append(Crumb(section.title or "", landing.url if landing and landing is not page else None))
    if not found and not page.is_homepage:
        found.append(Crumb(str(page.title), None))
    return (*home, *found)
