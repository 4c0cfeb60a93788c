"""Four times the text takes about four times as long, whatever the text: no step goes through the whole of it for
each of its words."""

import gc
import time
from collections.abc import Callable
from datetime import date

import pytest

import lagebild
from lagebild.model.codec import encode
from lagebild.report.terminal import report

# Four times the text may take so many times as long: work that grows with the square would take sixteen times.
FACTOR = 8
# A machine that does other work makes one measurement worthless, never three in a row.
ATTEMPTS = 3

SENTENCE = "Ministerin Petra Holm sagte am Mittwoch in Bergen, die Lage sei ernst, man schicke bis zu 200 Soldaten. "
WORDS = "die Fischer gehen heute mit alten Netzen vom Hafen über das Meer nach Norden weil es dort noch Dorsche gibt "


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def numbered(piece: str) -> Callable[[int], str]:
    """The piece over and over, `{}` in it another word each time."""

    def text(size: int) -> str:
        count = size // len(piece) + 1
        return "".join(piece.replace("{}", _name(number)) for number in range(count))[:size]

    return text


def _name(number: int) -> str:
    """A word with a capital that no table knows, another for each number."""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 20)
        letters += "bdfghklmnprstvwxzjcq"[rest] + "aeiou"[rest % 5]
    return letters.capitalize() + "mann"


ALWAYS = {
    "sentences in one line": repeated(SENTENCE),
    "one sentence without end": repeated(WORDS),
    "people with full names": numbered("Karl {} sagte, es sei kalt. Ministerin Ute {} lobte den Minister. "),
    "opening marks": repeated("„"),
    "quotations": repeated("„Das ist gut“, sagte er. "),
    "states in a row": repeated("Russland griff die Ukraine an, China lobte die Miliz. "),
    "link titles": repeated("Mehr auf MSN\n"),
}
OFTEN = {
    "sentences in lines": repeated(SENTENCE + "\n"),
    "paragraphs": repeated(SENTENCE * 3 + "\n\n"),
    "lines that go on": repeated("der hafen liegt im norden\n"),
    "headlines": repeated("Holm: Der Hafen bleibt zu\n\nDie Werft schließt, sagte sie.\n\n"),
    "blanks": repeated(" "),
    "line ends": repeated(" \n"),
    "an article": repeated("Der "),
    "closing marks": repeated("“"),
    "opening marks with words": repeated("„Hafen "),
    "marks in pairs": repeated("„Hafen“ »Werft« "),
    "straight marks": repeated('"Hafen" '),
    "straight marks alone": repeated('"'),
    "said he": repeated("sagte er, "),
    "said he without commas": repeated("sagte er "),
    "he said that": repeated("er sagte, dass "),
    "so he": repeated("so er, laut ihm, "),
    "of which he said": repeated(", wonach er sagte, dass"),
    "to demand": repeated("zu fordern, "),
    "the man who": repeated("der Mann, der "),
    "of the report": repeated("des Berichts "),
    "such as": repeated("Länder wie "),
    "chiefs in apposition": repeated("Karl Tann, Chef, "),
    "and": repeated("Hafen und "),
    "towns": repeated("Bergen, Oslo, "),
    "towns in brackets": repeated("Paris (Texas), "),
    "pronouns": repeated("Sie sagte es ihnen. Ihre Truppen griffen sie an. "),
    "Konjunktiv that runs on": repeated("Er sagte, es sei so. Das Haus sei gut. Der Hafen sei leer. "),
    "the paper": repeated("Das Blatt sagte, die Miliz gehe. "),
    "offices": repeated("Der russische Präsident sagte, der Chef der EU-Behörde gehe. "),
    "accusations": numbered("{} warf Russland vor, {} zu bedrohen. "),
    "names in a row": numbered("{}, "),
    "groups by name": numbered("Die Hilfsorganisation {} half der Terrormiliz {}. "),
    "numbers": repeated("50 Soldaten, darunter 10 Piloten, "),
    "days": repeated("am 4. Dezember 2024 "),
    "letters": repeated("a"),
    "letters and hyphens": repeated("Hafen-"),
    "full stops": repeated("."),
    "commas": repeated("a, "),
    "brackets": repeated("(Hafen "),
    "emoji": repeated("😀"),
    "teasers": repeated("Lesen Sie auch: Der Hafen "),
}


def work(text: str) -> float:
    """Seconds of this process, and of nobody else, for all that a reader gets of the text."""
    gc.collect()
    began = time.process_time()
    findings = lagebild.read(text, date=date(2024, 12, 4), language="de")
    encode(findings)
    list(report(findings, width=100))
    return time.process_time() - began


def check(shape: Callable[[int], str], size: int) -> None:
    lagebild.read(SENTENCE, language="de")  # the tables are loaded only once
    factors: list[float] = []
    for _ in range(ATTEMPTS):
        factors.append(work(shape(4 * size)) / max(work(shape(size)), 0.001))
        if factors[-1] < FACTOR:
            return
    pytest.fail(f"four times the text takes {min(factors):.1f} times as long")


@pytest.mark.parametrize("name", ALWAYS)
def test_time_grows_as_the_text_does(name: str) -> None:
    check(ALWAYS[name], 5_000)


@pytest.mark.growth
@pytest.mark.parametrize("name", ALWAYS | OFTEN)
def test_time_grows_as_long_texts_do(name: str) -> None:
    check((ALWAYS | OFTEN)[name], 16_000)
