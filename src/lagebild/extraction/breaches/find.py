"""Breaches: all tellings of a document, one record for each side, rule and speaker."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lagebild.extraction.breaches.draft import Draft
from lagebild.extraction.breaches.norms import Norms
from lagebild.extraction.breaches.tellings import of_adjective, of_noun, of_preposition, of_verb
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.keys import record_key
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.reading import stage_of
from lagebild.extraction.records.telling import telling
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.language.load import Language
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act
from lagebild.model.breach import Breach
from lagebild.model.event import Party
from lagebild.model.findings import Findings

RULES = (of_verb, of_noun, of_adjective, of_preposition)
PRIVATE = ("-CVL", "-MED", "-JUD")
# By these acts somebody speaks of what he did himself.
OWNING = frozenset((Act.DENY, Act.CONFIRM, Act.ANNOUNCE, Act.THREATEN))
CONFIDENCE = {"breach-verb": 0.7, "breach-noun": 0.6, "breach-adjective": 0.6, "breach-preposition": 0.6}


class Voice(NamedTuple):
    """What makes two tellings the same breach."""

    who: str | None
    norm: str
    speaker: str | None


def find_breaches(findings: Findings, language: Language) -> Findings:
    """The findings with their breaches, in text order."""
    if findings.analysis is None or not _is_worth_it(findings, language):
        return findings
    stage = stage_of(findings, language)
    if stage.is_sport():
        return findings
    norms = Norms(stage)
    drafts = (_of_deal(stage, norms, draft, findings) for draft in _drafts(stage, norms))
    found = [_record(stage, draft, who) for draft in drafts for who in draft.who or (None,)]
    return replace(findings, breaches=tuple(_joined(norms, found)))


def _is_worth_it(findings: Findings, language: Language) -> bool:
    """Whether any word of a breach stands in the report."""
    vocabulary = vocabulary_of(findings, language)
    words = word_lists(language, "breaches")
    if not vocabulary.words.isdisjoint(words["breaking_prepositions"] | words["despite"]):
        return True
    return vocabulary.speaks_of(wordings(language, "breach_words"))


def _drafts(stage: Stage, norms: Norms) -> Iterator[Draft]:
    for rule in RULES:
        for draft in rule(stage, norms):
            who = tuple(party for party in draft.who if _may_break(stage, norms, draft, party))
            if who or (not draft.who and norms.is_between_states(draft.norm)):
                yield draft._replace(who=who)


def _may_break(stage: Stage, norms: Norms, draft: Draft, party: Party) -> bool:
    """Whether the side may be the one that breaks a rule between states: no civilians, and a party that says it only
    where it denies or admits it."""
    if party.code.endswith(PRIVATE) or _is_owner(stage, norms, draft, party):
        return False
    owned = is_listed(draft.norm, norms.words["owned"])
    if stage.parties.sides.is_state(party.code.partition("-")[0]) and not owned:
        return True  # a minister may well say so of his own state's law
    holder = next(iter(stage.holding(draft.trigger)), None)
    if holder is None or holder.act in OWNING or draft.negated:
        return True
    return party.code not in {said.code for said in source_sides(stage, holder)}


def _is_owner(stage: Stage, norms: Norms, draft: Draft, party: Party) -> bool:
    """As in "in den finnischen Luftraum": nobody breaks into what is his own."""
    if not is_listed(draft.norm, norms.words["owned"]):
        return False
    first, last = stage.range_of(draft.violates)
    return any(stage.parties.bodies.adjective(stage.tokens[i]) == party.code for i in range(first, last))


def _of_deal(stage: Stage, norms: Norms, draft: Draft, findings: Findings) -> Draft:
    """As in "Der Handel verletzt das Embargo": the sides of the deal that the report tells."""
    if draft.who or draft.act is None or not findings.exchanges:
        return draft
    first, last = stage.range_of(draft.act)
    if not any(is_listed(stage.tokens[i].lemma, norms.words["deals"]) for i in range(first, last)):
        return draft
    sides = findings.exchanges[0].sides
    return draft._replace(who=tuple(side.party for side in sides if side.party is not None))


def _record(stage: Stage, draft: Draft, who: Party | None) -> Breach:
    vouched = telling(stage, draft.trigger, negated=draft.negated, unreal=draft.unreal)
    return Breach(
        key=record_key(stage.findings.document.id, "breach", draft.trigger, who.code if who else None),
        trigger=draft.trigger,
        who=who,
        act=draft.act,
        violates=draft.violates,
        status=vouched.status,
        chain=vouched.chain,
        attribution=vouched.attribution,
        rule=draft.rule,
        confidence=CONFIDENCE[draft.rule],
    )


def _joined(norms: Norms, records: list[Breach]) -> list[Breach]:
    """One record for each side, kind of rule and speaker; a telling that names nobody joins one of the same rule."""
    kept: dict[Voice, Breach] = {}
    for record in sorted(records, key=lambda record: (record.who is None, record.act is None, record.trigger)):
        norm = norms.kind(record.violates)
        voice = Voice(record.who.code if record.who else None, norm, record.chain[0] if record.chain else None)
        guessed = record.who is None or record.who.span is None
        if guessed and any(other.norm == norm for other in kept):
            continue
        if any(record.violates.overlaps(other.violates) and record.who == other.who for other in kept.values()):
            continue
        kept.setdefault(voice, record)
    return sorted(kept.values(), key=lambda record: (record.trigger, record.key))
