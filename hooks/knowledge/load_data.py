"""Reading docs/data: each file a list of records by id (D001, D002, D003), each comparison a file of its own."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from knowledge.library import Collection, Record
from knowledge.models.comparison import Comparison
from knowledge.models.comparison_file import read_comparison
from knowledge.models.fields import as_identifier
from knowledge.models.parse import DATA_RULES, Model, parse, unknown_key
from knowledge.models.reference import CSL_KEYS, Reference
from knowledge.models.search import SearchData
from knowledge.problems import Place, Problem, shown_path
from knowledge.source.changes import Changes, changed_text
from knowledge.source.csv_text import CsvRecord, parse_csv
from knowledge.source.nodes import Items, Mapping, Node, Scalar
from knowledge.source.suppressions import Suppressions
from knowledge.source.text import DATA_BYTES, SourceText
from knowledge.source.yaml_suppressions import yaml_suppressions
from knowledge.source.yaml_text import DATA, parse_yaml

ModelT = TypeVar("ModelT", bound=Model)
_COMPARISONS = PurePosixPath("data/comparisons")


@dataclass
class Loader:
    """Reads data files below one docs folder and gathers their problems."""

    docs_dir: Path
    files: tuple[str, ...]
    start: Path | None
    problems: list[Problem] = field(default_factory=list)
    suppressions: Suppressions = field(default_factory=Suppressions)
    changes: Changes = field(default_factory=dict)

    def source(self, name: str, limit: int = DATA_BYTES) -> SourceText:
        """A file's text, as it is on the disk or as it would be changed; unread where it has more bytes than that."""
        return changed_text(self.docs_dir, name, self.shown(name), self.changes, limit)

    def node(self, name: str) -> Node | None:
        """A YAML file's root node; None where the file is missing, empty or cannot be read."""
        if name not in self.files:
            return None
        source = self.source(name)
        if not source.was_read:
            self.problems += source.problems
            return None
        node, found = parse_yaml(source.text, Place(source.path), DATA)
        self.suppressions += yaml_suppressions(source.lines, source.path)
        self.problems += [*source.problems, *found]
        return node

    def shown(self, name: str) -> str:
        """A file's path as problems show it."""
        return shown_path(self.docs_dir / name, self.start)

    def collection(self, noun: str, file: str, model: type[ModelT]) -> Collection[ModelT]:
        """The records of a data file; a missing file is an empty list."""
        node = self.node(f"data/{file}")
        records: dict[str, Record[ModelT]] = {}
        places: dict[str, Place] = {}
        mended: set[str] = set()
        for item in self._items(node):
            name = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(name, Scalar) and name.text in places:
                message = f"The id “{name.text}” is there twice; it is first in line {places[name.text].line}."
                self.problems.append(Problem.at(name.place, "D003", message, "Give each record its own id."))
            elif isinstance(name, Scalar):
                places[name.text] = name.place
                mended.add(as_identifier(name.text))
            record = self._record(item, model)
            if record is not None:
                records.setdefault(record[0], record[1])
        return Collection(noun, self.shown(f"data/{file}"), records, frozenset(mended | set(places)))

    def _items(self, node: Node | None) -> tuple[Node, ...]:
        if node is None or isinstance(node, Items):
            return node.items if node else ()
        if not (isinstance(node, Scalar) and not node.text):
            self.problems.append(
                Problem.at(
                    node.place, "D001", "The file must be a list of records.", "Start each record with `- id: …`."
                )
            )
        return ()

    def _record(self, item: Node, model: type[ModelT]) -> tuple[str, Record[ModelT]] | None:
        value, found = parse(model, item, DATA_RULES)
        self.problems += found
        if not isinstance(item, Mapping):
            return None
        if model is Reference:
            self.problems += [
                unknown_key(key.text, key.place, CSL_KEYS, "D002")
                for key, _ in item.entries
                if key.text not in CSL_KEYS
            ]
        name = item.get("id")
        if value is None or not isinstance(name, Scalar):
            return None
        return name.text, Record(value, item)

    def search(self) -> Record[SearchData]:
        """What search.yml says; nothing where it is missing or cannot be read."""
        node = self.node("data/search.yml")
        nothing = Mapping(Place(self.shown("data/search.yml")), ())
        if node is None:
            return Record(SearchData(), nothing)
        value, found = parse(SearchData, node, DATA_RULES)
        self.problems += found
        return Record(value or SearchData(), node if isinstance(node, Mapping) else nothing)

    def searching(self) -> Callable[[], Record[SearchData]]:
        """What gives that."""
        found = self.search()
        return lambda: found

    def comparison_ids(self) -> frozenset[str]:
        """The stems of all comparison files, whether they can be read or not."""
        return frozenset(path.stem for path in self._comparison_files())

    def _comparison_files(self) -> list[PurePosixPath]:
        paths = map(PurePosixPath, self.files)
        return [path for path in paths if path.parent == _COMPARISONS and path.suffix == ".yml"]

    def comparisons(self) -> abc.Mapping[str, Comparison]:
        """Every comparison that could be read, by id."""
        read = {path.stem: self._comparison(path) for path in self._comparison_files()}
        self._lonely_csv()
        return {name: comparison for name, comparison in read.items() if comparison is not None}

    def _comparison(self, path: PurePosixPath) -> Comparison | None:
        known = len(self.problems)
        node = self.node(str(path))
        if node is None:
            if len(self.problems) == known:
                hint = "Start it with `title: …`, `caption: …`, `columns: …`."
                self.problems.append(Problem.at(Place(self.shown(str(path))), "D001", "The file is empty.", hint))
            return None
        records = self._records(path.with_suffix(".csv"))
        comparison, problems = read_comparison(path.stem, self.shown(str(path)), node, records)
        self.problems += problems
        return comparison

    def _records(self, path: PurePosixPath) -> tuple[CsvRecord, ...] | None:
        if str(path) not in self.files:
            return None
        source = self.source(str(path))
        if not source.was_read:
            self.problems += source.problems
            return ()
        records, problems = parse_csv(source)
        self.problems += [*source.problems, *problems]
        return records

    def _lonely_csv(self) -> None:
        """A CSV file of rows needs the YAML file that describes its columns."""
        ids = self.comparison_ids()
        for path in map(PurePosixPath, self.files):
            if path.parent == _COMPARISONS and path.suffix == ".csv" and path.stem not in ids:
                hint = f"Add {path.stem}.yml with `title`, `caption` and `columns`, or mend the file's name."
                self.problems.append(
                    Problem.at(
                        Place(self.shown(str(path))), "D013", f"There is no {path.stem}.yml for these rows.", hint
                    )
                )
