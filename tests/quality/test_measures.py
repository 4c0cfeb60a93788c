"""The measures of clauses and speakers, on articles annotated by hand here."""

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest

from lagebild.analysis.analyse import analyse
from lagebild.language.load import Language
from lagebild.model.document import Document
from quality import clauses, gold, speakers
from quality.shared import shared_folder

TEXT = (
    "Die Hafenmeisterin Ada Kroll sagte, der Kanal sei gesperrt. Sie warnte, dass Eis komme. "
    "Das Amt bestätigte, dass Schiffe warten. Man müsse Geduld haben."
)


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """The scorer, which lies beside the annotated articles."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("the scorer is not here (LAGEBILD_SHARED names its folder)")
    return gold.scorer(folder)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def said(source: str | None, speaker: str, cue: str | None, content: str) -> gold.Wire:
    return {
        "source": source and at(source),
        "speaker": speaker,
        "cue": [at(cue)] if cue else [],
        "content": [at(content)],
        "form": "indirect",
        "act": None,
        "to": None,
    }


def article(attributions: Iterable[gold.Wire]) -> gold.Wire:
    return {"id": "hafen", "text": TEXT, "attributions": list(attributions)}


RIGHT = (
    said("Die Hafenmeisterin Ada Kroll", "Ada Kroll", "sagte", "der Kanal sei gesperrt"),
    said("Sie", "Ada Kroll", "warnte", "dass Eis komme"),
    said("Das Amt", "Amt", "bestätigte", "dass Schiffe warten"),
    said(None, "Amt", None, "Man müsse Geduld haben"),
)


def test_speakers_are_counted_by_how_the_source_names_them(score: ModuleType) -> None:
    judged = speakers.judged(score, article(RIGHT))
    assert sorted(judged) == [("name", True), ("none", True), ("noun", True), ("pronoun", True)]


def test_a_speaker_named_by_a_pronoun_is_right_where_we_take_it_for_the_same_person(score: ModuleType) -> None:
    by_mention = RIGHT[1] | {"speaker": "Sie", "speaker_span": at("Sie"), "source": None}
    somebody_else = RIGHT[1] | {"speaker": "Amt", "speaker_span": at("Das Amt"), "source": None}
    assert speakers.judged(score, article([by_mention])) == [("none", True)]
    assert speakers.judged(score, article([somebody_else])) == [("none", False)]


def test_a_kind_of_source_is_read_from_its_words() -> None:
    analysis = analyse(Document("a", TEXT, "de"), Language("de"))
    kinds = [speakers.source_kind(analysis, at(words)) for words in ("Die Hafenmeisterin Ada Kroll", "Sie", "Das Amt")]
    assert [*kinds, speakers.source_kind(analysis, None)] == ["name", "pronoun", "noun", "none"]


def test_clauses_are_judged_by_the_subject_of_the_cue_and_the_edges_of_the_content(score: ModuleType) -> None:
    wrong = said("Eis", "Eis", "warnte", "Eis komme")
    judged = list(clauses.judged(score, article([*RIGHT, wrong])))
    assert judged.count(("subject", True)) == 3
    assert judged.count(("content clause", True)) == 3
    assert [name for name, right in judged if not right] == ["subject", "content start", "content clause"]


def test_a_sample_is_spread_over_the_part_and_the_same_every_time(tmp_path: Path) -> None:
    part = tmp_path / "gold" / "part"
    part.mkdir(parents=True)
    for number in range(10):
        (part / f"{number}.json").write_text(f'{{"id": "{number}"}}', "utf-8")
    assert [article["id"] for article in speakers.sample(tmp_path, "part", 3)] == ["0", "3", "6"]
    assert len(speakers.sample(tmp_path, "part", 99)) == 10


def test_an_addressee_is_right_where_it_overlaps_the_annotated_one(score: ModuleType) -> None:
    first, second, third, last = (dict(one) for one in RIGHT)
    first["to"], second["to"] = at("der Kanal"), at("Sie")
    annotated = article((first, second, third, last))
    wrong = {**second, "to": at("Eis")}
    found = {"hafen": {"attributions": [{**first, "to": at("Kanal")}, wrong, third, {**last, "to": at("Geduld")}]}}
    assert gold.addressees(score, [annotated], found) == {"to precision": 0.3333, "to recall": 0.5}
