"""Which phrases can vouch for something: documents, nouns for what was said, media, bodies, people."""

from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import Token
from lagebild.model.attribution import Act


def is_document(scene: Scene, first: int, last: int) -> bool:
    """Whether one of the words is a text or a figure by itself: a report, a survey, "Polizeiangaben"."""
    return any(is_document_word(scene, j) for j in range(first, last))


def is_document_word(scene: Scene, index: int) -> bool:
    """Whether the token is a document."""
    words = scene.lexicon.words
    token = scene.tokens[index]
    # "Polizeiangaben", "dpa-Informationen", but "Informationen" only with an owner.
    first, hyphen, last = token.text.rpartition("-")
    word = last.lower() if hyphen and first else token.text
    return token.lemma.rpartition("-")[2] in words["frame_documents"] or any(
        word.endswith(ending) for ending in words["frame_document_endings"]
    )


def is_text(scene: Scene, phrase: Range) -> bool:
    """Whether one of the phrase's words is a document or a noun for something said: a report, a rumour, a claim."""
    nouns = scene.lexicon.nouns
    return is_document(scene, *phrase) or any(
        scene.tokens[j].lemma in nouns or frame_act(scene, scene.tokens[j], min(scene.lexicon.words["frame_nach"]))
        for j in range(*phrase)
    )


def is_voice(scene: Scene, k: int) -> bool:
    """Whether the phrase names a medium, a body or a person: "gemäß der Zeitung", not "gemäß dem Wunsch"."""
    phrase = scene.phrases[k]
    head = scene.tokens[phrase.head]
    if head.lemma in scene.known.words["documents"]:
        return False
    return head.tag == "NE" or (head.tag == "NN" and scene.speaks(phrase))


def frame_act(scene: Scene, noun: Token, preposition: str) -> Act | None:
    """The act of the frame that preposition and noun make, None where they make none; "laut" and "zufolge" take
    the nouns of "nach"."""
    bearers = scene.lexicon.bearers
    return bearers.get((preposition, noun.text)) or bearers.get((preposition, noun.lemma))
