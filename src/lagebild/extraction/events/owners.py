"""Owners: whose thing a phrase is, "Stellungen des IS", "nordkoreanische Raketen", "seine Truppen"."""

from dataclasses import replace

from lagebild.extraction.events.stage import Stage
from lagebild.model.event import Party
from lagebild.model.span import Span


def hit(stage: Stage, k: int) -> tuple[Party, ...]:
    """Whom an attack on phrase `k` hits: the side that it names, its owners, or the civilians who are there."""
    named = stage.parties.of_full(k)
    if named:
        return named
    found = owners(stage, k)
    if stage.parties.sides.is_civil(stage.tokens[stage.phrases[k].head].lemma):
        return tuple(
            replace(party, code=f"{party.code}-CVL") for party in found if stage.parties.sides.is_state(party.code)
        )
    return found


def owners(stage: Stage, k: int) -> tuple[Party, ...]:
    """The sides to whom phrase `k` belongs: by a genitive, a place, an adjective, a possessive or a compound."""
    phrase = stage.phrases[k]
    whole = stage.full(k)
    _, last = stage.range_of(whole)
    adjective = stage.parties.bodies.before_noun(phrase)
    for i in range(phrase.last, last):
        follower = stage.analysis.phrase_of[i]
        if follower >= 0 and follower != k and stage.phrases[follower].first == i:
            preposition = stage.preposition(follower)
            if preposition not in stage.words["owned_by"] or (adjective and preposition in stage.words["locating"]):
                continue  # "iranische Stellungen in Syrien"
            found = stage.parties.of_full(follower) or _place(stage, follower) or _of_genitive(stage, follower)
            if found:
                return found
    inside = name_inside(stage, k)
    if inside:
        return inside
    for i in range(phrase.first, phrase.head):
        if stage.tokens[i].tag == "PPOSAT" and (party := stage.parties.possessor(i)) is not None:
            return (party,)
    front = stage.parties.bodies.beside_noun(phrase)
    if front is None and (before := named_before(stage, k)):
        return before
    return (Party(front, whole),) if front else _place(stage, k)


def _of_genitive(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "der Bau israelischer Siedlungen": whose the thing is to which it belongs."""
    code = stage.parties.bodies.beside_noun(stage.phrases[k]) if not stage.preposition(k) else None
    return (Party(code, stage.parties.span_of(stage.phrases[k])),) if code else ()


def _place(stage: Stage, k: int) -> tuple[Party, ...]:
    code = stage.parties.bodies.place(stage.phrases[k])
    return (Party(code, stage.parties.span_of(stage.phrases[k])),) if code is not None else ()


def _somebody(stage: Stage, span: Span) -> Party | None:
    """As in "die Truppen Putins": a person whom the report names in full elsewhere."""
    for mention in stage.mentions.overlapping(span):
        entity = stage.entities.get(mention.entity)
        if entity is not None and (party := stage.parties.named(entity.name, span)) is not None:
            return party
    return None


def name_inside(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "der Angriff Russlands": a name in the genitive behind the noun, in the same phrase."""
    phrase = stage.phrases[k]
    for i in range(phrase.head + 1, phrase.last):
        token = stage.tokens[i]
        if token.tag in ("NE", "FM") and token.text.endswith(("s", "'", "’")):
            party = (
                stage.parties.named(token.text.rstrip("'’"), token.span)
                or stage.parties.named(token.text.removesuffix("s"), token.span)
                or _somebody(stage, token.span)
            )
            if party is not None:
                return (party,)
    return ()


def named_before(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Russlands Angriffe": a name in the genitive that is a phrase of its own."""
    first = stage.phrases[k].first
    before = stage.analysis.phrase_of[first - 1] if first > 0 else -1
    if before < 0:
        return ()
    head = stage.tokens[stage.phrases[before].last - 1]
    if head.tag not in ("NE", "FM") or not head.text.endswith(("s", "'", "’")):
        return ()
    return stage.parties.of_phrase(before)
