"""L007 and L012: which other sites a link may lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import parse_qsl, urlsplit

from knowledge.checks.rule import HARM, Finding, on_data, on_library, rule
from knowledge.checks.targets import FOREIGN, data_targets, page_targets, targets
from knowledge.library import Library
from knowledge.models.targets import decoded, host
from knowledge.models.words import PageType

L007 = rule(
    "L007",
    wants="No link to a shop or a social network, no short link, no affiliate or tracking parameter.",
    why="We sell nothing, send nobody to a seller and let nobody follow our readers; a short link hides its end.",
    bad="[these socks](https://www.amazon.com/dp/B01?tag=legs-21)",
    good="[what to look for on the packet](../choose/types.md)",
    never_silenced=HARM,
)
L012 = rule(
    "L012",
    wants="What a text on health rests on is cited; other sites are linked only where rules.yml lists them: "
    "health services, official bodies, registers.",
    why="A citation says who found what, and how far we could read it; a link in the text says nothing and goes dead.",
    bad="A [trial](https://journal.example/trial) found less swelling.",
    good="A trial found less swelling [@partsch2004evening].",
)


@on_library(L007)
def no_shops(library: Library) -> Iterator[Finding]:
    """The links of pages and data."""
    for target in targets(library):
        if target.scheme in FOREIGN:
            wrong = _seller(target.raw, library) or _hidden(target.raw, library)
            if wrong:
                yield Finding(target.place, *wrong)


@on_data(L007)
def no_shop_as_source(library: Library) -> Iterator[Finding]:
    """The addresses of references."""
    for record in library.references.records.values():
        wrong = _hidden(record.value.url, library) if record.value.url else None
        if wrong:
            yield Finding(record.place("URL"), *wrong)


def _seller(url: str, library: Library) -> tuple[str, str] | None:
    name = host(url) or ""
    if is_of(name, library.settings.shop_hosts):
        return f"“{name}” is a shop.", "Remove the link; say what to look for, whoever sells it."
    if is_of(name, library.settings.social_hosts):
        return f"“{name}” is a social network.", "Remove the link, or cite the study behind the post."
    return None


def _hidden(url: str, library: Library) -> tuple[str, str] | None:
    """A short link, or one that tells the other site who sent the reader."""
    name = host(url) or ""
    if is_of(name, library.settings.short_link_hosts):
        return f"“{name}” hides where the link leads.", "Write the whole address that it leads to."
    tracking = next((key for key in _parameters(url) if key.casefold() in library.settings.tracking_parameters), None)
    if tracking:
        return f"The link carries “{tracking}=”, which tells who sent the reader.", f"Remove `{tracking}=…` from it."
    return None


def _parameters(url: str) -> list[str]:
    try:
        return [key for key, _ in parse_qsl(urlsplit(decoded(url)).query, keep_blank_values=True)]
    except ValueError:
        return []


def is_of(name: str, hosts: Iterable[str]) -> bool:
    """Whether a host is one of these or below one, as `www.nhs.uk` is below `nhs.uk`."""
    return any(name == one or name.endswith(f".{one}") for one in hosts)


@on_library(L012)
def cited_not_linked(library: Library) -> Iterator[Finding]:
    """Links out of pages but those about ourselves, and out of data but what people say of themselves."""
    about = library.people.path
    pages = (page for page in library.judged if page.front.type is not PageType.ABOUT)
    data = (target for target in data_targets(library) if target.place.path != about)
    for target in chain(chain.from_iterable(map(page_targets, pages)), data):
        name = host(target.raw)
        if target.scheme == "https" and not target.loads and name and not _is_allowed(name, library):
            message = f"The text links to “{name}” instead of citing it."
            hint = "Add it to references.yml and cite it, `[@key]`; official sites can be listed in rules.yml."
            yield Finding(target.place, message, hint)


def _is_allowed(name: str, library: Library) -> bool:
    own = host(library.site.site_url) if library.site.site_url else None
    settings = library.settings
    elsewhere = (*settings.shop_hosts, *settings.social_hosts, *settings.short_link_hosts)  # L007 tells these
    return name == own or is_of(name, settings.linkable_hosts) or is_of(name, elsewhere)
