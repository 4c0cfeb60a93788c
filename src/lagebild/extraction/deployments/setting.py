"""Setting: where forces are, since when and for what purpose, as the words around them tell."""

from collections.abc import Iterable, Iterator

from lagebild.extraction.deployments.forces import Muster
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import followers
from lagebild.language.endings import without_ending
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind, Phrase
from lagebild.model.entity import EntityKind
from lagebild.model.place import PlaceKind
from lagebild.model.span import Span

NAMES = ("NE", "FM")
NOUNS = ("NN", "NE", "FM")
# As in "am Horn von Afrika".
PARTS = ("von",)


def place_of(stage: Stage, muster: Muster, index: int, *beside: int) -> Span | None:
    """The words for the place in the clause, with their preposition; names go before other places."""
    found: dict[int, tuple[int, int]] = {}
    for order, k in enumerate(_candidates(stage, index, beside)):
        rank = _rank(stage, muster, k)
        if rank is not None:
            found.setdefault(k, (rank, order))
    seat = _seat(stage, muster, index, beside) if index >= 0 else -1
    if seat in found and (len(found) > 1 or _is_behind_noun(stage, seat)):
        # "dass Russland in Kaliningrad Raketen stationiert" tells no seat.
        del found[seat]
    if not found:
        return _inside(stage, muster, beside) or _there(stage, muster, index)
    best = min(found, key=lambda k: found[k])
    span = stage.full(best)
    named = [place.span for place in stage.places.overlapping(span) if place.span.start >= span.start]
    if named and named[0].end > span.end:
        return Span(with_preposition(stage, best).start, named[0].end)  # "im Südchinesischen Meer"
    outer = next((k for k in found if k != best and stage.full(k).contains(span)), None)
    if outer is None and (before := _bordering(stage, found, best)) is not None:
        return Span(with_preposition(stage, before).start, span.end)
    return with_preposition(stage, best if outer is None else outer)


def guarded(stage: Stage, muster: Muster, index: int) -> Span | None:
    """As in "sicherten den Flughafen von Abidjan": the place that the forces hold or guard."""
    if index < 0 or stage.clauses[index].lemma not in muster.words["guarding"] or stage.clauses[index].passive:
        return None
    for k in stage.clauses[index].objects:
        head = stage.tokens[stage.phrases[k].head]
        if stage.phrases[k].preposition is None and is_listed(head.lemma, muster.words["places"]):
            return stage.full(k)
    return None


def _there(stage: Stage, muster: Muster, index: int) -> Span | None:
    """As in "setzt dort Kampfflugzeuge ein": a place that was named before."""
    if index < 0:
        return None
    words = (i for first, last in stage.clauses[index].parts for i in range(first, last))
    return next((stage.tokens[i].span for i in words if stage.tokens[i].text.lower() in muster.words["there"]), None)


def _bordering(stage: Stage, found: Iterable[int], k: int) -> int | None:
    """As in "an der Grenze zu Indien", "in das Gebiet um Tschad": the place right before one that tells it closer."""
    at = stage.phrases[k].preposition
    return next((other for other in found if other != k and stage.phrases[other].last == at), None)


def _inside(stage: Stage, muster: Muster, beside: tuple[int, ...]) -> Span | None:
    """As in "die in Rumänien stationierten Kampfflugzeuge": the place within the words for the forces."""
    for k in beside:
        phrase = stage.phrases[k]
        at = next((i for i in range(phrase.first, phrase.head) if stage.tokens[i].tag in ("APPR", "APPRART")), None)
        if at is None or stage.tokens[at].lemma.lower() not in muster.words["where_prepositions"]:
            continue
        end = next((i for i in range(at + 1, phrase.head) if stage.tokens[i].tag in ("ADJA", "ADV")), at)
        if end > at + 1 and stage.tokens[end - 1].tag in NOUNS:
            return stage.analysis.span(at, end)
    return None


def place_behind(stage: Stage, muster: Muster, k: int) -> Span | None:
    """The place right behind the forces: "300 Soldaten in Mali"."""
    last = stage.phrases[k].last
    for other in followers(stage, k):
        if stage.phrases[other].preposition is None and stage.phrases[other].first > last:
            return None  # "bombardierten die Jets auch ein Lager in Hama"
        last = stage.phrases[other].last
        if _rank(stage, muster, other) is not None and stage.preposition(other) not in muster.words["toward"]:
            return with_preposition(stage, other)
        if stage.phrases[other].preposition is not None and stage.preposition(other) not in muster.words["from_state"]:
            return None
    return None


