"""The theme that Hugo builds the corpus with: head, navigation of the own section, contents, next and previous."""

from __future__ import annotations

CONFIG = """\
baseURL = "https://example.org/"
title = "Corpus"
disableKinds = ["taxonomy", "term", "RSS"]
"""
_BASE = """\
<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>{{ .Title }} - {{ site.Title }}</title>
  <meta name="description" content="{{ .Description }}">
  <link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
  <header><a href="{{ "/" | relURL }}">{{ site.Title }}</a></header>
  {{ partial "nav.html" . }}
  <main>{{ block "main" . }}{{ end }}</main>
  <footer>
    {{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
    {{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
  </footer>
</body>
</html>
"""
_SINGLE = """\
{{ define "main" }}
<article><h1>{{ .Title }}</h1><nav class="toc">{{ .TableOfContents }}</nav>{{ .Content }}</article>
{{ end }}
"""
_LIST = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}
"""
_NAV = """\
{{ $own := .CurrentSection }}
<nav class="site"><ul>
{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ if eq . $own }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>{{ end }}</li>
{{ end }}
</ul></nav>
"""
TEMPLATES = {
    "_default/baseof.html": _BASE,
    "_default/single.html": _SINGLE,
    "_default/list.html": _LIST,
    "partials/nav.html": _NAV,
}
"""Templates by their paths in layouts/."""
