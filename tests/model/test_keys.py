"""Keys of documents."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.document import Document
from lagebild.model.keys import content_key, document_key

DOCUMENT = Document(id="hafen", text="Die Schleuse bleibt zu.", title="Hafen", date=date(2031, 1, 7))


def test_a_renamed_file_is_the_same_document() -> None:
    assert document_key(DOCUMENT) == document_key(replace(DOCUMENT, id="kopie", origin="/tmp/kopie.txt"))


def test_the_same_words_of_another_day_or_house_are_another_document() -> None:
    others = [
        replace(DOCUMENT, date=date(2031, 1, 8)),
        replace(DOCUMENT, date=None),
        replace(DOCUMENT, publisher="Deichbote"),
        replace(DOCUMENT, url="https://deichbote.example/1"),
        replace(DOCUMENT, text="Die Schleuse bleibt zu!"),
    ]
    assert len({document_key(other) for other in [DOCUMENT, *others]}) == 6


def test_a_key_is_the_same_on_every_machine() -> None:
    assert document_key(DOCUMENT) == "d40633b5890fd0d88"


@given(st.lists(st.none() | st.text(alphabet=st.characters()), max_size=4))
def test_any_parts_make_a_key(parts: list[str | None]) -> None:
    key = content_key("d", *parts)
    assert len(key) == 17
    assert key == content_key("d", *parts)
    assert key != content_key("d", *parts, None)
