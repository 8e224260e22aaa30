"""The headers for hosts: the policy of the pages themselves, in each host's own words; hashed names kept for good."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from knowledge.commands.headers import command
from knowledge.content_policy import POLICY, content_policy
from knowledge.outputs.host_headers import FOREVER, HEADERS, HOSTS, hashed, host_files

FILES = [
    "index.html",
    "assets/javascripts/bundle.a5f9d56c.min.js",
    "assets/javascripts/legwise.mjs",
    "about/a5f9d56c.html",
]
BUNDLE = "/assets/javascripts/bundle.a5f9d56c.min.js"


def of_netlify(text: str) -> dict[str, dict[str, str]]:
    """Headers by path, as Netlify reads the file."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("/"):
            path = line
            found[path] = {}
        else:
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
    return found


def directives(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


def told(host: str, text: str) -> dict[str, str]:
    """What a host sends with every answer."""
    if host in ("netlify", "cloudflare"):
        return of_netlify(text)["/*"]
    if host == "vercel":
        first = json.loads(text)["headers"][0]
        assert first["source"] == "/(.*)"
        return {one["key"]: one["value"] for one in first["headers"]}
    start = {"apache": "Header always set", "nginx": "add_header"}[host]
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line.strip().startswith(start) and "Cache-Control" not in line:
            name, value = shlex.split(line.strip().removeprefix(start).rstrip(";"))[:2]
            found.setdefault(name, value)
    return found


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_sends_the_policy_of_the_pages(host: str) -> None:
    sent = told(host, HOSTS[host](FILES))
    assert sent == HEADERS
    policy = directives(sent["Content-Security-Policy"])
    assert policy.pop("frame-ancestors") == "'none'"
    assert policy == directives(content_policy()) == POLICY


def test_the_policy_allows_nothing_inline_and_nothing_of_elsewhere() -> None:
    assert set(POLICY.values()) == {"'self'", "'none'", "'self' data:"}
    assert [name for name, value in POLICY.items() if "data:" in value] == ["img-src"]  # a picture runs nothing
    for name in ("base-uri", "form-action", "object-src"):
        assert POLICY[name] == "'none'"
    assert POLICY["default-src"] == "'self'"


def test_only_names_with_a_hash_are_kept_for_good() -> None:
    assert hashed(FILES) == [BUNDLE[1:]]
    kept = of_netlify(HOSTS["netlify"](FILES))
    assert {path for path, headers in kept.items() if "Cache-Control" in headers} == {BUNDLE}
    assert kept[BUNDLE] == {"Cache-Control": FOREVER}
    rules = json.loads(HOSTS["vercel"](FILES))["headers"]
    assert [rule["source"] for rule in rules] == ["/(.*)", BUNDLE]


def test_nginx_repeats_all_where_it_adds_one() -> None:
    """A location that adds a header inherits none of the server's."""
    text = HOSTS["nginx"](FILES)
    where = re.search(r'location ~ "([^"]+)" \{\n(.*?)\n\}', text, re.DOTALL)
    assert where is not None
    assert re.search(where[1], BUNDLE)
    assert not re.search(where[1], "/assets/javascripts/legwise.mjs")
    for name in [*HEADERS, "Cache-Control"]:
        assert f"add_header {name} " in where[2]


def test_lines_stay_below_what_hosts_read() -> None:
    """Cloudflare Pages: 2,000 characters a line, 100 rules."""
    text = HOSTS["cloudflare"](FILES)
    assert max(map(len, text.splitlines())) < 2000


def test_the_command_prints_what_a_build_holds(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    done = CliRunner().invoke(command, ["netlify", "--site", str(tmp_path)])
    assert (done.exit_code, done.output) == (0, host_files(FILES)["_headers"])
    assert CliRunner().invoke(command, ["nobody"]).exit_code == 2
