"""Reading docs/data: each file a list of records by id (D001, D002, D003), each comparison a file of its own."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

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
from knowledge.source.seen import Seen
from knowledge.source.suppressions import Suppressions
from knowledge.source.text import DATA_BYTES, SourceText
from knowledge.source.yaml_suppressions import yaml_suppressions
from knowledge.source.yaml_text import DATA, parse_yaml

ModelT = TypeVar("ModelT", bound=Model)
ReadT = TypeVar("ReadT")
_COMPARISONS = PurePosixPath("data/comparisons")


@dataclass(frozen=True, slots=True)
class _Part(Generic[ReadT]):
    """What was read of some files, and all that was told of them."""

    value: ReadT
    problems: list[Problem]
    suppressions: Suppressions


@dataclass
class Loader:
    """Reads data files below one docs folder and gathers their problems; with `seen`, only those that changed."""

    docs_dir: Path
    files: tuple[str, ...]
    start: Path | None
    problems: list[Problem] = field(default_factory=list)
    suppressions: Suppressions = field(default_factory=Suppressions)
    changes: Changes = field(default_factory=dict)
    seen: Seen | None = None

    def source(self, name: str, limit: int = DATA_BYTES) -> SourceText:
        """A file's text, as it is on the disk or as it would be changed; unread where it has more bytes than that."""
        if self.seen is not None and name not in self.changes:
            return self.seen.text(self.docs_dir / name, self.shown(name), limit)
        return changed_text(self.docs_dir, name, self.shown(name), self.changes, limit)

    def kept(self, files: tuple[str, ...], read: Callable[[Loader], ReadT]) -> ReadT:
        """What is read of some files: the same object as before, with what was told of it, where they are the same."""
        if self.seen is None:
            return read(self)
        sources = tuple(self.source(name) if name in self.files else None for name in files)
        part = self.seen.made(self.shown(files[0]), sources, partial(self._apart, read))
        self.problems += part.problems
        self.suppressions += part.suppressions
        return part.value

    def _apart(self, read: Callable[[Loader], ReadT]) -> _Part[ReadT]:
        loader = replace(self, problems=[], suppressions=Suppressions())
        return _Part(read(loader), loader.problems, loader.suppressions)

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
        return f"{self._shown_folder}{name}"

    @cached_property
    def _shown_folder(self) -> str:
        """The docs folder as problems show it, with its slash; empty where the check runs in it."""
        return f"{shown_path(self.docs_dir / 'a', self.start)}"[:-1]

    def collection(self, noun: str, file: str, model: type[ModelT]) -> Collection[ModelT]:
        """The records of a data file; a missing file is an empty list."""
        return self.kept((f"data/{file}",), lambda loader: loader.read_collection(noun, file, model))

    def read_collection(self, noun: str, file: str, model: type[ModelT]) -> Collection[ModelT]:
        """The same, read anew."""
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
        return self.kept(("data/search.yml",), Loader.read_search)

    def read_search(self) -> Record[SearchData]:
        """The same, read anew."""
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

    def _comparison_files(self, ending: str = ".yml") -> list[PurePosixPath]:
        paths = (PurePosixPath(name) for name in self.files if name.endswith(ending))
        return [path for path in paths if path.parent == _COMPARISONS]

    def comparisons(self) -> abc.Mapping[str, Comparison]:
        """Every comparison that could be read, by id."""
        read = {path.stem: self._comparison(path) for path in self._comparison_files()}
        self._lonely_csv()
        return {name: comparison for name, comparison in read.items() if comparison is not None}

    def _comparison(self, path: PurePosixPath) -> Comparison | None:
        files = str(path), str(path.with_suffix(".csv"))
        return self.kept(files, lambda loader: loader.read_comparison(path))

    def read_comparison(self, path: PurePosixPath) -> Comparison | None:
        """A comparison, read anew."""
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
        for path in self._comparison_files(".csv"):
            if path.stem not in ids:
                hint = f"Add {path.stem}.yml with `title`, `caption` and `columns`, or mend the file's name."
                self.problems.append(
                    Problem.at(
                        Place(self.shown(str(path))), "D013", f"There is no {path.stem}.yml for these rows.", hint
                    )
                )
