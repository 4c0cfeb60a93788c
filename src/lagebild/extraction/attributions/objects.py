"""Content that is only a phrase: "warf Russland *Unterstützung* vor", "sprach von *einem Fehler*"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import agent_of, agree, antecedent, preposition_of
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import ACCUSATIVE, DATIVE, GENITIVE, PLURAL, Clause, ClauseKind

# Words that may end a phrase's field without belonging to it.
TRAILING = ("ADV", "PTKNEG", "PROAV", "KON", "PAV")
CALLING = frozenset(("akkals", "akkfür", "akkakk"))
VERB_SECOND = (ClauseKind.MAIN, ClauseKind.V2)


def object_content(
    scene: Scene, index: int, clause: Clause, cue: CueVerb, fixed: tuple[int, ...] = ()
) -> tuple[Range, ...] | None:
    """The phrase (or the two phrases of "X als Y") that the verb reports, with all that belongs to it.

    `fixed` are tokens of the cue beside its verb ("verantwortlich" in "macht X für Y verantwortlich").
    """
    takes = cue.takes
    if takes & CALLING:
        pair = called(scene, index, clause, cue, fixed)
        if pair:
            return pair
        if clause.passive and not clause.objects and takes & {"akkals", "akkfür"}:
            return None
    for wanted in sorted(t for t in takes if t.startswith("p:")):
        for k in clause.objects:
            phrase = scene.phrases[k]
            if phrase.preposition is None or preposition_of(scene, phrase) != wanted[2:]:
                continue
            if any(phrase.first <= i < phrase.last for i in fixed) or _belongs_to_subject(scene, clause, k):
                continue
            if scene.tag(phrase.head) in ("PRF", "PPER", "PRELS"):
                continue
            return _with_extraposed(scene, clause, k, _extent(scene, index, clause, k, fixed))
    for case, mask in (("akk", ACCUSATIVE), ("akkq", ACCUSATIVE), ("dat", DATIVE), ("gen", GENITIVE)):
        if case not in takes:
            continue
        bare = _bare_object(scene, clause, mask)
        if bare is None and case == "akk" and clause.kind is ClauseKind.REL:
            related = _relative_object(scene, clause)
            if related is not None:
                return (related,)
        if bare is None:
            continue
        extent = _extent(scene, index, clause, bare, fixed)
        if case == "akkq" and not any(
            scene.quote_of[i] >= 0 and scene.quotes[scene.quote_of[i]].spoken for i in range(*extent)
        ):
            continue
        return _with_extraposed(scene, clause, bare, extent)
    return None


def called(
    scene: Scene, index: int, clause: Clause, cue: CueVerb, fixed: tuple[int, ...] = ()
) -> tuple[Range, ...] | None:
    """What is called something and what it is called: "X als Y", "X für Y", "X einen Y"."""
    pair = None
    if "akkals" in cue.takes:
        pair = _pair(scene, clause, "als")
    if pair is None and "akkfür" in cue.takes:
        pair = _pair(scene, clause, "für")
    if pair is None and "akkakk" in cue.takes and not clause.passive:
        pair = _named(scene, index, clause, fixed)
    return pair


def _belongs_to_subject(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the phrase is an apposition of the subject: behind its comma, or beside it before the finite verb of a
    verb-second clause, where there is room for one constituent only."""
    if clause.subject is None or k == clause.subject:
        return False
    subject, phrase = scene.phrases[clause.subject], scene.phrases[k]
    if phrase.first == subject.last + 1 and scene.word(subject.last) == ",":
        return True
    if clause.kind not in VERB_SECOND or clause.finite is None:
        return False
    return subject.first < clause.finite and phrase.first < clause.finite


def _bare_object(scene: Scene, clause: Clause, mask: int) -> int | None:
    """The object without preposition that fits; where two fit, the later one (dative precedes accusative)."""
    if clause.passive:
        subject = clause.subject
        if mask == ACCUSATIVE and subject is not None and not _is_pronoun(scene, subject):
            return subject
        return None
    fitting = [
        k
        for k in clause.objects
        if scene.phrases[k].preposition is None
        and scene.phrases[k].agreement & mask
        and not _is_pronoun(scene, k)
        and not _is_time(scene, k)
        and not _belongs_to_subject(scene, clause, k)
        and not _is_compared(scene, k)
    ]
    fitting = [k for k in fitting if not scene.is_attached(k)] or fitting
    if not fitting:
        return None
    if mask == ACCUSATIVE and len(fitting) > 1 and scene.phrases[fitting[0]].agreement & DATIVE:
        return fitting[1]
    return fitting[0]


