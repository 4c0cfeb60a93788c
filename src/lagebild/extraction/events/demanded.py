"""Demanded: of whom a demand is that names an act by a noun, as in "fordert Schutz durch die Nato"."""

from collections.abc import Iterator

from lagebild.extraction.events.owners import name_inside, owners
from lagebild.extraction.events.stage import Stage
from lagebild.language.endings import ends_in
from lagebild.model.analysis import GENITIVE
from lagebild.model.event import Party


def doers_of_demanded(stage: Stage, first: int, last: int) -> tuple[Party, ...]:
    """Who would do what the tokens ask for, as the noun that opens them and the words behind it tell."""
    inside = [k for k in dict.fromkeys(stage.analysis.phrase_of[first:last]) if k >= 0]
    if not inside or stage.tokens[stage.phrases[inside[0]].head].tag != "NN":
        return ()
    k = inside[0]
    noun = stage.tokens[stage.phrases[k].head].lemma.lower()
    own = ends_in(noun, stage.words["own_demanded"])
    for other in _behind(stage, k, inside):
        preposition = stage.preposition(other)
        if preposition in stage.words["agents_of_nouns"] or (own and preposition in stage.words["agents"]):
            found = stage.parties.of_full(other) or owners(stage, other)
            if found:
                return found
    return _of_owner(stage, k, inside) if own else ()


def _of_owner(stage: Stage, k: int, inside: list[int]) -> tuple[Party, ...]:
    """As in "Perus Rückzug", "ein Rückzug Perus", "ein Ende der peruanischen Lieferungen": by an adjective or the
    genitive right behind; what is in a place is not done by it."""
    code = stage.parties.bodies.before_noun(stage.phrases[k])
    if code is not None:
        return (Party(code, stage.parties.span_of(stage.phrases[k])),)
    if inner := name_inside(stage, k):
        return inner
    other = next((o for o in _behind(stage, k, inside) if stage.phrases[o].first == stage.phrases[k].last), None)
    if other is None or stage.preposition(other) or not stage.phrases[other].agreement & GENITIVE:
        return ()
    code = stage.parties.bodies.before_noun(stage.phrases[other])
    if code is not None:
        return (Party(code, stage.parties.span_of(stage.phrases[other])),)
    return stage.parties.of_phrase(other)


def _behind(stage: Stage, k: int, inside: list[int]) -> Iterator[int]:
    """The phrases behind the noun in its own clause."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    for other in inside[1:]:
        if stage.analysis.clause_of[stage.phrases[other].head] != index:
            return
        yield other
