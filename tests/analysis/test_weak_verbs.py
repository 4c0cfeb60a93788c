"""Weak verbs: the forms that the word table lacks, made of infinitives and endings."""

import pytest

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.weak_verbs import weak_forms
from lagebild.language.load import Language
from lagebild.model.analysis import Verb

GERMAN = Language("de")
FORMS = weak_forms(GERMAN.rules("words"))


def verbs(form: str) -> list[Verb]:
    return [verb for possibility in FORMS[form] if possibility.tag == "VVFIN" for verb in possibility.verbs]


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("flachste", "VVFIN", "flachsen"),
        ("geflachst", "VVPP", "flachsen"),
        ("tweetete", "VVFIN", "tweeten"),
        ("getweetet", "VVPP", "tweeten"),
        ("bemäkelten", "VVFIN", "bemäkeln"),
        ("bemäkelt", "VVPP", "bemäkeln"),
        ("titeln", "VVINF", "titeln"),
    ],
)
def test_a_form_leads_back_to_its_infinitive(form: str, tag: str, lemma: str) -> None:
    assert lemma in [possibility.lemma for possibility in FORMS[form] if possibility.tag == tag]


def test_the_past_is_also_the_konjunktiv_ii_as_with_every_weak_verb() -> None:
    assert {(verb.mood, verb.tense, verb.persons, verb.numbers) for verb in verbs("höhnte")} == {
        ("ind", "past", "13", "s"),
        ("kon2", "past", "13", "s"),
    }


def test_the_lexicon_lists_these_forms_like_those_of_its_table() -> None:
    entry = lexicon(GERMAN).entry("raunzten")
    assert (entry.source, [p.lemma for p in entry.possibilities]) == ("listed", ["raunzen"])
