"""Headers for the hosts that can send them: a file each, all from one list.

The page's own meta element holds the same policy for hosts that cannot; `nosniff` and framing need a header.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from knowledge.content_policy import REFERRER, content_policy

HEADERS: dict[str, str] = {
    "Content-Security-Policy": content_policy(header=True),
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers older than frame-ancestors
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What every answer of the host carries."""

FOREVER = "public, max-age=31536000, immutable"
"""Of files whose name holds a hash of what is in them; all others are asked for anew, as hosts do by themselves."""

_HASHED = re.compile(r"\.[0-9a-f]{8,64}\.")
_HTTPS = "Strict-Transport-Security is the host's own: switch it on once the whole domain answers by https for good."


def hashed(paths: Iterable[str]) -> list[str]:
    """Those of the site's files whose name changes with what they hold, in order."""
    return sorted(path for path in paths if _HASHED.search(path.rsplit("/", 1)[-1]))


def netlify(files: Iterable[str]) -> str:
    """`_headers`, as Netlify and Cloudflare Pages read it at the top of what is uploaded."""
    blocks = [("/*", HEADERS), *((f"/{path}", {"Cache-Control": FOREVER}) for path in hashed(files))]
    return f"# {_HTTPS}\n" + "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in blocks
    )


def vercel(files: Iterable[str]) -> str:
    """`vercel.json`, as Vercel reads it at the top of what is uploaded."""
    rules = [("/(.*)", HEADERS), *((f"/{path}", {"Cache-Control": FOREVER}) for path in hashed(files))]
    told = [
        {"source": source, "headers": [{"key": name, "value": value} for name, value in headers.items()]}
        for source, headers in rules
    ]
    return json.dumps({"headers": told}, indent=2) + "\n"


def apache(_files: Iterable[str] = ()) -> str:
    """`.htaccess`, for Apache with mod_headers."""
    always = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return (
        f"# {_HTTPS}\nAddType text/javascript .mjs .js\nErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n{always}"
        f'  <FilesMatch "{_HASHED.pattern}">\n    Header set Cache-Control "{FOREVER}"\n  </FilesMatch>\n</IfModule>\n'
    )


def nginx(_files: Iterable[str] = ()) -> str:
    """Lines to include in a server block of nginx; a location with headers of its own inherits none and names all."""
    return (
        f"# {_HTTPS}\nerror_page 404 /404.html;\n{_nginx_headers(HEADERS, '')}"
        f"location ~ \\.mjs$ {{\n  types {{ text/javascript mjs; }}\n}}\n"
        f'location ~ "{_HASHED.pattern}[^/]+$" {{\n'
        f"{_nginx_headers(HEADERS | {'Cache-Control': FOREVER}, '  ')}}}\n"
    )


def _nginx_headers(headers: dict[str, str], indent: str) -> str:
    return "".join(f'{indent}add_header {name} "{value}" always;\n' for name, value in headers.items())


HOSTS: dict[str, Callable[[Iterable[str]], str]] = {
    "netlify": netlify,
    "cloudflare": netlify,
    "vercel": vercel,
    "apache": apache,
    "nginx": nginx,
}
"""By the name a person would type."""


def host_files(files: Iterable[str]) -> dict[str, str]:
    """What a build puts into the site: files that their own host reads and every other one takes for any file."""
    listed = list(files)
    return {"_headers": netlify(listed), "vercel.json": vercel(listed)}
