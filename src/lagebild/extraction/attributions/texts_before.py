"""Texts told of before: what "darin" takes up in "heißt es darin"."""

from dataclasses import replace

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.speakers import Speaker, speaker_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Phrase

# "Darin" points into the same sentence or one of so many before it.
REACH = 3


def is_text_noun(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names a text: "Brief", "Bekennerschreiben", "Antwort"."""
    return ends_in(scene.tokens[phrase.head].lemma.lower(), scene.lexicon.words["text_endings"])


def text_before(scene: Scene, cast: Cast, token: int) -> Speaker | None:
    """Whoever speaks in the text told of last before the token, the text itself where nobody is named."""
    first = scene.sentences[max(0, scene.sentence_of[token] - REACH)].first
    at = token - 1
    while at >= first:
        k = scene.phrase_of[at]
        if k < 0:
            at -= 1
            continue
        phrase = scene.phrases[k]
        if scene.quote_of[phrase.head] < 0 and is_text_noun(scene, phrase):
            owned = scene.tag(phrase.first) == "PPOSAT"
            source = (phrase.first, phrase.first + 1) if owned else full_phrase(scene.analysis, k)
            speaker = speaker_of(cast, scene.span(*source))
            reason = f"“{scene.word(token)}” is in “{scene.word(phrase.head)}”: {speaker.reason}"
            return replace(speaker, reason=reason, token=phrase.head)
        at = phrase.first - 1
    return None
