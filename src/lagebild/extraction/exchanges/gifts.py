"""Gifts: the words for what a side gives, and whether a clause tells of giving at all."""

from lagebild.analysis.coordination import enumerated
from lagebild.extraction.events.clause_words import Spoken
from lagebild.extraction.events.nouns import row_of
from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbs import matching
from lagebild.extraction.exchanges.partners import acting_phrase, is_before_number
from lagebild.extraction.records.listed import is_listed
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import EventType, Party
from lagebild.model.exchange import Side
from lagebild.model.span import Span

FRIENDLY = frozenset((
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
    EventType.RETREAT,
))  # fmt: skip
# So many infinitives on each side of one are told as one gift with it.
JOINED = 3
CONTENT = ("NN", "NE", "FM", "VV", "AD", "CARD")


def is_gift(stage: Stage, index: int) -> bool:
    """Whether the clause tells an act that may be given: help, a release, a retreat, the end of a hostile act."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma in words["giving"] or is_ready(stage, index) or _is_letting(stage, clause):
        return True
    if _hands_over(stage, clause):
        return True
    types = {row.type for row in stage.lexicon.verbs.get(clause.lemma, ()) if row.type is not None}
    types |= {event.type for event in stage.told_in(*gift_of(stage, index))}
    return bool(types & FRIENDLY) or (bool(types) and is_negated(stage, clause))


def is_ready(stage: Stage, index: int) -> bool:
    """As in "ist zu Gesprächen bereit", "erklärte seine Bereitschaft"."""
    words = word_lists(stage.language, "exchanges")["readiness"]
    parts = stage.clauses[index].parts
    return any(stage.tokens[i].text.lower() in words for first, last in parts for i in range(first, last))


def _hands_over(stage: Stage, clause: Clause) -> bool:
    """As in "auf freien Fuß setzen", "über die Freigabe entscheiden"."""
    words = word_lists(stage.language, "exchanges")
    nouns = [stage.tokens[stage.phrases[k].head].lemma for k in clause.objects]
    if clause.lemma in words["light_verbs"] and any(is_listed(noun, words["given_nouns"]) for noun in nouns):
        return True
    if clause.lemma in words["inducing"] and any(is_gift_noun(stage, k) for k in stage.standing(clause, "p:mit")):
        return True
    asks = clause.lemma in words["getting"] or clause.lemma in words["refused_by"]
    return clause.lemma in words["deciding"] and not asks and any(is_listed(n, words["handing_over"]) for n in nouns)


def _is_letting(stage: Stage, clause: Clause) -> bool:
    """As in "ließ die Gefangenen ausreisen", "ließ Inspekteure ins Land"."""
    words = word_lists(stage.language, "exchanges")
    letting = [i for i in clause.predicate if stage.tokens[i].lemma in words["let_inf"]]
    if not letting:
        return False
    done = [stage.tokens[i].lemma for i in clause.predicate if stage.tokens[i].tag == "VVINF" and i not in letting]
    if done:
        return not words["let_hostile"].intersection(done)
    return any(stage.preposition(k) in words["let_into"] for k in clause.objects)


def is_gift_noun(stage: Stage, k: int) -> bool:
    """Whether the noun names an act that may be given, or a thing that states give."""
    row = row_of(stage, k)
    if row is not None and row.type in FRIENDLY:
        return True
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, word_lists(stage.language, "exchanges")["goods"])


def is_hostile(stage: Stage, index: int) -> bool:
    """Whether the clause tells an act of conflict, which nobody gives."""
    clause = stage.clauses[index]
    row, _ = matching(stage, clause, Spoken(clause.lemma, -1))
    hostile = row is not None and row.type is not None and row.type not in FRIENDLY
    harmless = _is_of_own(stage, clause) or _is_against_ills(stage, clause)
    return hostile and not is_negated(stage, clause) and not harmless


def _is_of_own(stage: Stage, clause: Clause) -> bool:
    """As in "ihr Lager räumen", "seine Stellungen aufgeben": what somebody does with his own is given."""
    if clause.lemma not in word_lists(stage.language, "exchanges")["giving"]:
        return False
    things = (stage.phrases[k] for k in clause.objects if not stage.preposition(k))
    return any(stage.tokens[phrase.first].tag == "PPOSAT" for phrase in things)


def _is_against_ills(stage: Stage, clause: Clause) -> bool:
    """As in "die Korruption bekämpfen", "gegen Schleuser vorgehen"."""
    ills = word_lists(stage.language, "exchanges")["ills"]
    return any(is_listed(stage.tokens[stage.phrases[k].head].lemma, ills) for k in clause.objects)


def gift_of(stage: Stage, index: int, *, without: Span | None = None) -> tuple[Span, ...]:
    """The clause without its opener, its subject, its auxiliaries and the tie, as pieces that hold content; with the
    infinitives that are joined to one: "die Steuern zu erhöhen und die Renten zu kürzen"."""
    promised = _promised(stage, index)
    members = _joined_infinitives(stage, promised if promised is not None else index)
    return tuple(piece for member in members for piece in _gift_of_one(stage, member, without))


def _joined_infinitives(stage: Stage, index: int) -> list[int]:
    clause = stage.clauses[index]
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return [index]
    found = [index]
    for step in (-1, 1):
        for other in range(index + step, index + (JOINED + 1) * step, step):
            if not 0 <= other < len(stage.clauses) or not _is_sibling(stage, other, clause):
                break
            found.append(other)
    return sorted(found)


def _is_sibling(stage: Stage, other: int, clause: Clause) -> bool:
    found = stage.clauses[other]
    if found.kind is not ClauseKind.INF or found.sentence != clause.sentence:
        return False
    if found.lemma in word_lists(stage.language, "exchanges")["getting"]:
        return False
    later = found if found.first > clause.first else clause
    return stage.tokens[later.first].tag == "KON"


def _gift_of_one(stage: Stage, index: int, without: Span | None) -> tuple[Span, ...]:
    clause = stage.clauses[index]
    left_out = _left_out(stage, index, without) | _told_by(stage, clause)
    pieces: list[Span] = []
    run: list[int] = []
    for first, last in clause.parts:
        for i in (*range(first, last), -1):
            if i >= 0 and i not in left_out:
                run.append(i)
            elif run:
                pieces += _piece(stage, run)
                run = []
    if clause.passive and clause.predicate:
        # Behind the verb stands what is said aside: "wurden 2.400 Drohnen verschifft, unter ihnen etwa 300 …".
        end = stage.tokens[clause.predicate[-1]].end
        pieces = [piece for piece in pieces if piece.start < end]
    return (*_without_front(stage, clause, pieces), *_pointed_at(stage, index))


def _without_front(stage: Stage, clause: Clause, pieces: list[Span]) -> list[Span]:
    """The pieces but one that stands before the finite verb and only says when or where: "Am Montag gab A x"."""
    if len(pieces) < 2 or clause.finite is None or clause.finite < clause.first:
        return pieces
    aside = (
        stage.tokens[clause.first].tag.startswith(("AP", "AD")) and pieces[0].end <= stage.tokens[clause.finite].start
    )
    first, last = stage.range_of(Span(pieces[1].start, pieces[-1].end))
    tells = any(stage.tokens[i].tag in ("NN", "NE", "FM") for i in range(first, last))
    return pieces[1:] if aside and tells else pieces


def _pointed_at(stage: Stage, index: int) -> tuple[Span, ...]:
    """The infinitive that a word stands for: "verzichtet darauf, die Regel anzuwenden"."""
    clause = stage.clauses[index]
    if clause.kind is ClauseKind.INF or not any(
        stage.tokens[i].tag == "PROAV" for first, last in clause.parts for i in range(first, last)
    ):
        return ()
    behind = index + 1
    if behind >= len(stage.clauses) or stage.clauses[behind].parent != index:
        return ()
    return gift_of(stage, behind) if stage.clauses[behind].kind is ClauseKind.INF else ()


def _promised(stage: Stage, index: int) -> int | None:
    """The clause behind "verpflichtet sich, Flüchtlinge aufzunehmen", "ist bereit, die Sanktionen zu lockern"."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    if clause.lemma not in words["promising"] and not is_ready(stage, index):
        return None
    for other in range(index + 1, min(index + 3, len(stage.clauses))):
        found = stage.clauses[other]
        opener = stage.tokens[found.opener].text.lower() if found.opener is not None else ""
        if found.parent == index and found.kind is ClauseKind.INF and opener not in words["in_order_to"]:
            return other
    return None


