"""B001–B016: what only the finished site can show. They are held by knowledge.built, before a site is published."""

from __future__ import annotations

from knowledge.checks.rule import HARM, HOLE, LOST, rule

B001 = rule(
    "B001",
    wants="Every link of the built site leads to one of its files, on a server that guesses nothing.",
    why="Templates, menus and generated lists make links that no look at the content sees.",
    bad='<a href="../sciatca/">Sciatica</a>',
    good='<a href="../sciatica/">Sciatica</a>',
    never_silenced=HOLE,
)
B002 = rule(
    "B002",
    wants="Every part of a page that a link names is there.",
    why="A reader who asked for one row or one source must not land at the top of a long page.",
    bad='<a href="../glossary/#term-edema">oedema</a>',
    good='<a href="../glossary/#term-oedema">oedema</a>',
    never_silenced=HOLE,
)
B003 = rule(
    "B003",
    wants="An id stands once on a page, and every attribute that names one finds it.",
    why="Of two the second is never reached, and a label that names none leaves its field without a name.",
    bad='<input id="ankle"><label for="ancle">',
    good='<input id="ankle"><label for="ankle">',
    never_silenced=HOLE,
)
B004 = rule(
    "B004",
    wants="Every script, style, image, font and module that is loaded is there.",
    why="A page without its style or script is broken for every reader at once.",
    bad='<script src="../assets/javascripts/bundle.old.js"></script>',
    good='<script src="../assets/javascripts/bundle.new.js"></script>',
    never_silenced=HOLE,
)
B005 = rule(
    "B005",
    wants="Nothing that is loaded comes from another origin, wherever it is named: page, style, drawing or script.",
    why="A page on health must not tell others who reads it, and must work when they are gone.",
    bad='<link rel="preconnect" href="https://fonts.example">',
    good='<link rel="preload" href="assets/fonts/literata-650.woff2" as="font">',
    never_silenced=HARM,
)
B006 = rule(
    "B006",
    wants="Every file and script of JSON can be read, and no name stands in it twice in one place.",
    why="A browser drops the whole of it for one comma, without a word.",
    bad='<script type="application/ld+json">{"name": "Socks",}</script>',
    good='<script type="application/ld+json">{"name": "Socks"}</script>',
    never_silenced=LOST,
)
B007 = rule(
    "B007",
    wants="In JSON-LD every address of this site leads somewhere, and every `@id` is told of or leads somewhere.",
    why="Machines follow these addresses, and quote them to readers.",
    bad='{"@id": "https://example.org/#organisation"} where nothing of that id is told',
    good='{"@id": "https://example.org/#organisation", "@type": "Organization", "name": "Legwise editors"}',
    never_silenced=HOLE,
)
B008 = rule(
    "B008",
    wants="Every table to take away is UTF-8, of rows of one length under headers that differ, and one page offers it.",
    why="Spreadsheets shift or drop what does not fit, and a file that no page offers was not meant to be published.",
    bad="id,Support,Support",
    good="id,Support,Harms",
    never_silenced=LOST,
)
B009 = rule(
    "B009",
    wants="A table's downloads hold the rows that its page shows.",
    why="Who takes a table away takes what they have seen.",
    bad="a page with the row “lumbar-brace” whose CSV file has none",
    good="a CSV file with every row of its page",
    never_silenced=LOST,
)
B010 = rule(
    "B010",
    wants="Every page is whole: text, one H1, a title of its own, and its last line.",
    why="A page that was cut off or left empty looks like an answer that has nothing to say.",
    bad="a page that ends in the middle of its menu",
    good="a page that ends with </html>",
    never_silenced=HOLE,
)
B011 = rule(
    "B011",
    wants="A page takes at most 75 kB, what it loads 125 kB, the search index 120 kB, all compressed.",
    why="A worried reader has a cheap phone and a weak signal.",
    bad="a page that loads a picture of 400 kB",
    good="a page that loads a drawing of 4 kB",
    never_silenced=HARM,
)
B012 = rule(
    "B012",
    wants="Nothing is published that is not meant to be: no draft, no source file, no part of the preview.",
    why="What is on the web is read and copied within the hour.",
    bad="data/claims.yml",
    good="data/claims.json",
    never_silenced=HARM,
)
B013 = rule(
    "B013",
    wants="No file names a folder of the machine that built it, nor an address that only that machine has.",
    why="It tells strangers who built the site and where, and two machines would build two sites.",
    bad="/home/anna/legwise/docs/index.md",
    good="docs/index.md",
    never_silenced=HARM,
)
B014 = rule(
    "B014",
    wants="What lists pages for machines (sitemap, robots.txt, feed, llms.txt, search) names pages that are there.",
    why="Search engines and our own search lead readers to what stands there.",
    bad="<loc>https://example.org/answers/gone/</loc>",
    good="<loc>https://example.org/answers/sciatica/</loc>",
    never_silenced=HOLE,
)
B015 = rule(
    "B015",
    wants="A page that leads on to another leads to one with text, at once, and machines are told which.",
    why="Old addresses live on in bookmarks and on other sites.",
    bad='<meta http-equiv="refresh" content="0; url=../gone/">',
    good='<meta http-equiv="refresh" content="0; url=../sciatica/">',
    never_silenced=HOLE,
)
B016 = rule(
    "B016",
    wants="Every page names itself as its canonical address where the site has one, and the sitemap has it once.",
    why="Else search engines list another copy, or none.",
    bad='<link rel="canonical" href="https://example.org/answers/"> on answers/sciatica/',
    good='<link rel="canonical" href="https://example.org/answers/sciatica/"> on answers/sciatica/',
    never_silenced=HOLE,
)