def has_object(scene: Scene, clause: Clause, fixed: tuple[int, ...]) -> bool:
    """Whether the clause has an object in the accusative only, or as a passive clause its subject; `fixed` words of
    the cue are none."""
    if clause.subject is None:
        return False
    k = clause.subject if clause.passive else _bare_object(scene, clause, ACCUSATIVE)
    if k is None or _is_pronoun(scene, k) or _is_compared(scene, k):
        return False
    phrase = scene.phrases[k]
    if any(phrase.first <= i < phrase.last for i in fixed):
        return False
    if clause.passive:
        return True
    return not phrase.agreement & DATIVE or (scene.tag(phrase.head) == "NN" and not phrase.agreement & DATIVE & PLURAL)


def _is_compared(scene: Scene, k: int) -> bool:
    """As in "wie auch die Grünen": the phrase stands behind "wie" or "als"."""
    before = scene.phrases[k].first - 1
    return scene.tag(before) == "KOKOM" or (scene.tag(before) == "ADV" and scene.tag(before - 1) == "KOKOM")


def _relative_object(scene: Scene, clause: Clause) -> Range | None:
    """As in "die Pläne, die X verkündete": what the relative pronoun stands for, where it is the object."""
    candidates = [clause.subject] if clause.passive else list(clause.objects)
    for k in candidates:
        if k is None:
            continue
        phrase = scene.phrases[k]
        if (
            scene.tag(phrase.head) == "PRELS"
            and phrase.preposition is None
            and (clause.passive or phrase.agreement & ACCUSATIVE)
        ):
            return antecedent(scene, clause, phrase)
    return None


def _is_pronoun(scene: Scene, k: int) -> bool:
    return scene.tag(scene.phrases[k].head) in ("PRF", "PPER", "PDS", "PIS", "PRELS", "PWS")


def _is_time(scene: Scene, k: int) -> bool:
    span = scene.span(scene.phrases[k].first, scene.phrases[k].last)
    return any(timex.span.contains(span) for timex in scene.timexes_near(span))


def _extent(scene: Scene, index: int, clause: Clause, k: int, fixed: tuple[int, ...]) -> Range:
    """The phrase with everything behind it in the same field, and the clauses that hang on it."""
    phrase = scene.phrases[k]
    first, last = phrase.first, max(phrase.last, full_phrase(scene.analysis, k)[1])
    field_end = _field_end(scene, index, clause, phrase.first, last)
    barriers = {*clause.predicate, *fixed}
    verb = min((i for i in barriers if i >= phrase.last), default=field_end)
    for other in (clause.subject, *clause.objects):
        if other is not None and other != k and _is_barrier(scene, clause, other):
            barriers.update(range(scene.phrases[other].first, scene.phrases[other].last))
    barriers.update(_agent(scene, clause, k))
    end = phrase.last
    while end < field_end and end not in barriers:
        if scene.tag(end) in ("APPR", "APPRART") and _is_occasion(scene, end, field_end):
            break
        end += 1
    if last <= field_end:
        end = max(end, min(last, verb))
    manners = scene.lexicon.words["manners"]
    while end > phrase.last and (
        scene.is_mark(end - 1) or scene.tag(end - 1) in TRAILING or scene.word(end - 1) in manners
    ):
        end -= 1
    return first, _with_clauses(scene, index, clause, end)


def _field_end(scene: Scene, index: int, clause: Clause, at: int, last: int) -> int:
    """The end of the stretch of the clause that holds token `at`; quotation marks do not end it."""
    end = next((stop for start, stop in clause.parts if start <= at < stop), last)
    size = scene.sentences[clause.sentence].last
    while end + 1 < size and scene.tag(end) == "$(" and scene.clause_of[end + 1] == index:
        end = next(stop for start, stop in clause.parts if start <= end + 1 < stop)
    return end


def _agent(scene: Scene, clause: Clause, k: int) -> range:
    """Where a passive clause names who acts: "wurde *von den Anwohnern* als Erfolg gewertet"; `k` is its content."""
    agent = agent_of(scene, clause) if clause.passive else None
    if agent is None or agent == k:
        return range(0)
    phrase = scene.phrases[agent]
    return range(phrase.first - 1, full_phrase(scene.analysis, agent)[1])


