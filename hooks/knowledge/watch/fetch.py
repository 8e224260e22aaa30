"""Asking addresses on the network, and from a file of recorded answers instead."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import Any

from knowledge.watch.finding import Answer, Ask

SECONDS = 20
MOST_BYTES = 2_000_000
AT_ONCE = 4
"""Addresses asked at a time: Crossref asks to be treated gently, and so do most."""
AGENT = "Legwise review watch (checks links and retractions once a week)"
FOR_GOOD = frozenset({301, 308})


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects and remembers their kinds."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(self, req: Any, fp: Any, code: int, *rest: Any) -> Any:
        """The next request."""
        self.codes.append(code)
        return super().redirect_request(req, fp, code, *rest)


def ask_network(url: str) -> Answer:
    """What an address answers now; it moved for good where every redirect on the way says so."""
    if not url.startswith(("https://", "http://")):
        return Answer(0, "no web address")
    redirects = _Redirects()
    try:
        request = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310  web addresses alone
        with urllib.request.build_opener(redirects).open(request, timeout=SECONDS) as answer:
            body = answer.read(MOST_BYTES).decode("utf-8", "replace")
            moved = answer.url if redirects.codes and FOR_GOOD.issuperset(redirects.codes) else None
            return Answer(answer.status, body, moved)
    except urllib.error.HTTPError as error:
        return Answer(error.code)
    except (OSError, ValueError, HTTPException) as error:  # no such host, no answer in time, no valid address
        return Answer(0, str(error) or type(error).__name__)


def recorded(text: str) -> Ask:
    """Answers from a file: a JSON object of addresses, each with `status` and, where there are, `body` and `moved`.

    Raises:
        ValueError: where it is no such object.
    """
    answers = json.loads(text)
    if not isinstance(answers, Mapping):
        raise ValueError("not an object of addresses")

    def ask(url: str) -> Answer:
        known = answers.get(url)
        if known is None:
            return Answer(0, "no recorded answer")
        body = known.get("body", "")
        return Answer(known["status"], body if isinstance(body, str) else json.dumps(body), known.get("moved"))

    return ask


def several(ask: Ask, addresses: list[str]) -> Iterator[Answer]:
    """All answers in order, a few asked at a time."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(ask, addresses)
