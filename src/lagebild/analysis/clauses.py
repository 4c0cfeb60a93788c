"""Clauses by topological fields: where each begins and ends, its verbs, its subject and objects.

The finite verb, the conjunction and the comma tell the clauses of a German sentence apart (Drach 1937; Höhle
1986): a conjunction or a relative word opens a clause that its finite verb closes; a clause without one has its
finite verb first or second, and its particle, participle or infinitive at the right bracket.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from lagebild.model.analysis import (
    ACCUSATIVE,
    GENITIVE,
    NOMINATIVE,
    PLURAL,
    SINGULAR,
    Clause,
    ClauseKind,
    Phrase,
    Sentence,
    Token,
)

NONFINITE = frozenset(("VVPP", "VVINF", "VVIZU", "VAINF", "VAPP", "VMINF", "VMPP", "PTKVZ", "PTKZU"))
BRACKET = frozenset(("VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ", "VVIZU"))
INFINITIVES = frozenset(("VVINF", "VAINF", "VMINF"))
BOUNDARIES = frozenset(("$,", "$.", "$("))
QUESTION_WORDS = frozenset(("PWAV", "PWS", "PWAT"))
RELATIVE_WORDS = frozenset(("PRELS", "PRELAT"))
# Words that may stand before the opener: "und dass", "vor allem weil", "in dem".
LEADING = frozenset(("KON", "ADV", "PTKNEG", "ADJD"))
STANDING = (ClauseKind.MAIN, ClauseKind.V2, ClauseKind.FRAGMENT)
# What may stand between a noun and the "und" that joins another to it.
BETWEEN_HALVES = frozenset(("APPR", "APPRART", "ART", "ADJA", "NN", "NE", "CARD", "PPOSAT"))
CLOSING_QUOTES = frozenset('“”»«"‘’›‹')


class Segment(NamedTuple):
    """Tokens between two boundaries, with what its first and its verbal words say."""

    tokens: list[int]
    kind: ClauseKind | None
    opener: int | None
    finites: list[int]
    infinitive: bool
    colon: bool
    quoted: bool
    bracketed: bool
    closed: bool
    """A quotation ends right before it."""
    dash: bool
    """A dash stands right before it."""


@dataclass(eq=False, slots=True)
class _Open:
    """A clause while it grows."""

    kind: ClauseKind
    opener: int | None
    parent: "_Open | None"
    quoted: bool
    tokens: list[int] = field(default_factory=list)
    finite: int | None = None
    shared: "_Open | None" = None
    """The clause that it is coordinated with: a missing subject is that one's."""


def find_clauses(
    tokens: Sequence[Token], sentences: Sequence[Sentence], phrases: Sequence[Phrase], quoted: Sequence[bool]
) -> tuple[Clause, ...]:
    """The clauses of all sentences; every token but punctuation belongs to exactly one.

    `quoted` says of each token whether it stands between quotation marks. Linear in the number of tokens.
    """
    phrase_of = [-1] * len(tokens)
    for k, phrase in enumerate(phrases):
        phrase_of[phrase.first : phrase.last] = [k] * (phrase.last - phrase.first)
    clauses: list[Clause] = []
    for number, sentence in enumerate(sentences):
        opened = _Builder(tokens, phrase_of, quoted, sentence).clauses()
        base = len(clauses)
        places = {id(clause): base + k for k, clause in enumerate(opened)}
        for clause in opened:
            clauses.append(_finished(tokens, phrases, phrase_of, clause, number, places, clauses))
    return tuple(clauses)


