"""What somebody finds something to be: "findet *den Plan gut*", "sieht *die Lage düster*", "fühlt *sich betrogen*"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.candidates import belongs_to_subject, is_compared, is_time
from lagebild.extraction.attributions.extents import field_end
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import ACCUSATIVE, Clause

JUDGING = frozenset(("akkadj", "sich"))
# What may stand before the adjective and grades it, and behind it as part of the judgement.
GRADES = frozenset(("ADV", "PTKA", "PTKNEG", "ADJD", "KON", "PIAT", "PIS", "$("))
BEHIND = frozenset(("APPR", "APPRART", "KON", "$,", "$(", "$.", "KOKOM"))


def judged(scene: Scene, index: int, clause: Clause, cue: CueVerb) -> tuple[Range, ...] | None:
    """The object and the adjective or participle that it is found to be, in text order."""
    if "sich" in cue.takes:
        return _oneself(scene, index, clause, cue)
    thing = _thing(scene, clause)
    if thing is None or "akkadj" not in cue.takes:
        return None
    phrase = scene.phrases[thing]
    begin = phrase.last if clause.finite is None or phrase.first > clause.finite else clause.finite + 1
    verdict = _verdict(scene, index, clause, begin)
    if verdict is None or verdict[0] < phrase.first:
        return None
    first, last = full_phrase(scene.analysis, thing)
    last = min(last, verdict[0]) if first < verdict[0] else last
    expletive = scene.word(phrase.head).lower() == scene.lexicon.expletive
    if not expletive and all(scene.is_mark(i) for i in range(last, verdict[0])):
        return ((first, verdict[1]),)
    return (first, last), verdict


def _thing(scene: Scene, clause: Clause) -> int | None:
    """What is judged: the one object in the accusative that is somebody or something."""
    fitting = [
        k for k in clause.objects
        if scene.phrases[k].preposition is None and scene.phrases[k].agreement & ACCUSATIVE
        and scene.tag(scene.phrases[k].head) not in ("PRF", "PRELS", "PDS", "PWS")
        and not scene.is_attached(k) and not is_time(scene, k) and not is_compared(scene, k)
        and not belongs_to_subject(scene, clause, k)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 and not clause.passive else None


def _verdict(scene: Scene, index: int, clause: Clause, begin: int) -> Range | None:
    """The adjective with its grades, and what follows it in its field; None where it tells how something was done or
    in what state it was found."""
    words = scene.lexicon.words
    few = clause.lemma in words["seeing_verbs"]
    for i in range(begin, clause.last):
        if scene.clause_of[i] != index or i in clause.predicate or scene.tag(i) not in ("ADJD", "VVPP"):
            continue
        after = next((j for j in range(i + 1, clause.last + 1) if j not in clause.predicate), clause.last)
        if after < len(scene.tokens) and after < clause.last and scene.tag(after) not in BEHIND:
            continue
        word = scene.word(i).lower()
        if word in words["found_so"] or (few and scene.tag(i) == "ADJD" and word not in words["seen_so"]):
            continue
        start = i
        while start > begin and scene.tag(start - 1) in GRADES:
            start -= 1
        start = scene.skip_marks(start, i)
        return start, _end(scene, index, clause, i)
    return None


def _end(scene: Scene, index: int, clause: Clause, at: int) -> int:
    """The end of the field that holds the adjective, before the verb that closes it."""
    end = at + 1
    last = field_end(scene, index, clause, at, at + 1)
    while end < last and end not in clause.predicate:
        end += 1
    while end > at + 1 and scene.is_mark(end - 1):
        end -= 1
    # "findet ihn gut, besonders wegen seiner Stimme"
    following = next((part for part in clause.parts if part[0] == end + 1), None)
    if following is None or scene.word(end) != "," or any(following[0] <= i < following[1] for i in clause.predicate):
        return end
    return following[1]


def _oneself(scene: Scene, index: int, clause: Clause, cue: CueVerb) -> tuple[Range, ...] | None:
    """As in "sieht *sich bestätigt*", "fühlen *sich von der Stadt betrogen*", "sieht *sich im Recht*"."""
    reflexive = next(
        (scene.phrases[k].first for k in clause.objects if scene.tag(scene.phrases[k].head) == "PRF"), None
    )
    if reflexive is None:
        return None
    behind = (reflexive + 1, _end(scene, index, clause, reflexive)) if cue.fixed else None
    verdict = behind or _verdict(scene, index, clause, reflexive + 1)
    if verdict is None or verdict[0] >= verdict[1]:
        return None
    last = 0 if clause.subject is None else full_phrase(scene.analysis, clause.subject)[1]
    if reflexive < last < verdict[1]:
        return (reflexive, reflexive + 1), (last, verdict[1])
    return ((reflexive, verdict[1]),)
