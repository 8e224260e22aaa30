"""A generated tree of Markdown as other people write it: front matter of other tools, HTML, odd bytes, odd nesting.

The same seed and number of files give the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

FRONTS = (
    "",
    "+++\ntitle = 'TOML'\ndate = 2020-01-01T00:00:00Z\n[params]\n  weight = 5\n+++\n",
    '{\n  "title": "JSON",\n  "tags": ["a", "b"]\n}\n\n',
    '---\nlayout: default\ntitle: "{{ site.title }}"\npermalink: /:year/:title/\ntags: [a, b]\n---\n',
    "---\ntitle: Hugo\nslug: x\naliases:\n  - /old/\ncascade:\n  - _target: {path: '/**'}\n    params: {a: 1}\n---\n",
    "---\nid: docusaurus\nsidebar_position: 2.5\nhide_table_of_contents: true\n---\n\nimport Tabs from '@t/x';\n",
    "---\ntitle: No end\n",
    "---\n- a\n- list\n---\n",
    "---\n---\n",
    "----\ntitle: Four dashes\n----\n",
    "\n\n---\ntitle: Late\n---\n",
    "---\ntitle: !ruby/object:Gem\nx: &a [1]\ny: *a\n<<: *a\n---\n",
    "---\ntitle: a: b: c\n\ttabbed: yes\n---\n",
    "---\ntitle: 'Don't'\n---\n",
    "---\ntitle: >-\n  Folded\n  text\ndate: 2020-13-45\ndraft: maybe\nauthors: Jane\n---\n",
    "% Pandoc title\n% Author\n% Date\n\n",
    "Title: MultiMarkdown\nAuthor: X\n\n",
    "---\ntitle: One\n---\n---\ntitle: Two\n---\n",
    "---\nrelated: {a: b}\nchanges: [[[]]]\nreviewers: 5\nprimary_claim: [x]\nurgent_cards: {y: z}\ntype: [x]\n---\n",
    "---\ntitle: Ours\ntype: answer\nrelated: [../../../etc/passwd, /x.md, 'a\\\\b.md', '', '%00.md', 'x.md#?']\n---\n",
)
BODIES = (
    "# Title\n\nSome *words* with a [link](other.md) and ![image](x.png).\n",
    "{% include note.html %}\n\n{{ page.title }}\n\n{% raw %}{{ x }}{% endraw %}\n",
    '{{< figure src="/a.png" >}}\n\n{{% notice %}}\nText\n{{% /notice %}}\n',
    "<details><summary>More</summary>\n\n```js\nconst a = `b`;\n```\n\n</details>\n<br/><img src=x onerror=alert(1)>\n",
    "````md\n```\nnested\n~~~\n```\n````\n\n~~~~\n~~~\n",
    "```\nnever closed\n\n# Not a heading\n",
    "| " + " | ".join("abcdefgh") + " |\n|" + "---|" * 8 + "\n" + ("| " + " | ".join("12345678") + " |\n") * 200,
    "|a|b\n|-\n|c|d|e|f\n||\n",
    ':::note\nAn admonition.\n:::\n\n!!! warning "Careful"\n    Text\n\n??? tip\n    Hidden\n',
    "[^1]: note\n[^1]: again\n\ntext[^1][^none] [a][b] [c]: d\n",
    "* a\n\t* b\n\t\t* c\n\t\t\t* d\n  1. e\n     - f\n\n        code\n",
    "> " * 60 + "deep\n\n" + "- " * 60 + "deep\n",
    "[@nobody] [@] [@a;] [@a, p. ; @b] @c [[@d]] `[@e]` \\[@f]\n\n/// claim | none\n///\n\n/// nothing | x\n    a: [\n",
    "/// comparison\n/// claim | a\n/// generated | map\ntext\n///\n///\n////\n/// |\n///\n",
    "<!-- open comment\n\ntext\n",
    "<script>\nif (a < b && c) { x[`y`] }\n</script>\n\n<div markdown=1>\n*x*\n</div>\n<style>a{}</style>\n",
    "Setext\n===\n\n---\n\n***\n___\n\nTwo\n---\n",
    "[a](<b c> \"t\") [x](y 'z') [e]() []() ![]() [f](javascript:alert(1)) <http://a> <a@b.c> http://x.y\n",
    "\u202eright to left\u202c \u200bzero \ufeffwidth \u00ad soft \x07bell \x00nul\n",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d \U0001f9b5\U0001f3fd e\u0301\n",
    "&nbsp;&amp;&#0;&#x110000;&bogus; &lt;b&gt;\n",
    "$$\\frac{a}{b}$$ $x_1$ \\(y\\)\n\n```mermaid\ngraph TD\n```\n",
    "word " * 5_000 + "\n",
    "#" * 50 + " x\n####### seven\n#no space\n# \n#\n",
    "kb-ignore <!-- kb-ignore W012 until 2027-13-01 --> <!-- kb-ignore -->\n",
    "",
)
CODINGS = ("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252")
ENDS = ("\n", "\n", "\n", "\r\n", "\r")
NAMES = (
    "readme",
    "README",
    "index",
    "_index",
    "My Page",
    "café",
    "2020-01-01-post",
    "x.y",
    "a,b",
    "[slug]",
    "😀",
    "..a",
)
OTHERS = {
    "_config.yml": b"title: x\nplugins: [a]\n",
    "data.json": b"{}",
    "img/a b.PNG": b"\x89PNG\r\n\x1a\n\x00",
    "Makefile": b"all:\n",
    "page.mdx": b"import X from 'x'\n\n<X/>\n",
    "empty/.gitkeep": b"",
}


def write_foreign(folder: Path, files: int, seed: int = 1) -> Path:
    """Write so many Markdown files, and a few others, below folder/docs; no data/, no mkdocs.yml."""
    source = random.Random(seed)
    docs = folder / "docs"
    for number in range(files):
        parts = [f"part-{number // 40}", *source.choices(("en", "Guide", "v1.0"), k=source.randint(0, 2))]
        name = f"{source.choice(NAMES)}-{number}{source.choice(('.md', '.md', '.md', '.markdown', '.MD'))}"
        file = docs.joinpath(*parts, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        text = source.choice(FRONTS) + "\n".join(source.choices(BODIES, k=source.randint(1, 4)))
        text = text.replace("\n", source.choice(ENDS))
        file.write_bytes(text.encode(source.choice(CODINGS), "replace"))
    for name, content in OTHERS.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    return docs
