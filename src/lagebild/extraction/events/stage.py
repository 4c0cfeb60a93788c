"""Stage: one document's analysis, its sides and the event lexicon, as the rules of events ask for them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from lagebild.analysis.phrases import full_phrase
from lagebild.analysis.quotations import QUOTES
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.events.roll import Roll
from lagebild.extraction.events.shared import shared_of
from lagebild.language.endings import ends_in
from lagebild.language.happenings import Happenings, happenings
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import ACCUSATIVE, DATIVE, GENITIVE, NOMINATIVE, Analysis, Clause, ClauseKind, Phrase
from lagebild.model.attribution import Attribution
from lagebild.model.event import Event, Party
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

CASES = {"akk": ACCUSATIVE, "dat": DATIVE, "gen": GENITIVE}
REFLEXIVE = ("PRF",)
# The rules that find whose account it is in "laut X", "nach Angaben X".
FRAMES = ("frame-nach", "frame-noun", "frame-preposition", "frame-so", "frame-zufolge")
PRIVATE = ("-CVL", "-MED", "-JUD", "-OPP")


class Stage:
    """Read-only; built once for a document."""

    def __init__(self, findings: Findings, language: Language) -> None:
        assert findings.analysis is not None
        self.findings = findings
        self.language = language
        self.analysis: Analysis = findings.analysis
        self.tokens = self.analysis.tokens
        self.phrases: tuple[Phrase, ...] = self.analysis.phrases
        self.clauses: tuple[Clause, ...] = self.analysis.clauses
        shared = shared_of(findings, language)
        self._shared = shared
        self.entities = shared.entities
        self.cast = shared.ground.cast
        self._heads = shared.ground.heads
        self._prepositions = shared.prepositions
        self._subjects = shared.subjects
        self.speaking = shared.speaking
        self.lexicon: Happenings = happenings(language)
        self.words = word_lists(language, "events")
        self.clause_words = shared.clause_words
        self._starts = self.analysis.where.starts
        self.holding = shared.held.holding
        self.parties = shared.parties
        self.timexes = shared.timexes
        self._cues = shared.cues
        places = ((span, index) for index, told in enumerate(findings.events) for span in (told.trigger, *told.also))
        self._triggers = Near(places, lambda place: place[0])
        self._parts = shared.parts
        self.mentions = shared.mentions
        self.places = shared.places
        self.quantities = shared.quantities
        if shared.framing is None:
            shared.framing = frozenset(self._phrases_of_frames())
        self._framing = shared.framing

    @property
    def roll(self) -> Roll:
        """Which clauses have a verb and which phrases a noun."""
        return self._shared.roll

    def is_framing(self, k: int) -> bool:
        """As in "nach Angaben Südkoreas": whether the phrase tells whose account it is."""
        return k in self._framing

    def _phrases_of_frames(self) -> Iterator[int]:
        """As in "nach Angaben Südkoreas", "dem Kreml zufolge": phrases that tell whose account it is and do nothing."""
        for said in self.findings.attributions:
            if said.source is None or not said.rule.startswith(FRAMES):
                continue
            for span in (said.source, *said.cue):
                first, last = self.range_of(span)
                yield from (k for k in self.analysis.phrase_of[first:last] if k >= 0)

    def is_political(self) -> bool:
        """Whether the report tells of political violence or protest, so that police work in it is political too."""
        return self._shared.is_political()

    def is_sport(self) -> bool:
        """Whether the report is on sport: it has several words of sport, and more of them than of the state."""
        return self._shared.is_sport()

    # ---- places in a clause ------------------------------------------------------------------------------------

    def standing(self, clause: Clause, place: str) -> list[int]:
        """The phrases that stand in a place of the clause: "subj", "akk", "dat", "gen" or "p:X"."""
        if place == "subj":
            subject = self.subject(clause)
            return [subject] if subject is not None else []
        if place.startswith("p:"):
            beside = (k for k in (*clause.objects, *self._trailing(clause)) if k not in self._framing)
            return [k for k in beside if self.preposition(k) == place[2:]]
        taken, mask = self.subject(clause), CASES[place]
        found = [
            k
            for k in (*clause.objects, *((clause.subject,) if clause.subject is not None else ()))
            if taken not in (k, self._heads.get(k, k))
            and k not in self._framing
            and not self.preposition(k)
            and (self.phrases[k].agreement & mask or self._is_bare_title(k))
            and self.tokens[self.phrases[k].head].tag not in REFLEXIVE
        ]
        return sorted(found, key=lambda k: bool(self.phrases[k].agreement & ~mask))

    def _is_bare_title(self, k: int) -> bool:
        """As in "traf Ministerpräsident Karl Tann": a title without article before a name has no ending in any case."""
        phrase = self.phrases[k]
        following = self.analysis.phrase_of[phrase.last] if phrase.last < len(self.tokens) else -1
        if phrase.first != phrase.head or self.tokens[phrase.head].tag != "NN" or following < 0:
            return False
        return self.tokens[phrase.last].text[:1].isupper() and self.phrases[following].preposition is None

    def _trailing(self, clause: Clause) -> list[int]:
        """As in "…, dass er auf Polen ziele, auf Norwegen": a phrase right behind the clause that goes on with it."""
        if clause.parent is None or clause.last + 1 >= len(self.tokens) or self.tokens[clause.last].text != ",":
            return []
        return [k for k in self.clauses[clause.parent].objects if self.phrases[k].preposition == clause.last + 1]

    def subject(self, clause: Clause) -> int | None:
        """The subject of the clause; of two phrases that may be it, the side that stands before the finite verb."""
        known = self._subjects.get(id(clause))
        if known is None or known[0] is not clause:
            known = self._subjects[id(clause)] = clause, self._subject(clause)
        return known[1]

    def _subject(self, clause: Clause) -> int | None:
        if clause.finite is None or clause.passive:
            return clause.subject
        if clause.subject is not None and self.tokens[self.phrases[clause.subject].head].tag == "ART":
            return self._behind_article(clause)
        doer = self._doer(clause)
        if doer is not None:
            return doer
        first = next((k for k in clause.objects if self._leads(clause, k)), None)
        if first is None or clause.subject is None:
            return clause.subject if clause.subject is not None else first
        later = self.phrases[clause.subject]
        behind = later.first > self.phrases[first].first and later.agreement & ACCUSATIVE
        named = self.tokens[later.head].tag in ("NN", "NE", "FM") and self._is_power(first)
        if behind and (named or not self.parties.of_phrase(clause.subject)) and self.parties.of_full(first):
            return first
        return clause.subject

    def _behind_article(self, clause: Clause) -> int | None:
        """As in "Die von Peru gewollte Wahl lehnt Chile ab": the lone article is no subject, a side behind it is."""
        for k in clause.objects:
            phrase = self.phrases[k]
            behind = phrase.first > (clause.finite or 0) and not self.preposition(k)
            if behind and phrase.agreement & NOMINATIVE and self.parties.of_phrase(k):
                return k
        return clause.subject

    def _doer(self, clause: Clause) -> int | None:
        """As in "Die Neuwahl lehnt die US-Regierung ab": of a thing and a side that both may act the side does."""
        if clause.subject is None or not self.phrases[clause.subject].agreement & ACCUSATIVE:
            return None
        if self.parties.of_phrase(clause.subject) or self.tokens[self.phrases[clause.subject].head].tag != "NN":
            return None
        for k in clause.objects:
            phrase = self.phrases[k]
            free = k not in self._heads and k not in self._framing
            may_act = free and phrase.preposition is None and phrase.agreement & NOMINATIVE
            # "Russlands Annexion der Krim", "nach Ansicht der UN": a genitive right behind a noun belongs to it.
            behind = phrase.first > 0 and self.analysis.phrase_of[phrase.first - 1] >= 0
            owned = behind and phrase.agreement & GENITIVE
            if may_act and not owned and self.tokens[phrase.head].tag in ("NN", "NE") and self.parties.of_phrase(k):
                return k
        return None

    def _leads(self, clause: Clause, k: int) -> bool:
        """Whether an object stands first in the clause and may as well be its subject."""
        phrase = self.phrases[k]
        assert clause.finite is not None
        if self.preposition(k) or k in self._framing:
            return False
        if phrase.first >= clause.finite or not phrase.agreement & NOMINATIVE:
            return False
        standing = clause.kind in (ClauseKind.MAIN, ClauseKind.V2, ClauseKind.SUB)
        head = self.tokens[phrase.head]
        return standing and (head.tag in ("NE", "FM") or (head.tag == "NN" and self._is_power(k)))

    def _is_power(self, k: int) -> bool:
        """As in "Die Türkei ließ die Journalistin frei": a state or a body, not people, whom others may act upon."""
        found = self.parties.of_phrase(k)
        return bool(found) and not found[0].code.endswith(PRIVATE) and found[0].code.isupper()

    def agents(self, clause: Clause) -> list[int]:
        """Who acts in a passive clause: the phrases behind "von" and "durch"."""
        return [k for k in clause.objects if self.preposition(k) in self.words["agents"] and not self.is_attribute(k)]

    def is_attribute(self, k: int) -> bool:
        """As in "wegen des Missbrauchs von Kindern": behind a noun that has a preposition itself."""
        at = self.phrases[k].preposition
        before = self.analysis.phrase_of[at - 1] if at is not None and at > 0 else -1
        if before < 0 or self.phrases[before].preposition is None or self.tokens[self.phrases[before].head].tag != "NN":
            return False
        span = self.parties.span_of(self.phrases[before])
        return not self.timexes.overlapping(span)

    def preposition(self, k: int) -> str:
        """The preposition before a phrase in its basic form, "" for none."""
        known = self._prepositions.get(k)
        if known is None:
            at = self.preposition_at(self._heads.get(k, k))
            known = self._prepositions[k] = self.tokens[at].lemma.lower() if at is not None else ""
        return known

    def preposition_at(self, k: int) -> int | None:
        """The token of the preposition before a phrase, which may be in quotation marks: "mit „harten Folgen“"; one
        behind it counts as well: "spanischen Angaben zufolge"."""
        phrase = self.phrases[k]
        if phrase.preposition is None and phrase.last < len(self.tokens) and self.tokens[phrase.last].tag == "APPO":
            return phrase.last
        i = phrase.first - 2
        if phrase.preposition is None and i >= 0 and self.tokens[i + 1].text in QUOTES:
            return i if self.tokens[i].tag in ("APPR", "APPRART") else None
        return phrase.preposition

    def sides(self, clause: Clause, k: int) -> tuple[Party, ...]:
        """The sides that phrase `k` of the clause names; a relative pronoun names what it stands for."""
        phrase = self.phrases[k]
        if self.tokens[phrase.head].tag == "PRELS":
            if k == clause.subject and phrase.agreement & NOMINATIVE:
                phrase = phrase._replace(agreement=phrase.agreement & NOMINATIVE)
            noun = antecedent(self.analysis, clause, phrase)
            return self.parties.of_full(noun) if noun is not None else ()
        return self.parties.of_full(k)

    def whole_of(self, span: Span) -> tuple[Party, ...]:
        """The sides that the words name; of an enumeration whose end they are, all: "Peru, Chile und Kuba"."""
        first, last = self.range_of(span)
        k = next((self.analysis.phrase_of[i] for i in range(first, last) if self.analysis.phrase_of[i] >= 0), -1)
        return self.parties.of_full(self._heads.get(k, k)) if k >= 0 else ()

    def actor_of(self, index: int) -> tuple[Party, ...]:
        """Who acts in the clause: its subject, the agent of a passive, the controller of an infinitive."""
        clause = self.clauses[index]
        if clause.passive:
            return self._first(clause, self.agents(clause))
        subject = self.subject(clause)
        if subject is not None:
            return self.sides(clause, subject)
        if clause.kind is ClauseKind.INF or clause.finite is None:
            return self.controllers(index)
        if clause.parent is not None and self.clauses[clause.parent].sentence == clause.sentence:
            return self.controllers(index)
        return ()

    def controllers(self, index: int) -> tuple[Party, ...]:
        """Who would do what an infinitive says: whom an accusation or demand around it is aimed at, else who acts in
        the clause that it depends on."""
        clause = self.clauses[index]
        if clause.parent is None:
            return ()
        parent = self.clauses[clause.parent]
        if clause.kind is ClauseKind.INF:
            if own := self._planner(clause):
                return own
            for place in ("dat", "akk", "p:an", "p:von"):
                for k in self.standing(parent, place):
                    if parent.lemma in self.words["object_control"] and (found := self.sides(parent, k)):
                        return found
        return self.actor_of(clause.parent)

    def _planner(self, clause: Clause) -> tuple[Party, ...]:
        """As in "die Pläne der USA, Truppen zu schicken": whose the plan is that the infinitive tells."""
        k = self.analysis.phrase_of[clause.first - 2] if clause.first > 1 else -1
        if k < 0 or self.tokens[clause.first - 1].text != ",":
            return ()
        before = self.analysis.phrase_of[self.phrases[k].first - 1] if self.phrases[k].first > 0 else -1
        if before >= 0 and self._is_plan(before) and self.phrases[k].agreement & GENITIVE:
            return self.parties.of_full(k)
        if not self._is_plan(k):
            return ()
        code = self.parties.bodies.beside_noun(self.phrases[k])
        if code is not None:
            return (Party(code, self.parties.span_of(self.phrases[k])),)
        words = range(self.phrases[k].first, self.phrases[k].head)
        own = (self.parties.possessor(i) for i in words if self.tokens[i].tag == "PPOSAT")
        return tuple(party for party in own if party is not None)

    def _is_plan(self, k: int) -> bool:
        """Whether the noun tells what somebody means to do himself."""
        head = self.tokens[self.phrases[k].head]
        return head.tag == "NN" and ends_in(head.lemma.lower(), self.words["own_plans"])

    def _first(self, clause: Clause, phrases: Sequence[int]) -> tuple[Party, ...]:
        for k in phrases:
            found = self.sides(clause, k)
            if found:
                return found
        return ()

    # ---- attributions ------------------------------------------------------------------------------------------

    def cued_at(self, span: Span) -> Attribution | None:
        """The first attribution whose cue shares a code point with the span."""
        found = [index for _, index in self._cues.overlapping(span)]
        return self.findings.attributions[min(found)] if found else None

    def told_in(self, *spans: Span) -> list[Event]:
        """The events that have a trigger inside one of the spans, in the order of the findings."""
        found = {index for span in spans for _, index in self._triggers.within(span)}
        return [self.findings.events[index] for index in sorted(found)]

    def told_at(self, span: Span) -> list[Event]:
        """The events that have a trigger which shares a code point with the span, in the order of the findings."""
        found = {index for _, index in self._triggers.overlapping(span)}
        return [self.findings.events[index] for index in sorted(found)]

    def parts_of(self, span: Span) -> list[Quantity]:
        """The quantities that are a part of what the span tells, in text order."""
        return sorted((part for _, part in self._parts.overlapping(span)), key=lambda part: part.span)

    def token_at(self, offset: int) -> int:
        """The first token that ends behind the offset."""
        at = bisect_right(self._starts, offset) - 1
        return max(at, 0)

    def range_of(self, span: Span) -> tuple[int, int]:
        """The tokens that the span covers."""
        first = self.token_at(span.start)
        last = bisect_left(self._starts, span.end)
        return first, max(last, first + 1)

    def clause_span(self, index: int) -> Span:
        """From the first to the last word of the clause."""
        clause = self.clauses[index]
        return self.analysis.span(clause.first, clause.last)

    def full(self, k: int) -> Span:
        """The whole phrase as a span."""
        first, last = full_phrase(self.analysis, k)
        last = max(last, self.phrases[k].last)
        return self.analysis.span(first, last)
