"""The files of records in docs/data, by the model of their records."""

from __future__ import annotations

from types import MappingProxyType

from knowledge.models.claim import Claim
from knowledge.models.measurement import Measurement
from knowledge.models.parse import Model
from knowledge.models.records import CareCard, ClassScheme, Contraindication, Person, Service, Term, Topic
from knowledge.models.reference import Reference

RECORD_FILES: MappingProxyType[str, type[Model]] = MappingProxyType(
    {
        "topics": Topic,
        "claims": Claim,
        "references": Reference,
        "people": Person,
        "glossary": Term,
        "care-cards": CareCard,
        "services": Service,
        "contraindications": Contraindication,
        "compression-classes": ClassScheme,
        "measurements": Measurement,
    }
)
"""Models by the stem of their file. Comparisons and rules.yml have forms of their own."""
