"""Threats: all tellings of a document, one record for the same harm by the same side to the same."""

from dataclasses import replace

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.keys import record_key
from lagebild.extraction.records.reading import stage_of
from lagebild.extraction.records.telling import Telling, telling
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.extraction.threats.announced import by_announcement, by_consequence, by_suffering
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.feared import by_fear, by_reach
from lagebild.extraction.threats.harms import HOSTILE
from lagebild.extraction.threats.nouns import by_nouns
from lagebild.extraction.threats.verbs import by_verbs
from lagebild.language.load import Language
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act
from lagebild.model.event import Status
from lagebild.model.findings import Findings
from lagebild.model.threat import Threat

RULES = (by_verbs, by_nouns, by_announcement, by_fear, by_reach, by_consequence, by_suffering)
CONFIDENCE = {"threat-verb": 0.7, "threat-noun": 0.6, "threat-harm": 0.6, "threat-consequence": 0.6}
PRIVATE = ("-CVL", "-MED", "-JUD")


def find_threats(findings: Findings, language: Language) -> Findings:
    """The findings with their threats, in text order."""
    if findings.analysis is None or not _is_worth_it(findings, language):
        return findings
    stage = stage_of(findings, language)
    if stage.is_sport():
        return findings
    nobody = word_lists(language, "threats")["no_side"]
    drafts = [_among_sides(draft, nobody) for rule in RULES for draft in rule(stage)]
    drafts = [draft for draft in drafts if not _is_private(draft, nobody)]
    return replace(findings, threats=tuple(_joined([_record(stage, draft) for draft in drafts])))


def _is_worth_it(findings: Findings, language: Language) -> bool:
    words, vocabulary = word_lists(language, "threats"), vocabulary_of(findings, language)
    if vocabulary.listable.any_listed(words["consequences"]):
        return True
    if vocabulary.verbs & (
        words["harm_verbs"] | words["aiming"] | words["suffering"] | words["paying"] | words["reaching"]
    ):
        return True
    if any(event.type in HOSTILE for event in findings.events):
        return True
    return vocabulary.speaks_of(wordings(language, "threat_words"))


def _among_sides(draft: Draft, nobody: frozenset[str]) -> Draft:
    """The draft without people that threaten and are threatened by nobody: "droht, Flüchtlinge zu schicken"."""
    return draft._replace(to=tuple(party for party in draft.to if party.code.lower() not in nobody))


def _is_private(draft: Draft, nobody: frozenset[str]) -> bool:
    """Threats among people that are no side are no matter between states."""
    if draft.source is not None:
        return draft.source.code.endswith(PRIVATE) or draft.source.code.lower() in nobody
    return all(party.code.endswith(PRIVATE) for party in draft.to)


def _record(stage: Stage, draft: Draft) -> Threat:
    vouched = _vouched(stage, draft)
    return Threat(
        key=record_key(stage.findings.document.id, "threat", draft.trigger, draft.source and draft.source.code),
        trigger=draft.trigger,
        source=draft.source,
        to=tuple(sorted(draft.to, key=lambda party: (party.span is None, party.span or (0, 0), party.code))),
        means=draft.means,
        condition=draft.condition,
        status=vouched.status,
        chain=vouched.chain,
        attribution=vouched.attribution,
        rule=draft.rule,
        confidence=CONFIDENCE[draft.rule],
    )


def _vouched(stage: Stage, draft: Draft) -> Telling:
    """A threat that its own speaker makes is a fact, whatever he threatens to do; harm that is feared or planned is
    not."""
    told = telling(stage, draft.trigger, negated=draft.negated, unreal=draft.danger and draft.unreal)
    if draft.supposed and told.status is Status.FACT:
        return told._replace(status=Status.POSSIBLE)
    if draft.danger or draft.negated:
        return told
    holders = stage.holding(draft.trigger)
    own = (
        bool(holders)
        and holders[0].act in (Act.THREATEN, Act.ANNOUNCE, Act.WARN, Act.SAY)
        and draft.rule in ("threat-harm", "threat-consequence")
    )
    return told._replace(status=Status.FACT) if own else told


def _joined(records: list[Threat]) -> list[Threat]:
    """One record for each source, means and condition: of tellings of the same the fullest."""
    kept: list[Threat] = []
    for record in sorted(records, key=lambda r: (not r.to, r.means is None, r.condition is None, r.trigger)):
        if not any(_is_same(record, other) for other in kept):
            kept.append(record)
    return sorted(kept, key=lambda record: (record.trigger, record.key))


def _is_same(record: Threat, other: Threat) -> bool:
    if (record.source.code if record.source else None) != (other.source.code if other.source else None):
        return record.trigger.overlaps(other.trigger)
    if record.trigger.overlaps(other.trigger):
        return True
    if record.means is not None and other.means is not None and record.means.overlaps(other.means):
        return True
    told, known = {party.code for party in record.to}, {party.code for party in other.to}
    if record.condition is not None and record.condition != other.condition:
        return False
    return told <= known and record.status == other.status and (record.means is None or other.means is None)
