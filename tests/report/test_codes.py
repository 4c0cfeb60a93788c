"""Codes of states and bodies by name."""

from lagebild.report.codes import with_names


def test_codes_are_told_by_name_in_the_readers_language() -> None:
    assert with_names("both name PRK and RUS", "en") == "both name North Korea and Russia"
    assert with_names("both name PRK and RUS", "de") == "both name Nordkorea and Russland"
    assert with_names("UKR-CVL acts", "en") == "civilians (Ukraine) acts"


def test_words_of_reports_and_what_is_no_code_stay() -> None:
    assert with_names("both speak of “die USA und RUS” and name NIS", "de") == (
        "both speak of “die USA und RUS” and name NIS"
    )
    assert with_names("XYZ-CVL and ABC", "de") == "XYZ-CVL and ABC"
