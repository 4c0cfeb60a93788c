"""Partners: who gives what a clause or a phrase tells, and who stands on the other side."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.analysis.relatives import antecedent
from lagebild.extraction.events.owners import name_inside, owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.exchanges.groups import group_meant
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import NOMINATIVE, PLURAL, Clause, ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span

# How many clauses back a pronoun looks.
LOOKING_BACK = 6
# How many sentences before the tie the other gift may stand.
SENTENCES = 2
# A longer "code" is a description.
LONGEST_NAME = 20
PRIVATE = ("-CVL", "-MED", "-JUD")
PERSONAL = ("PPER", "PRF")


def is_side(stage: Stage, party: Party) -> bool:
    """Whether somebody may be a side of a deal: not civilians, media, courts, nor people who only flee."""
    return (
        not party.code.endswith(PRIVATE)
        and party.code.lower() not in word_lists(stage.language, "exchanges")["no_side"]
    )


def giver(stage: Stage, index: int) -> Party | None:
    """Who acts in the clause, if it is a side."""
    while (outer := _controlling(stage, index)) is not None:
        index = outer
    subject = acting_phrase(stage, index)
    while shares_subject(stage, index) and (subject is None or not sides_of(stage, subject)):
        index = _previous(stage, index)
        subject = acting_phrase(stage, index)
    clause = stage.clauses[index]
    if subject is not None and not clause.passive and (meant := group_meant(stage, subject)) is not None:
        return Party(meant, stage.full(subject))
    told = _told_to(stage, index) if clause.kind is ClauseKind.INF else ()
    if told:
        return next((party for party in told if is_side(stage, party)), None)
    found = stage.actor_of(index) if subject is None or subject == stage.subject(clause) else ()
    if not any(is_side(stage, party) for party in found) and subject is not None and not clause.passive:
        found = sides_of(stage, subject) or _taken_up(stage, index, subject)
    return next((party for party in found if is_side(stage, party)), None)


def _taken_up(stage: Stage, index: int, subject: int) -> tuple[Party, ...]:
    """As in "Die Rebellen gaben auf. Sie übergaben Waffen": whom a pronoun that means several takes up, the subject
    of the sentence before if that is several as well."""
    clause = stage.clauses[index]
    head = stage.tokens[stage.phrases[subject].head]
    finite = stage.tokens[clause.finite].verb if clause.finite is not None else None
    if head.tag != "PPER" or finite is None or finite.numbers != "p" or "3" not in finite.persons:
        return ()
    for other in range(index - 1, max(-1, index - LOOKING_BACK), -1):
        found = stage.clauses[other]
        if found.sentence < clause.sentence - 1:
            return ()
        if found.subject is not None and found.sentence < clause.sentence and found.kind is ClauseKind.MAIN:
            phrase = stage.phrases[found.subject]
            return sides_of(stage, found.subject) if phrase.agreement & PLURAL else ()
    return ()


def _controlling(stage: Stage, index: int) -> int | None:
    """The clause whose actor does what an infinitive says: "Die Rebellen sind bereit, Soldaten freizulassen"."""
    clause = stage.clauses[index]
    if clause.kind is not ClauseKind.INF or clause.passive or clause.subject is not None or clause.parent is None:
        return None
    around = stage.clauses[clause.parent]
    return clause.parent if around.lemma not in stage.words["object_control"] and clause.parent < index else None


def _told_to(stage: Stage, index: int) -> tuple[Party, ...]:
    """As in "forderte die Milizen auf, ihre Waffen abzugeben": whom the clause around names only by a word."""
    around = stage.clauses[index].parent
    if around is None or stage.clauses[around].lemma not in stage.words["object_control"]:
        return ()
    objects = (k for place in ("dat", "akk") for k in stage.standing(stage.clauses[around], place))
    return next((found for k in objects if (found := sides_of(stage, k))), ())


def shares_subject(stage: Stage, index: int) -> bool:
    """As in "A gibt x, erwartet im Gegenzug aber y": the clause begins with its verb and goes on with that before."""
    clause = stage.clauses[index]
    if index == 0 or clause.finite is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return False
    previous = stage.clauses[_previous(stage, index)]
    behind = clause.subject is not None and stage.phrases[clause.subject].first == clause.finite + 1
    if behind and not _goes_on(stage, clause, previous):
        return False
    joins = all(stage.tokens[i].tag == "KON" for i in range(clause.first, clause.finite))
    goes_on = previous.sentence == clause.sentence and previous.kind in (ClauseKind.MAIN, ClauseKind.V2)
    return joins and goes_on and previous.finite is not None and previous.finite != previous.first


def _goes_on(stage: Stage, clause: Clause, previous: Clause) -> bool:
    """As in "Kuba bekommt Öl und überlässt Gazprom dafür Häfen": behind "und" and a clause that begins with its
    subject, what stands right behind the verb is none if its case may be another."""
    opens = stage.tokens[clause.first].tag == "KON"
    if not opens or previous.subject is None or clause.subject is None:
        return False
    leads = stage.phrases[previous.subject].first == previous.first
    return leads and bool(stage.phrases[clause.subject].agreement & ~NOMINATIVE) and not sides_of(stage, clause.subject)


def _previous(stage: Stage, index: int) -> int:
    """The clause before; of an infinitive the one that it depends on: "hat zugesagt, x zu tun, verlangt aber y"."""
    before_it = index - 1
    while stage.clauses[before_it].kind is ClauseKind.INF:
        around = stage.clauses[before_it].parent
        if around is None or around >= before_it:
            return index - 1
        before_it = around
    return before_it


def acting_phrase(stage: Stage, index: int) -> int | None:
    """The phrase that names who acts in the clause: its subject, where no other was taken for it."""
    gapped = _gapped(stage, index)
    if gapped is not None:
        return gapped
    subject = stage.clauses[index].subject
    if subject is not None and not stage.clauses[index].passive and _nameless(stage, subject):
        return subject
    behind = _in_relative(stage, index) if stage.clauses[index].kind is ClauseKind.REL else _behind_verb(stage, index)
    return behind if behind is not None else stage.subject(stage.clauses[index])


def sides_of(stage: Stage, k: int) -> tuple[Party, ...]:
    """The sides that the phrase names, be it only by a word such as "die Gläubiger"."""
    found = _own_group(stage, k) or stage.parties.of_full(k) or _organ(stage, k) or _before_number(stage, k)
    found = found or _politician(stage, k)
    if not any(is_side(stage, party) for party in found):
        found = _nameless(stage, k) or found
    return tuple(replace(party, code=group_meant(stage, k) or party.code) for party in found)


def _own_group(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Der Obmann der Grünen sagte, seine Partei werde zustimmen": the party of who speaks."""
    phrase = stage.phrases[k]
    own = word_lists(stage.language, "exchanges")["own_groups"]
    if stage.tokens[phrase.head].lemma.lower() not in own or stage.tokens[phrase.first].tag != "PPOSAT":
        return ()
    for holder in stage.holding(stage.parties.span_of(phrase))[:1]:
        found = stage.whole_of(holder.source) if holder.source is not None else ()
        return tuple(party for party in found if not stage.parties.sides.is_state(party.code))
    return ()