class _Builder:
    """Reads the segments of one sentence from left to right."""

    def __init__(
        self, tokens: Sequence[Token], phrase_of: Sequence[int], quoted: Sequence[bool], sentence: Sentence
    ) -> None:
        self.tokens = tokens
        self.phrase_of = phrase_of
        self.quoted = quoted
        self.sentence = sentence
        self.found: list[_Open] = []
        self.stack: list[_Open] = []
        self.main: _Open | None = None
        self.loose: tuple[_Open, list[int]] | None = None
        """A stretch without a verb after a finished clause, which may turn out to begin the next one."""
        self.following: list[Segment] = []

    def clauses(self) -> list[_Open]:
        segments = self._segments()
        for place, segment in enumerate(segments):
            self.following = segments[place + 1 :]
            segment = self._without_bracket_of_another(segment)
            if segment.bracketed:
                self._aside(segment)
            elif segment.kind is not None:
                self._opened(segment)
            elif segment.infinitive:
                self._infinitive(segment)
            elif not segment.finites:
                self._verbless(segment)
            else:
                self._verbal(segment)
        return [clause for clause in self.found if clause.tokens]

    # ---- segments ----------------------------------------------------------------------------------------------

    def _segments(self) -> list[Segment]:
        segments: list[Segment] = []
        current: list[int] = []
        depth = 0
        for i in range(self.sentence.first, self.sentence.last):
            token = self.tokens[i]
            if token.tag in BOUNDARIES and self.phrase_of[i] < 0:
                if current:
                    segments.append(self._segment(current, bracketed=depth > 0))
                    current = []
                depth += (token.text == "(") - (token.text == ")" and depth > 0)
            else:
                current.append(i)
        if current:
            segments.append(self._segment(current, bracketed=depth > 0))
        return segments

    def _segment(self, words: list[int], *, bracketed: bool) -> Segment:
        tokens, first = self.tokens, words[0]
        finites = [i for i in words if tokens[i].verb is not None]
        finites = [i for i in finites if not self._is_infinitive_double(i, finites)]
        kind, opener = self._opener(words, finites)
        infinitive = not finites and (
            any(tokens[i].tag == "VVIZU" for i in words)
            or any(tokens[a].tag == "PTKZU" and tokens[b].tag in INFINITIVES for a, b in pairwise(words))
        )
        before = [tokens[x].text for x in range(max(self.sentence.first, first - 2), first)]
        colon = bool(before) and (before[-1] == ":" or (before[-1] in '„»«“"' and ":" in before))
        closed = any(text in CLOSING_QUOTES for text in before) and not self.quoted[first]
        dash = bool(before) and before[-1] in ("-", "–", "—")
        return Segment(words, kind, opener, finites, infinitive, colon, self.quoted[first], bracketed, closed, dash)

    def _is_infinitive_double(self, i: int, finites: list[int]) -> bool:
        """As in "sollen … ausgegeben haben": the last word has the form of a finite verb and is the infinitive."""
        token = self.tokens[i]
        return (
            i != finites[0]
            and token.tag == "VAFIN"
            and token.text == token.lemma
            and self.tokens[finites[0]].tag in ("VMFIN", "VAFIN")
            and self.tokens[i - 1].tag in ("VVPP", "VAPP")
        )

    def _opener(self, words: list[int], finites: list[int]) -> tuple[ClauseKind | None, int | None]:
        tokens = self.tokens
        k = 0
        while k < min(len(words), 3) and tokens[words[k]].tag in LEADING:
            k += 1
        for m in range(k, min(k + 3, len(words))):
            i = words[m]
            tag = tokens[i].tag
            if tag == "KOUS" or (tag == "KOKOM" and m == k and tokens[words[-1]].verb is not None and len(words) > 2):
                return ClauseKind.SUB, i
            if tag == "KOUI":
                return ClauseKind.INF, i
            if tag in RELATIVE_WORDS:
                return ClauseKind.REL, i
            if tag in QUESTION_WORDS:
                direct = m == k and len(words) > m + 1 and finites[:1] == [words[m + 1]] and not self.stack
                return (None, None) if direct else (ClauseKind.SUB, i)
            if not (m == k and tag in ("APPR", "APPRART")) and not (m == k + 1 and tag == "ART"):
                break
        return None, None

    def _without_bracket_of_another(self, segment: Segment) -> Segment:
        """As in "warf ihnen „Verrat“ vor und ging": the particle behind the quotation closes the clause before it."""
        words, tokens = segment.tokens, self.tokens
        k = 0
        while k < len(words) and tokens[words[k]].tag in BRACKET:
            k += 1
        waiting = self.main
        if (
            not 0 < k < len(words)
            or tokens[words[k]].tag != "KON"
            or waiting is None
            or not self._completes(waiting, words[:k])
        ):
            return segment
        waiting.tokens += words[:k]
        self._unwind(waiting)
        return self._segment(words[k:], bracketed=segment.bracketed)

    # ---- what a segment does -----------------------------------------------------------------------------------

    def _new(self, kind: ClauseKind, opener: int | None, parent: _Open | None, *, quoted: bool) -> _Open:
        clause = _Open(kind, opener, parent, quoted)
        self.found.append(clause)
        return clause

    def _innermost(self) -> _Open | None:
        return self.stack[-1] if self.stack else self.main

    def _incomplete(self) -> _Open | None:
        """The innermost verb-last clause that still lacks its finite verb."""
        for clause in reversed(self.stack):
            if clause.kind in (ClauseKind.SUB, ClauseKind.REL) and clause.finite is None:
                return clause
        return None

    def _unwind(self, clause: _Open) -> None:
        while self.stack and self.stack[-1] is not clause:
            self.stack.pop()

    def _aside(self, segment: Segment) -> None:
        """A parenthesis stands by itself and leaves the clauses around it as they are."""
        finite = segment.finites[0] if segment.finites else None
        aside = self._new(
            ClauseKind.MAIN if finite else ClauseKind.FRAGMENT, None, self._innermost(), quoted=segment.quoted
        )
        aside.tokens += segment.tokens
        aside.finite = finite

    def _opened(self, segment: Segment) -> None:
        assert segment.kind is not None
        clause = self._new(segment.kind, segment.opener, self._innermost(), quoted=segment.quoted)
        self.stack.append(clause)
        if segment.kind is ClauseKind.INF:
            clause.tokens += segment.tokens
        else:
            self._fill(clause, segment.tokens, segment.finites)

    def _infinitive(self, segment: Segment) -> None:
        clause = self._new(ClauseKind.INF, None, self._innermost(), quoted=segment.quoted)
        clause.tokens += self._lead_of_infinitive() + segment.tokens
        self.stack.append(clause)
        self.loose = None

    def _lead_of_infinitive(self) -> list[int]:
        """As in "sagte zu, über das Haus, das größte, zu bestimmen": words behind a clause that its verb has closed
        already begin the infinitive; behind a noun they are its apposition."""
        if self.loose is None:
            return []
        host, lead = self.loose
        at = len(host.tokens) - len(lead)
        if host.tokens[at:] != lead or at == 0:
            return []
        before = self.tokens[host.tokens[at - 1]]
        if before.verb is None and before.tag not in BRACKET:
            return []
        del host.tokens[at:]
        return lead

    def _verbless(self, segment: Segment) -> None:
        words = segment.tokens
        if segment.colon and self.main is not None and self.main.finite is not None:
            fragment = self._new(ClauseKind.FRAGMENT, None, self.main, quoted=segment.quoted)
            fragment.tokens += words
            self.stack[:] = [fragment]
            return
        host = self._host_of_verbless(segment)
        if host is None:
            host = self.main = self._new(ClauseKind.FRAGMENT, None, None, quoted=segment.quoted)
            self.stack[:] = [host]
        elif host.finite is not None:
            before = self.loose[1] if self.loose is not None and self.loose[0] is host else []
            self.loose = (host, before + words)
        host.tokens += words

    def _host_of_verbless(self, segment: Segment) -> _Open | None:
        incomplete = self._incomplete()
        if incomplete is not None:
            return incomplete
        words = segment.tokens
        if segment.quoted and self.main is not None and not self.main.quoted and self.main.finite is not None:
            earlier = next((c for c in self.found if c.quoted), None)
            if earlier is not None:
                return earlier
        for clause in reversed(self.stack):
            if clause.kind in STANDING and self._completes(clause, words):
                self._unwind(clause)
                return clause
        if self.main is not None and self.main.finite is not None:
            bare = all(self.tokens[i].tag in NONFINITE for i in words)
            if bare or self._completes(self.main, words):
                self.stack[:] = [self.main]
                return self.main
        innermost = self._innermost()
        while (
            innermost is not None
            and innermost.kind in (ClauseKind.SUB, ClauseKind.REL)
            and innermost.parent is not None
        ):
            # The insertion is over: the clause around it goes on.
            innermost = innermost.parent
        return innermost

    def _completes(self, clause: _Open, words: list[int]) -> bool:
        """Whether the words end in the right bracket that the clause still lacks."""
        if clause.finite is None or self.tokens[words[-1]].tag not in BRACKET:
            return False
        return not any(self.tokens[i].tag in BRACKET for i in clause.tokens)

    def _verbal(self, segment: Segment) -> None:
        words, finites = segment.tokens, segment.finites
        incomplete = self._incomplete()
        first = finites[0] == words[0]
        verbs_only = len(words) <= 3 and all(
            self.tokens[i].verb is not None or self.tokens[i].tag in NONFINITE for i in words
        )
        if incomplete is not None and (not first or verbs_only):
            self._unwind(incomplete)
            self._fill(incomplete, words, finites)
            return
        clause = self._resumed(segment) or self._standing(segment)
        self._coordinated(clause, words, finites)

    def _resumed(self, segment: Segment) -> _Open | None:
        """The clause that had to wait for its finite verb: its first field held a clause or an apposition."""
        first = segment.finites[0] == segment.tokens[0]
        if segment.quoted and first:
            waiting = next((c for c in self.found if c.quoted and c.kind is ClauseKind.FRAGMENT), None)
            if waiting is not None and self.main is not waiting:
                waiting.kind = ClauseKind.MAIN
                return waiting
        main = self.main
        if main is not None and segment.dash and self.sentence.headline:
            return None
        if main is None or main.finite is not None or segment.colon or (segment.closed and first and main.quoted):
            return None
        if not first and self._is_insertion(segment):
            clause = self._new(ClauseKind.V2, None, main, quoted=segment.quoted)
            self.stack.append(clause)
            return clause
        if main.kind is ClauseKind.FRAGMENT:
            main.kind = ClauseKind.MAIN
        self.stack[:] = [main]
        return main

    def _is_insertion(self, segment: Segment) -> bool:
        """As in "die Behauptung, er habe nichts gewusst, überzeugte": Konjunktiv between a noun and its own verb."""
        verb = self.tokens[segment.finites[0]].verb
        if verb is None or not verb.mood.startswith("kon"):
            return False
        return any(s.kind is None and s.finites and s.finites[0] == s.tokens[0] for s in self.following)

    def _standing(self, segment: Segment) -> _Open:
        """A new clause with its verb first or second: dependent where it is Konjunktiv behind another clause."""
        words, finites = segment.tokens, segment.finites
        verb = self.tokens[finites[0]].verb
        subjunctive = verb is not None and verb.mood.startswith("kon")
        conjunction = self.tokens[words[0]].tag == "KON"
        kind = ClauseKind.MAIN
        parent: _Open | None = None
        lead: list[int] = []
        if self.main is not None and not segment.colon and subjunctive:
            innermost = self._innermost()
            if finites[0] != words[0] and not conjunction:
                kind, parent = ClauseKind.V2, innermost
            elif conjunction and innermost is not None and innermost.kind is ClauseKind.V2:
                kind, parent = ClauseKind.V2, innermost.parent
            elif finites[0] == words[0] and self.loose is not None:
                host, lead = self.loose
                if host.tokens[-len(lead) :] == lead:
                    del host.tokens[-len(lead) :]
                    kind, parent = ClauseKind.V2, host
                else:
                    lead = []
        clause = self._new(kind, None, parent, quoted=segment.quoted)
        clause.tokens += lead
        if lead:
            for other in self.found:
                if other.parent is parent and other is not clause and other.tokens and other.tokens[0] > lead[0]:
                    other.parent = clause
        if kind is ClauseKind.V2:
            self.stack.append(clause)
        else:
            self.stack[:] = [clause]
            if conjunction and len(self.found) > 1:
                clause.shared = next(
                    (c for c in reversed(self.found[:-1]) if c.kind in (ClauseKind.MAIN, ClauseKind.V2)), None
                )
            self.main = clause
        self.loose = None
        return clause

    def _coordinated(self, clause: _Open, words: list[int], finites: list[int]) -> None:
        """Give the words to the clause; every further finite verb opens a clause coordinated with it."""
        cuts = [0]
        for left, right in pairwise(finites):
            a, b = words.index(left), words.index(right)
            cuts.append(next((x for x in range(b, a, -1) if self.tokens[words[x]].tag == "KON"), b))
        for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
            piece = words[start:end]
            if clause.finite is not None:
                following = self._new(clause.kind, None, clause.parent, quoted=clause.quoted)
                following.shared = clause
                if clause in self.stack:
                    self.stack[self.stack.index(clause)] = following
                if clause is self.main:
                    self.main = following
                clause = following
            clause.tokens += piece
            clause.finite = next((i for i in piece if i in finites), clause.finite)

    def _fill(self, clause: _Open, words: list[int], finites: list[int]) -> None:
        """Give a verb-last clause its words up to its finite verb; a second verb opens the next clause."""
        if not finites:
            clause.tokens += words
            return
        at = words.index(finites[0])
        clause.finite = finites[0]
        if len(finites) == 1:
            clause.tokens += words
            return
        upto = words.index(finites[1])
        cut = next((x for x in range(upto, at, -1) if self.tokens[words[x]].tag == "KON"), at + 1)
        clause.tokens += words[:cut]
        rest = words[cut:]
        joined = self.tokens[rest[0]].tag == "KON" or finites[1] != rest[0]
        following = self._new(
            clause.kind if joined else ClauseKind.MAIN,
            clause.opener if joined else None,
            clause.parent if joined else None,
            quoted=clause.quoted,
        )
        if joined:
            following.shared = clause
        else:
            self.main = self.main or following
        self.stack[-1] = following
        self._fill(following, rest, finites[1:])


