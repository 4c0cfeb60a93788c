"""The spaCy engine, with a small pipeline that the test makes: its tags, lemmas and forms are used, its gaps filled."""

from pathlib import Path

import pytest

import lagebild
from lagebild.analysis.analyse import analyse
from lagebild.analysis.engine import engine_named
from lagebild.errors import UsageError
from lagebild.language.load import Language
from lagebild.model.analysis import Analysis
from lagebild.model.document import Document

spacy = pytest.importorskip("spacy")

TEXT = "Der Lotse sagte, das Eis trage. Sie wirft ihm Betrug vor.\n\nDer Rat tagt. (dpa)"
WORDS = {
    "Der": {"TAG": "ART", "LEMMA": "der"},
    "Lotse": {"TAG": "NN", "LEMMA": "lotse-from-the-pipeline"},
    "sagte": {"TAG": "VVFIN", "LEMMA": "sagen", "MORPH": "Mood=Ind|Number=Sing|Person=3|Tense=Past"},
    "trage": {"TAG": "VVFIN", "LEMMA": "tragen", "MORPH": "Mood=Sub|Number=Sing|Person=3|Tense=Pres"},
}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A German pipeline on disk that knows four words and leaves all else empty."""
    path = tmp_path_factory.mktemp("pipeline")
    blank = spacy.blank("de")
    ruler = blank.add_pipe("attribute_ruler")
    for word, attributes in WORDS.items():
        ruler.add(patterns=[[{"ORTH": word}]], attrs=attributes)
    blank.to_disk(path)
    return path


@pytest.fixture(scope="module")
def analysis(pipeline: Path) -> Analysis:
    return analyse(Document("text", TEXT, "de"), Language("de"), engine_named(str(pipeline)))


def test_tags_and_lemmas_are_those_of_the_pipeline(analysis: Analysis) -> None:
    assert [(token.tag, token.lemma) for token in analysis.tokens[:3]] == [
        ("ART", "der"),
        ("NN", "lotse-from-the-pipeline"),
        ("VVFIN", "sagen"),
    ]


def test_moods_are_those_of_the_pipeline(analysis: Analysis) -> None:
    moods = {token.text: token.verb.mood for token in analysis.tokens if token.verb}
    assert (moods["sagte"], moods["trage"]) == ("ind", "kon1")


def test_what_the_pipeline_leaves_empty_comes_from_our_lexicon(analysis: Analysis) -> None:
    tags = {token.text: token.tag for token in analysis.tokens}
    assert (tags["Eis"], tags["vor"]) == ("NN", "PTKVZ")
    assert "vorwerfen" in [clause.lemma for clause in analysis.clauses]


def test_sentences_and_furniture_stay_ours(analysis: Analysis) -> None:
    assert [analysis.words(s.first, s.last) for s in analysis.sentences] == [
        "Der Lotse sagte, das Eis trage.",
        "Sie wirft ihm Betrug vor.",
        "Der Rat tagt.",
    ]
    assert [TEXT[piece.span.start : piece.span.end] for piece in analysis.furniture] == ["(dpa)"]


def test_offsets_point_into_the_text(analysis: Analysis) -> None:
    assert all(TEXT[token.start : token.end] == token.text for token in analysis.tokens)


def test_a_report_is_read_with_it(pipeline: Path) -> None:
    found = lagebild.read(TEXT, language="de", engine=str(pipeline)).attributions
    assert "das Eis trage" in [TEXT[span.start : span.end] for one in found for span in one.content]


def test_a_pipeline_that_is_not_there_is_wrong_use_and_named() -> None:
    with pytest.raises(UsageError, match="no_such_pipeline"):
        engine_named("no_such_pipeline")
