"""Targets: who is threatened, as the words beside the trigger, the harm or the condition name them."""

from collections.abc import Iterable, Sequence

from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.triggers import followers
from lagebild.model.analysis import GENITIVE
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

# Media and courts are no side that is threatened.
NO_SIDE = ("-MED", "-JUD")
# Events that tell whom somebody speaks to.
ADDRESSING = (EventType.THREATEN, EventType.REQUEST)
# Words before examples: "Partner wie Japan".
EXAMPLES = frozenset(("wie",))


def together(groups: Iterable[Sequence[Party]], *, other_than: Party | None = None) -> tuple[Party, ...]:
    """The sides of all groups once each, without the one that threatens."""
    found: dict[str, Party] = {}
    for group in groups:
        for party in group:
            if party.code.endswith(NO_SIDE):
                continue
            if other_than is None or party.code != other_than.code:
                found.setdefault(party.code, party)
    return tuple(found.values())


def of_phrases(stage: Stage, phrases: Iterable[int], source: Party | None) -> tuple[Party, ...]:
    """The sides that the phrases name, or that own what they name: "die Sicherheit Japans"."""
    return together((sides_of(stage, k) for k in phrases), other_than=source)


def sides_of(stage: Stage, k: int) -> tuple[Party, ...]:
    """The sides that the phrase names; those named as examples ("Partner wie Japan") and a group's name behind its
    fighters come before the general noun."""
    phrase = stage.phrases[k]
    groups = [stage.parties.of_full(k)]
    for other in followers(stage, k):
        if stage.tokens[stage.phrases[other].first - 1].text.lower() in EXAMPLES:
            groups.append(stage.parties.of_full(other))
        elif stage.phrases[other].first == phrase.last and _is_general(groups[0]):
            groups[0] = stage.parties.of_full(other) or groups[0]
        else:
            break
    possessive = next((i for i in range(phrase.first, phrase.head) if stage.tokens[i].tag == "PPOSAT"), None)
    if possessive is not None and (party := stage.parties.possessor(possessive)) is not None:
        return (party,)
    return together(groups) or owners(stage, k)


def _is_general(parties: Sequence[Party]) -> bool:
    """As in "kurdische Kämpfer": known by their people alone."""
    return len(parties) == 1 and parties[0].code[:1].islower()


def behind(stage: Stage, k: int, prepositions: frozenset[str], source: Party | None) -> tuple[Party, ...]:
    """Whom the words behind a noun for harm name: "ein Angriff auf Polen", "die Zerstörung Israels"."""
    phrase = stage.phrases[k]
    found = []
    for other in followers(stage, k):
        follower = stage.phrases[other]
        genitive = follower.preposition is None and follower.first == phrase.last and follower.agreement & GENITIVE
        if stage.preposition(other) in prepositions or genitive:
            found.append(other)
    return of_phrases(stage, found, source)


def aimed_at(
    stage: Stage, first: int, last: int, prepositions: frozenset[str], source: Party | None
) -> tuple[Party, ...]:
    """Whom the words `[first, last)` name behind one of the prepositions, as often as it is said again."""
    found = [
        k
        for k in dict.fromkeys(stage.analysis.phrase_of[i] for i in range(first, last))
        if k >= 0 and stage.preposition(k) in prepositions
    ]
    return together((sides_of(stage, k) for k in found), other_than=source)


def spoken_to(stage: Stage, span: Span, source: Party | None) -> tuple[Party, ...]:
    """Whom the speaker of the words addresses, as the event of his threat or demand says: "warnte er die Türkei"."""
    for holder in stage.holding(span)[:1]:
        told = [event for event in stage.told_at(holder.cue[0]) if event.type in ADDRESSING] if holder.cue else []
        return together(((event.recipient,) for event in told if event.recipient is not None), other_than=source)
    return ()


def before_and(stage: Stage, index: int, source: Party | None) -> tuple[Party, ...]:
    """As in "erhöht den Druck auf Taiwan und droht mit einer Blockade": whom the clause names that goes before "und"
    and has the same subject."""
    clause = stage.clauses[index] if index > 0 else None
    if (
        clause is None
        or stage.tokens[clause.first].tag != "KON"
        or stage.clauses[index - 1].sentence != clause.sentence
    ):
        return ()
    other = stage.clauses[index - 1]
    if other.subject != clause.subject:
        return ()
    for k in other.objects:
        found = together((sides_of(stage, k),), other_than=source)
        if found:
            return found
    return ()


def of_event(stage: Stage, span: Span, source: Party | None) -> tuple[Party, ...]:
    """Who receives the event that the words for the harm tell."""
    found = [event.recipient for event in stage.told_in(span) if event.recipient is not None]
    return together((found,), other_than=source)
