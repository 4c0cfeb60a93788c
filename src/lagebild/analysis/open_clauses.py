"""Reads the segments of a sentence from left to right: which clause each opens, goes on with or closes."""

from collections.abc import Sequence
from itertools import pairwise

from lagebild.analysis.halves import closing, is_second_half, start_of_second_half
from lagebild.analysis.insertions import (
    Saying,
    fills_first_field,
    goes_on,
    interrupts,
    is_verdict,
    parts_noun_from_verb,
    resumes,
)
from lagebild.analysis.open_clause import (
    BRACKET,
    OpenClause,
    completes,
    is_over,
    is_verb_second,
    returns_to,
    verb_last_before,
)
from lagebild.analysis.predicates import NONFINITE
from lagebild.analysis.segments import Segment, segment_of, segments_of
from lagebild.model.analysis import ClauseKind, Sentence, Token

SUBJECT_STARTS = frozenset(("NN", "NE", "FM", "ART", "PPOSAT", "PDAT", "ADJA", "CARD"))
STANDING = (ClauseKind.MAIN, ClauseKind.V2, ClauseKind.FRAGMENT)


def open_clauses(
    tokens: tuple[Token, ...], phrase_of: Sequence[int], quoted: Sequence[bool], sentence: Sentence, words: Saying
) -> list[OpenClause]:
    """The clauses of the sentence, with their tokens, finite verbs, openers and parents."""
    return _Builder(tokens, phrase_of, quoted, sentence, words).clauses()


