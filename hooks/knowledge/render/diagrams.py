"""Diagrams: what we drew ourselves, each with the same in words beside it.

The drawings are the files of the folder `diagrams`, made for a column of 288 px. What a drawing says stands here too,
for whoever cannot see it, and rests on the sources named.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.library import Library
from knowledge.models.blocks import DIAGRAMS
from knowledge.render.citation import cite
from knowledge.render.drawing import drawing, figure
from knowledge.render.elements import Md, el


@dataclass(frozen=True, slots=True)
class Words:
    """What a diagram says: a caption, and each of its parts. `steps` have a drawing each and are done in order."""

    caption: str
    parts: tuple[tuple[str, str], ...]
    steps: bool = False


WORDS: MappingProxyType[str, Words] = MappingProxyType(
    {
        "measuring-points": Words(
            "Where to measure for a knee-high sock. Size charts use these letters.",
            (
                ("cB", "Round the thinnest part, just above the ankle bone."),
                ("cC", "Round the thickest part of the calf."),
                ("cD", "Round the leg just below the knee, two fingers below its bend."),
                ("Leg length", "From the floor up to cD. Some makers measure to the bend of the knee."),
            ),
        ),
        "heel-pocket": Words(
            "Putting on a sock by its heel. The filled patch is the heel of the sock.",
            (
                ("Reach in", "Put your hand down inside the sock and hold its heel."),
                ("Turn it", "Pull the top down over your hand, inside out, as far as the heel. Let go."),
                ("Foot in", "Open the foot part with both thumbs. Slide your foot in, toes first."),
                ("Seat the heel", "Pull until your heel sits in the heel of the sock."),
                ("Ease it up", "Draw the rest over the ankle and up the leg, a little at a time."),
                ("Smooth it", "Stop two fingers below the bend of the knee. No folds. Never roll the top down."),
            ),
            steps=True,
        ),
        "graduated-pressure": Words(
            "Graduated means that the squeeze gets lighter up the leg. The arrows show more and less, not numbers.",
            (
                ("At the ankle", "The squeeze is firmest. The mmHg on the packet is meant for here."),
                ("At the calf", "The squeeze is lighter."),
                ("Below the knee", "The squeeze is lightest."),
            ),
        ),
        "vein-valves": Words(
            "How a valve in a leg vein works. The arrows show which way blood moves.",
            (
                ("Open", "The valve lets blood through, up towards the heart."),
                ("Closed", "The two flaps meet, so that blood does not fall back."),
                ("Leaking", "The flaps do not meet. Blood falls back and gathers, and the vein gets wider."),
            ),
        ),
        "sciatica-and-sock": Words(
            "Where sciatica starts, and where a knee-high sock presses.",
            (
                ("Where it starts", "At a nerve root in the lower back, most often where a disc presses on it."),
                ("Where it may hurt", "Along the nerve: the buttock, the back of the leg, the foot."),
                ("Where a sock presses", "On the skin and veins below the knee."),
                ("Not tested", "We found no test of whether a sock changes pain that starts at the nerve root."),
            ),
        ),
    }
)
"""The words of each of DIAGRAMS."""


def diagram(name: str, library: Library) -> Element:
    """The diagram of this name, with its sources where the library has them."""
    words = WORDS[name]
    sources = [source for source in DIAGRAMS[name].sources if source in library.references.ids]
    caption = el("p", Md(words.caption), cite(sources), class_="drawing__caption")
    if words.steps:
        return el("figure", el("figcaption", caption), _steps(name, words), class_="drawing", id=f"diagram-{name}")
    parts = [el("div", el("dt", label), el("dd", text)) for label, text in words.parts]
    return figure(f"diagram-{name}", drawing(name), caption, el("dl", *parts, class_="drawing__parts"))


def _steps(name: str, words: Words) -> Element:
    items = [
        el("li", drawing(f"{name}-{number}"), el("p", el("strong", f"{label}."), f" {text}"))
        for number, (label, text) in enumerate(words.parts, start=1)
    ]
    return el("ol", *items, class_="drawing__steps")