def _left_out(stage: Stage, index: int, without: Span | None) -> set[int]:
    clause = stage.clauses[index]
    found = set() if clause.opener is None else {clause.opener}
    subject = acting_phrase(stage, index)
    if subject is not None and not clause.passive:
        found |= set(_subject_words(stage, subject))
    if clause.finite is not None and stage.tokens[clause.finite].tag in ("VAFIN", "VMFIN"):
        found.add(clause.finite)
    for first, last in clause.parts:
        for i in range(first, last):
            token = stage.tokens[i]
            if without is not None and without.start <= token.start < without.end:
                found.add(i)
            if token.tag in ("$,", "$(", "VAINF", "VAPP", "VMINF"):
                found.add(i)
                if i > 0 and stage.tokens[i - 1].tag == "PTKZU":
                    found.add(i - 1)
    return found


def _told_by(stage: Stage, clause: Clause) -> set[int]:
    """The words that say who tells it: "laut einem Bericht der Zeitung"."""
    found: set[int] = set()
    verb = stage.tokens[clause.predicate[-1]].span if clause.predicate else None
    for holder in stage.holding(verb) if verb is not None else ():
        for span in (*holder.cue, *((holder.source,) if holder.source is not None else ())):
            found |= set(range(*stage.range_of(span)))
    return found


