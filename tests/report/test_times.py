"""Times in words."""

from dataclasses import replace

import pytest

from lagebild.model.findings import Findings
from lagebild.report.labels import labels
from lagebild.report.times import time_words, when


@pytest.mark.parametrize(
    ("type", "value", "mod", "words"),
    [
        ("DATE", "2031-03-13", None, "Thursday, 13 March 2031"),
        ("DATE", "2031-06", "END", "end of June 2031"),
        ("DATE", "2031", "START", "beginning of 2031"),
        ("DATE", "2031-W11", None, "week of 10 March 2031"),
        ("DATE", "2031-W11-WE", None, "weekend of 15 March 2031"),
        ("DATE", "2031-FA", None, "autumn 2031"),
        ("DATE", "2031-Q3", None, "third quarter of 2031"),
        ("DATE", "199", "MID", "middle of the 1990s"),
        ("DATE", "19", None, "1900–1999"),
        ("TIME", "2031-03-13TEV", None, "Thursday, 13 March 2031, evening"),
        ("TIME", "2031-03-13T20:15", "APPROX", "about Thursday, 13 March 2031, 20:15"),
        ("DURATION", "P2W", None, "2 weeks"),
        ("DURATION", "P3NI", None, "3 nights"),
        ("DURATION", "P1M", None, "1 month"),
        ("DURATION", "PT30M", None, "30 minutes"),
        ("DURATION", "P3.5Y", "MORE_THAN", "more than 3.5 years"),
        ("SET", "P1Y", None, "every year"),
        ("SET", "P2W", None, "every 2 weeks"),
        ("SET", "XXXX-WXX-3", None, "every Wednesday"),
        ("SET", "XXXX-WXX-3TEV", None, "every Wednesday, evening"),
        ("SET", "XXXX-XX-XXTNI", None, "every night"),
        ("DATE", "2031-13", None, "2031-13"),
        ("DATE", "2031-02-30", None, "2031-02-30"),
        ("DATE", "something else", "ODD_ONE", "odd one something else"),
        ("DATE", "PAST_REF", None, None),
        ("DURATION", "PXW", None, None),
        ("DATE", None, None, None),
    ],
)
def test_values_are_told_in_words_where_there_are_any(
    findings: Findings, type: str, value: str | None, mod: str | None, words: str | None
) -> None:
    timex = replace(findings.timexes[0], type=type, value=value, mod=mod)
    assert time_words(timex, labels()) == words


def test_a_stretch_says_from_when_till_when(findings: Findings) -> None:
    timex = replace(findings.timexes[0], type="DURATION", value="P2Y", begin="2029", end="2031-03-13")
    assert time_words(timex, labels()) == "2 years, from 2029 to 13 March 2031"


def test_a_time_without_anchor_says_so(findings: Findings) -> None:
    timex = replace(findings.timexes[0], value="XXXX-WXX-3", anchored=False)
    assert time_words(timex, labels()) == "not anchored"


def test_times_have_an_order() -> None:
    inorder = ["2030", "2030-10", "2031-W02", "2031-SP", "2031-03-12", "2031-03-12TEV", "2031-Q3", "2031-12"]
    keys = [when(value) for value in inorder]
    assert keys == sorted(keys)
    assert when("2031-W60") == "2031-W60"
