"""Frames before an attribute within a noun phrase: "die *laut Polizei* größte Demonstration"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.documents import frame_act, is_document_word
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.attribution import Act

BEFORE_NOUN = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD"))
NOUNS = frozenset(("NN", "NE", "FM"))


def embedded(scene: Scene, i: int) -> Draft | None:
    """The draft of the frame that begins with preposition `i` within a noun phrase; None where it is no frame.

    Its content is what of the phrase stands behind the frame.
    """
    phrase = scene.phrases[scene.phrase_of[i]]
    nouns = _noun_after(scene, i + 1, phrase.head)
    if nouns is None:
        return None
    word, words = scene.word(i).lower(), scene.lexicon.words
    head = nouns[1] - 1
    act = frame_act(
        scene, scene.tokens[head], word if word in words["bearing_prepositions"] else min(words["frame_nach"])
    )
    behind = _owner_after(scene, nouns[1], phrase.head)
    end = max(nouns[1], behind[1] if behind else 0)
    cue, source, rule = (i, i + 1), (i + 1, end), "frame-preposition"
    if act is not None:
        owner = next(
            (j for j in range(*nouns) if scene.tag(j) == "PPOSAT" or scene.word(j).lower() in words["own"]), None
        )
        if owner is not None:
            behind, end = (owner, owner + 1), nouns[1]
        if behind is None:
            return None
        cue, source, rule = (head, head + 1), behind, "frame-noun"
    elif word not in words["frame_prepositions"]:
        if word not in words["frame_nach"] or not is_document_word(scene, head):
            return None
        rule = "frame-nach"
    last = max(full_phrase(scene.analysis, scene.phrase_of[i])[1], phrase.last)
    start = scene.skip_marks(end, last)
    while last > start and scene.is_mark(last - 1):
        last -= 1
    if start > phrase.head or start >= last:
        return None
    return Draft(rule, scene.sentence_of[i], source, (cue,), ((start, last),), act or Act.SAY, phrase_content=True)


def _noun_after(scene: Scene, start: int, stop: int) -> Range | None:
    """A noun with what stands before it, that begins at `start` and ends before `stop`."""
    end = start
    while end < stop and scene.tag(end) in BEFORE_NOUN:
        end += 1
    first = end
    while end < stop and scene.tag(end) in NOUNS:
        end += 1
    return (start, end) if end > first else None


def _owner_after(scene: Scene, start: int, stop: int) -> Range | None:
    """The genitive, or the phrase with "von", that begins at `start`."""
    words = scene.lexicon.words
    if scene.word(start).lower() in words["owner_prepositions"]:
        return _noun_after(scene, start + 1, stop)
    return _noun_after(scene, start, stop) if scene.word(start).lower() in words["genitive_articles"] else None
