"""Applying: findings and judgements in, the findings as people left them out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from lagebild.judging.active import active, in_order, undone_keys
from lagebild.judging.chains import retell
from lagebild.judging.fields import FIELDS
from lagebild.judging.finding import claim
from lagebild.judging.following import follow
from lagebild.judging.keeping import confirmed, kept
from lagebild.judging.placing import Slot, before_of, place
from lagebild.judging.sheet import Record, Sheet, findings_of, sheet_of
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.holding import Standing
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.keys import document_key
from lagebild.model.naming import PLACED, name_on_wire

_ON_RECORDS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.NOTE)


class State(StrEnum):
    """What became of a judgement."""

    HOLDS = "holds"
    """Its record is there and it is heeded (a newer judgement may say otherwise of the same field)."""
    KEPT = "kept"
    """The engine no longer finds the record; it stays because of the judgement."""
    AGREED = "agreed"
    """A rejection of what the engine no longer finds."""
    ADRIFT = "adrift"
    """It cannot be placed or applied; the reason says why. It stays in the base and is tried again."""
    UNDONE = "undone"


class Outcome(NamedTuple):
    """What became of one judgement, and why where it is not heeded."""

    state: State
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """The findings after judgement, what people said of which record, and what became of each judgement by its key."""

    findings: Findings
    standing: Mapping[tuple[str, str], Standing]
    outcomes: Mapping[str, Outcome]


def judged(
    findings: Findings, judgements: Iterable[Judgement], *, rejected: bool = False
) -> tuple[Findings, Mapping[tuple[str, str], Standing]]:
    """The findings as people left them, and the standing of each record that was judged.

    A record is named by its kind and its key, or its span as "start-end" where it has none. Rejected records are left
    out unless `rejected` asks for them; their standing is told either way. The order of the judgements does not matter,
    and those of other documents do nothing.
    """
    told = applied(findings, judgements, rejected=rejected)
    return told.findings, told.standing


def applied(findings: Findings, judgements: Iterable[Judgement], *, rejected: bool = False) -> Applied:
    """As `judged`, with what became of each judgement of this document."""
    mine = [item for item in in_order(judgements) if _is_of(item, findings.document)]
    if not mine:
        return Applied(findings, {}, {})
    outcomes = dict.fromkeys(undone_keys(mine), Outcome(State.UNDONE))
    sheet = sheet_of(findings)
    found = {item["key"]: dict(item) for item in sheet.records["attribution"]}
    known: list[Judgement] = []
    unknown: list[Judgement] = []
    for item in active(mine):
        (known if item.kind in FIELDS and item.verdict in _ON_RECORDS else unknown).append(item)
    for item in unknown:
        outcomes[item.key] = Outcome(State.ADRIFT, f"there are no records of the kind {item.kind!r} in documents")
    work = _Work(sheet, outcomes)
    for slot in sorted(place(sheet, known), key=lambda slot: _ORDER.index(slot.kind)):
        work.judge(slot)
    for item in mine:
        outcomes.setdefault(item.key, Outcome(State.HOLDS))  # undos that hold
    work.assemble(found, show_rejected=rejected)
    return Applied(findings_of(findings, sheet), work.standing, outcomes)


_ORDER = (
    "entity",
    "mention",
    "attribution",
    "timex",
    "quantity",
    "place",
    "event",
    "exchange",
    "breach",
    "threat",
    "deployment",
)
"""Entities come first and attributions before what is told in them: later kinds refer to them by key."""


def _is_of(judgement: Judgement, document: Document) -> bool:
    return judgement.document is not None and judgement.document == document_key(document)


class _Work:
    """One document under judgement: the sheet that changes, and what was decided."""

    def __init__(self, sheet: Sheet, outcomes: dict[str, Outcome]) -> None:
        self.sheet = sheet
        self.outcomes = outcomes
        self.standing: dict[tuple[str, str], Standing] = {}
        self.gone: list[tuple[str, Record]] = []
        self.own_chains: set[int] = set()

    def judge(self, slot: Slot) -> None:
        """Decides one record and puts it back into the sheet."""
        record = slot.found if slot.found is not None else self._kept(slot)
        if record is None:
            return
        if slot.found is None:
            self._insert(slot.kind, record, slot)
        said = [claim(slot.kind, record)]
        own: frozenset[str] = frozenset(item.field or "" for item in slot.judgements if item.verdict is Verdict.CORRECT)
        standing = Standing.FOUND
        corrected = False
        for item in slot.judgements:
            problem = None
            if item.verdict is Verdict.ACCEPT:
                problem = self._accept(slot.kind, record, item)
                standing = Standing.ACCEPTED if problem is None else standing
            elif item.verdict is Verdict.CORRECT:
                problem = self._correct(slot.kind, record, item, own)
                corrected = corrected or problem is None
                standing = Standing.CORRECTED if problem is None else standing
            elif item.verdict is Verdict.REJECT:
                problem = _other_claim(slot.kind, item, said)
                standing = Standing.REJECTED if problem is None else standing
            said.append(claim(slot.kind, record))
            state = State.ADRIFT if problem else State.HOLDS if slot.found is not None else State.KEPT
            self.outcomes[item.key] = Outcome(state, problem)
        if corrected and slot.kind == "place" and None in (record["latitude"], record["longitude"]):
            record["latitude"] = record["longitude"] = record["precision_km"] = None
        if corrected and standing is Standing.ACCEPTED:
            standing = Standing.CORRECTED
        if "chain" in own or "attribution" in own:
            self.own_chains.add(id(record))
        if standing is not Standing.FOUND:
            self.standing[slot.kind, name_on_wire(record)] = standing
        if standing is Standing.REJECTED:
            self.gone.append((slot.kind, record))

    def _kept(self, slot: Slot) -> Record | None:
        """The record that the engine no longer finds, as it stood when it was last judged, where it must stay."""
        last = next((item for item in reversed(slot.judgements) if item.verdict is not Verdict.NOTE), None)
        if last is not None and last.verdict is Verdict.REJECT:
            self._settle(slot, State.AGREED, "the engine no longer finds it either")
            return None
        if last is None:
            self._settle(slot, State.ADRIFT, "its record is no longer found")
            return None
        before = before_of(last)
        if before is None:
            self._settle(slot, State.ADRIFT, "its record is no longer found, and it does not carry it")
            return None
        try:
            return kept(slot.kind, slot.name, before, self.sheet.ground)
        except ValueError as problem:
            self._settle(slot, State.ADRIFT, f"its record is no longer found and cannot be put back: {problem}")
            return None

    def _settle(self, slot: Slot, state: State, reason: str) -> None:
        self.outcomes |= dict.fromkeys((item.key for item in slot.judgements), Outcome(state, reason))

    def _insert(self, kind: str, record: Record, slot: Slot) -> None:
        """Puts a kept record where it belongs in text order, and an entity's mentions with it."""
        items = self.sheet.records[kind]
        start = _start(kind, record)
        if start is None:
            items.append(record)
        else:
            behind = (n for n, item in enumerate(items) if (_start(kind, item) or 0) > start)
            items.insert(next(behind, len(items)), record)
        if kind == "entity":
            before = before_of(slot.judgements[-1]) or {}
            mentions = before.get("mentions")
            for mention in mentions if isinstance(mentions, list) else ():
                self._mention_again(mention, record["key"])

    def _mention_again(self, mention: Any, entity: str) -> None:
        """A mention of a kept entity, unless its words are taken to mean another by now."""
        if not isinstance(mention, dict):
            return
        try:
            record = kept("mention", "", mention | {"entity": entity}, self.sheet.ground)
        except ValueError:
            return
        if all(item["span"] != record["span"] for item in self.sheet.records["mention"]):
            self.sheet.records["mention"].append(record)
            self.sheet.records["mention"].sort(key=lambda item: item["span"])

    def _accept(self, kind: str, record: Record, item: Judgement) -> str | None:
        """The record says again what it said when it was accepted."""
        before = before_of(item)
        if before is None:
            return None
        try:
            record.update(confirmed(kind, record, before, self.sheet.ground))
        except ValueError as problem:
            return str(problem)
        return None

    def _correct(self, kind: str, record: Record, item: Judgement, own: frozenset[str]) -> str | None:
        """One field of the record has the value, as far as it can stand there."""
        check = FIELDS[kind].get(item.field or "")
        if check is None or item.field is None:
            return f"{item.field!r} is no field of {kind} records that can be corrected"
        try:
            value = check(json.loads(item.value or ""), self.sheet.ground)
        except (ValueError, RecursionError) as problem:
            return f"{item.field}: {problem}"
        if item.field == "within" and value == record["key"]:
            return "within: nothing lies within itself"
        old = record[item.field]
        record[item.field] = value
        follow(kind, record, item.field, old, self.sheet, author=item.author, own=own)
        if kind == "entity" and item.field == "name":
            self._rename(record, old)
        return None

    def _rename(self, entity: Record, old: str) -> None:
        """Who is named by the entity's old name in statements is named by the new one."""
        for attribution in self.sheet.records["attribution"]:
            if attribution["entity"] == entity["key"] and attribution["speaker"] == old:
                attribution["speaker"] = entity["name"]

    def assemble(self, found: Mapping[str, Record], *, show_rejected: bool) -> None:
        """Takes rejected records out and mends what referred to them."""
        if not show_rejected:
            out = {id(record) for _, record in self.gone}
            for kind, items in self.sheet.records.items():
                self.sheet.records[kind] = [item for item in items if id(item) not in out]
            self._forget()
        gone = {record["key"] for kind, record in self.gone if kind == "attribution"}
        retell(self.sheet, found, () if show_rejected else gone, self.own_chains)

    def _forget(self) -> None:
        """Nothing refers to an entity or an event that was rejected."""
        entities = {record["key"] for kind, record in self.gone if kind == "entity"}
        events = {record["key"] for kind, record in self.gone if kind == "event"}
        if not entities and not events:
            return
        records = self.sheet.records
        records["mention"] = [item for item in records["mention"] if item["entity"] not in entities]
        for kind, items in records.items():
            for item in items if kind not in PLACED and kind != "entity" else ():
                _let_go(item, entities)
        for threat in records["threat"]:
            threat["to_entities"] = [None if key in entities else key for key in threat["to_entities"]]
        for exchange in records["exchange"]:
            for side in exchange["sides"]:
                _let_go(side, entities)
                side["events"] = [key for key in side["events"] if key not in events]


def _let_go(record: Record, entities: set[str]) -> None:
    """Leaves open what refers to one of the entities."""
    for field, value in record.items():
        if (field == "entity" or field.endswith("_entity")) and value in entities:
            record[field] = None


def _other_claim(kind: str, item: Judgement, said: list[Any]) -> str | None:
    """Why a rejection does not meet the record: the engine says something else of the same words by now, which nobody
    has rejected."""
    before = before_of(item)
    if before is None or claim(kind, before) in said:
        return None
    return "something else is found in the same words now; judge it anew"


def _start(kind: str, record: Record) -> int | None:
    """Where a record begins, for the order of the text."""
    for field in ("span", "trigger", "tie", "cue", "content"):
        value = record.get(field)
        if value:
            first = min(value) if isinstance(value[0], list) else value
            return int(first[0])
    return None
