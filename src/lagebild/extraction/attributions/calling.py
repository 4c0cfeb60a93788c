"""What is called something and what it is called: "X als Y", "X für Y", "X auf Y", "X einen Y", "in X ein Y"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.candidates import (
    bare_object,
    belongs_to_subject,
    is_compared,
    is_pronoun,
    is_time,
)
from lagebild.extraction.attributions.extents import TRAILING, agent_range, extent_of, field_end
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import meant_by
from lagebild.language.cues import PAIRS, CueVerb
from lagebild.model.analysis import ACCUSATIVE, Clause

CALLING = frozenset(PAIRS)
# What a noun may begin with: "für *den* Streik", not "für *gescheitert*".
WITH_NOUN = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD", "NE", "NN"))


def called(
    scene: Scene, index: int, clause: Clause, cue: CueVerb, fixed: tuple[int, ...] = ()
) -> tuple[Range, ...] | None:
    """What is called something and what it is called: "X als Y", "X für Y", "X auf Y", "X einen Y", "in X ein Y"."""
    pair = None
    if "akkals" in cue.takes:
        pair = _pair(scene, clause, "als")
    if pair is None and "akkfür" in cue.takes:
        pair = _pair(scene, clause, "für")
    if pair is None and "akkauf" in cue.takes:
        pair = _pair(scene, clause, "auf")
    if pair is None and "akkakk" in cue.takes and not clause.passive:
        pair = _named(scene, index, clause, fixed)
    if pair is None and "inakk" in cue.takes:
        pair = _seen_in(scene, index, clause, fixed)
    return pair


def _pair(scene: Scene, clause: Clause, particle: str) -> tuple[Range, ...] | None:
    """As in "X als Y": the object and the phrase with its particle, either first ("Als Flegel bezeichnete er X")."""
    index = scene.clause_of[clause.first]
    subject = (0, 0) if clause.subject is None else full_phrase(scene.analysis, clause.subject)
    for first, last in clause.parts:
        for i in range(first, last):
            if subject[0] <= i < subject[1]:
                continue
            if scene.word(i).lower() != particle or scene.tag(i) not in ("KOKOM", "APPR", "KOUS"):
                continue
            if scene.tag(i) == "KOUS" and scene.word(i - 1) == ",":
                continue  # "sah sich bestätigt, als Probanden schliefen"
            if scene.tokens[i - 1].lemma in scene.lexicon.words["comparatives"]:
                continue  # "mehr als eine Million"
            if clause.lemma in scene.lexicon.words["explaining"] and scene.tag(i + 1) in WITH_NOUN:
                continue  # "erklärte die Gründe für den Streik"
            end = _end_of_name(scene, index, clause, i, last)
            if end == i + 1 or (particle == "auf" and all(scene.tag(j) != "CARD" for j in range(i, end))):
                continue
            thing = _thing(scene, clause, i, end)
            if thing is None or i <= scene.phrases[thing].first < end:
                return None
            if scene.phrases[thing].first > i:
                return (i, end), extent_of(scene, index, clause, thing, ())
            meant = _meant(scene, clause, thing)
            if meant is not None:
                return meant, (i, end)
            k_first, k_last = full_phrase(scene.analysis, thing)
            k_last = min([k_last, i, *(j for j in agent_range(scene, clause, thing) if j > k_first)])
            return (k_first - scene.is_owned(thing), k_last), (i, end)
    return None


def _meant(scene: Scene, clause: Clause, thing: int) -> Range | None:
    """As in "*die Leute*, die er *als Freunde* bezeichnet": what a relative pronoun stands for; None for no such."""
    phrase = scene.phrases[thing]
    return meant_by(scene, clause, phrase) if scene.tag(phrase.head) == "PRELS" else None


def _end_of_name(scene: Scene, index: int, clause: Clause, particle: int, last: int) -> int:
    """Where the phrase behind "als" or "für" ends: at the verb, or the end of the field."""
    end = particle + 1
    last = field_end(scene, index, clause, particle, last)
    while end < last and end not in clause.predicate:
        end += 1
    while end > particle + 1 and scene.is_mark(end - 1):
        end -= 1
    return end


def _seen_in(scene: Scene, index: int, clause: Clause, fixed: tuple[int, ...]) -> tuple[Range, ...] | None:
    """As in "sieht *in dem Treffen ein Signal*", "*darin einen Fehler*": where something is seen, and what."""
    seen = bare_object(scene, clause, ACCUSATIVE)
    if seen is None or scene.tokens[scene.phrases[seen].first].lemma not in scene.lexicon.words["new_articles"]:
        return None
    what = extent_of(scene, index, clause, seen, fixed)
    words = scene.lexicon.words
    for first, last in clause.parts:
        for i in range(first, last):
            if scene.word(i).lower() in words["therein"]:
                return tuple(sorted([(i, i + 1), what]))
    for k in clause.objects:
        phrase = scene.phrases[k]
        if phrase.preposition is None or scene.word(phrase.preposition).lower() not in words["seen_in"]:
            continue
        where = (phrase.preposition, full_phrase(scene.analysis, k)[1])
        occasion = scene.timexes_near(scene.span(*where)) or any(scene.tag(i) == "CARD" for i in range(*where))
        if not occasion and (where[1] <= what[0] or what[1] <= where[0]):
            return tuple(sorted([where, what]))
    return None


def _named(scene: Scene, index: int, clause: Clause, fixed: tuple[int, ...]) -> tuple[Range, ...] | None:
    """As in "nannte *ihn einen Lügner*", "nannte *sie* „mutig“": what is named, and the name it is given."""
    objects = [
        k for k in clause.objects
        if scene.phrases[k].preposition is None and scene.phrases[k].agreement & ACCUSATIVE
        and scene.tag(scene.phrases[k].head) not in ("PRF", "PRELS")
        and not scene.is_attached(k) and not is_time(scene, k) and not is_compared(scene, k)
        and not belongs_to_subject(scene, clause, k)
    ]  # fmt: skip
    if len(objects) > 1 and is_bare_name(scene, objects[1]):
        return None  # "nannte seinen Hund Bello"
    if len(objects) > 1:
        first, last = (extent_of(scene, index, clause, k, fixed) for k in objects[:2])
        return (first, last) if first[1] <= last[0] else None
    if len(objects) != 1:
        return None
    if not is_pronoun(scene, objects[0]):
        return _quoted_name(scene, clause, objects[0])
    start = scene.phrases[objects[0]].last
    end = field_end(scene, index, clause, start - 1, start)
    while start < end and (scene.is_mark(start) or start in clause.predicate or scene.tag(start) in TRAILING):
        start += 1
    while end > start and (scene.is_mark(end - 1) or end - 1 in clause.predicate):
        end -= 1
    described = any(scene.tag(i) in ("ADJD", "VVPP") for i in range(start, end))
    return ((scene.phrases[objects[0]].first, scene.phrases[objects[0]].last), (start, end)) if described else None


def is_bare_name(scene: Scene, k: int) -> bool:
    """Whether the phrase is a name without article and marks."""
    phrase = scene.phrases[k]
    return all(scene.tag(i) in ("NE", "FM") and scene.quote_of[i] < 0 for i in range(phrase.first, phrase.last))


def _quoted_name(scene: Scene, clause: Clause, k: int) -> tuple[Range, ...] | None:
    """As in "nannte *den Plan* am Montag „*dumm*“": a quoted name that other words part from what is named."""
    last = full_phrase(scene.analysis, k)[1]
    for first, end in clause.parts:
        quote = scene.quote_of[first]
        if first <= last or quote < 0 or not scene.quotes[quote].spoken or scene.quotes[quote].first != first:
            continue
        apart = any(not scene.is_mark(i) for i in range(last, first))
        return ((scene.phrases[k].first, last), (first, min(end, scene.quotes[quote].last))) if apart else None
    return None


def _thing(scene: Scene, clause: Clause, particle: int, end: int) -> int | None:
    """What is called something: the accusative object, a pronoun too; the subject of a passive clause. It stands
    behind the particle's phrase only where that one opens the clause."""
    if clause.passive:
        return clause.subject
    opens = clause.finite is not None and end <= clause.finite and particle <= clause.first + 1
    fitting = [
        k for k in clause.objects
        if scene.phrases[k].preposition is None and scene.phrases[k].agreement & ACCUSATIVE
        and (scene.phrases[k].first >= end if opens else scene.phrases[k].first < particle)
        and not scene.is_attached(k) and not is_time(scene, k) and not belongs_to_subject(scene, clause, k)
    ]  # fmt: skip
    if opens:
        return next((k for k in fitting if not is_pronoun(scene, k)), None)
    return fitting[-1] if fitting else None
