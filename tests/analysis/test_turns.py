"""An interview's turns are speech without quotation marks; lists, tickers and captions are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lagebild
from lagebild.analysis.quotations import quotations_in
from lagebild.analysis.turns import turns_in, with_turns
from lagebild.language.load import Language

INTERVIEW = (
    "Hafenchefin Nora Holm über den Streit. KURIER: Warum steht der Kran? Holm: Er ist alt. Wir warten. "
    "KURIER: Wie lange noch? Holm: Bis Mai, „höchstens bis Juni“. KURIER: Wer zahlt? Holm: Das Land."
)


def said(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, text[turn.said.start : turn.said.end]) for turn in turns_in(text)]


def test_a_turn_reaches_to_the_next_label() -> None:
    assert said(INTERVIEW)[:3] == [
        ("kurier", "Warum steht der Kran?"),
        ("holm", "Er ist alt. Wir warten."),
        ("kurier", "Wie lange noch?"),
    ]


def test_the_last_turn_ends_with_its_paragraph() -> None:
    text = f"{INTERVIEW}\n\nZur Person: Nora Holm leitet den Hafen."
    assert said(text)[-1] == ("holm", "Das Land.")


@pytest.mark.parametrize(
    "text",
    [
        "Januar: Es brennt. Juni: Es regnet. Januar: Es brennt. Juni: Es regnet. Januar: Wieder. Juni: Wieder.",
        "Frage: Was kostet das? Antwort: Nichts. Frage: Wer darf? Antwort: Alle. Frage: Wann? Antwort: Morgen.",
        "Nora Holm: Ja. Karl Tann: Nein. Nora Holm: Doch. Karl Tann: Nie. Nora Holm: Doch. Karl Tann: Nein.",
        "Holm: „Wir warten.“ Der Minister: „Wir nicht.“",
    ],
    ids=["a chronicle", "questions and answers by nobody", "nobody asks", "two quotations"],
)
def test_other_colons_make_no_interview(text: str) -> None:
    assert turns_in(text) == ()


def test_who_is_named_in_full_nowhere_gives_no_interview() -> None:
    assert turns_in(INTERVIEW.replace("Hafenchefin Nora Holm", "Eine Frau")) == ()


def test_a_quotation_within_a_turn_is_the_inner_one() -> None:
    quotations = with_turns(quotations_in(INTERVIEW, Language("de")), turns_in(INTERVIEW))
    inner = [q for q in quotations if q.depth == 1]
    assert [INTERVIEW[q.inner.start : q.inner.end] for q in inner] == ["höchstens bis Juni"]


def test_every_sentence_of_an_interview_has_its_speaker() -> None:
    found = lagebild.read(INTERVIEW, language="de").attributions
    assert [(a.speaker, a.act.value, INTERVIEW[a.content[0].start : a.content[0].end]) for a in found] == [
        ("KURIER", "ask", "Warum steht der Kran"),
        ("Nora Holm", "say", "Er ist alt"),
        ("Nora Holm", "say", "Wir warten"),
        ("KURIER", "ask", "Wie lange noch"),
        ("Nora Holm", "say", "Bis Mai, „höchstens bis Juni“"),
        ("KURIER", "ask", "Wer zahlt"),
        ("Nora Holm", "say", "Das Land"),
    ]


def test_turns_in_quotation_marks_are_the_same_turns() -> None:
    text = (
        "Max Tann ist am Ziel. Frage: „Max, wie war es?“ Tann: „Gut. Ich bin froh.“ Frage: „Und nun?“ "
        "Tann: „Ich schlafe.“ Frage: „Und morgen?“ Tann: „Ich reise.“"
    )
    found = lagebild.read(text, language="de").attributions
    assert [(a.speaker, a.act.value) for a in found] == [
        (None, "ask"), ("Max Tann", "say"), ("Max Tann", "say"),
        (None, "ask"), ("Max Tann", "say"), (None, "ask"), ("Max Tann", "say"),
    ]  # fmt: skip


@given(st.lists(st.sampled_from(["A: ", "Nora Holm: ", "Holm: ", "B? ", "„", "“", "x. ", "\n\n"]), max_size=60))
def test_turns_of_any_text_lie_apart_and_inside_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for turn in turns_in(text):
        assert at <= turn.label.start < turn.label.end < turn.said.start < turn.said.end <= len(text)
        at = turn.said.end
