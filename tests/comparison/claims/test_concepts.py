"""Words that reports use for one thing stand for one row, phrases for what they say together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.concepts import concepts_of, idioms_in, parts_of, senses_of, settled, with_particles
from tests.comparison.claims.reports import GERMAN


def stands_for(*words: str) -> set[str]:
    """The names of what the words stand for."""
    single = {item.name for word in words for item in concepts_of(word, GERMAN)}
    return single | {item.name for one in idioms_in(words, GERMAN) for item in one.meanings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("entlassen", "gefeuert"),
        ("Fehlbetrag", "Haushaltsloch"),
        ("Streik", "Ausstand"),
        ("Kliniken", "Krankenhaus"),
        ("bestellt", "geordert"),
        ("Kampfflugzeuge", "Kampfjets"),
        ("gestorben", "Todesfälle"),
        ("Lokführer", "Fahrer"),
        ("Talsperre", "Staudamm"),
        ("unterzeichnet", "Unterzeichnung"),
    ],
)
def test_words_for_one_thing_stand_for_one_row(one: str, other: str) -> None:
    assert {name for name in stands_for(one) & stands_for(other) if name.isupper()}


@pytest.mark.parametrize(
    ("one", "other"),
    [("geschickt", "abgezogen"), ("steigt", "sinkt"), ("geöffnet", "geschlossen"), ("gewonnen", "verloren")],
)
def test_words_that_one_could_deny_with_each_other_stand_apart(one: str, other: str) -> None:
    assert not stands_for(one) & stands_for(other)


def test_a_word_of_two_meanings_stands_for_both() -> None:
    assert {"SHOOT", "FIRE STAFF"} <= stands_for("gefeuert")


@pytest.mark.parametrize(
    ("clause", "thing"),
    [
        ("die Ministerin legte gestern ihr Amt nieder", ""),
        ("die Ministerin hat ihr Amt niedergelegt", "RESIGN"),
        ("das Parlament gab grünes Licht", "APPROVE"),
        ("er sitzt nun hinter Gittern", "PRISON"),
        ("der Mann erlag seinen Verletzungen", "CASUALTIES"),
        ("das Land erteilte dem Plan eine Absage", "REJECT"),
        ("sie trägt ein grünes Kleid", ""),
    ],
)
def test_phrases_say_one_thing_together(clause: str, thing: str) -> None:
    meanings = {item.name for one in idioms_in(clause.split(), GERMAN) for item in one.meanings}
    assert thing in meanings if thing else not meanings


@pytest.mark.parametrize(
    ("form", "thing"),
    [
        ("Infanteristen", "SOLDIERS"),
        ("Söldnerinnen", "MERCENARY"),
        ("Rekruten", "CONSCRIPT"),
        ("Bombardierungen", "ATTACK"),
        ("Elitesöldnerinnen", "MERCENARY"),
    ],
)
def test_nouns_that_no_list_has_are_met_in_every_case(form: str, thing: str) -> None:
    assert thing in stands_for(form)


@pytest.mark.parametrize(
    ("word", "thing"), [("tot", "CASUALTIES"), ("erlaubt", "ALLOW"), ("verstärkt", "STRENGTHEN"), ("Scheitern", "FAIL")]
)
def test_usual_words_of_several_classes_stand_for_their_rows(word: str, thing: str) -> None:
    assert thing in stands_for(word)


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("massenhaft", "PRISON"),
        ("ernsthaft", "PRISON"),
        ("fest", "PUBLIC HOLIDAY"),
        ("achten", "CONDEMN"),
        ("Mannheim", "NURSING HOME"),
        ("einigen", "AGREE"),
    ],
)
def test_words_are_not_taken_for_others_that_are_spelled_alike(word: str, thing: str) -> None:
    assert thing not in stands_for(word)


@pytest.mark.parametrize(
    ("word", "inside"),
    [("Geimpft", "geimpft"), ("Verhaftet", "verhaftet"), ("Daraufhin", "daraufhin"), ("Viele", "viele")],
)
def test_a_word_that_begins_a_sentence_stands_for_what_it_does_inside_one(word: str, inside: str) -> None:
    assert concepts_of(word, GERMAN) == concepts_of(inside, GERMAN)


@pytest.mark.parametrize(("noun", "thing"), [("Treffen", "MEET"), ("Verletzte", "CASUALTIES"), ("Aus", "STOP")])
def test_a_noun_is_one_wherever_it_stands(noun: str, thing: str) -> None:
    assert thing in stands_for(noun) | told_by(f"das {noun} beginnt")


def told_by(clause: str) -> set[str]:
    """The names of what the words of a clause stand for, phrases and separable verbs taken together."""
    words = tuple(clause.replace(",", "").split())
    ends = {number for number, word in enumerate(clause.split()) if word.endswith(",")} | {len(words) - 1}
    return stands_for(*with_particles(settled(words, ends, GERMAN), ends, GERMAN))


@pytest.mark.parametrize(
    ("clause", "thing"),
    [
        ("die Partner einigen sich auf Regeln", "AGREE"),
        ("sie hoffen sich zu einigen", "AGREE"),
        ("dass sich beide Seiten rasch einigen", "AGREE"),
        ("das Werk steht vor dem Aus", "STOP"),
        ("Aus für drei Linien", "STOP"),
        ("die Behörde hörte Journalisten ab, meldet das Blatt", "TAP PHONES"),
        ("sie fror die Militärhilfe ein", "CUT OFF"),
        ("die Friedensgespräche wurden abgebrochen", "NO DEAL"),
        ("die Firma lässt 500 Vollzeitstellen wegfallen", "FIRE STAFF"),
    ],
)
def test_words_of_a_clause_tell_together_what_they_mean(clause: str, thing: str) -> None:
    assert thing in told_by(clause)


@pytest.mark.parametrize(
    ("clause", "thing"),
    [
        ("sie spricht mit einigen Politikern", "AGREE"),
        ("er muss sich einigen Fragen stellen", "AGREE"),
        ("Aus Protest blieb sie fern", "STOP"),
    ],
)
def test_words_of_closed_classes_tell_nothing(clause: str, thing: str) -> None:
    assert thing not in told_by(clause)


@pytest.mark.parametrize("clause", ["er steht wieder", "sie telefonieren wieder"])
def test_no_verb_is_made_of_words_that_only_stand_at_the_end(clause: str) -> None:
    words = tuple(clause.split())
    assert with_particles(words, {len(words) - 1}, GERMAN) == words


@given(
    st.lists(st.sampled_from(["die", "Firma", "stellt", "einigen", "sich", "ein", "Aus", "das", "ab", "gibt", "zu"])),
    st.data(),
)
def test_words_stay_in_order_and_none_is_added(words: list[str], data: st.DataObject) -> None:
    ends = data.draw(st.sets(st.integers(0, max(0, len(words) - 1))))
    told = settled(tuple(words), ends, GERMAN)
    assert [one.partition(" ")[0] for one in told] == words
    joined = with_particles(told, ends, GERMAN)
    assert len(joined) <= len(words)
    kept = iter(told)
    assert all(one in kept for one in joined if one in told)


def test_a_compound_stands_for_its_last_part_only_where_a_verb_is_said_of_it() -> None:
    assert "EXECUTE" in told_by("das Gericht verurteilte sie zum Tode")
    assert "INVESTIGATE" not in told_by("zu dem Fall äußert die Generalstaatsanwaltschaft nichts")


@pytest.mark.parametrize(("word", "thing"), [("absetzen", "DISMISS"), ("Anwalt", "LAWYER"), ("Sturm", "STORM")])
def test_a_word_first_means_what_it_does_in_most_matters(word: str, thing: str) -> None:
    assert parts_of(word, GERMAN)[0][0].name == thing


def test_a_particle_is_no_part_of_a_compound() -> None:
    assert not senses_of("Übergabe", GERMAN).inside
