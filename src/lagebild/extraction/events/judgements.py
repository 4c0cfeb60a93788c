"""Judgements: what somebody says of another that is a reproach or a demand though its cue is neutral, "Die Partei sei
eine Schande, sagte Holm", "Der Iran solle das Schiff freigeben, sagte Holm"."""

from collections.abc import Iterator
from typing import NamedTuple

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Clause, ClauseKind, Token
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

SPOKEN = frozenset((Act.SAY, Act.THINK, Act.CONFIRM))
LEXEME = "judgement"
NAMED = ("NN", "NE", "FM", "PPER", "PRELS")
PRIVATE = ("-CVL", "-MED", "-JUD")


def judgement_drafts(stage: Stage) -> Iterator[Draft]:
    """The accusations and demands that are told by a neutral cue, in the order of the attributions."""
    for attribution in stage.findings.attributions:
        if attribution.act not in SPOKEN or not attribution.content:
            continue
        speaker = next(iter(source_sides(stage, attribution)), None)
        if speaker is None:
            continue
        judgement = _judged(stage, attribution)
        if judgement is None or judgement.judged.code == speaker.code:
            continue
        type_, judged, verb = judgement
        if speaker.code.endswith(PRIVATE) or judged.code.endswith(PRIVATE):
            continue
        cue = attribution.cue[0] if attribution.cue else stage.tokens[verb].span
        token = stage.token_at(cue.start)
        content = Span(attribution.content[0].start, attribution.content[-1].end)
        yield Draft(
            "attribution", LEXEME, type_, None, None, cue, token, stage.analysis.clause_of[token],
            speaker, judged, content, attribution=attribution.key, needs="both",
        )  # fmt: skip


class Judgement(NamedTuple):
    """An accusation or a demand, whom it is aimed at, and the token of the verb that says so."""

    type_: EventType
    judged: Party
    verb: int


def _judged(stage: Stage, attribution: Attribution) -> Judgement | None:
    """Who does wrong, or is to do something, by the first clause of the content that says so."""
    if (called := _called(stage, attribution)) is not None:
        return called
    for span in attribution.content:
        first, last = stage.range_of(span)
        for index in dict.fromkeys(stage.analysis.clause_of[i] for i in range(first, last)):
            if index < 0 or stage.clauses[index].first < first or stage.clauses[index].finite is None:
                continue
            clause = stage.clauses[index]
            wanted = _is_wanted(stage, clause)
            reproach = not is_negated(stage, clause) and not is_unreal(stage, clause) and _is_reproach(stage, clause)
            subject = stage.subject(clause)
            if not (wanted or reproach) or subject is None or clause.passive:
                continue
            if stage.tokens[stage.phrases[subject].head].tag not in NAMED:
                continue
            found = stage.sides(clause, subject) or (() if wanted else owners(stage, subject))
            if found and clause.finite is not None:
                return Judgement(EventType.REQUEST if wanted else EventType.ACCUSE, found[0], clause.finite)
    return None


def _called(stage: Stage, attribution: Attribution) -> Judgement | None:
    """As in "nannte den Minister einen Heuchler", "bezeichnete die Pläne der Regierung als Skandal"."""
    token = stage.token_at(attribution.cue[0].start) if attribution.cue else -1
    index = stage.analysis.clause_of[token] if token >= 0 else -1
    if index < 0 or stage.clauses[index].lemma not in stage.words["calling_names"]:
        return None
    clause = stage.clauses[index]
    inside = [
        k
        for k in clause.objects
        if any(span.contains(stage.parties.span_of(stage.phrases[k])) for span in attribution.content)
    ]
    words = [stage.tokens[i] for k in inside for i in range(stage.phrases[k].first, stage.phrases[k].last)]
    words += [t for span in attribution.content for t in stage.tokens[slice(*stage.range_of(span))] if t.tag == "ADJD"]
    if not inside or is_negated(stage, clause) or not _is_harsh(stage, words):
        return None
    found = stage.sides(clause, inside[0]) or owners(stage, inside[0])
    return Judgement(EventType.ACCUSE, found[0], token) if found else None


def _is_wanted(stage: Stage, clause: Clause) -> bool:
    """As in "Der Iran müsse das Schiff freigeben": what the subject is to do, not what it is said to have done."""
    if clause.modal not in stage.words["wanting_modals"] or clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return False
    if clause.finite is None or clause.finite == clause.first:
        return False  # "sollte der Iran angreifen"
    verb = stage.tokens[clause.finite].verb
    done = any(stage.tokens[i].tag in ("VVPP", "VAPP") for i in clause.predicate)
    return verb is not None and verb.mood in ("kon1", "kon2") and not done


def _is_reproach(stage: Stage, clause: Clause) -> bool:
    """As in "ist eine Schande", "verstößt gegen das Abkommen", "trägt eine Mitschuld"."""
    own = [stage.tokens[i] for first, last in clause.parts for i in range(first, last)]
    if clause.lemma in stage.words["wrongdoing"]:
        return True
    return clause.lemma in stage.words["judging"] and _is_harsh(stage, own)


def _is_harsh(stage: Stage, words: list[Token]) -> bool:
    """Whether a noun or an adjective among the words is a reproach."""
    nouns = (token.lemma.lower() for token in words if token.tag == "NN")
    adjectives = (token.lemma.lower() for token in words if token.tag in ("ADJD", "ADJA"))
    return any(ends_in(noun, stage.words["reproaches"]) for noun in nouns) or any(
        word in stage.words["reproachful"] for word in adjectives
    )
