"""Reading docs/data where only pages are asked for: a record or comparison is read when it is first looked up.

Nothing is told of data files then, so that what is never looked up need not be read. What is looked up is the same as
if all were read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from knowledge.library import Collection, Record
from knowledge.load_data import Loader, ModelT
from knowledge.models.comparison import Comparison
from knowledge.models.fields import as_identifier
from knowledge.models.search import SearchData
from knowledge.problems import Place
from knowledge.source.nodes import Items, Mapping, Scalar
from knowledge.source.waiting import Waiting
from knowledge.source.yaml_records import RecordText, record_texts
from knowledge.source.yaml_text import DATA, parse_yaml


@dataclass
class LoaderWhenAsked(Loader):
    """A loader whose data waits; a file that cannot be split into its records is read whole."""

    def collection(self, noun: str, file: str, model: type[ModelT]) -> Collection[ModelT]:
        """The records of a data file, those of plain form unread."""
        name = f"data/{file}"
        source = self.source(name) if name in self.files else None
        texts = record_texts(source.text) if source and source.was_read else None
        read = self._nodes(texts, self.shown(name)) if texts else None
        if texts is None or read is None:
            return super().collection(noun, file, model)
        waiting = {one.name: one.text for one in texts if one.is_plain}
        records = Waiting((one.name for one in texts), lambda key: self._typed(read(key), model), waiting)
        ids = frozenset(one.name for one in texts)
        return Collection(noun, self.shown(name), records, ids | frozenset(map(as_identifier, ids)))

    def _nodes(self, texts: list[RecordText], path: str) -> Callable[[str], Mapping | None] | None:
        """What reads a record's node by id; None where one that is not plain cannot be read by itself."""
        by_name = {one.name: one for one in texts}

        @cache
        def read(name: str) -> Mapping | None:
            text = by_name[name]
            node, _ = parse_yaml(text.text, Place(path, text.line), DATA)
            record = node.items[0] if isinstance(node, Items) and len(node.items) == 1 else None
            own = record.get("id") if isinstance(record, Mapping) else None
            return record if isinstance(record, Mapping) and isinstance(own, Scalar) and own.text == name else None

        if any(read(one.name) is None for one in texts if not one.is_plain):
            return None
        return read

    def _typed(self, node: Mapping | None, model: type[ModelT]) -> Record[ModelT] | None:
        found = self._record(node, model) if node else None
        return found[1] if found else None

    def comparisons(self) -> Waiting[Comparison]:
        """Every comparison that can be read, by id."""
        paths = {path.stem: path for path in self._comparison_files()}
        return Waiting(iter(paths), lambda name: self._comparison(paths[name]))

    def searching(self) -> Callable[[], Record[SearchData]]:
        """What reads search.yml, which no check of a page looks at."""
        return self.search
