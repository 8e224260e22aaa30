"""Under what terms the downloads may be used."""

from __future__ import annotations

from types import MappingProxyType

LICENCE = MappingProxyType({"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"})
