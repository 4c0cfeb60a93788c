"""Whom a source means, and why: tests/golden/speakers.txt, and what holds of every speaker."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import lagebild

GOLDEN = Path(__file__).parents[2] / "golden" / "speakers.txt"
LINE = re.compile(r"(?P<gap>\? )?(?:(?P<day>\d{4}-\d\d-\d\d) )?(?P<text>.*)")


class Pair(NamedTuple):
    """A text, its day, and speaker with reason of its last attribution; `gap` where that does not work yet."""

    gap: bool
    day: str | None
    text: str
    expected: str


def pairs() -> list[Pair]:
    lines = [line for line in GOLDEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    found = []
    for text, expected in zip(lines[::2], lines[1::2], strict=True):
        parts = LINE.fullmatch(text)
        assert parts is not None
        assert expected.startswith("> ")
        found.append(Pair(bool(parts["gap"]), parts["day"], parts["text"], expected[2:]))
    return found


def cases() -> list[object]:
    gap = pytest.mark.xfail(strict=True, reason="golden/speakers.txt marks it as a gap")
    return [pytest.param(pair, id=f"{pair.day} {pair.text[:50]}", marks=[gap] if pair.gap else []) for pair in pairs()]


@pytest.mark.parametrize("pair", cases())
def test_a_source_means_whom_its_pair_says_for_the_reason_it_says(pair: Pair) -> None:
    last = lagebild.read(pair.text, date=pair.day, language="de").attributions[-1]
    assert f"{last.speaker or '-'} | {last.speaker_reason}" == pair.expected


def test_a_minister_of_later_days_does_not_hold_the_office_of_an_older_report() -> None:
    """The report names both; who is meant changes with the day only."""
    text = "Boris Pistorius traf Ursula von der Leyen in Kiel. Das deutsche Verteidigungsministerium schwieg."
    office = " Der deutsche Verteidigungsminister sagte, man helfe."
    later = lagebild.read(text + office, date="2024-03-01", language="de").attributions[-1]
    assert later.speaker == "Boris Pistorius"
    assert later.speaker_reason == "Verteidigungsminister of DEU by the table of offices"


def test_the_only_person_who_ever_held_an_office_does_not_hold_it_before_the_term() -> None:
    text = "Annalena Baerbock reiste nach Kiew. Die Außenministerin sagte, man helfe weiter."
    reason = lagebild.read(text, date="2016-05-10", language="de").attributions[-1].speaker_reason
    assert "by the table" not in reason


def test_without_a_day_every_term_counts() -> None:
    text = "Annalena Baerbock reiste nach Kiew. Die Außenministerin sagte, man helfe weiter."
    found = lagebild.read(text, language="de").attributions[-1]
    assert (found.speaker, found.speaker_reason) == ("Annalena Baerbock", "“Außenministerin”: an office by the table")


def test_two_who_speak_together_are_not_each_others_addressee() -> None:
    assert lagebild.read("Karl Tann und Petra Holm sagten, man sei einig.", language="de").attributions[0].to is None


def test_a_user_can_add_an_office_holder(tmp_path: Path) -> None:
    header = "name\toffice\tcode\tnationality\tfrom\tto\tgender"
    row = "Petra Holm\tLotsenchefin\tNOR\tNOR\t2030-01-01\t2034-12-31\tf"
    (tmp_path / "office_holders.tsv").write_text(f"{header}\n{row}\n", "utf-8")
    text = "Petra Holm kam nach Oslo. Die Lotsenchefin sagte, die See sei rau."
    found = lagebild.read(text, date="2031-05-05", language="de", resources=tmp_path)
    assert found.attributions[0].speaker_reason == "“Lotsenchefin”: an office by the table"
    assert (found.entities[0].name, found.entities[0].code) == ("Petra Holm", "NOR")


def test_every_speaker_has_a_reason_and_a_found_one_stands_in_the_text() -> None:
    for pair in pairs():
        for found in lagebild.read(pair.text, date=pair.day, language="de").attributions:
            assert found.speaker_reason
            assert found.source is None or found.source.of(pair.text).strip() == found.source.of(pair.text)