def _politician(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "die Abgeordnete Ada Holm", "die beiden Kandidaten Holm und Tann": a side by the own name."""
    span = stage.parties.span_of(stage.phrases[k])
    head = stage.tokens[stage.phrases[k].head]
    name = stage.parties.meant_by(span) if head.tag == "PPER" else stage.parties.people.in_phrase(stage.phrases[k])
    person = stage.cast.people.get(name) if name is not None else None
    if name is None or person is None or person.code is not None:
        return ()
    words = word_lists(stage.language, "exchanges")["politicians"]
    return (Party(name, span),) if any(is_listed(title, words) for title in person.titles) else ()


def _organ(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "der Rat der EU", "das Komitee der Hamas": a body of an organisation acts for it."""
    head = stage.tokens[stage.phrases[k].head]
    if head.tag != "NN" or head.lemma.lower() not in word_lists(stage.language, "exchanges")["organs"]:
        return ()
    named = (party for other in beside_noun(stage, k, ("gen",)) for party in stage.parties.of_full(other))
    return tuple(party for party in named if not stage.parties.sides.is_state(party.code))[:1]


def _before_number(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "wenn Paris acht Millionen zahlt", where name and number look like one phrase."""
    first = stage.phrases[k].first
    if not is_before_number(stage, k):
        return ()
    body = stage.parties.bodies.at(first)
    code = stage.parties.bodies.code(body) if body is not None else None
    return (Party(code, stage.tokens[first].span),) if code is not None else ()


def is_before_number(stage: Stage, k: int) -> bool:
    """Whether the phrase begins with a name and goes on with a number."""
    first, last = stage.phrases[k].first, stage.phrases[k].last
    return last - first > 1 and stage.tokens[first].tag in ("NE", "FM") and stage.tokens[first + 1].tag == "CARD"


def _nameless(stage: Stage, k: int) -> tuple[Party, ...]:
    head = stage.tokens[stage.phrases[k].head]
    listed = head.tag == "NN" and is_listed(head.lemma, word_lists(stage.language, "exchanges")["nameless_sides"])
    if not listed:
        return ()
    # "die von den Taliban angeführten Kämpfer"
    first = stage.phrases[k].first + (debtor(stage, k) is not None)
    inside = (stage.parties.bodies.at(i) for i in range(first, stage.phrases[k].head))
    codes = (stage.parties.bodies.code(body) for body in inside if body is not None)
    return (Party(next((code for code in codes if code is not None), head.text), stage.full(k)),)


def debtor(stage: Stage, k: int) -> Party | None:
    """As in "Griechenlands Gläubiger": who owes those that the phrase names."""
    phrase = stage.phrases[k]
    lenders = word_lists(stage.language, "exchanges")["lenders"]
    if stage.tokens[phrase.head].lemma.lower() not in lenders or stage.tokens[phrase.first].tag not in ("NE", "FM"):
        return None
    body = stage.parties.bodies.at(phrase.first)
    code = stage.parties.bodies.code(body) if body is not None else None
    return Party(code, stage.tokens[phrase.first].span) if code is not None else None


def _in_relative(stage: Stage, index: int) -> int | None:
    """As in "die ihm die EU zugestehen soll": the side, where the pronoun that stands for a thing may be the object."""
    clause = stage.clauses[index]
    if clause.subject is None or stage.tokens[stage.phrases[clause.subject].head].tag != "PRELS":
        return None
    noun = antecedent(stage.analysis, clause, stage.phrases[clause.subject])
    if noun is None or sides_of(stage, noun):
        return None
    for k in clause.objects:
        phrase = stage.phrases[k]
        if phrase.preposition is None and phrase.agreement & NOMINATIVE and sides_of(stage, k):
            return k
    return None


def _behind_verb(stage: Stage, index: int) -> int | None:
    """As in "zahlt die EU Milliarden", "Als Gegenleistung will der Fonds Reformen", "soll die Türkei die Weiterreise
    stoppen": where a thing was taken for the subject, the side right behind the finite verb is it."""
    clause = stage.clauses[index]
    if clause.finite is None or clause.passive or clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return None
    subject = stage.subject(clause)
    if subject is not None:
        at = stage.phrases[subject]
        leads = at.first < clause.finite and not (at.first > 0 and stage.tokens[at.first - 1].tag == "KOKOM")
        if leads or at.first == clause.finite + 1:
            return None
    begins = clause.finite + 1
    begins += stage.tokens[begins].tag == "PRF" if begins < len(stage.tokens) else 0  # "verpflichten sich die Farc"
    for k in clause.objects:
        phrase = stage.phrases[k]
        stands = phrase.preposition is None and phrase.first == begins
        if stands and phrase.agreement & NOMINATIVE and sides_of(stage, k):
            return k
    return None


def _gapped(stage: Stage, index: int) -> int | None:
    """As in "Nach dem Pakt soll A x geben und B y geben": a joined clause without finite verb whose first phrase is a
    side of its own, and not the one that the clause before was told of."""
    clause = stage.clauses[index]
    if clause.finite is None or clause.finite >= clause.first or clause.passive:
        return None
    for k in clause.objects:
        phrase = stage.phrases[k]
        if clause.first <= phrase.first <= clause.first + 1:
            fits = phrase.preposition is None and phrase.agreement & NOMINATIVE
            return k if fits and sides_of(stage, k) and len(clause.objects) > 1 else None
    return None


def before(stage: Stage, index: int) -> Iterator[int]:
    """The clauses before the one with the tie, nearest first, in its sentence and those before it."""
    words = word_lists(stage.language, "exchanges")
    sentence = stage.clauses[index].sentence
    for other in range(index - 1, -1, -1):
        clause = stage.clauses[other]
        if clause.sentence < sentence - SENTENCES:
            return
        if (
            clause.kind not in (ClauseKind.FRAGMENT, ClauseKind.REL)
            and clause.lemma
            and clause.lemma not in words["agreeing"]
        ):
            yield other


def owner_of(stage: Stage, k: int) -> Party | None:
    """Who gives what the phrase names: the actor of the event that it tells, or to whom it belongs."""
    inside = next((party for party in name_inside(stage, k) if is_side(stage, party)), None)
    inside = inside or _holding(stage, k)
    if inside is not None:
        return inside
    span = stage.full(k)
    for event in stage.told_in(span):
        if event.actor is not None and span.contains(event.trigger) and is_side(stage, event.actor):
            return event.actor
    givers = word_lists(stage.language, "exchanges")["givers_behind"]
    for other in beside_noun(stage, k, ("gen",)):
        if _is_captive(stage, other):
            continue  # "die Freilassung libanesischer Häftlinge in Israel"
        found = next((party for party in sides_of(stage, other) if is_side(stage, party)), None)
        if found is not None:
            return found
    for other in followers(stage, k):
        at = stage.phrases[other].first
        if stage.phrases[other].preposition is None and stage.tokens[at - 1].tag == "KON":
            break  # "ein Lösegeld und den Abzug der Truppen aus Mali"
        if stage.preposition(other) in givers:
            found = next((party for party in sides_of(stage, other) if is_side(stage, party)), None)
            if found is not None:
                return found
    whose = owners(stage, k) or _of_reached(stage, k)
    return next((party for party in whose if is_side(stage, party)), None)


def _is_captive(stage: Stage, k: int) -> bool:
    return is_listed(stage.tokens[stage.phrases[k].head].lemma, word_lists(stage.language, "exchanges")["swapped"])


def _holding(stage: Stage, k: int) -> Party | None:
    """As in "Häftlinge aus israelischen Gefängnissen", "die Freilassung von Soldaten aus der Haft in Israel"."""
    words = word_lists(stage.language, "exchanges")
    for other in followers(stage, k):
        head = stage.tokens[stage.phrases[other].head]
        if stage.preposition(other) in words["held_in"] and is_listed(head.lemma, words["prisons"]):
            return next((party for party in owners(stage, other) if is_side(stage, party)), None)
    for other in beside_noun(stage, k, ("gen", "p:von")):
        if _is_captive(stage, other):
            where = (o for o in followers(stage, other) if stage.preposition(o) in words["held_in"])
            held = (party for o in where for party in (stage.parties.of_full(o) or owners(stage, o)))
            return next((party for party in held if is_side(stage, party)), None)
    return None


def _of_reached(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Zugang zu den Häfen Grönlands": whose the thing is that somebody may use."""
    words = word_lists(stage.language, "exchanges")
    if stage.tokens[stage.phrases[k].head].lemma.lower() not in words["accesses"]:
        return ()
    reached = (other for other in followers(stage, k) if stage.preposition(other) in words["reaching"])
    return next((found for other in reached if (found := owners(stage, other))), ())


def is_bare_body(stage: Stage, index: int) -> bool:
    """Whether the subject of the clause is a body of a state without its name: "das Land", "das Unterhaus"."""
    head = _bare_head(stage, index)
    return head is not None and stage.parties.sides.class_of(head) == "state"


def is_bare_state(stage: Stage, index: int) -> bool:
    """Whether the subject of the clause is a state without its name: "das Land", "das Königreich"."""
    head = _bare_head(stage, index)
    return head is not None and is_listed(head, word_lists(stage.language, "exchanges")["bare_states"])


def _bare_head(stage: Stage, index: int) -> str | None:
    subject = stage.subject(stage.clauses[index])
    if subject is None:
        return None
    phrase = stage.phrases[subject]
    head = stage.tokens[phrase.head]
    return head.lemma if phrase.last - phrase.first <= 2 and head.tag == "NN" else None


def owner_of_given(stage: Stage, index: int, other_than: Party) -> Party | None:
    """As in "EU-Gelder werden freigegeben": whose the thing is that a passive clause tells to be given; of people the
    adjective tells where they are from, and not who holds them."""
    clause = stage.clauses[index]
    if not clause.passive or clause.subject is None:
        return None
    head = stage.tokens[stage.phrases[clause.subject].head]
    people = is_listed(head.lemma, word_lists(stage.language, "exchanges")["swapped"])
    if head.tag != "NN" or people or stage.parties.bodies.is_person_noun(stage.phrases[clause.subject]):
        return None
    found = owner_of(stage, clause.subject)
    return found if found is not None and found.code != other_than.code else None


def receiver(stage: Stage, index: int, giving: Party) -> Party | None:
    """To whom the clause gives: the recipient of its event, else another side that it names."""
    clause = stage.clauses[index]
    for event in stage.told_in(stage.clause_span(index)):
        if event.actor is None or event.actor.code != giving.code or event.recipient is None:
            continue
        if is_side(stage, event.recipient) and not _is_told_by(stage, event.recipient.span):
            return event.recipient
    for k in clause.objects:
        if _is_source(stage, k) or _is_beside(stage, k):
            continue
        for party in sides_of(stage, k):
            if party.code != giving.code and is_side(stage, party):
                return party
    return None


def _is_beside(stage: Stage, k: int) -> bool:
    """As in "das geht auch uns in Deutschland an": where those live who are meant."""
    at = stage.phrases[k].preposition
    return (
        at is not None
        and at > 0
        and stage.tokens[at - 1].tag in PERSONAL
        and stage.preposition(k) in stage.words["locating"]
    )


def _is_source(stage: Stage, k: int) -> bool:
    """Whether the phrase is who vouches for what is told: "nach Angaben des Roten Kreuzes"."""
    return _is_told_by(stage, stage.parties.span_of(stage.phrases[k]))


def _is_told_by(stage: Stage, span: Span | None) -> bool:
    if span is None:
        return False
    return any(said.source is not None and said.source.overlaps(span) for said in stage.findings.attributions)


def other_side(stage: Stage, index: int, known: Party) -> Party | None:
    """The side that the sentences around the tie name first beside the known one; where something was counts last:
    "auf Kuba ausgehandelt"."""
    sentence = stage.clauses[index].sentence
    placed = None
    for k in range(len(stage.phrases)):
        at = stage.analysis.sentence_of[stage.phrases[k].first]
        if at < sentence - SENTENCES:
            continue
        if at > sentence:
            break
        if stage.tokens[stage.phrases[k].head].tag in PERSONAL:
            continue  # "Das geht auch uns an"
        for party in stage.parties.of_phrase(k):
            fits = party.code != known.code and is_side(stage, party) and len(party.code) < LONGEST_NAME
            if not fits or _is_source(stage, k):
                continue
            if stage.preposition(k) not in stage.words["locating"]:
                return party
            if stage.phrases[k].first < stage.clauses[index].last and not _is_beside(stage, k):
                placed = placed or party
    return placed


def speaking(stage: Stage, index: int) -> Party | None:
    """Who sets the condition where the clause names nobody: who speaks."""
    clause = stage.clauses[index]
    for holder in stage.holding(stage.tokens[clause.first].span)[:1]:
        return next((party for party in source_sides(stage, holder) if is_side(stage, party)), None)
    return None
