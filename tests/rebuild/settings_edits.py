"""Random edits of mkdocs.yml and of what is read beside docs/: navigation, options, extensions, snippets, hooks."""

from __future__ import annotations

import random
from typing import Any

from tests.rebuild.plain_site import WORDS, sentence
from tests.rebuild.site import Edit, Site


def _entries(items: list[Any]) -> list[list[Any]]:
    """The lists of entries in a navigation, all depths."""
    found = [items]
    for item in items:
        if isinstance(item, dict):
            for value in item.values():
                if isinstance(value, list):
                    found += _entries(value)
    return found


def nav(site: Site, source: random.Random) -> str | None:
    """An entry put in, taken out, moved or renamed; or no navigation at all."""
    settings = site.settings()
    kind = source.choice(["add", "remove", "move", "rename", "none"])
    items = settings.get("nav")
    if kind == "none" and items and source.random() < 0.5:
        del settings["nav"]
    elif not items:
        settings["nav"] = ["index.md", {"All": [name.removeprefix("docs/") for name in site.pages()]}]
    else:
        entries = source.choice([one for one in _entries(items) if one])
        at = source.randrange(len(entries))
        if kind == "remove":
            del entries[at]
        elif kind == "move":
            entries.insert(0, entries.pop(at))
        elif kind == "rename" and isinstance(entries[at], dict):
            entries[at] = {f"Called {source.choice(WORDS)}": next(iter(entries[at].values()))}
        else:
            entries.insert(at, {f"Once more {at}": source.choice(site.pages()).removeprefix("docs/")})
    site.set(settings)
    return f"navigation: {kind}"


def option(site: Site, source: random.Random) -> str | None:
    """A setting of the site or its theme."""
    settings = site.settings()
    theme = settings["theme"]
    key = source.choice(["site_name", "site_url", "description", "features", "extra", "urls", "language", "palette"])
    if key == "features":
        feature = source.choice(["navigation.tabs", "navigation.prune", "toc.integrate", "navigation.indexes"])
        features = theme.setdefault("features", [])
        (features.remove if feature in features else features.append)(feature)
    elif key == "extra":
        settings["extra"] = {"note": source.choice(WORDS)}
    elif key == "urls":
        settings["use_directory_urls"] = not settings.get("use_directory_urls", True)
    elif key == "language":
        theme["language"] = source.choice(["en", "de", "fr"])
    elif key == "palette":
        theme["palette"] = {"scheme": source.choice(["default", "slate"])}
    elif key == "site_url":
        settings[key] = f"https://example.org/{source.choice(WORDS)}/"
    else:
        settings["site_description" if key == "description" else key] = sentence(source)
    site.set(settings)
    return f"setting {key}"


def extension(site: Site, source: random.Random) -> str | None:
    """A Markdown extension put in or taken out, or another option of one."""
    settings = site.settings()
    kind = source.choice(["permalink", "depth", "def_list", "footnotes", "marker"])
    extensions = [one for one in settings["markdown_extensions"] if one != kind]
    toc: dict[str, Any] = next((one["toc"] for one in extensions if isinstance(one, dict) and "toc" in one), {})
    if kind == "permalink":
        toc["permalink"] = not toc.get("permalink")
    elif kind == "depth":
        toc["toc_depth"] = source.choice([2, 3, 6])
    elif kind == "marker":
        toc["anchorlink"] = not toc.get("anchorlink")
    elif len(extensions) == len(settings["markdown_extensions"]):
        extensions.append(kind)
    settings["markdown_extensions"] = extensions
    site.set(settings)
    return f"extension {kind}"


def plugin(site: Site, source: random.Random) -> str | None:
    """Another option of the search, or another plugin."""
    settings = site.settings()
    found: dict[str, Any] = {name: given for one in settings["plugins"] for name, given in one.items()}
    kind = source.choice(["lang", "separator", "tags"])
    if kind == "lang":
        found["search"] = {"lang": source.choice([["en"], ["en", "de"]])}
    elif kind == "separator":
        found["search"] = {"separator": source.choice(["[\\s\\-]+", "[\\s]+"])}
    elif "tags" in found:
        del found["tags"]
    else:
        found["tags"] = {}
    settings["plugins"] = [{name: given} for name, given in found.items()]
    site.set(settings)
    return f"plugin {kind}"


def snippet(site: Site, source: random.Random) -> str | None:
    """A text outside docs/ that a page includes."""
    site.write("snippets/shared.md", f"Shared: {sentence(source)}\n")
    return "the snippet"


_HOOK = """\
DEPENDENCIES_RECORDED = {recorded}


def on_page_content(html, page, config, files):
    return html + "<p>{word}</p>"
"""


def hook(site: Site, source: random.Random) -> str | None:
    """Another hook put in, its code changed, or taken out; it says that it looks at the page alone, or nothing."""
    settings = site.settings()
    others = [one for one in settings["hooks"] if one != "hooks/said.py"]
    if len(others) < len(settings["hooks"]) and source.random() < 0.5:
        settings["hooks"] = others
    else:
        text = _HOOK.format(recorded=source.random() < 0.7, word=source.choice(WORDS))
        site.write("hooks/said.py", text)
        settings["hooks"] = ["hooks/said.py", *others]
    site.set(settings)
    return "another hook"


def exclusion(site: Site, source: random.Random) -> str | None:
    """Pages left out of the site, as drafts, or of the navigation."""
    settings = site.settings()
    key = source.choice(["exclude_docs", "draft_docs", "not_in_nav"])
    settings[key] = source.choice(["", "/part1/\n", f"{source.choice(WORDS)}-*.md\n"])
    site.set(settings)
    return f"{key}: {settings[key].strip()}"


SETTINGS_EDITS: tuple[Edit, ...] = (nav, nav, option, extension, plugin, snippet, hook, exclusion)