class _Builder:
    """Reads the segments of one sentence from left to right."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        phrase_of: Sequence[int],
        quoted: Sequence[bool],
        sentence: Sentence,
        words: Saying,
    ) -> None:
        self.tokens = tokens
        self.words = words
        self.phrase_of = phrase_of
        self.quoted = quoted
        self.sentence = sentence
        self.found: list[OpenClause] = []
        self.stack: list[OpenClause] = []
        self.main: OpenClause | None = None
        self.loose: tuple[OpenClause, list[int]] | None = None
        """A stretch without a verb after a finished clause, which may turn out to begin the next one."""
        self.following: list[Segment] = []
        self.rest: Segment | None = None
        """The rest of the main clause behind an insertion."""

    def clauses(self) -> list[OpenClause]:
        segments = segments_of(self.tokens, self.phrase_of, self.quoted, self.sentence)
        for place, segment in enumerate(segments):
            self.following = segments[place + 1 :]
            if segment is not self.rest:
                segment = self._without_bracket_of_another(segment)
            if segment.bracketed:
                self._aside(segment)
            elif segment is self.rest and self.main is not None:
                self.main.tokens += segment.tokens
            elif segment.kind is not None:
                self._opened(segment)
            elif segment.infinitive:
                self._infinitive(segment)
            elif not segment.finites:
                self._verbless(segment)
            elif not self._inserted(segment):
                self._verbal(segment)
        return [clause for clause in self.found if clause.tokens]

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
            or not completes(self.tokens, waiting, words[:k])
        ):
            return segment
        waiting.tokens += words[:k]
        self._unwind(waiting)
        return segment_of(self.tokens, self.quoted, self.sentence, words[k:], bracketed=segment.bracketed)

    # ---- what a segment does -----------------------------------------------------------------------------------

    def _new(self, kind: ClauseKind, opener: int | None, parent: OpenClause | None, *, quoted: bool) -> OpenClause:
        clause = OpenClause(kind, opener, parent, quoted)
        self.found.append(clause)
        return clause

    def _innermost(self) -> OpenClause | None:
        return self.stack[-1] if self.stack else self.main

    def _incomplete(self) -> OpenClause | None:
        """The innermost verb-last clause that still lacks its finite verb."""
        for clause in reversed(self.stack):
            if clause.kind in (ClauseKind.SUB, ClauseKind.REL) and clause.finite is None:
                return clause
        return None

    def _unwind(self, clause: OpenClause) -> None:
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

    def _inserted(self, segment: Segment) -> bool:
        """As in "Der Hafen, *sagte Holm*, bleibt offen": who says so stands apart, and the clause around goes on."""
        tokens, main, following = self.tokens, self.main, self.following
        if (main is not None and main.quoted) or not interrupts(tokens, segment, self.words):
            return False
        if not following:
            alone = main is not None and main.finite is None and is_verdict(tokens, main.tokens, self.words)
            if alone:
                self._new(ClauseKind.MAIN, None, None, quoted=False).tokens += segment.tokens
                self.found[-1].finite = segment.finites[0]
            return alone
        before = self.stack[-1] if self.stack else None
        if main is None:
            waits = before is not None and before.kind is ClauseKind.SUB
            waits = waits and before is not None and fills_first_field(tokens, before.finite, segment, following)
        else:
            waits = main.finite is None and resumes(tokens, segment, following)
        if not waits and (
            main is None or main.finite is None or not goes_on(tokens, main.finite, self.words, following)
        ):
            return False
        clause = self._new(ClauseKind.MAIN, None, None, quoted=False)
        clause.tokens += segment.tokens
        clause.finite = segment.finites[0]
        if waits:
            self.stack.append(clause)  # "sagte Holm, *der am Montag kam*, bleibt offen"
        else:
            self.rest = following[0]
        return True

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
        if self._second_half(segment) or self._waiting_subject(segment):
            return
        host = self._host_of_verbless(segment)
        if host is None:
            host = self.main = self._new(ClauseKind.FRAGMENT, None, None, quoted=segment.quoted)
            self.stack[:] = [host]
        elif self.tokens[words[-1]].tag in BRACKET:
            self.loose = None
        elif host.finite is not None:
            before = self.loose[1] if self.loose is not None and self.loose[0] is host else []
            self.loose = (host, before + words)
        host.tokens += words

    def _second_half(self, segment: Segment) -> bool:
        """As in "hatte das Gesetz gelobt, aber mehr Geld verlangt": open a clause for what follows the comma."""
        words, main = segment.tokens, self.main
        if main is None or main.finite is None or self._incomplete() is not None or self.stack[-1:] != [main]:
            return False
        if not is_second_half(self.tokens, main.finite, main.tokens, words):
            return False
        clause = self._beside_main(quoted=segment.quoted)
        clause.finite = main.finite
        clause.tokens += words
        main.closing = closing(self.tokens, words)
        return True

    def _waiting_subject(self, segment: Segment) -> bool:
        """As in "Der Zug stand, doch *Ute Wald, die Fahrerin, sagte* …": open a clause whose verb stands behind an
        apposition."""
        words, main = segment.tokens, self.main
        apposition, verb = (*self.following, None, None)[:2]
        if main is None or main.finite is None or self._incomplete() is not None or apposition is None or verb is None:
            return False
        if self.tokens[words[0]].tag != "KON" or len(words) < 2 or self.tokens[words[1]].tag not in SUBJECT_STARTS:
            return False
        if apposition.finites or apposition.kind is not None or apposition.infinitive or apposition.bracketed:
            return False
        if verb.bracketed:
            verb = self.following[2] if len(self.following) > 2 else verb
        if verb.kind is not None or verb.finites[:1] != verb.tokens[:1]:
            return False
        clause = self._beside_main(quoted=segment.quoted)
        clause.kind, clause.shared = ClauseKind.FRAGMENT, None
        clause.tokens += words
        return True

    def _host_of_verbless(self, segment: Segment) -> OpenClause | None:
        incomplete = self._incomplete()
        if incomplete is not None:
            return incomplete
        words = segment.tokens
        if segment.quoted and self.main is not None and not self.main.quoted and self.main.finite is not None:
            earlier = next((c for c in self.found if c.quoted), None)
            if earlier is not None:
                return earlier
        for clause in reversed(self.stack):
            if clause.kind in STANDING and completes(self.tokens, clause, words):
                self._unwind(clause)
                return clause
        if self.main is not None and self.main.finite is not None:
            bare = all(self.tokens[i].tag in NONFINITE for i in words)
            if bare or completes(self.tokens, self.main, words):
                self.stack[:] = [self.main]
                return self.main
        innermost = self._innermost()
        while (
            not segment.dash
            and innermost is not None
            and innermost.kind in (ClauseKind.SUB, ClauseKind.REL)
            and innermost.parent is not None
        ):
            # The insertion is over: the clause around it goes on.
            innermost = innermost.parent
        return innermost

    def _verbal(self, segment: Segment) -> None:
        words, finites = segment.tokens, segment.finites
        incomplete = self._incomplete()
        first = finites[0] == words[0]
        verbs_only = len(words) <= 3 and all(
            self.tokens[i].verb is not None or self.tokens[i].tag in NONFINITE for i in words
        )
        if incomplete is not None and (not first or verbs_only) and not is_over(self.tokens, incomplete, segment):
            self._unwind(incomplete)
            self._fill(incomplete, words, finites)
            return
        before = verb_last_before(self.tokens, self.main, self.stack, segment)
        if before is not None:
            clause = self._new(before.kind, before.opener, before.parent, quoted=segment.quoted)
            clause.shared = before
            self._unwind(before)
            self.stack[-1] = clause
        else:
            clause = self._resumed(segment) or self._standing(segment)
        self._coordinated(clause, words, finites)

    def _resumed(self, segment: Segment) -> OpenClause | None:
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
        if not first and self._parts_noun_from_verb(segment):
            clause = self._new(ClauseKind.V2, None, main, quoted=segment.quoted)
            self.stack.append(clause)
            return clause
        if main.kind is ClauseKind.FRAGMENT:
            main.kind = ClauseKind.MAIN
        self.stack[:] = [main]
        return main

    def _parts_noun_from_verb(self, segment: Segment) -> bool:
        joined = bool(self.stack) and self.stack[-1].kind is ClauseKind.V2
        return parts_noun_from_verb(self.tokens, segment, self.following, joined=joined)

    def _standing(self, segment: Segment) -> OpenClause:
        """A new clause with its verb first or second: dependent where it is Konjunktiv behind another clause."""
        words, finites = segment.tokens, segment.finites
        verb = self.tokens[finites[0]].verb
        subjunctive = verb is not None and verb.mood.startswith("kon")
        conjunction = self.tokens[words[0]].tag == "KON"
        kind = ClauseKind.MAIN
        parent: OpenClause | None = None
        lead: list[int] = []
        if self.main is not None and not segment.colon and subjunctive:
            innermost = self._innermost()
            if finites[0] != words[0] and not conjunction:
                kind, parent = ClauseKind.V2, innermost
            elif conjunction and innermost is not None and innermost.kind is ClauseKind.V2:
                kind, parent = ClauseKind.V2, innermost.parent
            elif self.loose is not None and (finites[0] == words[0] or (conjunction and finites[0] != words[1])):
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

    def _coordinated(self, clause: OpenClause, words: list[int], finites: list[int]) -> None:
        """Give the words to the clause; every further finite verb opens a clause coordinated with it."""
        cuts = [0]
        for left, right in pairwise(finites):
            a, b = words.index(left), words.index(right)
            cuts.append(next((x for x in range(b, a, -1) if self.tokens[words[x]].tag == "KON"), b))
        for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
            piece = words[start:end]
            if clause.finite is not None and returns_to(self.tokens, self.main, clause, piece, finites):
                clause = self._beside_main(quoted=clause.quoted)
            elif clause.finite is not None:
                following = self._new(clause.kind, None, clause.parent, quoted=clause.quoted)
                following.shared = clause
                clause = self._instead(clause, following)
            clause.finite = next((i for i in piece if i in finites), clause.finite)
            half = start_of_second_half(self.tokens, clause.finite, piece)
            clause.tokens += piece[:half]
            if half is not None:
                following = self._new(clause.kind, None, clause.parent, quoted=clause.quoted)
                following.shared, following.finite = clause, clause.finite
                following.tokens += piece[half:]
                clause.closing = closing(self.tokens, piece[half:])
                clause = self._instead(clause, following)

    def _instead(self, clause: OpenClause, following: OpenClause) -> OpenClause:
        """The clause that follows, in the place of the one that it is coordinated with."""
        if clause in self.stack:
            self.stack[self.stack.index(clause)] = following
        if clause is self.main:
            self.main = following
        return following

    def _beside_main(self, *, quoted: bool) -> OpenClause:
        """A new main clause coordinated with the one before, which lends it its subject."""
        clause = self._new(ClauseKind.MAIN, None, None, quoted=quoted)
        clause.shared = self.main
        self.main = clause
        self.stack[:] = [clause]
        return clause

    def _fill(self, clause: OpenClause, words: list[int], finites: list[int]) -> None:
        """Give a verb-last clause its words up to its finite verb; a second verb opens the next clause."""
        if not finites:
            clause.tokens += words
            return
        at = words.index(finites[0])
        clause.finite = finites[0]
        if len(finites) == 1:
            rest = words[at + 1 :]
            if clause.kind is ClauseKind.REL and clause.parent and len(rest) > 1 and self.tokens[rest[0]].tag == "KON":
                clause.parent.tokens += rest  # "Fotos, die das belegen, und Briefe" without its second comma
                words = words[: at + 1]
            clause.tokens += words
            return
        upto = words.index(finites[1])
        cut = next((x for x in range(upto, at, -1) if self.tokens[words[x]].tag == "KON"), at + 1)
        clause.tokens += words[:cut]
        rest = words[cut:]
        if returns_to(self.tokens, self.main, clause, rest, finites[1:]):
            self._coordinated(self._beside_main(quoted=clause.quoted), rest, finites[1:])
            return
        if is_verb_second(self.tokens, self.main, rest, finites[1:]):
            self._coordinated(self._beside_main(quoted=clause.quoted), rest, finites[1:])
            return
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