def place_code(stage: Stage, where: Span | None) -> str | None:
    """The state in which the place lies, as far as its words tell."""
    if where is None:
        return None
    first, last = stage.range_of(where)
    for i in range(first, last):
        k = stage.analysis.phrase_of[i]
        if k < 0 or stage.phrases[k].first != i:
            continue
        body = stage.parties.bodies.of(stage.phrases[k])
        code = stage.parties.bodies.place(stage.phrases[k]) or (body.code if body is not None else None)
        code = code or stage.parties.bodies.beside_noun(stage.phrases[k])  # "in den Norden Malis"
        found = stage.places.within(stage.parties.span_of(stage.phrases[k])) if code is None else ()
        code = code or next((place.code for place in found if place.code is not None), None)
        if code:
            return code
    return None


def with_preposition(stage: Stage, k: int) -> Span:
    """The phrase with its preposition and what belongs to it."""
    at = stage.phrases[k].preposition
    full = stage.full(k)
    _, last = stage.range_of(full)
    joined = next((i for i in range(stage.phrases[k].last, last - 1) if stage.tokens[i].tag == "KON"), None)
    if joined is not None and stage.tokens[joined + 1].tag == "ART":
        full = Span(full.start, stage.tokens[joined - 1].end)  # "der Abzug der Jets in Syrien und die Schließung"
    return Span(stage.tokens[at].start, full.end) if at is not None else full


def _candidates(stage: Stage, index: int, beside: tuple[int, ...]) -> Iterator[int]:
    for k in beside:
        yield from (other for other in followers(stage, k))
    if index < 0:
        return
    for k in stage.clauses[index].objects:
        yield k
        if stage.tokens[stage.phrases[k].head].tag == "NN":
            yield from followers(stage, k)


def _seat(stage: Stage, muster: Muster, index: int, beside: tuple[int, ...]) -> int:
    """As in "die Regierung in Jakarta": the place right behind who sends, which says who it is; -1 for none."""
    subject = stage.clauses[index].subject
    if subject is None or subject in beside or muster.forces(subject) or not stage.parties.of_phrase(subject):
        return -1
    last = stage.phrases[subject].last
    return next((k for k in stage.clauses[index].objects if stage.phrases[k].preposition == last), -1)


def _is_behind_noun(stage: Stage, k: int) -> bool:
    at = stage.phrases[k].preposition
    return at is not None and stage.tokens[at - 1].tag == "NN"


def _is_of_purpose(stage: Stage, muster: Muster, phrase: Phrase) -> bool:
    """As in "für den Krieg gegen *die Ukraine*": it hangs on what the forces are for."""
    at = (phrase.preposition or 0) - 1
    before = stage.analysis.phrase_of[at] if at >= 0 else -1
    if before < 0 or muster.forces(before) is not None:
        return False
    if stage.tokens[phrase.preposition or 0].text.lower() not in muster.words["toward"]:
        return False
    return stage.preposition(before) in muster.words["purpose_prepositions"]


def _rank(stage: Stage, muster: Muster, k: int) -> int | None:
    phrase = stage.phrases[k]
    if phrase.preposition is None or stage.preposition(k) not in muster.words["where_prepositions"]:
        return None
    if stage.is_framing(k) or _is_of_purpose(stage, muster, phrase):
        return None
    span = stage.parties.span_of(phrase)
    if stage.timexes.overlapping(span):
        return None
    head = stage.tokens[phrase.head]
    body = stage.parties.bodies.of(phrase)
    if body is not None:
        state = body.kind is EntityKind.STATE or (body.code is not None and stage.parties.sides.is_state(body.code))
        return 0 if state else None
    if head.tag in NAMES:
        if stage.parties.bodies.place(phrase) is not None:
            return 0
        return 1 if stage.cast.full_name(head.text) is None else None
    if head.tag != "NN":
        return None
    if is_listed(head.lemma, muster.words["places"]) or stage.places.within(span):
        return 1
    if any(place.span.start >= span.start for place in stage.places.overlapping(span)):
        return 1  # "im Südchinesischen Meer", whose adjective may look like a noun
    near = next(followers(stage, k), None)
    if near is None or stage.preposition(near) not in PARTS:
        return None
    return 2 if stage.parties.bodies.of(stage.phrases[near]) is not None else None