def _is_barrier(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the phrase is another part of the clause: the subject, an object, not a genitive of the content."""
    return k == clause.subject or (scene.phrases[k].preposition is None and not scene.is_attached(k))


def _is_occasion(scene: Scene, start: int, end: int) -> bool:
    """Whether a prepositional phrase tells when or where it was said."""
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


def _with_extraposed(scene: Scene, clause: Clause, k: int, extent: Range) -> tuple[Range, ...]:
    """As in "kündigte *Regeln* an, *die ab Mai gelten*": the relative clause that only the verb's end parts from it."""
    end = extent[1]
    while end < clause.last and (end in clause.predicate or scene.is_mark(end)):
        end += 1
    start = scene.skip_marks(end, scene.sentences[clause.sentence].last)
    if end != clause.last or end == extent[1] or start >= len(scene.tokens) or scene.clause_of[start] < 0:
        return (extent,)
    relative = scene.clauses[scene.clause_of[start]]
    if relative.kind is not ClauseKind.REL or relative.first != start or relative.opener is None:
        return (extent,)
    pronoun = scene.phrase_of[relative.opener]
    if pronoun < 0 or antecedent(scene, relative, scene.phrases[pronoun]) is None:
        return (extent,)
    if not agree(scene.phrases[pronoun], scene.phrases[k]):
        return (extent,)
    return extent, (start, _with_clauses(scene, scene.clause_of[clause.first], clause, end))


def _pair(scene: Scene, clause: Clause, particle: str) -> tuple[Range, ...] | None:
    """As in "X als Y": the object and the phrase with its particle."""
    index = scene.clause_of[clause.first]
    for first, last in clause.parts:
        for i in range(first, last):
            if scene.word(i) == particle and scene.tag(i) in ("KOKOM", "APPR", "KOUS"):
                end = i + 1
                last = _field_end(scene, index, clause, i, last)
                while end < last and end not in clause.predicate:
                    end += 1
                while end > i + 1 and scene.is_mark(end - 1):
                    end -= 1
                if end == i + 1:
                    continue
                thing = _thing(scene, clause, i)
                if thing is None:
                    return None
                k_first, k_last = full_phrase(scene.analysis, thing)
                if k_first < i:
                    k_last = min([k_last, i, *(j for j in _agent(scene, clause, thing) if j > k_first)])
                return tuple(sorted([(k_first, k_last), (i, end)]))
    return None


def _named(scene: Scene, index: int, clause: Clause, fixed: tuple[int, ...]) -> tuple[Range, ...] | None:
    """As in "nannte *ihn einen Lügner*", "nannte *sie* „mutig“": what is named, and the name it is given."""
    objects = [
        k for k in clause.objects
        if scene.phrases[k].preposition is None and scene.phrases[k].agreement & ACCUSATIVE
        and scene.tag(scene.phrases[k].head) not in ("PRF", "PRELS")
        and not scene.is_attached(k) and not _is_time(scene, k) and not _is_compared(scene, k)
        and not _belongs_to_subject(scene, clause, k)
    ]  # fmt: skip
    if len(objects) > 1:
        first, last = (_extent(scene, index, clause, k, fixed) for k in objects[:2])
        return (first, last) if first[1] <= last[0] else None
    if len(objects) != 1 or not _is_pronoun(scene, objects[0]):
        return None
    start = scene.phrases[objects[0]].last
    end = _field_end(scene, index, clause, start - 1, start)
    while start < end and (scene.is_mark(start) or start in clause.predicate or scene.tag(start) in TRAILING):
        start += 1
    while end > start and (scene.is_mark(end - 1) or end - 1 in clause.predicate):
        end -= 1
    described = any(scene.tag(i) in ("ADJD", "VVPP") for i in range(start, end))
    return ((scene.phrases[objects[0]].first, scene.phrases[objects[0]].last), (start, end)) if described else None


def _thing(scene: Scene, clause: Clause, particle: int) -> int | None:
    """What is called something: the accusative object, a pronoun too; the subject of a passive clause."""
    if clause.passive:
        return clause.subject
    fitting = [
        k for k in clause.objects
        if scene.phrases[k].preposition is None and scene.phrases[k].first < particle
        and scene.phrases[k].agreement & ACCUSATIVE
    ]  # fmt: skip
    return fitting[-1] if fitting else None