# ---- from what was read to the record ------------------------------------------------------------------------------


def _finished(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    phrase_of: Sequence[int],
    clause: _Open,
    number: int,
    places: dict[int, int],
    done: Sequence[Clause],
) -> Clause:
    words = sorted(clause.tokens)
    parts: list[tuple[int, int]] = []
    for i in words:
        if parts and parts[-1][1] == i:
            parts[-1] = (parts[-1][0], i + 1)
        else:
            parts.append((i, i + 1))
    finite = clause.finite
    kind = clause.kind
    if kind in (ClauseKind.MAIN, ClauseKind.V2) and finite is None:
        kind = ClauseKind.FRAGMENT
    elif kind is ClauseKind.FRAGMENT and finite is not None:
        kind = ClauseKind.MAIN
    predicate = tuple(i for i in words if i == finite or _is_predicate(tokens, phrases, phrase_of, i))
    if finite is not None and tokens[finite].tag == "VVFIN":
        # "An ihn gewandt sagte sie …", "nannte sich „verraten“": beside a full verb a participle is no predicate.
        predicate = tuple(i for i in predicate if tokens[i].tag != "VVPP")
    lemma, modal, passive = _verb_of(tokens, predicate, finite)
    inside = list(dict.fromkeys(phrase_of[i] for i in words if phrase_of[i] >= 0 and phrases[phrase_of[i]].first == i))
    subject = _subject(tokens, phrases, phrase_of, inside, kind, finite, words[0])
    if subject is not None and clause.shared is not None and _is_shared(tokens, phrases[subject], words, finite):
        subject = None
    if subject is None and clause.shared is not None and finite is not None:
        place = places.get(id(clause.shared))
        if place is not None and place < len(done):
            subject = done[place].subject
    parent = places.get(id(clause.parent)) if clause.parent is not None else None
    objects = tuple(k for k in inside if k != subject)
    return Clause(
        kind, number, tuple(parts), clause.opener, finite, predicate, lemma, modal, passive, subject, objects, parent
    )


