"""Clauses and noun phrases that tell an act as not done or as only possible."""

import pytest

import lagebild
from lagebild.extraction.events.nouns import row_of
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.stage import Stage
from lagebild.language.load import Language
from lagebild.model.analysis import Clause, Phrase

GERMAN = Language("de")


def stage_of(text: str) -> Stage:
    return Stage(lagebild.read(text, language="de"), GERMAN)


def clause_with(stage: Stage, lemma: str) -> Clause:
    return next(clause for clause in stage.clauses if clause.lemma == lemma)


def noun_of(stage: Stage) -> Phrase:
    return next(phrase for k, phrase in enumerate(stage.phrases) if row_of(stage, k) is not None)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Peru griff Chile nicht an.", True),
        ("Peru griff Chile nie an.", True),
        ("Peru griff keine Soldaten an.", True),
        ("Peru griff nicht nur Chile an.", False),
        ("Peru griff Chile an.", False),
    ],
)
def test_a_clause_is_negated_by_its_own_words_but_not_by_not_only(text: str, negated: bool) -> None:
    stage = stage_of(text)
    assert is_negated(stage, clause_with(stage, "angreifen")) is negated


@pytest.mark.parametrize(
    ("text", "unreal"),
    [
        ("Peru will Chile angreifen.", True),
        ("Peru wird Chile angreifen.", True),
        ("Peru könnte Chile angreifen.", True),
        ("Kuba hilft, wenn Peru Chile angreift.", True),
        ("Peru sammelt Truppen, um Chile anzugreifen.", True),
        ("Kuba sieht das Risiko, dass Peru Chile angreift.", True),
        ("Chile wird von Peru angegriffen.", False),
        ("Peru hat Chile angegriffen.", False),
        ("Kuba sieht, dass Peru Chile angreift.", False),
    ],
)
def test_modals_futures_conditions_purposes_and_risks_are_unreal(text: str, unreal: bool) -> None:
    stage = stage_of(text)
    assert is_unreal(stage, clause_with(stage, "angreifen")) is unreal


@pytest.mark.parametrize(
    ("text", "negated", "unreal"),
    [
        ("Der Angriff Perus auf Chile endete.", False, False),
        ("Es gab keinen Angriff Perus auf Chile.", True, False),
        ("Ein möglicher Angriff Perus auf Chile schreckt viele.", False, True),
        ("Der geplante Angriff Perus auf Chile schreckt viele.", False, True),
    ],
)
def test_a_noun_is_denied_or_possible_by_the_words_before_it(text: str, negated: bool, unreal: bool) -> None:
    stage = stage_of(text)
    noun = noun_of(stage)
    assert (is_negated_noun(stage, noun), is_unreal_noun(stage, noun)) == (negated, unreal)
