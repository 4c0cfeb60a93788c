"""Events on the page."""

from dataclasses import replace

from lagebild.model.event import Event, EventType, Party, Role, Status
from lagebild.model.span import Span
from lagebild.report.happenings import events
from lagebild.report.layout import plain
from tests.report.situation import AID, LABELS, MEETING, TEXT, at, situation


def printed(*items: Event, most: int | None = None) -> str:
    return "\n".join(plain(line) for line in events(replace(situation(), events=items), LABELS, 80, most=most))


def test_events_stand_under_their_date_and_those_without_one_last() -> None:
    assert printed(AID, MEETING) == (
        "Events\n"
        "  Saturday, 3 May 2031\n"
        "    meeting  Ada Kroll (Dänemark) → Norwegen: trafen [at Malmö]\n"
        "  No date told\n"
        "    aid      Schweden → Dänemark: liefert … Holz [says Ada Kroll]"
    )


def test_without_any_date_there_is_no_line_for_it() -> None:
    assert printed(AID).splitlines()[1] == "    aid  Schweden → Dänemark: liefert … Holz [says Ada Kroll]"


def test_one_act_to_several_sides_is_one_line() -> None:
    both = (MEETING, replace(MEETING, recipient=Party("SWE", at("Schweden"))))
    assert "→ Schweden, Norwegen: trafen" in printed(*both)


def test_what_a_deployment_tells_above_is_not_told_again_unless_it_has_a_date() -> None:
    forces = replace(AID, trigger=at("verlegt"), type=EventType.MOBILIZE, roles=())
    assert printed(forces) == ""
    assert "forces  Schweden" in printed(replace(forces, time=at("Montag")))


def test_a_statement_that_is_an_event_shows_its_whole_cue_and_is_not_said_by_itself() -> None:
    said = replace(situation().attributions[0], cue=(at("sagte"), at("Am")))
    event = replace(AID, trigger=at("sagte"), lexeme="criticise", chain=(), status=Status.DENIED, roles=())
    found = replace(situation(), attributions=(said,), events=(event,))
    assert plain(list(events(found, LABELS, 80))[1]) == "    criticism  Schweden → Dänemark: sagte … Am [denied]"


def test_the_colon_behind_who_speaks_in_a_headline_is_not_doubled() -> None:
    headline = "Kroll: Schweden gefährdet den Frieden"
    told = situation()
    told = replace(told, document=replace(told.document, text=headline), attributions=(), entities=(), mentions=())
    event = replace(
        AID, type=EventType.ACCUSE, actor=Party("DNK", Span(0, 5)), recipient=None, trigger=Span(5, 6),
        roles=(Role("object", Span(7, len(headline))),), attribution=None, chain=(), status=Status.FACT,
    )  # fmt: skip
    line = "\n".join(plain(line) for line in events(replace(told, events=(event,)), LABELS, 80))
    assert line.endswith(": Schweden gefährdet den Frieden")
    assert ": :" not in line


def test_long_words_are_cut_but_never_the_trigger() -> None:
    long = replace(AID, roles=(Role("object", at(TEXT[TEXT.index("zwölf") : TEXT.index(" Das")])),))
    line = " ".join(printed(long).split())
    assert "zwölf Boote, dafür liefert Schweden Holz, sagte Ada Kroll … [says" in line


def test_a_long_list_is_cut_and_the_rest_counted_and_two_more_are_no_long_list() -> None:
    many = [replace(AID, trigger=at(word)) for word in ("Boote", "dafür", "Holz", "sagte", "Montag")]
    assert printed(*many, most=2).splitlines()[-1] == "  … 3 more (--all shows them)"
    assert "more" not in printed(*many, most=3)
