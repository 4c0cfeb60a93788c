"""The lexicon: what a word may be, listed, derived or guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.possibility import agreement_mask
from lagebild.language.load import Language
from lagebild.model.analysis import ANY

WORDS = lexicon(Language("de"))


def tags(word: str) -> set[str]:
    return {possibility.tag for possibility in WORDS.entry(word).possibilities}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (",", {"$,"}),
        ("!", {"$."}),
        ("»", {"$("}),
        ("10.000", {"CARD"}),
        ("3,5", {"CARD"}),
        ("1990er", {"ADJA"}),
        ("Ein-", {"TRUNC"}),
        ("unter", {"APPR", "PTKVZ", "ADV"}),
        ("vorgeworfenen", {"ADJA"}),
        ("sicherheitspolitischen", {"ADJA"}),
        ("abzuhören", {"VVIZU"}),
        ("35-Jährige", {"NN"}),
        ("24-Stunden-Dienst", {"NN"}),
    ],
)
def test_words_have_all_their_tags_and_no_others(word: str, expected: set[str]) -> None:
    assert tags(word) == expected


@pytest.mark.parametrize(("word", "present"), [("müßte", "müssen"), ("grösste", "groß"), ("ausserdem", "außerdem")])
def test_old_and_swiss_spellings_are_understood(word: str, present: str) -> None:
    assert present in {possibility.lemma for possibility in WORDS.entry(word).possibilities}


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("entfuhr", "VVFIN", "entfahren"),
        ("verlacht", "VVPP", "verlachen"),
        ("verlachten", "VVFIN", "verlachen"),
        ("verlachten", "ADJA", "verlacht"),
        ("bestürmt", "VVPP", "bestürmen"),
    ],
)
def test_verbs_with_a_prefix_that_stays_are_made_of_listed_ones(word: str, tag: str, lemma: str) -> None:
    assert (tag, lemma) in {(p.tag, p.lemma) for p in WORDS.entry(word).possibilities}


def mask(word: str) -> int:
    return next(p.agreement for p in WORDS.entry(word).possibilities if p.tag == "NN")


@pytest.mark.parametrize("word", ["Abgeordnete", "Reisende", "Deutsche", "Verdächtige"])
def test_nouns_that_inflect_like_adjectives_are_masculine_feminine_and_plural(word: str) -> None:
    for cells in ("Nm", "Nf", "Np", "Ap"):
        assert mask(word) & agreement_mask(cells), (word, cells)


@pytest.mark.parametrize("word", ["Weite", "Kreisen", "Quellen"])
def test_nouns_that_only_look_like_adjectives_or_infinitives_keep_to_the_table(word: str) -> None:
    assert not mask(word) & agreement_mask("Nm Nn")


@pytest.mark.parametrize(
    ("word", "numbers", "tense"), [("zqrierten", "p", "past"), ("zqrierte", "s", "past"), ("zqrelten", "p", "past")]
)
def test_the_ending_of_an_unknown_verb_tells_number_and_tense(word: str, numbers: str, tense: str) -> None:
    verb = next(p for p in WORDS.entry(word).possibilities if p.tag == "VVFIN").verbs[0]
    assert (verb.numbers, verb.tense) == (numbers, tense)


def test_a_guessed_verb_is_never_konjunktiv() -> None:
    assert {
        v.mood for word in ("zqrate", "zqraten", "zqrat") for p in WORDS.entry(word).possibilities for v in p.verbs
    } == {"ind"}


@pytest.mark.parametrize(
    ("form", "lemma"), [("schwor", "schwören"), ("geschworen", "schwören"), ("schalt", "schelten")]
)
def test_a_form_of_two_verbs_stands_under_the_usual_one(form: str, lemma: str) -> None:
    assert {p.lemma for p in WORDS.entry(form).possibilities if p.tag[0] == "V"} == {lemma}


def test_both_ends_of_the_table_are_found() -> None:
    assert WORDS.listed("Aachen")
    assert WORDS.listed("übrig")
    assert not WORDS.listed("Aaaaaa")
    assert not WORDS.listed("zzzzzz")


def test_a_star_is_any_agreement() -> None:
    assert agreement_mask("*") == ANY
    assert agreement_mask("") == 0


@given(st.text(min_size=1, max_size=20))
def test_every_word_has_a_possibility(word: str) -> None:
    assert WORDS.entry(word).possibilities
