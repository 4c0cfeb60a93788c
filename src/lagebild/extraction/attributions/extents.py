"""How far a reported phrase reaches: what follows in its field, and the clauses that hang on it."""

from lagebild.analysis.phrases import full_phrase
from lagebild.analysis.relatives import agree, antecedent
from lagebild.extraction.attributions.contents import is_condition
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import agent_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Clause, ClauseKind

NOUNS = ("NN", "NE", "FM")
# Words that may end a phrase's field without belonging to it.
TRAILING = ("ADV", "PTKNEG", "PROAV", "KON", "PAV")


def extent_of(scene: Scene, index: int, clause: Clause, k: int, fixed: tuple[int, ...]) -> Range:
    """The phrase with everything behind it in the same field, and the clauses that hang on it."""
    phrase = scene.phrases[k]
    first, last = _beginning(scene, k), max(phrase.last, full_phrase(scene.analysis, k)[1])
    stop = field_end(scene, index, clause, phrase.first, last)
    barriers = {*clause.predicate, *fixed}
    verb = min((i for i in barriers if i >= phrase.last), default=stop)
    for other in (clause.subject, *clause.objects):
        if other is not None and other != k and _is_barrier(scene, clause, other):
            barriers.update(range(scene.phrases[other].first, scene.phrases[other].last))
    barriers.update(agent_range(scene, clause, k))
    end = phrase.last
    while end < stop and end not in barriers:
        if scene.tag(end) in ("APPR", "APPRART") and _is_occasion(scene, end, stop):
            break
        end += 1
    if last <= stop:
        end = max(end, min(last, verb))
    manners = scene.lexicon.words["manners"]
    while end > phrase.last and (
        scene.is_mark(end - 1) or scene.tag(end - 1) in TRAILING or scene.word(end - 1) in manners
    ):
        end -= 1
    end = _with_the_rest(scene, clause, k, end)
    return first, _with_clauses(scene, index, clause, end)


def _with_the_rest(scene: Scene, clause: Clause, k: int, end: int) -> int:
    """The end of an enumeration whose commas part the clause: "warnt vor *Frost, Schnee und Glätte*", "vor *Frost, also
    glatten Straßen*"; `end` where none goes on there."""
    at, joined = end, False
    while not joined:
        part = next((part for part in clause.parts if part[0] == at + 1 and scene.word(at) == ","), None)
        if part is None or not _is_one_more(scene, clause, k, part):
            return end
        at = next((i for i in range(*part) if i in clause.predicate), part[1])
        added = scene.word(part[0]).lower() in scene.lexicon.words["adding"]
        joined = added or any(scene.tag(i) == "KON" for i in range(part[0], at))
    while at > end and (scene.is_mark(at - 1) or scene.tag(at - 1) in TRAILING):
        at -= 1
    return at


def _is_one_more(scene: Scene, clause: Clause, k: int, part: Range) -> bool:
    """Whether the part of the clause begins with another noun of the enumeration that phrase `k` opens."""
    first, last = part
    adding = scene.lexicon.words["adding"]
    while first < last and (scene.word(first).lower() in adding or scene.tag(first) == "ADV"):
        first += 1
    own = scene.phrases[k].preposition
    if own is not None and first + 1 < last and scene.tokens[first].lemma == scene.tokens[own].lemma:
        first += 1
    other = scene.phrase_of[first] if first < last else -1
    if other < 0 or scene.phrases[other].first != first or scene.tag(scene.phrases[other].head) not in NOUNS:
        return False
    return clause.subject is None or not part[0] <= scene.phrases[clause.subject].first < last


def _beginning(scene: Scene, k: int) -> int:
    """Where the phrase begins: with "dessen" before it, and with what stands between it and its preposition ("auf
    *deutlich* höhere Preise")."""
    phrase = scene.phrases[k]
    if phrase.preposition is not None and scene.quote_of[phrase.first] == scene.quote_of[phrase.preposition]:
        return phrase.preposition + 1
    return phrase.first - scene.is_owned(k)


def field_end(scene: Scene, index: int, clause: Clause, at: int, last: int) -> int:
    """The end of the stretch of the clause that holds token `at`; quotation marks do not end it."""
    end = next((stop for start, stop in clause.parts if start <= at < stop), last)
    size = scene.sentences[clause.sentence].last
    while end + 1 < size and scene.tag(end) == "$(" and scene.clause_of[end + 1] == index:
        end = next(stop for start, stop in clause.parts if start <= end + 1 < stop)
    return end


def agent_range(scene: Scene, clause: Clause, k: int) -> range:
    """Where a passive clause names who acts: "wurde *von den Anwohnern* als Erfolg gewertet"; `k` is its content."""
    agent = agent_of(scene, clause) if clause.passive else None
    if agent is None or agent == k:
        return range(0)
    phrase = scene.phrases[agent]
    return range(phrase.first - 1, full_phrase(scene.analysis, agent)[1])


