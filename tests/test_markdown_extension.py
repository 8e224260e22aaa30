"""The Markdown extension: where it finds its library and its page, citations, blocks with mistakes, words, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from knowledge import markdown_extension
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.markdown_extension import set_library
from knowledge.page_context import current_page, set_current_page

DOCS = Path(__file__).parent / "golden" / "docs"
EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "knowledge.markdown_extension"]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(DOCS)


@pytest.fixture(autouse=True)
def handed_over(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(markdown_extension, "_site", None)
    set_library(library)
    yield
    set_current_page(None)


def render(text: str, page: str | None = None) -> str:
    set_current_page(page)
    return Markdown(extensions=EXTENSIONS).convert(text)


class RenderingContext(Preprocessor):
    """Stands in for the preprocessor by which Zensical says which page it renders."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = SimpleNamespace(path=path, url="", meta={})

    def run(self, lines: list[str]) -> list[str]:
        return lines


def zensical(text: str, path: str) -> str:
    md = Markdown(extensions=EXTENSIONS)
    md.preprocessors.register(RenderingContext(path), "rendering_context", 100)
    return md.convert(text)


class TestPage:
    def test_both_ways_to_name_the_page_give_the_same(self, library: Library) -> None:
        for path, page in library.pages.items():
            told = render(page.markdown, path)
            set_current_page(None)
            assert zensical(page.markdown, path) == told

    def test_the_adapter_goes_first(self) -> None:
        md = Markdown()
        md.preprocessors.register(RenderingContext("b.md"), "rendering_context", 100)
        set_current_page("a.md")
        assert current_page(md) == "a.md"

    def test_without_a_page_blocks_and_citations_work(self) -> None:
        html = render("Text [@web2020].\n\n/// claim | legs-pain\n///")
        assert 'id="claim-legs-pain"' in html
        assert 'id="ref-web2020"' in html
        assert "review" not in html

    def test_a_page_that_the_library_does_not_know(self) -> None:
        assert render("Text.", "nowhere.md") == "<p>Text.</p>"

    def test_the_library_is_loaded_once_where_nobody_hands_it_over(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(markdown_extension, "_site", None)
        loaded: list[Path] = []

        def load(path: Path) -> Library:
            loaded.append(path)
            return load_library(path)

        monkeypatch.setattr(markdown_extension, "load_library", load)
        options = {"knowledge.markdown_extension": {"docs_dir": str(DOCS)}}
        for _ in range(2):
            html = Markdown(extensions=EXTENSIONS, extension_configs=options).convert("[@web2020]")
            assert "ref-web2020" in html
        assert loaded == [DOCS]

    def test_one_markdown_object_can_render_several_pages(self, library: Library) -> None:
        md = Markdown(extensions=EXTENSIONS)
        page = library.pages["choose/compare.md"]
        set_current_page(page.path)
        first = md.convert(page.markdown)
        md.reset()
        assert md.convert(page.markdown) == first


class TestFrontMatter:
    def test_a_page_with_nothing_but_mistakes_still_renders(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text(
            "---\ntype: answer\nauthors: 3\nprimary_claim: nope\n---\n\n## What else helps\n"
        )
        (tmp_path / "b.md").write_text("---\n- list\n---\n\nText.\n")
        (tmp_path / "c.md").write_text("No front matter.\n")
        library = load_library(tmp_path)
        set_library(library)
        for path, page in library.pages.items():
            html = render(page.markdown, path)
            assert "block-error" in html if path == "a.md" else "<p>" in html

    @pytest.mark.parametrize("page", ["index.md", "answers/index.md", "answers/high.md"])
    def test_drafts_are_never_listed(self, page: str, library: Library) -> None:
        assert "draft" not in render(library.pages[page].markdown, page)


class TestCitations:
    def test_numbers_follow_the_page_and_not_the_parser(self) -> None:
        html = render("| a |\n|---|\n| x [@web2020] |\n\n> quoted [@report2018]\n\nlast [@book2001] [@web2020]")
        assert re.findall(r'id="cite-(\w+)-\d">(\d)<', html) == [
            ("web2020", "1"), ("report2018", "2"), ("book2001", "3"), ("web2020", "1"),
        ]  # fmt: skip
        assert re.findall(r'<li id="ref-(\w+)"', html) == ["web2020", "report2018", "book2001"]

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("x [@web2020, p. 4]", '>1</a> <span class="citation__locator">(p. 4)</span></sup>'),
            ("x [@web2020; @book2001]", "1</a>, <a"),
            ("x [@web2020;\n@book2001]", "1</a>, <a"),
            ("x [@web2020] [@book2001]", '</sup><sup class="citation">, <a'),
            ("x [@web2020; @web2020]", ">1</a></sup></p>"),
            ("**x [@web2020]**", "<strong>x<sup"),
        ],
    )
    def test_forms(self, text: str, shown: str) -> None:
        assert shown in render(text)

    def test_numbers_in_one_citation_rise(self) -> None:
        html = render("a [@web2020] b [@book2001] last [@report2018; @book2001; @web2020].")
        assert re.findall(r">(\d)<", html.partition(" last")[2].partition("</p>")[0]) == ["1", "2", "3"]

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("in 2020 [@web2020].", "2020\u202f<sup"),
            ("socks [@web2020].", "socks<sup"),
            ("15 to 20[@web2020]", "20\u202f<sup"),
        ],
    )
    def test_a_figure_and_a_number_stay_apart(self, text: str, shown: str) -> None:
        assert shown in render(text)

    @pytest.mark.parametrize(
        "text", ["`[@web2020]`", "\\[@web2020]", "```\n[@web2020]\n```", "[@]", "[@ web]", "[web2020]", "@web2020"]
    )
    def test_what_is_no_citation(self, text: str) -> None:
        assert "citation" not in render(text)

    def test_an_unknown_source_says_so(self) -> None:
        html = render("x [@web2021]")
        assert "No source “web2021”. Did you mean “web2020”?" in html
        assert "references" not in html

    def test_a_footnote_and_a_citation_side_by_side(self) -> None:
        html = render("x [@web2020][^1]\n\n[^1]: A note [@book2001].")
        assert 'id="ref-web2020"' in html
        assert 'id="ref-book2001"' in html
        assert html.index('class="footnote"') < html.index('id="sources"')


