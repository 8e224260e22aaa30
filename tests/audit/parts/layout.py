"""Looks at structure, target sizes and flow of every page: four widths, zoom of 400 %, text of 200 %, text spacing."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Any

from tests.audit.figures import Figure
from tests.audit.site import page, site
from tests.browser.looks import SPACING, STRUCTURE, TARGETS, WHOLE, look, look_with_large_text, look_with_style

WINDOWS: tuple[dict[str, Any], ...] = (
    {"width": 320, "height": 640},
    {"width": 320, "height": 256, "device_scale_factor": 4},  # 1280 × 1024 at 400 %
    {"width": 768, "height": 1024},
    {"width": 1280, "height": 900},
)


def run() -> list[Figure]:
    """How many faults there are on all pages together."""
    published = site()
    faults: list[str] = []
    for window in WINDOWS:
        with page(**window, bypass_csp=True) as opened:
            opened.set_default_timeout(120_000)
            for path in published.pages:
                opened.goto(published.url + path)
                opened.evaluate("document.fonts.ready")
                found = look(opened, STRUCTURE, TARGETS, WHOLE) + look_with_style(opened, SPACING)
                if window["width"] >= 768:  # where a window of 320 px has letters twice as large, it is one of 160
                    found += look_with_large_text(opened)
                faults += [f"{path} ({window['width']} × {window['height']}): {one}" for one in found]
    print("\n".join(faults), file=sys.stderr)  # noqa: T201
    return [
        Figure(
            "layout",
            "Faults of structure, size and flow",
            len(faults),
            None,
            "at most 0",
            "Playwright",
            version("playwright"),
            f"{len(published.pages)} pages in windows from 320 to 1280 px wide, and zoomed in. Looked at: headings, "
            "names, size of targets, and that nothing is cut, covered or outside. Wide spacing and large text too.",
        )
    ]
