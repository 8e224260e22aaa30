"""How to take the whole site along: the link to the copy that works from a disk."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from knowledge.offline.copy import NAME
from knowledge.render.elements import el, link
from knowledge.render.site import Site


def offline(site: Site) -> list[Element]:
    """The link; the preview, which makes no copy, says so."""
    if site.marks is not None:
        return [
            el(
                "p",
                "The published site has a link to its copy here; the preview makes none.",
                class_="offline-copy",
                id="offline",
            )
        ]
    told = link(NAME, "Download the whole site (zip)", download="")
    return [el("p", told, class_="offline-copy", id="offline")]
