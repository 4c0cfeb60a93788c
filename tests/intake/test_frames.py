"""Frames and the items in them come out of a pipe as they went in, and broken ones do no harm."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.frames import Frame, read, write
from lagebild.intake.items import Item, framed, item_of
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
surrogates = st.text(st.characters(categories=["L", "Cs", "Cc"]), max_size=20)


@given(st.lists(st.tuples(st.dictionaries(surrogates, anything | surrogates, max_size=4), st.binary(max_size=99))))
def test_frames_come_out_as_they_went_in(sent: list[tuple[dict[str, object], bytes]]) -> None:
    pipe = BytesIO()
    for header, payload in sent:
        write(pipe, Frame(header, payload))
    pipe.seek(0)
    assert [read(pipe) for _ in sent] == [Frame(*frame) for frame in sent]
    assert read(pipe) is None


@given(st.binary(max_size=40))
def test_a_pipe_that_breaks_off_ends(rest: bytes) -> None:
    pipe = BytesIO()
    write(pipe, Frame({"kind": "document", "text": "Das Eis"}, b"payload"))
    whole = pipe.getvalue()
    for length in range(len(whole)):
        assert read(BytesIO(whole[:length])) is None


@given(st.binary(min_size=12, max_size=60))
def test_what_is_no_frame_is_a_value_error_or_the_end(data: bytes) -> None:
    try:
        found = read(BytesIO(data))
    except ValueError:
        return
    assert found is None or isinstance(found.header, dict)


words = surrogates | st.none()
days = st.dates() | st.none()
documents = st.builds(
    Document,
    id=surrogates,
    text=surrogates,
    language=surrogates,
    title=words,
    date=days,
    url=words,
    publisher=words,
    author=words,
    origin=words,
    known_from=st.lists(st.tuples(surrogates, surrogates), max_size=2).map(tuple),
)
raws = st.builds(
    Raw,
    origin=surrogates,
    stem=surrogates,
    data=st.binary(max_size=50),
    suffix=surrogates,
    media=words,
    url=words,
    fetched=st.datetimes(timezones=st.just(UTC)) | st.none(),
    day=days,
    title=words,
    publisher=words,
    path=st.just(Path("reports") / "a.txt") | st.none(),
    before=st.integers(0, 9),
    rows=st.integers(0, 9) | st.none(),
)


others = (
    st.builds(Failure, surrogates, surrogates)
    | st.builds(Passed, surrogates, surrogates, st.integers(0, 99))
    | st.builds(Validator, surrogates, words, words)
)


@given(documents | raws | others)
def test_items_come_out_as_they_went_in(item: Item) -> None:
    pipe = BytesIO()
    write(pipe, framed(item))
    pipe.seek(0)
    frame = read(pipe)
    assert frame is not None
    assert item_of(frame) == item


def test_items_of_a_kind_that_nobody_knows_are_refused() -> None:
    with pytest.raises(ValueError, match="'letter' is no kind of item"):
        item_of(Frame({"kind": "letter"}))


def test_every_field_of_an_item_is_sent() -> None:
    full = Document(
        "a", "Text", "de", "Titel", date(2031, 1, 1), "https://a.example", "Bote", "Ute Wald", "a.txt", (("date", "x"),)
    )
    raw = Raw(
        *("a", "a", b"x", ".txt", "text/plain", "https://a.example", datetime(2031, 1, 1, tzinfo=UTC)),
        *(date(2031, 1, 1), "Titel", "Bote", Path("a"), 7, 3),
    )
    for item in (full, raw):
        assert None not in [getattr(item, name) for name in type(item).__slots__]
        assert item_of(framed(item)) == item
