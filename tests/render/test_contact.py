"""The contact that mkdocs.yml names, as a link where it is one; nothing is made up, and nothing in it is mark-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.markdown_extension import set_library
from knowledge.source.mkdocs_yml import read_site_config

Render = Callable[..., str]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("help@example.org", '<a href="mailto:help@example.org">help@example.org</a>.'),
        ("mailto:help@example.org", '<a href="mailto:help@example.org">help@example.org</a>.'),
        ("https://example.org/x?a=1&b=2", 'href="https://example.org/x?a=1&amp;b=2" rel="external noopener"'),
        ("The front desk, 1 High Street", "Write to The front desk, 1 High Street."),
        ("javascript:alert(1)", "Write to javascript:alert(1)."),
        ("<script>alert(1)</script>", "&lt;script&gt;"),
    ],
)
def test_as_it_is_given(given: str, shown: str, library: Library, render: Render) -> None:
    set_library(replace(library, site=replace(library.site, contact=given)))
    assert shown in render("/// generated | contact\n///")


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("extra:\n  contact: help@example.org\n", "help@example.org"),
        ('extra:\n  contact: !ENV [CONTACT, "help@example.org"]\n', "help@example.org"),
        ("extra:\n  contact:\n", None),
        ("extra: nothing\n", None),
        ("site_name: Legwise\n", None),
    ],
)
def test_where_it_is_read(text: str, contact: str | None, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text)
    assert read_site_config(file).contact == contact