def _is_shared(tokens: Sequence[Token], phrase: Phrase, words: Sequence[int], finite: int | None) -> bool:
    """As in "… und kritisierte das Gesetz": an object follows "und" and its verb, the subject came before."""
    if finite is None or finite not in words[:2] or phrase.first < finite:
        return False
    return (
        bool(phrase.agreement & ACCUSATIVE) and tokens[phrase.head].tag == "NN" and tokens[phrase.last - 1].tag == "NN"
    )


def _is_predicate(tokens: Sequence[Token], phrases: Sequence[Phrase], phrase_of: Sequence[int], i: int) -> bool:
    token = tokens[i]
    if token.tag not in NONFINITE and not (token.tag == "VAFIN" and token.text == token.lemma):
        return False
    k = phrase_of[i]
    return k < 0 or i == phrases[k].last - 1


def _verb_of(tokens: Sequence[Token], predicate: Sequence[int], finite: int | None) -> tuple[str, str | None, bool]:
    """The full verb with its particle, the modal's lemma, and whether it is passive."""
    full = [i for i in predicate if tokens[i].tag.startswith("VV")]
    auxiliaries = [i for i in predicate if tokens[i].tag.startswith("VA")]
    modals = [i for i in predicate if tokens[i].tag.startswith("VM")]
    particles = [i for i in predicate if tokens[i].tag == "PTKVZ"]
    modal = tokens[modals[0]].lemma if modals else None
    dependent = [i for i in full if i != finite]
    main = dependent[-1] if dependent else (full[0] if full else None)
    if main is None:
        if auxiliaries:
            main = next((i for i in auxiliaries if i != finite), auxiliaries[0])
            return tokens[main].lemma, modal, False
        return (tokens[modals[0]].lemma, None, False) if modals else ("", None, False)
    passive = False
    if tokens[main].tag == "VVPP":
        forms = [tokens[i] for i in auxiliaries]
        become = [token for token in forms if token.lemma == "werden"]
        # "wird gesagt haben" is future: an infinitive auxiliary that is not "werden" stands beside it.
        future = any(token.lemma != "werden" and i != finite for i, token in zip(auxiliaries, forms, strict=True))
        passive = bool(become) and (not future or any(token.tag == "VAPP" for token in become))
    lemma = tokens[main].lemma
    if particles and main == finite:
        lemma = tokens[particles[-1]].text.lower() + lemma
    return lemma, modal, passive