def _is_barrier(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the phrase is another part of the clause: the subject, an object, not a genitive of the content."""
    return k == clause.subject or (
        scene.phrases[k].preposition is None and not scene.is_attached(k) and not scene.is_owned(k)
    )


def _is_occasion(scene: Scene, start: int, end: int) -> bool:
    """Whether a prepositional phrase tells when or where it was said; "der Streit *von 2012*" goes with its noun."""
    if scene.word(start).lower() in scene.lexicon.words["owner_prepositions"]:
        return False
    span = scene.span(start, min(end, start + 3))
    if any(
        timex.span.start <= scene.tokens[start + 1].start < timex.span.end or timex.span.start == span.start
        for timex in scene.timexes_near(span)
        if start + 1 < len(scene.tokens)
    ):
        return True
    venues = scene.lexicon.words["venues"]
    return any(scene.tokens[i].lemma in venues or scene.word(i) in venues for i in range(start, min(end, start + 5)))


def _with_clauses(scene: Scene, index: int, clause: Clause, end: int) -> int:
    """The end of the relative, infinitive or dass-clause that follows directly, else `end`."""
    sentence_end = scene.sentences[clause.sentence].last
    start = scene.skip_marks(end, sentence_end)
    if start == end or start >= sentence_end or scene.word(end) not in (",", "–", "-"):
        return end
    child = scene.clause_of[start]
    if child < 0 or child == index:
        return end
    if scene.clauses[child].kind not in (ClauseKind.REL, ClauseKind.INF, ClauseKind.SUB):
        return end
    words = scene.lexicon.words
    opener = scene.word(start).lower()
    if scene.clauses[child].kind is ClauseKind.SUB and opener not in words["that"] | words["frame_relative"]:
        return end
    if opener in words["purpose"]:
        return end
    stop = start
    outer = set(scene.ancestors(index))
    while stop < sentence_end and scene.clause_of[stop] not in outer:
        here = scene.clause_of[stop]
        if here >= 0 and here != child and not scene.depends_on(here, child):
            break
        stop += 1
    while stop > start and (scene.is_mark(stop - 1) or scene.tag(stop - 1) == "KON"):
        stop -= 1
    return stop


def with_reason(scene: Scene, clause: Clause, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """As in "kritisierte *den Plan, weil er zu teuer sei*", "warnte vor *einer Flut, sollte es tauen*": a reason in the
    Konjunktiv and a condition are the source's own."""
    sentence = scene.sentences[clause.sentence]
    start = scene.skip_marks(clause.last, sentence.last)
    child = scene.clause_of[start] if start < sentence.last else -1
    if child < 0 or scene.clauses[child].first != start:
        return ranges
    reason = scene.clauses[child]
    reasons = scene.mood(reason) == "kon1" and reason.kind is ClauseKind.SUB
    reasons = reasons and scene.word(start).lower() in scene.lexicon.words["reasons"]
    if not reasons and not is_condition(scene, reason):
        return ranges
    end = reason.last
    while end < sentence.last and scene.clause_of[end] >= 0 and scene.depends_on(scene.clause_of[end], child):
        end += 1
    if ranges[-1][1] >= start - 1:
        return (*ranges[:-1], (ranges[-1][0], end))
    return (*ranges, (start, end)) if ranges[-1][1] <= start else ranges


def _is_spelt_out(scene: Scene, k: int, start: int) -> bool:
    """As in "hat *den Plan* kritisiert, *den Hafen zu schließen*": the noun takes an infinitive that tells it."""
    opener = scene.word(start).lower()
    lemma = scene.tokens[scene.phrases[k].head].lemma
    noun = scene.lexicon.nouns.get(lemma)
    planned = ends_in(lemma.lower(), scene.lexicon.words["plans"])
    return opener not in scene.lexicon.words["purpose"] and (planned or (noun is not None and "zu" in noun.takes))


def with_extraposed(scene: Scene, clause: Clause, k: int, extent: Range) -> tuple[Range, ...]:
    """As in "kündigte *Regeln* an, *die ab Mai gelten*": the relative clause that only the verb's end parts from it."""
    end = extent[1]
    while end < clause.last and (end in clause.predicate or scene.is_mark(end)):
        end += 1
    start = scene.skip_marks(end, scene.sentences[clause.sentence].last)
    if end != clause.last or end == extent[1] or start >= len(scene.tokens) or scene.clause_of[start] < 0:
        return (extent,)
    relative = scene.clauses[scene.clause_of[start]]
    if relative.kind is ClauseKind.INF and _is_spelt_out(scene, k, start):
        return extent, (start, _with_clauses(scene, scene.clause_of[clause.first], clause, end))
    if relative.kind is not ClauseKind.REL or relative.first != start or relative.opener is None:
        return (extent,)
    pronoun = scene.phrase_of[relative.opener]
    if pronoun < 0 or antecedent(scene.analysis, relative, scene.phrases[pronoun]) is None:
        return (extent,)
    if not agree(scene.phrases[pronoun], scene.phrases[k]):
        return (extent,)
    return extent, (start, _with_clauses(scene, scene.clause_of[clause.first], clause, end))
