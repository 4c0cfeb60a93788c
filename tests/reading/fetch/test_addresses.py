"""One page, one address; one address, one short name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.errors import InputError
from lagebild.reading.fetch.addresses import checked, is_address, plain, stem_of


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b#oben", "https://a.example/b"),
        ("https://a.example/b?utm_source=rss&utm_medium=feed", "https://a.example/b"),
        ("https://a.example/b?id=3&fbclid=x&seite=2", "https://a.example/b?id=3&seite=2"),
        ("https://a.example/b?", "https://a.example/b"),
        ("https://a.example/b?utmost=1", "https://a.example/b?utmost=1"),
    ],
)
def test_what_only_tracks_readers_is_left_out(address: str, written: str) -> None:
    assert plain(address) == written


@pytest.mark.parametrize(
    ("address", "stem"),
    [
        ("https://www.a.example/ausland/deich-101.html?x=1#y", "deich-101"),
        ("https://a.example/ausland/deich/", "deich"),
        ("https://a.example/deich/index.html", "deich"),
        ("https://a.example/story/300012345", "story-300012345"),
        ("https://a.example/", "a.example"),
        ("https://a.example:8080", "a.example-8080"),
        ("https://a.example/" + "lang-" * 99, ("lang-" * 99)[:80]),
        ("https://a.example/über%20uns", "über-20uns"),
    ],
)
def test_a_page_is_called_by_the_end_of_its_path(address: str, stem: str) -> None:
    assert stem_of(address) == stem


@pytest.mark.parametrize(
    ("source", "is_one"),
    [("https://a.example", True), ("FTP://a", True), ("C:\\berichte", False), ("berichte", False), ("a:b", False)],
)
def test_addresses_are_told_from_paths(source: str, is_one: bool) -> None:
    assert is_address(source) is is_one


@given(st.text())
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    assert stem_of(text)
    try:
        scheme = checked(text).scheme
    except InputError:
        return
    assert scheme in ("http", "https")
