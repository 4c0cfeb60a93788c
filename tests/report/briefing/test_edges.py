"""Quotations that begin or end in the middle of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.report.briefing.edges import within_edges


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("– Der Fluss steigt.", "Der Fluss steigt."),
        ('"Der Fluss steigt.', "Der Fluss steigt."),
        ('Der Fluss steigt."', "Der Fluss steigt."),
        ('"Der Fluss" steigt', '"Der Fluss" steigt'),
        ('"Der Fluss" und "das Meer"', '"Der Fluss" und "das Meer"'),
        ("„Der Fluss steigt", "Der Fluss steigt"),
        ("der Fluss steigt“", "der Fluss steigt"),
        ("„Hecht“ heißt er", "„Hecht“ heißt er"),
        ("er heißt „Hecht“", "er heißt „Hecht“"),
        ("«Hecht» und »Barsch«", "«Hecht» und »Barsch«"),
        ("'Beim Gipfel war er", "Beim Gipfel war er"),
        ("das Boot von Hans'", "das Boot von Hans'"),
        ("“", ""),
        ("", ""),
    ],
)
def test_what_has_no_partner_is_left_out_at_the_ends(words: str, told: str) -> None:
    start, end = within_edges(words)
    assert words[start:end] == told


@given(st.text(alphabet='„“”"»«–ab ', max_size=12))
def test_nothing_but_marks_is_left_out(words: str) -> None:
    start, end = within_edges(words)
    assert 0 <= start <= end <= len(words)
    assert not (words[:start] + words[end:]).strip('„“”"»«– ')