def since_of(stage: Stage, index: int, trigger: Span) -> Span | None:
    """The time expression of the clause nearest to the trigger that is a point in time."""
    if index < 0:
        return None
    whole = stage.clause_span(index)
    near = [timex.span for timex in stage.timexes.within(whole) if timex.type in ("DATE", "TIME")]
    return min(near, key=lambda span: abs(span.start - trigger.start), default=None)


def purpose_of(stage: Stage, muster: Muster, index: int, *beside: int) -> Span | None:
    """An infinitive with "um", a phrase such as "zum Schutz der Wahlen", or what the next sentence says of them."""
    if index < 0:
        return None
    for other in range(index + 1, min(index + 4, len(stage.clauses))):
        clause = stage.clauses[other]
        opener = stage.tokens[clause.opener].text.lower() if clause.opener is not None else ""
        if clause.parent == index and opener in muster.words["own_conjunctions"]:
            return stage.clause_span(other)
    for k in _candidates(stage, index, beside):
        head = stage.tokens[stage.phrases[k].head]
        meant = stage.preposition(k) in muster.words["purpose_prepositions"] and head.tag == "NN"
        if meant and is_listed(head.lemma, muster.words["purposes_are"]):
            return with_preposition(stage, k)
    return _in_next_sentence(stage, muster, index)


def _in_next_sentence(stage: Stage, muster: Muster, index: int) -> Span | None:
    """As in "Mit diesen Truppen will Teheran die Insel einnehmen"."""
    sentence = stage.clauses[index].sentence
    for other in range(index + 1, min(index + 6, len(stage.clauses))):
        clause = stage.clauses[other]
        if (
            clause.sentence != sentence + 1
            or clause.kind is not ClauseKind.MAIN
            or clause.modal not in muster.words["aiming_modals"]
        ):
            continue
        if not any(_takes_up(stage, muster, k) for k in range(len(stage.phrases)) if _in_clause(stage, k, other)):
            continue
        first = clause.finite + 1 if clause.finite is not None else clause.first
        subject = stage.subject(clause)
        if subject is not None and stage.phrases[subject].first >= first:
            first = stage.phrases[subject].last
        last = clause.parts[0][1]
        verbs = [i for i in clause.predicate if first <= i < last]
        end = max(verbs) + 1 if verbs else last
        return Span(stage.tokens[first].start, stage.tokens[end - 1].end) if first < end else None
    return None


def _in_clause(stage: Stage, k: int, index: int) -> bool:
    return stage.analysis.clause_of[stage.phrases[k].head] == index


def _takes_up(stage: Stage, muster: Muster, k: int) -> bool:
    phrase = stage.phrases[k]
    if stage.tokens[phrase.first].text.lower() not in muster.words["taken_up_by"]:
        return False
    head = stage.tokens[phrase.head]
    return head.lemma.lower() in muster.words["taken_up"] or muster.forces(k) is not None


class Places:
    """Whether two places of one report are surely not the same."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.words = word_lists(stage.language, "deployments")

    def kind(self, forces: Span) -> str | None:
        """Whether the forces are ships, planes or other arms; None of men."""
        first, last = self.stage.range_of(forces)
        nouns = [token for token in self.stage.tokens[first:last] if token.tag == "NN"]
        kinds = ("ships", "planes", "arms")
        return next((kind for kind in kinds if nouns and is_listed(nouns[0].lemma, self.words[kind])), None)

    def others(self, one: Span, other: Span) -> bool:
        """As in "die ersten Soldaten" and "5000 Soldaten": one of the two says that it is not all."""
        return self._partly(one) != self._partly(other)

    def _partly(self, span: Span) -> bool:
        first, last = self.stage.range_of(span)
        words = (self.stage.tokens[i].text.lower() for i in range(first, last) if self.stage.tokens[i].tag == "ADJA")
        return any(without_ending(word) in self.words["partly"] for word in words)

    def differ(self, one: Span | None, other: Span | None) -> bool:
        """Both are named, share no word, and lie in different states or have no state that is known."""
        if one is None or other is None:
            return False
        if self._nouns(one) & self._nouns(other):
            return False
        code, another = place_code(self.stage, one), place_code(self.stage, other)
        if code and another and code != another:
            return True
        return self._is_town(one) and self._is_town(other)

    def _is_town(self, span: Span) -> bool:
        return any(place.kind is PlaceKind.CITY for place in self.stage.places.within(span))

    def _nouns(self, span: Span) -> set[str]:
        first, last = self.stage.range_of(span)
        tokens = self.stage.tokens[first:last]
        return {token.lemma for token in tokens if token.tag in ("NN", "NE", "FM")}
