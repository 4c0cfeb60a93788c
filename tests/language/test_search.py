"""Words as a search compares them."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.language.search import folded, holds_part, part_of, running_words, spellings, stem, words_in


def test_case_accents_and_soft_hyphens_make_no_difference() -> None:
    assert folded("SÜD\u00adkorea") == folded("Su\u0308dkorea") == "sudkorea"
    assert folded("Straße") == folded("STRASSE") == "strasse"
    assert folded("Łódź") != folded("Lodz") or folded("é") == "e"


def test_a_hyphenated_word_is_its_parts_and_itself_in_one() -> None:
    words = [tuple(word) for word in words_in("das Atom-Programm")]
    parts = [("das", 0, 3, False), ("atom", 4, 8, False), ("programm", 9, 17, False)]
    assert words == [*parts, ("atomprogramm", 4, 17, True)]


def test_both_ways_to_write_an_umlaut_are_spellings_of_one_word() -> None:
    assert set(spellings("Südkorea")) == {"sudkorea", "suedkorea"}
    assert "sudkorea" in spellings("suedkorea")


def test_a_stem_is_a_part_only_where_it_is_long_enough_to_mean_something() -> None:
    assert part_of("sanktionen") == "sanktion"
    assert part_of("rate") == "rate"
    assert part_of("ab") is None
    assert stem("raketen") == stem("rakete")


def test_a_part_stands_at_the_head_or_behind_what_may_be_a_word() -> None:
    assert holds_part("atomwaffen", "atom")
    assert holds_part("uranatome", "atom")
    assert not holds_part("anatomisch", "atom")


@given(st.text(alphabet=st.characters()))
def test_words_of_any_text_stand_where_they_say(text: str) -> None:
    for word in words_in(text):
        assert 0 <= word.start < word.stop <= len(text)
        assert word.joined or word.folded == folded(text[word.start : word.stop])


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aÄß-‐‑ .,„“\u00ad\u0308"))))
def test_running_words_are_those_that_stand_in_the_text(text: str) -> None:
    plain, joined = running_words(text)
    assert plain.split() == [word for item in words_in(text) if not item.joined for word in item.folded.split()]
    assert joined.split() == [word for item in words_in(text) if item.joined for word in item.folded.split()]
