"""Deployments: all tellings of a document, one record for the same forces however often they are told."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lagebild.extraction.deployments.forces import Forces, Muster
from lagebild.extraction.deployments.setting import Places, guarded, place_code, place_of, purpose_of, since_of
from lagebild.extraction.deployments.tellings import Told, tellings
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_negated_noun
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.doers import meant
from lagebild.extraction.records.keys import record_key
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.reading import stage_of
from lagebild.extraction.records.telling import telling
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.language.endings import without_ending
from lagebild.language.load import Language
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind, Token
from lagebild.model.deployment import Deployment
from lagebild.model.event import Party, Status
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

Figures = dict[Span, tuple[float | None, float | None]]
CONFIDENCE = {"deployment-phrase": 0.6, "deployment-verb": 0.6, "deployment-noun": 0.6, "deployment-part": 0.6}


# The ends of codes of those who have no forces.
UNARMED = ("-MED", "-JUD")
# Whose forces nobody is named for is right less often.
GUESSED = 0.4


def find_deployments(findings: Findings, language: Language) -> Findings:
    """The findings with their deployments, in text order of their forces."""
    if findings.analysis is None or not _is_worth_it(findings, language):
        return findings
    stage = stage_of(findings, language)
    if stage.is_sport():
        return findings
    table = wordings(language, "deployment_words")
    muster = Muster(stage)
    everything = list(tellings(stage, muster, table))
    sent = Sent(stage, everything)
    found = [record for told in everything for record in _records(stage, muster, told, sent)]
    return replace(findings, deployments=tuple(_joined(stage, found)))


def _is_worth_it(findings: Findings, language: Language) -> bool:
    """Whether the report names forces, or nouns that are such beside a trigger, and a trigger."""
    words, vocabulary = word_lists(language, "deployments"), vocabulary_of(findings, language)
    if any(vocabulary.listable.any_listed(words[name]) for name in ("forces", "missions")):
        return True
    if not _bare(words["forces"]).isdisjoint(vocabulary.words):
        return True  # "hat Bomber verlegt": a bare noun may look like a name
    if not vocabulary.verbs.isdisjoint(words["stationing"]):
        return True  # "dort sind 10.000 Amerikaner stationiert"
    weak = vocabulary.listable.any_listed(words["weak_forces"])
    return weak and vocabulary.speaks_of(wordings(language, "deployment_words"))


@cache
def _bare(listed: frozenset[str]) -> frozenset[str]:
    """The nouns without the hyphen that stands for what a compound begins with."""
    return frozenset(word.lstrip("-") for word in listed)


class Sent:
    """Whose forces the tellings of a document tell that name a side."""

    def __init__(self, stage: Stage, everything: list[Told]) -> None:
        self.stage = stage
        self.named = [(told.forces.span, told.forces.own or told.side) for told in everything]
        self.words = word_lists(stage.language, "deployments")

    def lately(self, forces: Forces) -> tuple[Party, ...]:
        """As in "Bonn verlegt 800 Soldaten. Die ersten 50 Mann sind da": whose those are that were told of last, in the
        sentence or the one before."""
        phrase = self.stage.phrases[forces.phrase]
        if self.stage.tokens[phrase.first].text.lower() not in self.words["known"]:
            return ()
        sentence = self.stage.analysis.sentence_of[phrase.first]
        before = [(span, own) for span, own in self.named if own and span.end <= forces.span.start]
        near = [
            (span, own)
            for span, own in before
            if self.stage.analysis.sentence_of[self.stage.token_at(span.start)] >= sentence - 1
        ]
        return max(near, key=lambda told: told[0].start)[1] if near else ()


def _records(stage: Stage, muster: Muster, told: Told, sent: Sent) -> Iterator[Deployment]:
    where = place_of(stage, muster, told.clause, *told.beside) or guarded(stage, muster, told.clause)
    where = where or _joined_place(stage, muster, told.clause)
    if told.forces.weak and told.forces.strength is None and not _is_said_of_forces(stage, muster, told, where):
        return
    needs = told.wording.needs
    counted = told.forces.strength is not None
    has = told.wording.lemma in muster.words["having"] or bool(told.forces.own)
    abroad = has and not told.forces.weak and _is_foreign_place(stage, told, where)
    abroad = abroad or ("where" not in needs and where is not None and bool(told.forces.own))
    if "strength" in needs and not ((counted or abroad) and (where is not None or "where" not in needs)):
        return
    known = (counted and (told.forces.own or told.side or told.wording.fixed)) or _are_men_arriving(stage, muster, told)
    if "where" in needs and where is None and not known:
        return
    if told.wording.lemma in muster.words["taking_part"] and not counted and muster.is_bare(told.forces):
        return
    if where is None and told.wording.lemma in muster.words["counting"] and _is_of_army(stage, muster, told):
        return
    if where is None and muster.is_handed_over(told.forces, told.wording.lemma):
        return
    side = tuple(party for party in told.side if party.code not in muster.words["unarmed"])
    if side and where is not None and told.wording.lemma in muster.words["having"] and _is_general(stage, side[0]):
        side = _elsewhere(stage, side, where)
    whose = (
        told.forces.own
        or side
        or _of_the_place(stage, muster, told.forces, where)
        or _commanding(stage, muster, told)
        or muster.lately(told.forces)
    )
    whose = whose or sent.lately(told.forces) or _acting_before(stage, muster, told, where)
    if not whose and told.forces.mission:
        return
    if whose and (whose[0].code in muster.words["unarmed"] or whose[0].code.endswith(UNARMED)):
        return  # "drei Flugzeuge der Hilfsorganisation"
    guessed = not whose
    if not told.forces.own and (muster.is_foreign(told.forces) or _is_at_home(stage, muster, whose, where)):
        return
    if guessed and told.rule == "deployment-noun" and not counted:
        return
    whose = whose or muster.guessed(told.forces, place_code(stage, where))
    if not whose or (muster.are_police(told.forces) and not _are_abroad(stage, whose, where)):
        return
    vouched = telling(stage, told.forces.span, negated=told.negated or _is_none(stage, told.forces), unreal=told.unreal)
    strength = told.forces.strength
    record = Deployment(
        key=record_key(stage.findings.document.id, "deployment", told.forces.span, told.trigger),
        trigger=told.trigger,
        whose=whose[0] if whose else None,
        forces=told.forces.span,
        strength=strength.span if strength is not None else None,
        part_of=None,
        where=where,
        since=since_of(stage, told.clause, told.trigger),
        purpose=purpose_of(stage, muster, told.clause, *told.beside),
        status=vouched.status,
        chain=vouched.chain,
        attribution=vouched.attribution,
        rule=told.rule,
        confidence=GUESSED if guessed else CONFIDENCE[told.rule],
    )
    yield record
    yield from _parts(stage, muster, record, strength)


def _joined_place(stage: Stage, muster: Muster, index: int) -> Span | None:
    """As in "wirft Moskau vor, Rebellen in der Ukraine zu helfen und Truppen einzusetzen": the infinitive before tells
    the place."""
    if index < 1:
        return None
    clause, before = stage.clauses[index], stage.clauses[index - 1]
    joined = stage.tokens[clause.first].tag == "KON" and clause.kind is ClauseKind.INF is before.kind
    return place_of(stage, muster, index - 1) if joined and clause.parent in (before.parent, index - 1) else None


def _are_men_arriving(stage: Stage, muster: Muster, told: Told) -> bool:
    """As in "Auch dänische Truppen sind gelandet": where, the report has told before."""
    if told.wording.lemma not in muster.words["arriving"] or told.forces.weak or not told.forces.own:
        return False
    return Places(stage).kind(told.forces.span) is None


def _of_the_place(stage: Stage, muster: Muster, forces: Forces, where: Span | None) -> tuple[Party, ...]:
    """As in "In der Ostukraine kämpfen Regierungstruppen": they are of the state where they are."""
    noun = stage.tokens[stage.phrases[forces.phrase].head].lemma
    there = place_code(stage, where) if is_listed(noun, muster.words["of_the_place"]) else None
    return (Party(there, None),) if there is not None else ()


def _acting_before(stage: Stage, muster: Muster, told: Told, where: Span | None) -> tuple[Party, ...]:
    """As in "Israel begann seine Offensive. Panzer drangen in den Gazastreifen ein": the state that acts in the
    sentence before, if it is not the one where they are."""
    if told.rule != "deployment-verb" or told.clause < 0 or muster.are_police(told.forces):
        return ()
    sentence = stage.clauses[told.clause].sentence
    there = place_code(stage, where)
    for index in range(told.clause - 1, -1, -1):
        clause = stage.clauses[index]
        if clause.sentence < sentence - 1:
            return ()
        if clause.sentence == sentence or clause.kind is not ClauseKind.MAIN:
            continue
        found = stage.actor_of(index)
        if len(found) == 1 and found[0].code != there and stage.parties.sides.is_state(found[0].code):
            return found
    return ()


def _is_of_army(stage: Stage, muster: Muster, told: Told) -> bool:
    """As in "Die Armee zählt 300.000 Soldaten": how large it is, and not where."""
    subject = stage.subject(stage.clauses[told.clause]) if told.clause >= 0 else None
    subject = meant(stage, told.clause, subject) if subject is not None else None
    return subject is not None and is_listed(stage.tokens[stage.phrases[subject].head].lemma, muster.words["armies"])


def _commanding(stage: Stage, muster: Muster, told: Told) -> tuple[Party, ...]:
    """As in "Unter dem Befehl der Nato stehen 130.000 Soldaten in Mali"."""
    for k in stage.clauses[told.clause].objects if told.clause >= 0 else ():
        noun = stage.tokens[stage.phrases[k].head].lemma.lower()
        if stage.preposition(k) in muster.words["under"] and noun in muster.words["commands"]:
            return stage.parties.of_full(k) or owners(stage, k)
    return ()


def _is_said_of_forces(stage: Stage, muster: Muster, told: Told, where: Span | None) -> bool:
    """As in "die Armee ist einmarschiert", "der Einsatz der Bundeswehr in Mali"."""
    if told.wording.lemma in muster.words["forces_alone"]:
        return True
    whole = muster.are_police(told.forces) or (told.rule == "deployment-noun" and muster.is_army(told.forces))
    return whole and bool(told.forces.own) and _is_foreign_place(stage, told, where)


def _is_foreign_place(stage: Stage, told: Told, where: Span | None) -> bool:
    """Whether the place lies in a state that is known and not that of the forces."""
    there = place_code(stage, where)
    return there is not None and all(party.code != there for party in (*told.forces.own, *told.side))


def _are_abroad(stage: Stage, whose: tuple[Party, ...], where: Span | None) -> bool:
    there = place_code(stage, where)
    if there is None and where is not None:
        first, last = stage.range_of(where)
        bordering = {code for i in range(first, last) for code in _joined_codes(stage, stage.tokens[i])}
        return bool(bordering) and whose[0].code not in bordering
    return there is not None and whose[0].code != there


def _joined_codes(stage: Stage, token: Token) -> tuple[str, ...]:
    """As in "an die ungarisch-serbische Grenze": the states of which the adjective is made."""
    if token.tag != "ADJA" or "-" not in token.text:
        return ()
    *parts, last = token.text.lower().split("-")
    stems = (stage.cast.known.adjectives.get(part) for part in (*parts, without_ending(last)))
    return tuple(code for code in stems if code is not None)


def _elsewhere(stage: Stage, side: tuple[Party, ...], where: Span) -> tuple[Party, ...]:
    """As in "Das Land hat 140 Soldaten im Kosovo": nobody known in general only sends forces to where he is."""
    there = place_code(stage, where)
    return tuple(party for party in side if there is None or party.code != there)


def _is_at_home(stage: Stage, muster: Muster, whose: tuple[Party, ...], where: Span | None) -> bool:
    """Nobody sends forces into his own state, "nach Afghanistan": whoever is taken for the sender is another."""
    if where is None or not whose:
        return False
    sent = stage.tokens[stage.range_of(where)[0]].lemma.lower() in muster.words["sent_to"]
    there = place_code(stage, where) if sent else None
    return there is not None and any(party.code == there and _is_general(stage, party) for party in whose)


def _is_general(stage: Stage, party: Party) -> bool:
    """As in "das Kabinett": known by what the report is about, not by a name."""
    if party.span is None:
        return True
    first, last = stage.range_of(party.span)
    return not any(stage.tokens[i].tag in ("NE", "FM", "ADJA") for i in range(first, last))


def _is_none(stage: Stage, forces: Forces) -> bool:
    return is_negated_noun(stage, stage.phrases[forces.phrase])


def _parts(stage: Stage, muster: Muster, whole: Deployment, strength: Quantity | None) -> Iterator[Deployment]:
    """As in "50.000 Soldaten, unter ihnen 10.000 nordkoreanische Kämpfer": a part is a record of its own."""
    if strength is None:
        return
    for part in stage.parts_of(strength.span):
        at = stage.range_of(part.span)[1] - 1
        k = stage.analysis.phrase_of[at]
        if k < 0:
            continue
        named = muster.forces(k)
        span = named.span if named is not None else Span(part.span.start, max(part.span.end, muster.end(k)))
        own = named.own if named is not None else muster.own(k) or _people(stage, k)
        yield replace(
            whole,
            key=record_key(stage.findings.document.id, "deployment", span, whole.trigger),
            whose=own[0] if own else whole.whose,
            forces=span,
            strength=part.span,
            part_of=whole.forces,
            rule="deployment-part",
            confidence=CONFIDENCE["deployment-part"],
        )


def _people(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "darunter 2100 Franzosen"."""
    body = stage.parties.bodies.of(stage.phrases[k])
    code = stage.parties.bodies.code(body) if body is not None else None
    return (Party(code, stage.parties.span_of(stage.phrases[k])),) if code else ()