def _subject_words(stage: Stage, subject: int) -> range:
    """The words of the subject; of two names side by side ("unterstützt Russland Kuba") the first."""
    first, last = stage.range_of(stage.full(subject))
    if is_before_number(stage, subject):
        return range(first, first + 1)
    names = all(stage.tokens[i].tag == "NE" for i in range(first, last))
    if names and last - first > 1 and stage.parties.bodies.at(first) and stage.parties.bodies.at(last - 1):
        return range(first, first + 1)
    return range(first, last)


def _piece(stage: Stage, run: list[int]) -> list[Span]:
    fillers = word_lists(stage.language, "exchanges")["fillers"]
    while run and stage.tokens[run[0]].text.lower() in fillers:
        run = run[1:]
    while run and stage.tokens[run[-1]].text.lower() in fillers:
        run = run[:-1]
    if not any(stage.tokens[i].tag.startswith(CONTENT) for i in run):
        return []
    return [Span(stage.tokens[run[0]].start, stage.tokens[run[-1]].end)]


def is_refused(stage: Stage, index: int) -> bool:
    """Whether the clause is negated, or depends on a verb of refusing: "weigerte sich, dafür Leute zu entlassen"."""
    clause = stage.clauses[index]
    refusing = word_lists(stage.language, "exchanges")["refused_by"]
    around = clause.parent if clause.kind is ClauseKind.INF else None
    return (
        is_negated(stage, clause)
        or clause.lemma in refusing
        or (around is not None and stage.clauses[around].lemma in refusing)
    )


def events_in(stage: Stage, gives: tuple[Span, ...]) -> tuple[str, ...]:
    """The keys of the events that the words tell."""
    return tuple(event.key for event in stage.told_in(*gives))


def whole(stage: Stage, k: int) -> Span:
    """The phrase with all that is joined to it: "Truppen und Waffen"; before the finite verb of a main clause all up to
    it: "Hilfen in Höhe von drei Milliarden"."""
    members = enumerated(stage.analysis, k)
    span = Span(stage.full(k).start, max(stage.full(member).end for member in members))
    index = stage.analysis.clause_of[stage.phrases[k].head]
    finite = stage.clauses[index].finite if index >= 0 else None
    if finite is None or stage.clauses[index].kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return span
    _, last = stage.range_of(span)
    one_piece = any(first <= last - 1 and finite < end for first, end in stage.clauses[index].parts)
    return Span(span.start, stage.tokens[finite - 1].end) if last < finite and one_piece else span


def trimmed(stage: Stage, span: Span) -> Span:
    """The words without blanks at their end."""
    text = span.of(stage.analysis.text)
    return Span(span.start, span.start + len(text.rstrip()))


def side(stage: Stage, party: Party | None, gives: tuple[Span, ...]) -> Side:
    """A side with what it gives and the events behind that."""
    return Side(party, gives, events_in(stage, gives))
