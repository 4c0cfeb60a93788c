"""Triggers: the verbs and nouns of a table of wordings as they stand in a report."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.analysis.quotations import QUOTES
from lagebild.extraction.events.fixed import fixed_words
from lagebild.extraction.events.stage import Stage
from lagebild.language.wordings import Wording, Wordings
from lagebild.model.analysis import GENITIVE, Clause, ClauseKind
from lagebild.model.span import Span


class VerbTrigger(NamedTuple):
    """A verb of the table in a clause: `span` is the verb itself, `fixed` the row's further words."""

    wording: Wording
    clause: int
    token: int
    span: Span
    fixed: tuple[int, ...]


class NounTrigger(NamedTuple):
    """A noun of the table at the head of phrase `phrase`."""

    wording: Wording
    clause: int
    phrase: int
    span: Span


def verb_triggers(stage: Stage, table: Wordings) -> Iterator[VerbTrigger]:
    """The verbs of the table, in the order of clauses; each clause meets at most one row for a verb, first of all one
    whose further words it has."""
    told = stage.clause_words.told(stage.clauses)
    for index, _, verb in sorted(place for lemma in told.keys() & table.verbs.keys() for place in told[lemma]):
        clause = stage.clauses[index]
        for wording in table.verbs[verb.lemma]:
            fixed = fixed_words(stage, clause, wording.fixed)
            if fixed is not None:
                yield VerbTrigger(wording, index, verb.token, stage.tokens[verb.token].span, fixed)
                break


def noun_triggers(stage: Stage, table: Wordings) -> Iterator[NounTrigger]:
    """The nouns of the table at the heads of phrases, in text order."""
    for k, phrase in enumerate(stage.phrases):
        head = stage.tokens[phrase.head]
        if head.tag != "NN":
            continue
        index = stage.analysis.clause_of[phrase.head]
        for wording in table.of_noun(head.lemma) or (table.of_noun(head.text) if head.text != head.lemma else ()):
            clause = stage.clauses[index] if index >= 0 else None
            if wording.fixed and (clause is None or fixed_words(stage, clause, wording.fixed) is None):
                continue
            yield NounTrigger(wording, index, k, head.span)
            break


def standing(stage: Stage, clause: Clause, places: Sequence[str]) -> list[int]:
    """The phrases in the first of the places that is filled; the object of a passive verb is its subject."""
    for place in places:
        if place == "akk" and clause.passive:
            found = [clause.subject] if clause.subject is not None else []
        elif place in ("inf", "dass", "front", "self", "harm"):
            continue
        elif place == "subj" and clause.passive:
            found = stage.agents(clause)
        else:
            found = stage.standing(clause, place)
        if found:
            return found
    return []


def dependent(stage: Stage, index: int, places: Sequence[str]) -> int | None:
    """The infinitive ("inf") or clause with a conjunction ("dass") that depends on the clause."""
    kinds = {ClauseKind.INF} if "inf" in places else set()
    kinds |= {ClauseKind.SUB} if "dass" in places else set()
    for other in range(index + 1, min(index + 4, len(stage.clauses))):
        if stage.clauses[other].parent == index and stage.clauses[other].kind in kinds:
            return other
    return None


def followers(stage: Stage, k: int, *, reach: int = 14) -> Iterator[int]:
    """The phrases behind the noun of phrase `k`, up to the next comma or verb."""
    phrase = stage.phrases[k]
    sentence = stage.analysis.sentences[stage.analysis.sentence_of[phrase.head]]
    i = phrase.last
    while i < min(sentence.last, phrase.last + reach):
        token = stage.tokens[i]
        if token.verb is not None or token.text in (",", ";", ":") or token.tag in ("VVPP", "VVINF", "PTKVZ"):
            return
        other = stage.analysis.phrase_of[i]
        if other >= 0 and stage.phrases[other].first == i:
            yield other
            i = stage.phrases[other].last
        else:
            i += 1


def beside_noun(stage: Stage, k: int, places: Sequence[str]) -> list[int]:
    """The phrases in the first of the places behind the noun of phrase `k` that is filled: "gen" or "p:X"."""
    found = list(followers(stage, k))
    for place in places:
        if place == "gen":
            here = [o for o in found[:1] if _is_genitive(stage, k, o)]
        else:
            here = [o for o in found if place == f"p:{stage.preposition(o)}"]
        if here:
            return here
    return []


def _is_genitive(stage: Stage, k: int, other: int) -> bool:
    phrase = stage.phrases[other]
    first = stage.phrases[k].last
    # "„eine Verletzung“ des Abkommens"
    first += first < len(stage.tokens) and stage.tokens[first].text in QUOTES
    return phrase.preposition is None and phrase.first == first and bool(phrase.agreement & GENITIVE)
