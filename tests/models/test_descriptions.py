"""Every key of every data file says what it means: schemas and the writers' reference are made of that."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from knowledge.models import cells, claim, comparison, measurement, page, records, reference

MODELS = [
    one
    for module in (cells, claim, comparison, measurement, page, records, reference)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, BaseModel) and one.__module__ == module.__name__
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_described(model: type[BaseModel]) -> None:
    silent = [name for name, field in model.model_fields.items() if not field.description]
    assert silent == []
    assert all(not (field.description or "").endswith(".") for field in model.model_fields.values())
