"""What a page says to machines, as JSON-LD (schema.org): the same that readers see on it, and nothing else."""

from __future__ import annotations

import json
from typing import Any

from knowledge.dataset import CREATOR, DATASETS, LICENCE, Dataset, datasets
from knowledge.library import Library, Page

_FORMATS = {"CSV": "text/csv", "JSON": "application/json"}


def page_json_ld(page: Page, library: Library, address: str | None, url: str | None) -> str | None:
    """The JSON-LD of a page, made safe to stand in a script element; None where there is nothing to tell.

    `url` is the page's own address and `address` the site's, both absolute; without them nothing can be told, since
    every identifier is an absolute address.
    """
    lists_data = any(block.name == "generated" and block.argument == DATASETS for block in page.body.blocks)
    if not (lists_data and address and url):
        return None
    found = datasets(library, address)
    catalogue = {
        "@type": "DataCatalog",
        "@id": url,
        "url": url,
        "name": page.front.title,
        "description": page.front.summary,
        "inLanguage": "en-GB",
        "license": LICENCE["url"],
        "creator": _CREATOR,
        "dataset": [{"@id": f"{url}#{one.id}"} for one in found],
    }
    graph = [catalogue, *(_dataset(one, address.rstrip("/"), url) for one in found)]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


_CREATOR = {"@type": "Organization", "name": CREATOR}


def _dataset(one: Dataset, address: str, url: str) -> dict[str, Any]:
    facts = {
        "@type": "Dataset",
        "@id": f"{url}#{one.id}",
        "name": one.title,
        "description": one.description,
        "license": LICENCE["url"],
        "creator": _CREATOR,
        "dateModified": one.last_checked.isoformat() if one.last_checked else None,
        "temporalCoverage": f"../{one.searched_to.isoformat()}" if one.searched_to else None,
        "variableMeasured": list(one.columns) or None,
        "includedInDataCatalog": {"@id": url},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": _FORMATS[form], "contentUrl": f"{address}/{path}"}
            for form, path in one.files.items()
        ],
    }
    return {name: value for name, value in facts.items() if value is not None}
