"""What people type into a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.store.search.query import Query, parsed


@pytest.mark.parametrize(
    ("raw", "query"),
    [
        ("", Query()),
        ("Atom", Query(words=("Atom",))),
        ("Raketen Pjöngjang", Query(words=("Raketen", "Pjöngjang"))),
        ('"nordkoreanische Soldaten" -Kursk', Query(phrases=(("nordkoreanische", "soldaten"),), without=("Kursk",))),
        ("„nach Ansicht der Nato“", Query(phrases=(("nach", "ansicht", "der", "nato"),))),
        ("»Im Gegenzug«", Query(phrases=(("im", "gegenzug"),))),
        ('-"im Gegenzug"', Query(without_phrases=(("im", "gegenzug"),))),
        ('"nicht geschlossen', Query(phrases=(("nicht", "geschlossen"),))),
        ("Atom-Programm", Query(words=("AtomProgramm",))),
        ("a AND (b OR c) NEAR/2 *", Query(words=("a", "AND", "b", "OR", "c", "NEAR", "2"))),
        ("title:x ^y {z}", Query(words=("title", "x", "y", "z"))),
        ('""', Query()),
    ],
)
def test_raw_input_becomes_words_phrases_and_exclusions(raw: str, query: Query) -> None:
    assert parsed(raw) == query


@given(st.text(alphabet=st.characters()))
def test_no_input_is_an_error(raw: str) -> None:
    assert isinstance(parsed(raw), Query)
