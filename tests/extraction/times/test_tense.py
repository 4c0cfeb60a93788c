"""The tense of the clause chooses between the last and the next Wednesday."""

from datetime import date

import pytest

import lagebild
from lagebild.extraction.times.find import find_times
from lagebild.language.load import Language
from lagebild.model.analysis import Analysis, Clause, ClauseKind, Sentence, Token, Verb
from lagebild.model.document import Document
from lagebild.model.findings import Findings

GERMAN = Language("de")
FRIDAY = date(2024, 12, 6)


def finite(tag: str, mood: str = "ind", tense: str = "pres") -> tuple[str, Verb]:
    return tag, Verb(mood, tense, "3", "s")


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "others", "value"),
    [
        ("Er kam am Mittwoch .", finite("VVFIN", tense="past"), "kommen", {}, "2024-12-04"),
        ("Er kommt am Mittwoch .", finite("VVFIN"), "kommen", {}, "2024-12-11"),
        ("Er hat am Mittwoch getagt .", finite("VAFIN"), "haben", {4: ("VVPP", "tagen")}, "2024-12-04"),
        ("Er sei am Mittwoch gestorben .", finite("VAFIN", "kon1"), "sein", {4: ("VVPP", "sterben")}, "2024-12-04"),
        ("Er wird am Mittwoch vereidigt .", finite("VAFIN"), "werden", {4: ("VVPP", "vereidigen")}, "2024-12-11"),
        ("Er will am Mittwoch reisen .", finite("VMFIN"), "wollen", {4: ("VVINF", "reisen")}, "2024-12-11"),
        (
            "Er könnte am Mittwoch reisen .",
            finite("VMFIN", "kon2", "past"),
            "können",
            {4: ("VVINF", "reisen")},
            "2024-12-11",
        ),
        (
            "Er soll am Mittwoch getagt haben .",
            finite("VMFIN"),
            "sollen",
            {4: ("VVPP", "tagen"), 5: ("VAINF", "haben")},
            "2024-12-04",
        ),
        ("Im August kommt der Film .", finite("VVFIN"), "kommen", {}, "2025-08"),
        ("Im August kam der Film .", finite("VVFIN", tense="past"), "kommen", {}, "2024-08"),
    ],
)
def test_the_tense_of_the_clause_chooses(
    text: str, verb: tuple[str, Verb], lemma: str, others: dict[int, tuple[str, str]], value: str
) -> None:
    tokens, place = [], 0
    at = 2 if text.startswith("Im") else 1
    for number, word in enumerate(text.split()):
        tag, base = others.get(number, ("XY", word))
        if number == at:
            tag, base = verb[0], lemma
        tokens.append(Token(place, place + len(word), word, tag, base, verb=verb[1] if number == at else None))
        place += len(word) + 1
    clause = Clause(
        ClauseKind.MAIN, 0, ((0, len(tokens)),), None, at, (at, *others), lemma, None, False, None, (), None
    )
    analysis = Analysis(
        text, tuple(tokens), (Sentence(0, len(tokens), 0),), clauses=(clause,), clause_of=(0,) * len(tokens)
    )
    findings = Findings(Document("a", text, date=FRIDAY), analysis=analysis)
    assert [timex.value for timex in find_times(findings, GERMAN).timexes] == [value]


def test_an_expression_never_crosses_the_border_of_a_sentence() -> None:
    text = "Am 4. Dezember 2024"
    tokens = [Token(0, 2, "Am", "APPRART", "an"), Token(3, 5, "4.", "CARD", "4")]
    tokens += [Token(6, 14, "Dezember", "NN", "Dezember"), Token(15, 19, "2024", "CARD", "2024")]
    analysis = Analysis(text, tuple(tokens), (Sentence(0, 2, 0), Sentence(2, 4, 0)))
    assert all(
        not (timex.span.start < 6 < timex.span.end)
        for timex in find_times(Findings(Document("a", text), analysis=analysis), GERMAN).timexes
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Holm forderte Peru auf, die Kontrollen bis Ende Juni wieder zuzulassen.", "2025-06"),
        ("Holm versprach, ab Montag zu liefern.", "2024-12-09"),
        ("Holm warf Peru vor, das Lager bis Ende Juni betrieben zu haben.", "2024-06"),
        ("Der Streik dauerte bis Ende Juni.", "2024-06"),
    ],
)
def test_what_is_to_be_done_until_then_lies_ahead_also_under_a_past_verb(text: str, value: str) -> None:
    findings = lagebild.read(text, language="de", date=FRIDAY)
    assert [timex.value for timex in findings.timexes] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Peru hält das Gebiet seit einem Vorstoß im August besetzt.", "2024-08"),
        ("Die Grenze, die seit dem Treffen am Montag offen ist, bleibt umstritten.", "2024-12-02"),
        ("Peru öffnet die Grenze nach einem Treffen im August.", "2025-08"),
    ],
)
def test_what_has_lasted_since_an_event_began_before(text: str, value: str) -> None:
    findings = lagebild.read(text, language="de", date=FRIDAY)
    assert [timex.value for timex in findings.timexes] == [value]
