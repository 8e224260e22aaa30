"""What an editor may tune: word lists, limits and the words shown, from rules.yml (the package's, then the site's)."""

from __future__ import annotations

from typing import Any, Literal

from knowledge.models.fields import Count, Identifier, Number, Text
from knowledge.models.parse import DATA_RULES, Model, parse_value, unknown_key
from knowledge.models.wording import MaskPattern, WordingPattern
from knowledge.models.words import Certainty, Direction, PageType
from knowledge.problems import Problem
from knowledge.source.nodes import Items, Mapping, Node, Scalar

Words = tuple[Text, ...]


class Settings(Model):
    """The records of rules.yml by their ids, hyphens as underscores. Defaults stand in the package's rules.yml."""

    title_length: tuple[Count, Count]
    description_length: tuple[Count, Count]
    summary_words: tuple[Count, Count]
    search_terms_count: tuple[Count, Count]
    change_note_length: tuple[Count, Count]
    change_marks: Words
    related_count: tuple[Count, Count]
    heading_length: Count
    lead_words: dict[PageType, Count]
    page_words: dict[PageType, tuple[Count, Count]]
    section_words: dict[Text, tuple[Count, Count]]
    length_grace: Count
    question_count: tuple[Count, Count]
    question_words: tuple[Count, Count]
    first_answer_words: Count
    empty_link_texts: Words
    link_text_length: Count
    links_in: Count
    clicks_from_home: Count
    image_kilobytes: Count
    shop_hosts: Words
    social_hosts: Words
    short_link_hosts: Words
    tracking_parameters: Words
    linkable_hosts: Words
    folder_types: dict[str, tuple[PageType, ...]]
    capitalised_names: Words
    reserved_headings: Words
    certainty_words: dict[Certainty, Text]
    direction_words: dict[Direction, Text]
    absence_words: dict[str, Text]
    doi_exceptions: tuple[Text, ...]
    data_check_days: dict[Literal["comparisons", "services"], Count]
    grade_domains: Words
    ratio_tolerance: Count
    review_designs: Words
    randomised_designs: Words
    follow_up_designs: Words
    course_interventions: Words
    question_stop_words: Words
    citation_keys: Count
    people_words: Words
    study_words: Words
    measure_units: Words
    example_phrases: Words
    outcome_words: dict[Text, Words]
    other_people_phrases: Words
    weak_designs: dict[Text, Words]
    effect_verbs: Words
    causal_verbs: Words
    untested_phrases: Words
    theory_words: Words
    treatment_words: Words
    worn_words: Words
    noun_signs: Words
    wording_patterns: tuple[WordingPattern, ...]
    file_endings: Words
    doubt_limits: tuple[Count, Count]
    measured_figures: dict[Identifier, Text]
    page_grade: tuple[Number, Number]
    median_grade: Number
    grade_least_words: Count
    hard_words_percent: Number
    masked_percent: Number
    sentence_words: tuple[Count, Count]
    paragraph_length: tuple[Count, Count]
    item_sentences: Count
    step_sentences: Count
    step_words: Count
    short_run: tuple[Count, Count]
    same_beginnings: Count
    passive_share: Count
    reader_names: Words
    easy_words: Words
    known_acronyms: Words
    syllables: dict[Text, Count]
    mask_patterns: tuple[MaskPattern, ...]


_BY_ID = ("wording_patterns", "mask_patterns")
"""Lists of which a site gives only the records that it changes or adds; any other value it gives whole."""
_RECORD = ("id", "value", "why")
_FORM = "Write `- id: title-length`, and below it `value: [10, 70]`."


def read_settings(defaults: Node, own: Node | None) -> tuple[Settings, list[Problem]]:
    """The settings, and the problems of the site's own rules.yml.

    Raises:
        ValueError: when the package's own rules.yml lacks a record or holds a wrong one (a fault of ours).
    """
    values, faults = _values(defaults, trusted=True)
    if faults or set(values) != set(Settings.model_fields):
        missing = set(Settings.model_fields) - set(values)
        raise ValueError(f"the package's rules.yml is wrong: missing {sorted(missing)}, {faults}")
    tuned, problems = _values(own) if own is not None else ({}, [])
    for name in _BY_ID:
        records = {record.id: record for record in (*values[name], *tuned.get(name, ()))}
        tuned[name] = tuple(records.values())
    return Settings.model_construct(**{**values, **tuned}), problems


def _values(node: Node, *, trusted: bool = False) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    if not isinstance(node, Items):
        problems.append(Problem.at(node.place, "D001", "The file must be a list of records.", _FORM))
    for record in node.items if isinstance(node, Items) else ():
        if not isinstance(record, Mapping):
            problems.append(Problem.at(record.place, "D002", "A record of rules.yml is `id`, `value`, `why`.", _FORM))
            continue
        problems += [
            unknown_key(key.text, key.place, _RECORD, "D002") for key, _ in record.entries if key.text not in _RECORD
        ]
        name, value = record.get("id"), record.get("value")
        if not isinstance(name, Scalar) or value is None:
            problems.append(Problem.at(record.place, "D002", "A record of rules.yml needs `id` and `value`.", _FORM))
            continue
        field = Settings.model_fields.get(name.text.replace("-", "_"))
        if field is None:
            known = [key.replace("_", "-") for key in Settings.model_fields]
            problems.append(unknown_key(name.text, name.place, known, "D002"))
            continue
        read, found = parse_value(field.annotation, value, DATA_RULES, trusted=trusted)
        problems += found
        if not found:
            values[name.text.replace("-", "_")] = read
    return values, problems