# What speaks for a phrase as the subject; found by trying on the development part of UD German GSD.
UNAMBIGUOUS = 2.0
NAMED = 1.5
PERSONAL = 3.0
EXPLETIVE = 1.0
RELATIVE = 2.0
DEMONSTRATIVE = -2.5
GENITIVE_ATTRIBUTE = -3.0
APPOSITION = -4.0
PER_PLACE = -0.6


def _subject(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    phrase_of: Sequence[int],
    inside: Sequence[int],
    kind: ClauseKind,
    finite: int | None,
    first: int,
) -> int | None:
    """The phrase that may be nominative, agrees with the finite verb and has most speaking for it."""
    if finite is None:
        return None
    verb = tokens[finite].verb
    numbers = verb.numbers if verb else "sp"
    persons = verb.persons if verb else "123"
    best: int | None = None
    highest = -99.0
    for place, k in enumerate(inside):
        phrase = phrases[k]
        head = tokens[phrase.head]
        if phrase.preposition is not None or not phrase.agreement & NOMINATIVE or head.tag == "PRF":
            continue
        if not _agrees(tokens, phrase, numbers) or (head.tag == "PPER" and not _person_fits(head, persons)):
            continue
        score = PER_PLACE * place
        if not phrase.agreement & ACCUSATIVE:
            score += UNAMBIGUOUS
        if (
            phrase.last - phrase.first > 1
            and tokens[phrase.last - 1].tag == "NE"
            and tokens[phrase.last - 2].tag in ("NN", "NE")
        ):
            score += NAMED
        if head.tag == "PPER":
            score += PERSONAL if phrase.agreement & NOMINATIVE and head.lemma != "es" else EXPLETIVE
        elif head.tag == "PWS" and phrase.agreement & ACCUSATIVE:
            score -= UNAMBIGUOUS
        elif head.tag == "PRELS":
            stands = kind is ClauseKind.REL and head.lemma != "was"
            score += RELATIVE if stands and _fits_antecedent(tokens, phrases, phrase_of, phrase, numbers) else -RELATIVE
        elif head.tag == "PDS":
            score += DEMONSTRATIVE
        if phrase.first > first and place and _is_genitive_attribute(tokens, phrase):
            score += GENITIVE_ATTRIBUTE
        if (
            place
            and tokens[phrase.first - 1].text == ","
            and tokens[phrase.first - 2].tag == "NE"
            and head.tag != "PPER"
        ):
            score += APPOSITION
        if score > highest:
            best, highest = k, score
    return best