class TestBlocks:
    @pytest.mark.parametrize(
        ("block", "told"),
        [
            ("/// comparisn | plain\n///", "There is no block “comparisn”.</strong> Did you mean “comparison”?"),
            ("/// comparison | plane\n///", "There is no comparison “plane”.</strong> Did you mean “plain”?"),
            ("/// comparison\n///", "There is no comparison “”."),
            ("/// comparison | plain\n    colums: [one]\n///", "no option “colums”.</strong> Did you mean “columns”?"),
            ("/// comparison | plain\n    columns: [oen]\n///", "no column “oen”.</strong> Did you mean “one”?"),
            ("/// comparison | plain\n    rows: a\n///", "“rows” must be a list.</strong> Write `rows: [a]`."),
            ("/// comparison | plain\n    transpose: sideways\n///", "“transpose” cannot be “sideways”."),
            ("/// comparison | plain\n    columns: [\n///", "The options of this block cannot be read."),
            ("/// comparison | plain\n    1: a\n///", "There is no option “1”."),
            ("/// comparison | plain\n    parent: a\n    self: b\n///", "There is no option “parent”."),
            ("/// comparison | plain\n    attrs: {onclick: x}\n///", "There is no option “attrs”."),
            ("/// claim | legs-pian\n///", "There is no claim “legs-pian”.</strong> Did you mean “legs-pain”?"),
            ("/// claim | legs-pain\n    big: true\n///", "The block “claim” has no option “big”."),
            ("/// generated | classs\n///", "There is no generated list “classs”.</strong> Did you mean “classes”?"),
        ],
    )
    def test_mistakes_are_told_on_the_page(self, block: str, told: str) -> None:
        html = render(block)
        assert 'class="block-error"' in html
        assert told in html
        assert "///" not in html

    def test_text_around_a_block_stays(self) -> None:
        html = render("Before.\n/// claim | legs-pain\n///\nAfter.")
        assert html.index("<p>Before.</p>") < html.index("claim__statement") < html.index("<p>After.</p>")

    def test_in_a_fence_it_is_code(self) -> None:
        assert "<section" not in render("```\n/// claim | legs-pain\n///\n```")

    def test_a_broken_record_is_told_apart_from_an_unknown_one(self, tmp_path: Path) -> None:
        (tmp_path / "data" / "comparisons").mkdir(parents=True)
        (tmp_path / "data" / "comparisons" / "half.yml").write_text("title: Half\n")
        (tmp_path / "data" / "claims.yml").write_text("- id: half\n")
        set_library(load_library(tmp_path))
        assert "Mend its file first." in render("/// comparison | half\n///")
        assert "Mend its record first." in render("/// claim | half\n///")


