"""Sketches find copies and hardly anything else."""

from lagebild.comparison.copies.shingles import shingles
from lagebild.comparison.copies.sketch import bands, fingerprint, hashes, samples
from lagebild.comparison.copies.words import report_words
from tests.comparison.copies.texts import BODY, OTHER, REPORT, SENTENCES, notice


def made(text: str) -> tuple[set[int], set[int]]:
    cut = shingles(report_words(text))
    return set(bands(cut)), {number for _, number in samples(hashes(cut))}


def test_copies_meet_in_a_band_and_other_texts_do_not() -> None:
    original, _ = made(REPORT)
    assert original & made(f"Frost am Fluss. {BODY}")[0]
    assert original & made(" ".join(SENTENCES[2:]))[0]
    assert not original & made(OTHER)[0]


def test_every_sample_of_a_short_item_is_a_sample_of_the_report_that_holds_it() -> None:
    item = " ".join(SENTENCES[1:4])
    _, short = made(item)
    _, long = made(f"{OTHER} {item} {OTHER}")
    assert short
    assert short <= long


def test_a_sketch_does_not_depend_on_the_order_of_words_far_apart_and_empty_texts_have_none() -> None:
    assert made("") == (set(), set())
    assert len(made("Eis")[0]) == len(made(REPORT)[0]) == 32
    assert made(f"{notice(1)} {notice(2)}")[0] != made(f"{notice(3)} {notice(4)}")[0]


def test_numbers_fit_a_database() -> None:
    assert all(-(2**63) <= number < 2**63 for numbers in made(REPORT) for number in numbers)


def test_the_fingerprint_tells_when_sketches_are_made_otherwise() -> None:
    assert fingerprint() == fingerprint() == "ef1074b49949e29d"