# How many phrases back the noun may stand that a relative pronoun refers to.
ANTECEDENT_REACH = 4


def _fits_antecedent(
    tokens: Sequence[Token], phrases: Sequence[Phrase], phrase_of: Sequence[int], pronoun: Phrase, numbers: str
) -> bool:
    """Whether a noun before the relative pronoun agrees with it and has the number of the verb: in "die Hilfe, die
    die Nachbarn zugesagt haben" there is none, so the pronoun is the object."""
    if len(numbers) != 1:
        return True
    wanted = NOMINATIVE & pronoun.agreement & (PLURAL if numbers == "p" else SINGULAR)
    at, tried = pronoun.first - 1, 0
    while at >= 0 and tried < ANTECEDENT_REACH:
        k = phrase_of[at]
        if k < 0:
            at -= 1
            continue
        joined = numbers == "p" and tokens[phrases[k].first - 1].tag == "KON"
        if joined or wanted & _in_every_case(phrases[k].agreement):
            return True
        tried += 1
        at = phrases[k].first - 1
    return False


def _in_every_case(agreement: int) -> int:
    """The mask with its genders and numbers in all cases."""
    genders = (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF
    return genders * 0x1111


def _agrees(tokens: Sequence[Token], phrase: Phrase, numbers: str) -> bool:
    if "s" in numbers and "p" in numbers:
        return True
    if "s" in numbers:
        return bool(phrase.agreement & SINGULAR & NOMINATIVE)
    if phrase.agreement & PLURAL & NOMINATIVE:
        return True
    return _is_coordinated(tokens, phrase)


# How many words may stand between the two halves of a subject: "das Hilfswerk für Flucht (HFF) und das Büro".
COORDINATION_REACH = 10


def _is_coordinated(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Two singulars make a plural: "Merkel und Hollande", "die Organisation für Migration (IOM) und das Hilfswerk"."""
    at, end = phrase.last, min(len(tokens), phrase.last + COORDINATION_REACH)
    aside = False
    while at < end:
        token = tokens[at]
        if aside or token.text == "(":
            aside = token.text != ")"
        elif token.tag == "KON":
            return True
        elif token.tag not in BETWEEN_HALVES:
            return False
        at += 1
    return False


def _person_fits(pronoun: Token, persons: str) -> bool:
    first = pronoun.text.lower() in ("ich", "wir")
    second = pronoun.text.lower() == "du"
    return ("1" if first else "2" if second else "3") in persons or (pronoun.text == "ihr" and "2" in persons)


def _is_genitive_attribute(tokens: Sequence[Token], phrase: Phrase) -> bool:
    before = tokens[phrase.first - 1].tag
    return (
        before in ("NN", "NE")
        and bool(phrase.agreement & GENITIVE)
        and tokens[phrase.first].tag in ("ART", "PPOSAT", "ADJA", "PDAT", "PIAT")
    )