class TestIds:
    @pytest.mark.parametrize(
        "text",
        [
            "/// claim | flights-clots\n///\n\n/// claim | flights-clots\n///",
            "/// comparison | kinds\n///\n\n/// comparison | kinds\n    transpose: true\n///",
            "/// generated | care-cards\n///\n\n/// generated | care-cards\n///",
            "# Claim legs pain\n\n/// claim | legs-pain\n///",
        ],
    )
    def test_each_stands_once(self, text: str) -> None:
        ids = re.findall(r'\bid="([^"]+)"', render(text, "answers/high.md"))
        assert len(ids) == len(set(ids))

    def test_every_link_inside_the_page_has_its_target(self, library: Library) -> None:
        for path, page in library.pages.items():
            html = render(page.markdown, path)
            ids = set(re.findall(r'\bid="([^"]+)"', html))
            assert set(re.findall(r'href="#([^"]+)"', html)) <= ids
            described = re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', html)
            assert set(described) <= ids


class TestWords:
    def terms(self, text: str, page: str | None = "choose/extra.md") -> list[str]:
        return re.findall(r'class="term"[^>]*>([^<]+)</a>', render(text, page))

    def test_first_use_only_longest_form_first(self) -> None:
        assert self.terms("A compression sock, compression socks, compression and Compression.") == [
            "compression sock",
            "compression",
        ]

    def test_a_later_form_counts_as_the_same_word(self) -> None:
        assert self.terms("Leg oedema, oedema, swelling.") == ["Leg oedema"]

    @pytest.mark.parametrize(
        "text",
        [
            "# Oedema",
            "[oedema](a.md)",
            "`oedema`",
            "```\noedema\n```",
            "| oedema |\n|---|\n| x |",
            "lymphoedema, oedematous, non-oedema",
            "abpi and Pe are other words",
        ],
    )
    def test_where_no_word_is_explained(self, text: str) -> None:
        assert self.terms(text) == []

    def test_in_cells_lists_and_claims(self) -> None:
        assert self.terms("| a |\n|---|\n| oedema |\n\n- ABPI") == ["oedema", "ABPI"]
        assert self.terms("/// claim | legs-swell\n///") == ["swelling"]

    def test_never_on_the_glossary_itself(self) -> None:
        assert self.terms("oedema", "glossary.md") == []

    def test_the_tip_is_plain_text(self) -> None:
        assert 'role="tooltip">Fluid that gathers in the leg.</span>' in render("oedema", "choose/extra.md")

    def test_text_around_the_word_stays(self) -> None:
        html = render("Some *old* oedema, and ABPI too.", "choose/extra.md")
        assert re.sub(r"<span.*?</span>|<[^>]+>", "", html) == "Some old oedema, and ABPI too."


class TestLinks:
    @pytest.mark.parametrize(
        ("page", "href"), [("a.md", "choose/socks.md#how"), ("x/y/a.md", "../../choose/socks.md#how")]
    )
    def test_data_links_are_paths_from_docs(self, page: str, href: str) -> None:
        assert f'href="{href}"' in render("/// comparison | kinds\n///", page)

    def test_a_writers_own_links_stay(self) -> None:
        assert 'href="socks.md"' in render("[x](socks.md)", "choose/extra.md")

    @pytest.mark.parametrize("address", ["https://example.org/a", "mailto:a@example.org", "tel:999", "#here"])
    def test_addresses_stay(self, address: str) -> None:
        assert f'href="{address}"' in render(f"[x]({address})", "choose/extra.md")


def test_options_are_checked_by_the_engine() -> None:
    with pytest.raises(KeyError):
        Markdown(extensions=[markdown_extension.makeExtension(folder="x")])


def test_make_extension_is_found_by_name() -> None:
    extension: Any = markdown_extension.makeExtension(docs_dir="elsewhere")
    assert extension.getConfig("docs_dir") == "elsewhere"


class TestSuppressions:
    def test_readers_never_get_them(self) -> None:
        note = "<!-- kb-ignore C017 until 2099-06-01: the rule is wrong about this -->"
        html = render(f"- one\n{note}\n- two\n\n{note}\n\nText.\n\n<!-- kb-ignore -->")
        assert "kb-ignore" not in html
        assert html == render("- one\n- two\n\nText.")

    def test_an_example_in_code_stays(self) -> None:
        html = render("```\n<!-- kb-ignore C017 -->\n```\n\nType `<!-- kb-ignore -->`.")
        assert html.count("kb-ignore") == 2
