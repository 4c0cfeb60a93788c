"""What people decided, applied to what was found."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.judging import State, accept, applied, correct, judged, note, reject, undo
from lagebild.judging.fields import FIELDS
from lagebild.judging.making import made
from lagebild.judging.sheet import json_text, sheet_of
from lagebild.model.attribution import Act
from lagebild.model.codec import encode
from lagebild.model.event import Party, Status
from lagebild.model.findings import Findings
from lagebild.model.holding import Standing
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.keys import document_key
from lagebild.model.naming import LISTS, name_on_wire
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from tests.any_findings import any_findings
from tests.judging.values import NOON, SHIPS, at, denial, findings, seizure, span, statement


def fixed(kind: str, record: str, field: str, value: Any, minute: int = 0, base: Findings | None = None) -> Judgement:
    return correct(base or findings(), kind, record, field, value, author="ada", at=at(minute))


def rejected(kind: str, record: str, minute: int = 0, base: Findings | None = None) -> Judgement:
    return reject(base or findings(), kind, record, author="ada", at=at(minute))


def accepted(kind: str, record: str, minute: int = 0, base: Findings | None = None) -> Judgement:
    return accept(base or findings(), kind, record, author="ada", at=at(minute))


def test_without_judgements_nothing_changes() -> None:
    assert judged(findings(), ()) == (findings(), {})


def test_what_was_accepted_stands_as_it_was_and_is_marked() -> None:
    assert judged(findings(), [accepted("attribution", "a1")]) == (
        findings(),
        {("attribution", "a1"): Standing.ACCEPTED},
    )


def test_a_note_changes_nothing() -> None:
    remark = note(findings(), "event", "e1", "Die Zahl ist umstritten.", author="ada", at=NOON)
    assert judged(findings(), [remark]) == (findings(), {})


def test_a_rejected_record_is_left_out_and_shown_to_who_asks() -> None:
    judgement = rejected("event", "e1")
    left, standing = judged(findings(), [judgement])
    assert (left.events, standing) == ((), {("event", "e1"): Standing.REJECTED})
    assert judged(findings(), [judgement], rejected=True)[0] == findings()


def test_judgements_of_another_document_do_nothing() -> None:
    other = findings(attributions=())
    other = Findings(other.document.__class__("r2", "Etwas anderes.", "de"))
    assert judged(other, [rejected("event", "e1")]) == (other, {})


@pytest.mark.parametrize(
    ("kind", "record", "field", "value"),
    [
        ("attribution", "a1", "content", [list(span("am Montag"))]),
        ("attribution", "a1", "source", None),
        ("attribution", "a1", "cue", []),
        ("attribution", "a1", "to", list(span("Chiles"))),
        ("attribution", "a1", "form", "mixed"),
        ("attribution", "a1", "act", "warn"),
        ("attribution", "a2", "within", "a1"),
        ("event", "e1", "trigger", list(span("habe"))),
        ("event", "e1", "type", "SANCTION"),
        ("event", "e1", "mode", "seizure"),
        ("event", "e1", "status", "denied"),
        ("event", "e1", "place", list(span("Peru"))),
        ("event", "e1", "roles", [{"name": "object", "span": list(span("40 Schiffe"))}]),
        ("event", "e1", "quantities", [list(span("40 Schiffe"))]),
        ("event", "e1", "chain", [None, "Ole Vang"]),
        ("entity", "kroll", "office", None),
        ("entity", "kroll", "gender", "f"),
        ("timex", "38-47", "value", "2024-12-09"),
        ("quantity", "48-58", "low", 39.5),
        ("mention", "11-20", "form", "surname"),
    ],
)
def test_a_corrected_field_has_the_value_that_was_given(kind: str, record: str, field: str, value: Any) -> None:
    left, standing = judged(findings(), [fixed(kind, record, field, value)])
    item = next(item for item in sheet_of(left).records[kind] if name_on_wire(item) == record)
    assert item[field] == value
    assert list(standing.values()) == [Standing.CORRECTED]


def test_who_corrects_the_speaker_corrects_the_entity_too() -> None:
    left, _ = judged(findings(), [fixed("attribution", "a1", "speaker", "Ole Vang")])
    assert (left.attributions[0].entity, left.attributions[0].speaker_reason) == ("vang", "corrected by ada")
    left, _ = judged(findings(), [fixed("attribution", "a1", "entity", "vang")])
    assert left.attributions[0].speaker == "Ole Vang"
    left, _ = judged(findings(), [fixed("attribution", "a1", "speaker", "Una Bell")])
    assert left.attributions[0].entity is None


def test_who_vouches_for_an_event_follows_the_speaker() -> None:
    left, _ = judged(findings(), [fixed("attribution", "a1", "speaker", "Ole Vang")])
    assert left.events[0].chain == ("Ole Vang",)


def test_an_event_told_in_a_rejected_statement_is_told_by_nobody_known() -> None:
    left, _ = judged(findings(), [rejected("attribution", "a1")])
    assert (left.events[0].attribution, left.events[0].chain) == (None, (None,))


def test_a_corrected_chain_is_left_alone() -> None:
    own = fixed("event", "e1", "chain", ["Una Bell"])
    left, _ = judged(findings(), [own, fixed("attribution", "a1", "speaker", "Ole Vang", 1)])
    assert left.events[0].chain == ("Una Bell",)


def test_a_side_that_is_corrected_takes_its_words_and_its_entity_along() -> None:
    left, _ = judged(findings(), [fixed("event", "e1", "actor", "CHL")])
    assert left.events[0].actor == Party("CHL", None, "chile")
    left, _ = judged(findings(), [fixed("event", "e1", "actor_entity", "vang")])
    assert left.events[0].actor == Party("Ole Vang", None, "vang")
    left, _ = judged(findings(), [fixed("event", "e1", "actor", None)])
    assert left.events[0].actor is None


def test_words_given_for_a_side_stay_whichever_correction_came_first() -> None:
    words = fixed("event", "e1", "actor_span", list(span("Chiles")))
    left, _ = judged(findings(), [words, fixed("event", "e1", "actor", "CHL", 1)])
    assert left.events[0].actor == Party("CHL", span("Chiles"), "chile")


def test_a_rejected_entity_is_nobodys_speaker_and_has_no_mentions() -> None:
    left, _ = judged(findings(), [rejected("entity", "kroll")])
    assert left.attributions[0].entity is None
    assert all(mention.entity != "kroll" for mention in left.mentions)


def test_a_renamed_entity_speaks_under_its_new_name() -> None:
    left, _ = judged(findings(), [fixed("entity", "kroll", "name", "Ada Kroll-Bonn")])
    assert (left.attributions[0].speaker, left.events[0].chain) == ("Ada Kroll-Bonn", ("Ada Kroll-Bonn",))


def test_a_mention_can_be_given_to_another_entity() -> None:
    left, standing = judged(findings(), [fixed("mention", "11-20", "entity", "vang")])
    assert left.mentions[0].entity == "vang"
    assert standing == {("mention", "11-20"): Standing.CORRECTED}


def test_the_newest_value_of_a_field_wins_and_other_fields_stay_corrected() -> None:
    first = fixed("attribution", "a1", "act", "warn", 1)
    second = fixed("attribution", "a1", "act", "demand", 2)
    form = fixed("attribution", "a1", "form", "mixed", 0)
    left, _ = judged(findings(), [second, form, first])
    assert (left.attributions[0].act, left.attributions[0].form) == (Act.DEMAND, "mixed")


def test_a_record_rejected_and_then_corrected_is_there_again() -> None:
    left, standing = judged(findings(), [rejected("event", "e1", 1), fixed("event", "e1", "type", "AID", 2)])
    assert (left.events[0].type, standing) == ("AID", {("event", "e1"): Standing.CORRECTED})


def test_a_corrected_span_can_be_judged_by_its_new_place() -> None:
    moved = fixed("quantity", "48-58", "span", list(span("Chiles")))
    then, _ = judged(findings(), [moved])
    name = "{}-{}".format(*span("Chiles"))
    left, _ = judged(findings(), [moved, rejected("quantity", name, 1, then)])
    assert left.quantities == ()


def test_an_undone_judgement_leaves_no_trace_and_holds_again_when_the_undo_is_undone() -> None:
    first = rejected("event", "e1")
    away = undo(first, author="ole", at=at(1))
    back = undo(away, author="ada", at=at(2))
    assert judged(findings(), [first, away]) == (findings(), {})
    assert judged(findings(), [first, away, back])[0].events == ()
    outcomes = applied(findings(), [first, away]).outcomes
    assert (outcomes[first.key].state, outcomes[away.key].state) == (State.UNDONE, State.HOLDS)


def test_a_judgement_finds_its_record_under_another_key() -> None:
    newer = findings(
        attributions=(statement(key="b1", content=(span("Peru habe am Montag 40 Schiffe"),)), denial(key="b2")),
        events=(seizure(key="f1", attribution="b1"),),
    )
    left, standing = judged(newer, [fixed("attribution", "a1", "act", "warn"), rejected("event", "e1")])
    assert (left.attributions[0].key, left.attributions[0].act, left.events) == ("b1", Act.WARN, ())
    assert standing == {("attribution", "b1"): Standing.CORRECTED, ("event", "f1"): Standing.REJECTED}


def test_an_accepted_record_says_what_it_said_whatever_a_newer_engine_says_of_it() -> None:
    newer = findings(attributions=(statement(key="b1", speaker="Ole Vang", entity="vang", act=Act.THINK), denial()))
    left, _ = judged(newer, [accepted("attribution", "a1")])
    assert (left.attributions[0].speaker, left.attributions[0].act) == ("Ada Kroll", Act.SAY)


def test_an_accepted_record_that_is_no_longer_found_is_kept_in_its_place() -> None:
    newer = findings(attributions=(denial(),), events=())
    left, standing = judged(newer, [accepted("attribution", "a1"), fixed("event", "e1", "type", "AID")])
    assert [item.key for item in left.attributions] == ["a1", "a2"]
    assert (left.events[0].type, left.events[0].attribution) == ("AID", "a1")
    assert standing == {("attribution", "a1"): Standing.ACCEPTED, ("event", "e1"): Standing.CORRECTED}


def test_a_kept_entity_brings_its_mentions_along() -> None:
    newer = findings(entities=findings().entities[1:], mentions=findings().mentions[1:], attributions=())
    left, _ = judged(newer, [accepted("entity", "kroll")])
    assert left.mentions[0].entity == "kroll"
    assert left.mentions[0].span == span("Ada Kroll")


def test_a_rejection_of_what_is_no_longer_found_agrees_with_the_engine() -> None:
    judgement = rejected("event", "e1")
    told = applied(findings(events=()), [judgement])
    assert told.outcomes[judgement.key].state is State.AGREED


def test_a_rejection_does_not_hide_what_is_said_anew_in_the_same_words() -> None:
    judgement = rejected("attribution", "a1")
    newer = findings(attributions=(statement(key="b1", speaker="Una Bell", entity=None), denial()))
    told = applied(newer, [judgement])
    assert told.findings.attributions[0].speaker == "Una Bell"
    assert told.outcomes[judgement.key].state is State.ADRIFT


def test_what_can_no_longer_be_applied_is_adrift_with_a_reason_and_tried_again() -> None:
    judgement = fixed("attribution", "a1", "entity", "vang")
    newer = findings(entities=findings().entities[:3], mentions=findings().mentions[:3], attributions=(statement(),))
    told = applied(newer, [judgement])
    assert told.outcomes[judgement.key].state is State.ADRIFT
    assert "vang" in (told.outcomes[judgement.key].reason or "")
    assert applied(findings(), [judgement]).outcomes[judgement.key].state is State.HOLDS


def test_a_note_on_what_is_no_longer_found_is_adrift() -> None:
    remark = note(findings(), "event", "e1", "Siehe Bericht von gestern.", author="ada", at=NOON)
    assert applied(findings(events=()), [remark]).outcomes[remark.key].state is State.ADRIFT


def test_two_names_for_one_record_meet_in_it() -> None:
    """The same report, added by two members of a team under other file names, has records with other keys."""
    theirs = findings(attributions=(statement(key="x1"),))
    told = judged(findings(), [accepted("attribution", "a1"), fixed("attribution", "x1", "act", "warn", 1, theirs)])
    assert [(item.key, item.act) for item in told[0].attributions] == [("a1", Act.WARN), ("a2", Act.DENY)]


def test_statements_that_people_put_within_each_other_lie_in_none() -> None:
    circle = [fixed("attribution", "a1", "within", "a2"), fixed("attribution", "a2", "within", "a1", 1)]
    left, _ = judged(findings(), circle)
    assert None in (left.attributions[0].within, left.attributions[1].within)


def test_who_is_threatened_keeps_words_and_entity_when_another_is_added() -> None:
    threat = Threat(
        "t1", span("bestritt"), None, (Party("CHL", span("Chiles"), "chile"),), None, None, Status.FACT, (), None,
        "verb", 0.5,
    )  # fmt: skip
    base = findings(threats=(threat,))
    left, _ = judged(base, [fixed("threat", "t1", "to", ["PER", "CHL"], base=base)])
    assert left.threats[0].to == (Party("PER", None, None), Party("CHL", span("Chiles"), "chile"))


def _some_judgements(base: Findings, data: st.DataObject, count: int) -> list[Judgement]:
    sheet = sheet_of(base)
    places = [(kind, name_on_wire(item)) for kind in FIELDS for item in sheet.records[kind]]
    so_far: list[Judgement] = []
    for _ in range(count if places else 0):
        moment = NOON + timedelta(seconds=data.draw(st.integers(0, 5)))
        author = data.draw(st.sampled_from(("ada", "ole")))
        if so_far and data.draw(st.integers(0, 3)) == 0:
            so_far.append(undo(data.draw(st.sampled_from(so_far)), author=author, at=moment))
            continue
        kind, record = data.draw(st.sampled_from(places))
        verdict = data.draw(st.sampled_from((accept, reject, None)))
        if verdict is not None:
            so_far.append(verdict(base, kind, record, author=author, at=moment))
            continue
        item = next(item for item in sheet.records[kind] if name_on_wire(item) == record)
        field = data.draw(st.sampled_from(sorted(FIELDS[kind])))
        value = data.draw(st.sampled_from((data.draw(st.sampled_from(sheet.records[kind]))[field], None)))
        so_far.append(_forged(base, Verdict.CORRECT, kind, record, field, json_text(value), json_text(item), moment))
    return so_far


def _forged(
    base: Findings,
    verdict: Verdict,
    kind: str,
    record: str,
    field: str,
    value: str,
    before: str,
    moment: datetime = NOON,
) -> Judgement:
    """A judgement that nothing has checked."""
    document = document_key(base.document)
    return made(
        verdict,
        document=document,
        kind=kind,
        record=record,
        field=field,
        value=value,
        before=before,
        author="eve",
        at=moment,
    )


@given(st.data())
def test_the_order_of_import_never_shows_and_nothing_crashes(data: st.DataObject) -> None:
    base, newer = data.draw(any_findings()), data.draw(any_findings())
    judgements = _some_judgements(base, data, 6)
    shuffled = data.draw(st.permutations(judgements))
    told = applied(base, judgements)
    assert told == applied(base, [*shuffled, *shuffled])
    assert set(told.outcomes) == {item.key for item in judgements}
    encode(told.findings)
    moved = Findings(base.document, **{name: getattr(newer, name) for name in (*LISTS.values(), "mentions")})
    try:
        encode(moved)
    except ValueError:
        return
    encode(applied(moved, judgements).findings)


@given(st.data())
def test_an_undo_restores_the_exact_former_state(data: st.DataObject) -> None:
    base = data.draw(any_findings())
    judgements = _some_judgements(base, data, 4)
    if not judgements:
        return
    *before, last = judgements
    if last in before:  # made twice in one moment it is one judgement
        return
    away = undo(last, author="una", at=NOON + timedelta(hours=1))
    then, now = applied(base, before), applied(base, [*before, last, away])
    if last.verdict is not Verdict.UNDO:
        assert (now.findings, now.standing) == (then.findings, then.standing)


@given(any_findings(), st.text(max_size=20), st.text(max_size=20), st.text(max_size=30), st.text(max_size=30))
def test_forged_judgements_are_reported_and_break_nothing(
    base: Findings, record: str, field: str, value: str, before: str
) -> None:
    for kind in (*FIELDS, "nonsense"):
        for verdict in Verdict:
            judgement = _forged(base, verdict, kind, f"no such record {record}", field, value, before)
            assert applied(base, [judgement]).findings == base


def test_the_place_of_a_judged_quantity_is_what_is_tested_above() -> None:
    assert (SHIPS.span, span("am Montag")) == (Span(48, 58), Span(38, 47))
