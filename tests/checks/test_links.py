"""L001, L002, L004 to L006, L009 and L010: links, images and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good, load, problems_of, write_site
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
STOOD = "Some people stood all day."
PEOPLE = "data/people.yml"
BIO = "bio: A nurse."
SVG = "../assets/images/leg.svg"
DRAFT = {
    "answers/draft.md": FILES["answers/index.md"]
    .replace("[answers, questions, all questions]", "[leg pain, sore leg, leg ache]\ndraft: true")
    .replace("All answers", "A page to come")
    .replace("Every question that", "Some of the questions that")
}


def said(text: str) -> str:
    return f"{STOOD} {text}"


BAD = [
    Bad("L001", ANSWER, STOOD, said("See ¦[levels](../choose/level.md)."), "There is no page “choose/level.md”."),
    Bad(
        "L001",
        ANSWER,
        STOOD,
        said("See ¦[levels](../choose/levels.md#what-mmhg-mean)."),
        "The page “choose/levels.md” has no anchor “what-mmhg-mean”.",
    ),
    Bad(
        "L001",
        ANSWER,
        STOOD,
        said("See ¦[above](#what-was-found)."),
        "The page “answers/sciatica.md” has no anchor “what-was-found”.",
    ),
    Bad(
        "L001",
        ANSWER,
        STOOD,
        said("See ¦[numbers](../data/comparisons/suports.csv)."),
        "There is no file “data/comparisons/suports.csv”.",
    ),
    Bad(
        "L001",
        ANSWER,
        STOOD,
        said(f"¦![A leg]({SVG.replace('leg', 'legs')})"),
        "There is no file “assets/images/legs.svg”.",
    ),
    Bad("L001", PEOPLE, BIO, "bio: See ¦[who we are](about/who.md).", "There is no page “about/who.md”."),
    Bad("L001", ANSWER, STOOD, said('¦<a href="../choose/level.md">levels</a>'), "There is no page “choose/level.md”."),
    Bad(
        "L002",
        ANSWER,
        STOOD,
        said("See ¦[levels](/choose/levels/)."),
        "The link “/choose/levels/” is no path of a page's file.",
    ),
    Bad(
        "L002",
        ANSWER,
        STOOD,
        said("See ¦[levels](../choose/levels/#what-mmhg-means)."),
        "The link “../choose/levels/#what-mmhg-means” is no path of a page's file.",
    ),
    Bad(
        "L002",
        ANSWER,
        STOOD,
        said("See ¦[levels](../choose/levels.html)."),
        "The link “../choose/levels.html” is no path of a page's file.",
    ),
    Bad(
        "L002",
        ANSWER,
        STOOD,
        said("See ¦[levels](/choose/levels.md)."),
        "The link “/choose/levels.md” is no path of a page's file.",
    ),
    Bad(
        "L004", ANSWER, STOOD, said(f"¦![IMG_2.png]({SVG})"), "“IMG_2.png” is a file's name, not what the image shows."
    ),
    Bad("L004", ANSWER, STOOD, said(f"¦![]({SVG})"), "The image has no text for those who cannot see it."),
    Bad("L004", ANSWER, STOOD, said(f"¦![Image of a leg]({SVG})"), "“Image of” says nothing: it is an image."),
    Bad("L004", ANSWER, STOOD, said(f"¦![{'x' * 151}]({SVG})"), "The image's text has 151 characters."),
    Bad(
        "L004", ANSWER, STOOD, said(f'¦<img src="{SVG}" alt="">'), "The image has no text for those who cannot see it."
    ),
    Bad(
        "L005",
        ANSWER,
        STOOD,
        said("See ¦[clinic](http://clinic.example)."),
        "The link “http://clinic.example” is not allowed.",
    ),
    Bad(
        "L005",
        ANSWER,
        STOOD,
        said("See ¦[signs](javascript:alert%281%29)."),
        "The link “javascript:alert%281%29” is not allowed.",
    ),
    Bad(
        "L005",
        ANSWER,
        STOOD,
        said("See ¦[signs](java&#115;cript:alert)."),
        "The link “javascript:alert” is not allowed.",
    ),
    Bad("L005", ANSWER, STOOD, said("See ¦[clinic](//clinic.example)."), "The link “//clinic.example” is not allowed."),
    Bad("L005", PEOPLE, BIO, "bio: See [this](¦data:text/html,x).", "The link “data:text/html,x” is not allowed."),
    Bad(
        "L005",
        PEOPLE,
        "url: https://register.example/A1",
        "url: ¦http://register.example/A1",
        "“http://register.example/A1” is not an https address.",
    ),
    Bad(
        "L005",
        "data/references.yml",
        "URL: http://library.example/flights",
        "URL: ¦ftp://library.example",
        "“ftp://library.example” is not an address on the web.",
    ),
    Bad(
        "L006",
        ANSWER,
        STOOD,
        said("¦![A leg](https://pictures.example/leg.png)"),
        "The file “https://pictures.example/leg.png” comes from another site.",
    ),
    Bad(
        "L006",
        ANSWER,
        STOOD,
        said('¦<script src="https://cdn.example/x.js"></script>'),
        "The file “https://cdn.example/x.js” comes from another site.",
    ),
    Bad(
        "L006",
        ANSWER,
        STOOD,
        f'{STOOD}\n\n¦<iframe src="//films.example/x"></iframe>\n',
        "The file “//films.example/x” comes from another site.",
    ),
    Bad(
        "L009",
        "Leg_Pain.md",
        "",
        FILES["answers/index.md"]
        .replace("All answers", "Some answers")
        .replace("Every", "Each")
        .replace("[answers, questions, all questions]", "[leg pain, sore leg, leg ache]"),
        "“Leg_Pain.md” is not a name of lower-case words joined by hyphens.",
    ),
    Bad(
        "L009",
        "assets/images/Leg 1.svg",
        "",
        "<svg/>",
        "“Leg 1.svg” is not a name of lower-case words joined by hyphens.",
    ),
    Bad("L009", "assets/images/leg.bmp", "", "x", "“leg.bmp” has an unusual ending."),
    Bad(
        "L010",
        ANSWER,
        STOOD,
        said("See ¦[notes](../../notes.md)."),
        "The link “../../notes.md” leads out of the docs folder.",
    ),
    Bad(
        "L010",
        "index.md",
        "(answers/sciatica.md)",
        "(answers/sciatica.md) or ¦[notes](../README.md)",
        "The link “../README.md” leads out of the docs folder.",
    ),
    Bad("L010", PEOPLE, BIO, "bio: See ¦[notes](../notes.md).", "The link “../notes.md” leads out of the docs folder."),
]
GOOD = [
    Good(
        "L001",
        ANSWER,
        STOOD,
        said("See [swelling](#claim-evening-swelling), [braces](#supports-lumbar-brace), [signs](#danger-signs)."),
    ),
    Good("L001", ANSWER, STOOD, said("See [how hard braces press](#supports-lumbar-brace--pressure).")),
    Good(
        "L001",
        ANSWER,
        STOOD,
        said("See [data](../data/comparisons/supports.csv) and [word](../glossary.md#term-sciatica)."),
    ),
    Good(
        "L001",
        ANSWER,
        STOOD,
        said("See [card](../safety/urgent.md#care-leg-clot), [picture](../assets/images/leg.svg)."),
    ),
    Good("L002", ANSWER, STOOD, said("See [levels](../choose/levels.md#what-mmhg-means).")),
    Good("L004", ANSWER, STOOD, said(f"![Where to measure the ankle]({SVG}) ![]({SVG}){{.decorative}}")),
    Good(
        "L005",
        ANSWER,
        STOOD,
        said("Call [112 in the EU](tel:112), [write](mailto:a@b.example), [read](https://www.nhs.uk/x:y)."),
    ),
    Good("L006", ANSWER, STOOD, said(f'<img src="{SVG}" alt="A leg">')),
    Good("L009", "assets/images/left-leg-2.svg", "", "<svg/>"),
    Good("L010", ANSWER, STOOD, said("See [home](../index.md).")),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_nothing_links_to_a_draft(tmp_path: Path) -> None:
    files = {**FILES, **DRAFT}
    files[ANSWER] = (
        files[ANSWER].replace(STOOD, "See [back pain](draft.md).").replace("choose/levels.md\n", "answers/draft.md\n")
    )
    assert [(p.rule, p.line, p.message) for p in problems_of(load(tmp_path, files))] == [
        ("F023", 15, "The page “answers/draft.md” is a draft."),
        ("L001", 41, "The link leads to “answers/draft.md”, which is a draft."),
    ]


def test_an_address_of_the_own_site_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_url: !ENV [SITE_URL, 'https://legwise.example/docs/']\nextra: leg.svg\n", encoding="utf-8"
    )
    files = {
        **FILES,
        ANSWER: FILES[ANSWER].replace(STOOD, "See [levels](https://legwise.example/docs/choose/levels/)."),
    }
    (problem,) = problems_of(load(tmp_path, files))
    assert (problem.rule, problem.line, problem.column) == ("L002", 41, 5)
    assert problem.message == "The link names this site by its address."
    assert problem.hint == "Write `../choose/levels.md`."


def test_a_symbolic_link_out_of_docs_is_told_and_not_read(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (docs / "answers" / "secret.md").symlink_to(tmp_path / "secret.md")
    library = load(tmp_path)
    assert [(p.rule, p.path) for p in problems_of(library)] == [("L010", "docs/answers/secret.md")]
    assert "answers/secret.md" not in library.pages


def test_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    docs = write_site(tmp_path, {**FILES, "assets/images/Leg.svg": "<svg/>"})
    if not (docs / "assets/images/Leg.svg").samefile(docs / "assets/images/leg.svg"):
        found = [p.message for p in problems_of(load(tmp_path, {})) if p.rule == "L009"]
        assert "“assets/images/leg.svg” and “assets/images/Leg.svg” differ in case alone." in found


def test_a_folder_is_named_once_for_all_its_files(tmp_path: Path) -> None:
    files = {
        **FILES,
        "assets/Images 2/a.svg": "<svg/>",
        "assets/Images 2/b.svg": "<svg/>",
        "assets/x.md/c.svg": "<svg/>",
    }
    assert [(p.rule, p.path, p.hint) for p in problems_of(load(tmp_path, files))] == [
        ("L009", "docs/assets/Images 2", "Rename it to “images-2”."),
        ("L009", "docs/assets/x.md", "Rename the folder to “x”, or put the file itself here."),
    ]


def test_a_link_to_where_a_page_was_names_where_it_is(tmp_path: Path) -> None:
    guide = FILES["choose/levels.md"].replace("safety_gate:", "was: [choose/classes.md]\nsafety_gate:")
    files = {
        **FILES,
        "choose/levels.md": guide,
        ANSWER: FILES[ANSWER].replace("choose/levels.md#what", "choose/classes.md#what"),
    }
    (problem,) = problems_of(load(tmp_path, files))
    assert (problem.rule, problem.message) == ("L001", "There is no page “choose/classes.md”.")
    assert problem.hint == "That page has moved: write `../choose/levels.md`."
