"""Pointing: clauses that ascribe what stands beside them by a word for it: "Das sagte Holm", "So erzählt es Holm"."""

from lagebild.extraction.attributions.contents import Zone, sentence_before
from lagebild.extraction.attributions.scene import Scene
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import Clause, ClauseKind

# In "So erzählt es der Sekretär" no more than a reflexive stands between verb and "es".
NEAR_IT = 2


def points_back(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """Whether the clause's object is a bare "das" or "dies" that points back, or "davor" in its place; the subject of
    "geht aus X hervor"."""
    adverb = clause.first + 1 == clause.finite and scene.tag(clause.first) in ("PROAV", "PAV")
    if adverb and scene.word(clause.first).lower().endswith(tuple(cue.prepositions)) and not clause.passive:
        return clause.kind is ClauseKind.MAIN
    candidates = [clause.subject] if clause.passive or cue.source == "from" else list(clause.objects)
    for k in candidates:
        if k is None:
            continue
        phrase = scene.phrases[k]
        if (
            phrase.preposition is None
            and phrase.last - phrase.first == 1
            and scene.word(phrase.head).lower() in scene.lexicon.words["pointing"]
        ):
            return True
    return False


def says_it_so(scene: Scene, clause: Clause) -> bool:
    """As in "So erzählt es der Sekretär", "So steht es im Bericht": "so" and "es" stand for the sentence before."""
    words = scene.lexicon.words
    if clause.finite != clause.first + 1 or scene.word(clause.first).lower() not in words["frame_so"]:
        return False
    behind = range(clause.finite + 1, min(clause.finite + 1 + NEAR_IT, clause.last))
    return any(scene.word(i).lower() in words["expletive"] for i in behind)


def pointed_at(scene: Scene, clause: Clause) -> Zone | None:
    """What "das" stands for: the part before a colon in the sentence, else the sentence before."""
    sentence = scene.sentences[clause.sentence]
    if clause.first > sentence.first and scene.word(clause.first - 1) in (":", "–", "-"):
        start = scene.skip_marks(sentence.first, clause.first)
        end = clause.first
        while end > start and scene.is_mark(end - 1):
            end -= 1
        if end > start:
            return Zone("v2", ((start, end),))
    if clause.kind is not ClauseKind.MAIN or scene.skip_marks(sentence.first, sentence.last) < clause.first - 1:
        return None
    if sentence.headline:
        return None  # "Das sagt der Angeklagte" over what follows
    return sentence_before(scene, clause.sentence)