def _joined(stage: Stage, records: list[Deployment]) -> list[Deployment]:
    """One record for each side's forces: tellings with the same figure, or without one, are the same forces."""
    places = Places(stage)
    figures: Figures = {quantity.span: (quantity.low, quantity.high) for quantity in stage.findings.quantities}
    kept: list[Deployment] = []
    for record in sorted(records, key=_fullness):
        if record.confidence == GUESSED and any(_is_also(record, other, figures, places) for other in kept):
            continue
        if not any(_is_same(record, other, figures, places) for other in kept):
            kept.append(record)
    return sorted(kept, key=lambda record: (record.forces, record.trigger))


def _is_also(record: Deployment, other: Deployment, figures: Figures, places: Places) -> bool:
    """Whether forces of whom nobody is named may be those of another telling."""
    if places.others(record.forces, other.forces) and not record.forces.overlaps(other.forces):
        return False
    if places.kind(record.forces) != places.kind(other.forces):
        return False
    if record.strength is None or other.strength is None:
        return True
    return figures.get(record.strength) == figures.get(other.strength)


def _fullness(record: Deployment) -> tuple[bool, bool, bool, bool, bool, Span]:
    return (
        record.confidence == GUESSED,
        record.strength is None,
        record.status is Status.DENIED,
        record.where is None,
        record.purpose is None,
        record.forces,
    )


def _is_same(record: Deployment, other: Deployment, figures: Figures, places: Places) -> bool:
    if record.forces.overlaps(other.forces):
        return True
    if record.part_of is None and other.part_of is None and places.kind(record.forces) != places.kind(other.forces):
        return False
    if (record.whose.code if record.whose else None) != (other.whose.code if other.whose else None):
        return False
    if (record.status is Status.DENIED) != (other.status is Status.DENIED) or places.differ(record.where, other.where):
        return False
    if places.others(record.forces, other.forces):
        return False
    if record.strength is None or other.strength is None:
        return True
    return figures.get(record.strength) == figures.get(other.strength)
