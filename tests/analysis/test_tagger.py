"""The tagger: tags, lemmas, agreement and mood of words in their sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.tagger import tagger
from lagebild.analysis.word import Reading
from lagebild.language.load import Language
from lagebild.model.analysis import DATIVE, FEMININE, GENITIVE, MASCULINE, NEUTER, NOMINATIVE, PLURAL

GERMAN = Language("de")


def read(sentence: str) -> dict[str, Reading]:
    """The readings by word; of a word that comes twice the last."""
    words = sentence.split()
    return dict(zip(words, tagger(GERMAN).tag(words), strict=True))


def tags(sentence: str) -> str:
    return " ".join(reading.tag for reading in tagger(GERMAN).tag(sentence.split()))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Der Minister wies die Kritik zurück .", "ART NN VVFIN ART NN PTKVZ $."),
        ("Sie versprach , bald zu kommen .", "PPER VVFIN $, ADV PTKZU VVINF $."),
        ("Er ging zu dem Richter .", "PPER VVFIN APPR ART NN $."),
        ("Laut Polizei gab es Verletzte .", "APPR NN VVFIN PPER NN $."),
        ("Die Frau , die das Haus sah , schwieg .", "ART NN $, PRELS ART NN VVFIN $, VVFIN $."),
        ("Er muss warten , weil die Bahnen nicht fahren .", "PPER VMFIN VVINF $, KOUS ART NN PTKNEG VVFIN $."),
        ("Deshalb hat er sich geirrt .", "PROAV VAFIN PPER PRF VVPP $."),
        ("Sie kamen , um ihn freizulassen .", "PPER VVFIN $, KOUI PPER VVIZU $."),
        ("Medienberichten zufolge schweigt Berlin .", "NN APPO VVFIN NE $."),
        ("Der Senat stuft den Verein als Gefahr ein", "ART NN VVFIN ART NN KOKOM NN PTKVZ"),
        ("Sie kritisierte den Plan scharf .", "PPER VVFIN ART NN ADJD $."),
        ("Er soll Geld ausgegeben haben .", "PPER VMFIN NN VVPP VAINF $."),
        ("Sie glaubt , dass Bund und Land sich einigen .", "PPER VVFIN $, KOUS NN KON NN PRF VVFIN $."),
        ("Der Chef spielt das Leck herunter .", "ART NN VVFIN ART NN PTKVZ $."),
        ("Er sagte am Abend weiter .", "PPER VVFIN APPRART NN ADV $."),
        ("Libysche Soldaten kamen .", "ADJA NN VVFIN $."),
        ("Sie zeigte sich bereit , Kranke aufzunehmen .", "PPER VVFIN PRF ADJD $, NN VVIZU $."),
        ("Die Gruppe hat sich zu der Tat bekannt .", "ART NN VAFIN PRF APPR ART NN VVPP $."),
        ("Wie gestern bekannt wurde , regnet es .", "PWAV ADV ADJD VAFIN $, VVFIN PPER $."),
        ("Er sagte , das Virus breite sich aus .", "PPER VVFIN $, ART NN VVFIN PRF PTKVZ $."),
        ("Sie mahnte zu mehr Demut .", "PPER VVFIN APPR PIAT NN $."),
        ("Das Urteil sei zu milde , sagte sie .", "ART NN VAFIN PTKA ADJD $, VVFIN PPER $."),
        ("Sie warb für Regeln , die Firmen entlasten .", "PPER VVFIN APPR NN $, PRELS NN VVFIN $."),
        ("Die Stadt brennt , die Leute fliehen .", "ART NN VVFIN $, ART NN VVINF $."),
        ("Er mahnte , die Kosten in Kiel stiegen .", "PPER VVFIN $, ART NN APPR NE VVFIN $."),
        ("Verdammt , was ist passiert ?", "VVFIN $, PRELS VAFIN VVPP $."),
        ("Der Rat , das ist bekannt , tagt .", "ART NN $, PDS VAFIN ADJD $, VVFIN $."),
        ("Der Bus fuhr , wie das Amt mitteilte , zu schnell .", "ART NN VVFIN $, PWAV ART NN VVFIN $, PTKA ADJD $."),
    ],
)
def test_tags_are_those_of_the_sentence(sentence: str, expected: str) -> None:
    assert tags(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "mood"),
    [
        ("Er habe nichts gewusst .", "habe", "kon1"),
        ("Ich habe nichts gewusst .", "habe", "ind"),
        ("Davon habe ich nichts gewusst .", "habe", "ind"),
        ("Die Lage sei ernst .", "sei", "kon1"),
        ("Sie hätten das Haus verlassen .", "hätten", "kon2"),
        ("Sie haben das Haus verlassen .", "haben", "ind"),
        ("Man müsse abwarten .", "müsse", "kon1"),
        ("Der Zeuge sagte nichts .", "sagte", "ind"),
        ("Sie wollten nach Hause .", "wollten", "ind"),
        ("Sollten die Preise steigen , wird es eng .", "Sollten", "kon2"),
        ("Das ginge zu weit .", "ginge", "kon2"),
        ("Wer das will , sollte warten .", "sollte", "kon2"),
        ("Das Treffen sollte gestern beginnen .", "sollte", "ind"),
    ],
)
def test_mood_is_told_apart(sentence: str, word: str, mood: str) -> None:
    verb = read(sentence)[word].verb
    assert verb is not None
    assert verb.mood == mood


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Er hat ihr Betrug vorgeworfen .", "vorgeworfen", "vorwerfen"),
        ("Sie scheuten sich , ihm das vorzuwerfen .", "vorzuwerfen", "vorwerfen"),
        ("Das ist alles , was sie ihm vorwirft .", "vorwirft", "vorwerfen"),
        ("Sie wirft ihm Betrug vor .", "wirft", "werfen"),
        ("Er sprach mit den Präsidenten .", "Präsidenten", "Präsident"),
        ("Sie traf mehrere Regierungssprecherinnen .", "Regierungssprecherinnen", "Regierungssprecherin"),
        ("Es gab große Schäden .", "große", "groß"),
        ("Das war Putins Haus .", "Putins", "Putin"),
        ("Die Importverträge wurden gelöst .", "Importverträge", "Importvertrag"),
    ],
)
def test_lemma_is_the_base_form(sentence: str, word: str, lemma: str) -> None:
    assert read(sentence)[word].lemma == lemma


@pytest.mark.parametrize(
    ("word", "mask"),
    [
        ("Präsident", NOMINATIVE & MASCULINE),
        ("Regierung", FEMININE),
        ("Drohnenangriffs", GENITIVE & MASCULINE),
        ("Häusern", DATIVE & PLURAL),
        ("Verteidigungsministerium", NEUTER & ~GENITIVE),
        ("mit", DATIVE),
        ("dem", DATIVE & (MASCULINE | NEUTER)),
    ],
)
def test_agreement_holds_all_that_the_form_allows(word: str, mask: int) -> None:
    assert tagger(GERMAN).analyses(word)[0].agreement == mask


def test_finite_verbs_carry_person_and_number() -> None:
    verb = read("Die Richter vertagten den Prozess .")["vertagten"].verb
    assert verb is not None
    assert (verb.tense, verb.persons, verb.numbers) == ("past", "13", "p")


def test_unknown_capitalised_words_are_names() -> None:
    assert read("Gestern traf Xanthulescu die Presse .")["Xanthulescu"].tag == "NE"


@pytest.mark.parametrize("word", ["was", "wer", "welcher", "das", "die"])
def test_a_verb_right_behind_a_pronoun_after_a_comma_gives_no_tag_that_the_word_cannot_have(word: str) -> None:
    readings = tagger(GERMAN).tag(["Verdammt", ",", word, "ist", "passiert", "?"])
    assert len(readings) == 6


def test_no_words_give_no_readings() -> None:
    assert tagger(GERMAN).tag([]) == []


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_any_words_get_one_reading_each(words: list[str]) -> None:
    readings = tagger(GERMAN).tag(words)
    assert len(readings) == len(words)
    assert all(reading.tag and 0 <= reading.agreement <= 0xFFFF for reading in readings)
    assert readings == tagger(GERMAN).tag(words)
