"""Whether a word ends as one of a word list does."""

from lagebild.language.endings import ends_in


def test_a_word_ends_in_an_ending_of_the_list_as_it_is_written() -> None:
    assert ends_in("Werftbericht", frozenset(("bericht", "papier")))
    assert not ends_in("Berichte", frozenset(("bericht", "papier")))
    assert not ends_in("Werftbericht", frozenset(("Bericht",)))


def test_no_word_ends_in_an_empty_list() -> None:
    assert not ends_in("Bericht", frozenset())
