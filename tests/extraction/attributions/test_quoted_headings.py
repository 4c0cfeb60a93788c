"""Quoted headings: their speaker is who says the words below, or who is the first to speak there."""

import pytest

from tests.extraction.attributions.golden import content, found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Said again farther down, in full or nearly so.
        ("„Der Hafen ist verloren“\n\nTann war da. „Für uns ist der Hafen verloren“, sagte Ute Wald.", "Ute Wald"),
        (
            "„Der Hafen ist verloren“\n\n„Ja“, sagte Karl Tann.\n\n„Der Hafen ist wohl verloren“, sagte Ute Wald.",
            "Ute Wald",
        ),
        # Said by nobody again: whoever speaks first below.
        ("Karl Tann kam.\n\n„Der Hafen ist verloren“\n\nUte Wald sagte, das Eis trage nicht.", "Ute Wald"),
        # A heading that lost its line.
        (
            "„Wir gehen“, sagte Karl Tann.\n\n„Der Hafen ist verloren“ Die Lotsin Ute Wald sagte: „Es ist kalt.“",
            "Ute Wald",
        ),
    ],
)
def test_a_quoted_heading_is_said_by_whoever_says_so_below(text: str, speaker: str) -> None:
    heading = next(said for said in found(text) if content(text, said) == "Der Hafen ist verloren")
    assert (heading.rule, heading.speaker, heading.source) == ("runon-quotation", speaker, None)


def test_a_quotation_without_a_verb_is_a_heading_only_where_somebody_says_it_again() -> None:
    text = "„Kaum Boote im Hafen“\n\n„Es liegen kaum noch Boote im Hafen“, sagte Ute Wald."
    assert next(content(text, said) for said in found(text)) == "Kaum Boote im Hafen"
    other = "„Kaum Boote im Hafen“\n\n„Es ist kalt“, sagte Ute Wald."
    assert [content(other, said) for said in found(other)] == ["Es ist kalt"]


def test_a_line_that_the_page_repeats_has_one_speaker() -> None:
    text = "Karl Tann kam. „Wer holt die Boote heim?“ Es ist kalt. „Wer holt die Boote heim?“, fragte Ute Wald."
    assert [said.speaker for said in found(text)] == ["Ute Wald", "Ute Wald"]


def test_a_quotation_that_ends_like_a_sentence_goes_on_with_who_spoke_before() -> None:
    text = "„Wir gehen“, sagte Karl Tann. „Der Hafen ist verloren.“ Ute Wald sagte, das Eis trage nicht."
    assert [said.speaker for said in found(text)] == ["Karl Tann", "Karl Tann", "Ute Wald"]
