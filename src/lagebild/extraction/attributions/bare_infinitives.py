"""Infinitives without a comma: "Die Partei verspricht die Steuern zu senken"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.candidates import is_time
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.attributions.sources import source_of
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import ACCUSATIVE, DATIVE, Clause, ClauseKind


def by_bare_infinitive(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """The finite verb of a clause that closes with "zu" and an infinitive, where it is a cue that takes one."""
    cue = _cue(scene, clause)
    if cue is None or cue.act is None or clause.finite is None or clause.subject is None:
        return
    subject = scene.phrases[clause.subject]
    if scene.tokens[clause.finite].lemma in scene.lexicon.words["seeming_verbs"]:
        return
    if not scene.speaks(subject) or scene.is_thing(subject) or scene.word(subject.head) == scene.lexicon.expletive:
        return
    start, end = _start(scene, clause, cue), clause.last
    while end > start and scene.is_mark(end - 1):
        end -= 1
    if end - start > 2:
        words = ((clause.finite, clause.finite + 1),)
        yield Draft("verb-zu", clause.sentence, source_of(scene, clause), words, ((start, end),), cue.act)


def _cue(scene: Scene, clause: Clause) -> CueVerb | None:
    if clause.finite is None or len(clause.predicate) < 2 or len(clause.parts) != 1:
        return None
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return None
    closes = {scene.tag(i) for i in clause.predicate if i > clause.finite} & {"PTKZU", "VVIZU"}
    last = max(clause.predicate)
    if not closes or scene.tag(last) not in ("VVINF", "VVIZU", "VAINF") or scene.tag(clause.finite) != "VVFIN":
        return None
    rows = scene.lexicon.verbs.get(scene.tokens[clause.finite].lemma, ())
    return next((cue for cue in rows if "zu" in cue.takes and not cue.fixed and not cue.reflexive), None)


def _start(scene: Scene, clause: Clause, cue: CueVerb) -> int:
    """Behind the verb, its subject, a time and whom the words are aimed at."""
    assert clause.finite is not None
    start = clause.finite + 1
    for k in sorted((clause.subject, *clause.objects), key=lambda k: scene.phrases[k].first if k is not None else 0):
        if k is None:
            continue
        phrase = scene.phrases[k]
        first = phrase.first if phrase.preposition is None else phrase.preposition
        aimed = cue.to == "dat" and phrase.agreement & DATIVE and not phrase.agreement & ACCUSATIVE
        if first == start and (k == clause.subject or is_time(scene, k) or (aimed and phrase.preposition is None)):
            start = full_phrase(scene.analysis, k)[1]
    return start
