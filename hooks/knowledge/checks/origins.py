"""L005, L006 and L010: no scheme that could harm, nothing loaded from another origin, nothing outside docs/."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HARM, HOLE, Finding, on_data, on_library, rule
from knowledge.checks.targets import FOREIGN, targets
from knowledge.library import Library
from knowledge.models.targets import ALLOWED_SCHEMES, decoded, scheme

L005 = rule(
    "L005",
    wants="Only https, mailto, tel and relative targets; a reference's own `URL` may be http.",
    why="Other schemes run code, leak where readers go, or can be changed on the way.",
    bad="[clinic](http://clinic.example)",
    good="[clinic](https://clinic.example)",
    never_silenced=HARM,
)
L006 = rule(
    "L006",
    wants="No file from another origin: image, script, frame, font.",
    why="A page on health must not tell others who reads it, and must work when they are gone.",
    bad="![A calf](https://pictures.example/calf.png)",
    good="![A calf](../assets/images/calf.svg)",
    never_silenced=HARM,
)
L010 = rule(
    "L010",
    wants="Nothing leaves the docs folder: no path beyond it, no symbolic link out of it.",
    why="What lies outside is not published, or was never meant to be.",
    bad="[notes](../../notes.md)",
    good="[notes](../about/index.md)",
    never_silenced=HOLE,
)


@on_library(L005)
def allowed_schemes(library: Library) -> Iterator[Finding]:
    """The schemes of all targets, as a browser reads them; what is loaded from elsewhere is L006."""
    for target in targets(library):
        if target.scheme in {None, *ALLOWED_SCHEMES} or (target.loads and target.scheme in FOREIGN):
            continue
        if target.scheme in FOREIGN:
            hint = f"Write “https://{decoded(target.raw).split('//', 1)[-1]}”."
        else:
            hint = "Use https:, mailto:, tel: or the path of a page."
        yield Finding(target.place, f"The link “{target.raw}” is not allowed.", hint)


@on_data(L005)
def allowed_in_records(library: Library) -> Iterator[Finding]:
    """The address of a reference, and of a reviewer's register."""
    for record in library.references.records.values():
        if record.value.url and scheme(record.value.url) not in ("https", "http"):
            hint = "Write the whole address, beginning with https://."
            yield Finding(record.place("URL"), f"“{record.value.url}” is not an address on the web.", hint)
    for person in library.people.records.values():
        register = person.value.register_
        if register and scheme(register.url) != "https":
            hint = "Write the whole address, beginning with https://."
            yield Finding(person.place("register", "url"), f"“{register.url}” is not an https address.", hint)


@on_library(L006)
def own_files(library: Library) -> Iterator[Finding]:
    """What the browser fetches comes from docs/."""
    for target in targets(library):
        if target.loads and target.scheme in FOREIGN:
            message = f"The file “{target.raw}” comes from another site."
            yield Finding(target.place, message, "Put the file into docs/assets/ and name it by its path.")


@on_library(L010)
def inside_docs(library: Library) -> Iterator[Finding]:
    """No path leads out of docs/; symbolic links are met while reading."""
    for target in targets(library):
        if target.scheme is None and target.path and not target.path.startswith("/") and target.file is None:
            message = f"The link “{target.raw}” leads out of the docs folder."
            yield Finding(target.place, message, "Link to a page or file inside docs/.")
