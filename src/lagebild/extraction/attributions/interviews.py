"""Interviews: each turn is the words of whoever its label names; the sentences behind its first run on."""

from collections.abc import Iterator

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Quote, Range, Scene
from lagebild.model.attribution import Act


def interview_drafts(scene: Scene) -> Iterator[Draft]:
    """The first sentence of every turn: "WELT: Warum?"; nobody is named by "Frage: Warum?"."""
    for quote in scene.quotes:
        if not quote.turn:
            continue
        colon = quote.first - 1
        number = scene.sentence_of[quote.first]
        label = _label(scene, number, colon)
        content = turn_words(scene, number, quote)
        if label is None or content is None:
            continue
        asked = scene.word(label[1] - 1) in scene.lexicon.words["question_labels"]
        source = None if asked else label
        yield Draft("interview", number, source, ((colon, colon + 1),), (content,), act_in_turn(scene, number, quote))


def turn_words(scene: Scene, number: int, quote: Quote) -> Range | None:
    """What of the sentence is said in the turn, without the marks around it."""
    sentence = scene.sentences[number]
    first, last = max(sentence.first, quote.first), min(sentence.last, quote.last)
    first = scene.skip_marks(first, last)
    while last > first and scene.is_mark(last - 1):
        last -= 1
    return (first, last) if first < last else None


def act_in_turn(scene: Scene, number: int, quote: Quote) -> Act:
    """What the sentence does: it asks or says."""
    first, last = max(scene.sentences[number].first, quote.first), min(scene.sentences[number].last, quote.last)
    behind = next((i + 1 for i in range(last - 1, first, -1) if not scene.is_mark(i)), first)
    asks = any(scene.word(i) in scene.lexicon.words["question_marks"] for i in range(behind, last))
    return Act.ASK if asks else Act.SAY


def _label(scene: Scene, number: int, colon: int) -> Range | None:
    first = scene.skip_marks(scene.sentences[number].first, colon)
    return (first, colon) if first < colon else None
