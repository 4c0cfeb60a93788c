"""Clauses by topological fields: where each begins and ends, its verbs, its subject and objects.

The finite verb, the conjunction and the comma tell the clauses of a German sentence apart (Drach 1937; Höhle
1986): a conjunction or a relative word opens a clause that its finite verb closes; a clause without one has its
finite verb first or second, and its particle, participle or infinitive at the right bracket.
"""

from collections.abc import Sequence
from itertools import pairwise

from lagebild.analysis.acting_nouns import Acting
from lagebild.analysis.conjuncts import parted
from lagebild.analysis.insertions import Saying
from lagebild.analysis.open_clause import OpenClause
from lagebild.analysis.open_clauses import open_clauses
from lagebild.analysis.predicates import VERBAL, is_predicate, verb_of
from lagebild.analysis.subjects import subject_of
from lagebild.model.analysis import ACCUSATIVE, NOMINATIVE, Clause, ClauseKind, Phrase, Sentence, Token


def find_clauses(
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    phrases: tuple[Phrase, ...],
    quoted: Sequence[bool],
    words: Saying,
    acting: Acting,
) -> tuple[Clause, ...]:
    """The clauses of all sentences; every token but punctuation belongs to exactly one.

    `quoted` says of each token whether it stands between quotation marks, `words` with which verbs somebody who says so
    is named in the midst of it, `acting` who acts. Linear in the number of tokens.
    """
    phrase_of = [-1] * len(tokens)
    for k, phrase in enumerate(phrases):
        phrase_of[phrase.first : phrase.last] = [k] * (phrase.last - phrase.first)
    clauses: list[Clause] = []
    for number, sentence in enumerate(sentences):
        opened = parted(tokens, open_clauses(tokens, phrase_of, quoted, sentence, words))
        base = len(clauses)
        places = {id(clause): base + k for k, clause in enumerate(opened)}
        for clause in opened:
            clauses.append(_finished(tokens, phrases, phrase_of, clause, number, places, clauses, acting))
    return tuple(clauses)


def _finished(
    tokens: tuple[Token, ...],
    phrases: tuple[Phrase, ...],
    phrase_of: Sequence[int],
    clause: OpenClause,
    number: int,
    places: dict[int, int],
    done: Sequence[Clause],
    acting: Acting,
) -> Clause:
    words = sorted(clause.tokens)
    parts = _runs(words)
    finite = clause.finite
    kind = clause.kind
    if kind in (ClauseKind.MAIN, ClauseKind.V2) and finite is None:
        kind = ClauseKind.FRAGMENT
    elif kind is ClauseKind.FRAGMENT and finite is not None:
        kind = ClauseKind.MAIN
    verbs = [i for i in words if tokens[i].tag in VERBAL and is_predicate(tokens, phrases, phrase_of, i)]
    predicate = tuple(sorted({*verbs, *clause.closing, *(() if finite is None else (finite,))}))
    if finite is not None and tokens[finite].tag == "VVFIN":
        # "An ihn gewandt sagte sie …", "nannte sich „verraten“": beside a full verb a participle is no predicate.
        predicate = tuple(i for i in predicate if tokens[i].tag != "VVPP")
    lemma, modal, passive = verb_of(tokens, predicate, finite)
    inside = [k for i in words if (k := phrase_of[i]) >= 0 and phrases[k].first == i]
    subject = subject_of(tokens, phrases, phrase_of, inside, kind, finite, words[0], acting)
    if clause.shared is not None and clause.shared.finite == finite:
        subject = _own_subject(tokens, phrases, inside) if passive else None
    elif subject is not None and clause.shared is not None and _is_shared(tokens, phrases[subject], words, finite):
        subject = None
    if subject is None and clause.shared is not None and finite is not None:
        place = places.get(id(clause.shared))
        if place is not None and place < len(done):
            subject = done[place].subject
    parent = places.get(id(clause.parent)) if clause.parent is not None else None
    objects = tuple(k for k in inside if k != subject)
    return Clause(
        kind, number, parts, clause.opener, finite, predicate, lemma, modal, passive, subject, objects, parent
    )


def _runs(words: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The ranges of neighbours among the words, which are in order."""
    first, last = words[0], words[-1] + 1
    if last - first == len(words):
        return ((first, last),)
    gaps = [(before + 1, i) for before, i in pairwise(words) if i != before + 1]
    return tuple(zip((first, *(begin for _, begin in gaps)), (*(end for end, _ in gaps), last), strict=True))


def _own_subject(tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], inside: Sequence[int]) -> int | None:
    """As in "wurden zwei verletzt *und ein Haus zerstört*": of a passive clause whose auxiliary stands before it."""
    return next(
        (
            k
            for k in inside
            if phrases[k].preposition is None
            and phrases[k].agreement & NOMINATIVE
            and tokens[phrases[k].head].tag in ("NN", "NE", "CARD")
        ),
        None,
    )


def _is_shared(tokens: tuple[Token, ...], phrase: Phrase, words: Sequence[int], finite: int | None) -> bool:
    """As in "… und kritisierte das Gesetz": an object follows "und" and its verb, the subject came before."""
    if finite is None or finite not in words[:2] or phrase.first < finite:
        return False
    return (
        bool(phrase.agreement & ACCUSATIVE) and tokens[phrase.head].tag == "NN" and tokens[phrase.last - 1].tag == "NN"
    )
