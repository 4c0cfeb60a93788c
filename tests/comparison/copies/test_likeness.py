"""Two texts: how much they share, and what they are to each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.copies.likeness import Likeness, Relation, likeness, relation
from lagebild.comparison.copies.runs import shared_runs
from lagebild.comparison.copies.words import report_words
from tests.comparison.copies.texts import BODY, OTHER, QUOTATION, REPORT, SENTENCES

TINY_WORDS = st.lists(st.sampled_from("abc"), max_size=12).map(tuple)


def told(left: str, right: str, *, same_agency: bool = False, days_apart: int | None = None) -> Relation | None:
    found = likeness(report_words(left), report_words(right))
    return relation(found, same_agency=same_agency, days_apart=days_apart)


def without(*numbers: int) -> str:
    return " ".join(sentence for number, sentence in enumerate(SENTENCES) if number not in numbers)


REWORDED = (
    REPORT.replace("sagte", "erklärte")
    .replace("rund", "etwa")
    .replace("vierzig", "fünfzig")
    .replace("Taucher", "Männer")
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (REPORT, REPORT),
        (REPORT, f"Winter hält Krollsand fest. {BODY}"),
        (REPORT, without(2, 5)),
        (REPORT, f"{OTHER.split('. ')[0]}. {without(3, 4)}"),
        (REPORT, REWORDED),
        (REPORT, " ".join(reversed(SENTENCES))),
        (REPORT, REPORT.upper().replace(",", "").replace("Ä", "AE")),
        ("Foto: Kroll", "Foto: Kroll"),
        ("Eis", "„Eis“"),
    ],
)
def test_what_an_editor_does_to_a_report_leaves_it_a_copy(left: str, right: str) -> None:
    assert told(left, right) is told(right, left) is Relation.COPY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (REPORT, OTHER),
        (f"{REPORT} {QUOTATION}", f"{QUOTATION} {OTHER}"),
        (f"{SENTENCES[0]} {SENTENCES[1]} {QUOTATION}", f"{SENTENCES[3]} {QUOTATION} {SENTENCES[5]}"),
        ("", ""),
        ("", REPORT),
        (
            "Mehr dazu lesen Sie hier am Montag: Eis.",
            "Mehr dazu lesen Sie hier am Montag: Tauwetter, Wind, viele Boote.",
        ),
    ],
)
def test_a_shared_quotation_or_a_few_words_make_no_copy(left: str, right: str) -> None:
    assert told(left, right) is told(right, left) is None


def test_a_short_item_inside_a_long_report_is_an_excerpt_not_a_copy() -> None:
    short = " ".join(SENTENCES[1:4])
    assert told(short, f"{OTHER} {short} {OTHER.replace('Abend', 'Morgen')} {QUOTATION}") is Relation.EXCERPT


def test_reports_of_one_agency_that_share_text_have_one_origin() -> None:
    shared = " ".join(SENTENCES[3:6])
    left, right = f"{SENTENCES[0]} {SENTENCES[1]} {SENTENCES[2]} {shared}", f"{OTHER} {shared}"
    assert told(left, right) is None
    assert told(left, right, same_agency=True) is told(right, left, same_agency=True) is Relation.AGENCY


def test_half_of_an_old_report_in_a_new_one_weeks_later_is_no_copy_but_the_whole_is() -> None:
    half = f"{OTHER} {' '.join(SENTENCES[2:8])}"
    assert told(REPORT, half, days_apart=0) is Relation.COPY
    assert told(REPORT, half, days_apart=26) is not Relation.COPY
    assert told(REPORT, without(3), days_apart=400) is Relation.COPY


@given(TINY_WORDS, TINY_WORDS)
def test_likeness_is_symmetric_and_never_more_than_the_whole(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    found = likeness(left, right)
    assert likeness(right, left) == found.turned()
    assert relation(found) == relation(found.turned())
    assert 0 <= found.left_share <= 1
    assert 0 <= found.right_share <= 1
    assert found.left_longest <= found.left_common <= found.left_words


@given(TINY_WORDS)
def test_a_text_is_its_own_copy_unless_it_is_empty(words: tuple[str, ...]) -> None:
    assert relation(likeness(words, tuple(words))) is (Relation.COPY if words else None)
    assert relation(likeness(words, words[:-1])) in (Relation.COPY, None)


@given(TINY_WORDS, TINY_WORDS)
def test_shared_runs_have_the_same_words_in_order_and_cover_what_is_common(
    left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    runs = shared_runs(left, right)
    for run in runs:
        assert left[run.left : run.left + run.words] == right[run.right : run.right + run.words] != ()
    assert all(one.left + one.words <= two.left for one, two in pairwise(runs))
    found: Likeness = likeness(left, right)
    assert bool(runs) == bool(found.left_common)
    assert sum(run.words for run in runs) <= found.left_common
