"""How far the source of a frame reaches: "fand sich laut *Medienberichten* in einer zweiten Fassung kein Hinweis"."""

from lagebild.extraction.attributions.documents import is_document_word
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import whole
from lagebild.model.analysis import PLURAL, SINGULAR, ClauseKind, Phrase

PREPOSITIONS = ("APPR", "APPRART")
# What may stand before a preposition or behind it and belongs to it: "am häufigsten", "rund um Kiel".
ADVERBS = ("ADV", "ADJD")


def source_behind(scene: Scene, at: int, k: int) -> Range:
    """The tokens of the source that begins with the phrase `k` behind the frame's word at `at`.

    Before the verb of a main clause all up to it is the source's. Behind the verb a phrase with a preposition is the
    clause's own, unless it tells whose, whence or what for: "laut der Polizei in Kiel", "laut einem Sprecher von X".
    """
    first, last = whole(scene, k)
    phrase = scene.phrases[k]
    if _is_several_texts(scene, phrase):
        return first, phrase.head + 1
    return without_own_phrase(scene, k, (first, last)) if _stands_within(scene, at) else (first, last)


def without_own_phrase(scene: Scene, k: int, source: Range) -> Range:
    """The source that begins with the phrase `k` up to the preposition of a phrase that is the clause's own."""
    first, last = source
    phrase = scene.phrases[k]
    if any(scene.word(i) == "," for i in range(phrase.last, last)):
        return source  # an apposition has phrases of its own
    for i in range(phrase.last, last):
        if scene.tag(i) in PREPOSITIONS and not _tells_who(scene, phrase, i):
            while i > phrase.last and scene.tag(i - 1) in ADVERBS:
                i -= 1
            return first, i
    return first, last


def _is_several_texts(scene: Scene, phrase: Phrase) -> bool:
    """As in "nach Recherchen Norwegen verlassen": several texts have no name behind them."""
    named = phrase.last > phrase.head + 1 and scene.tag(phrase.head + 1) == "NE"
    several = phrase.agreement & PLURAL and not phrase.agreement & SINGULAR
    return bool(named and several and is_document_word(scene, phrase.head))


def _stands_within(scene: Scene, at: int) -> bool:
    """Whether the frame stands behind the finite verb of a main clause, or in a clause that its verb ends."""
    index = scene.clause_of[at]
    if index < 0:
        return False
    clause = scene.clauses[index]
    if clause.finite is None:
        return False
    return clause.finite < at or clause.kind in (ClauseKind.SUB, ClauseKind.REL)


def _tells_who(scene: Scene, phrase: Phrase, preposition: int) -> bool:
    words = scene.lexicon.words
    word = scene.word(preposition).lower()
    behind = scene.phrase_of[preposition + 1] if preposition + 1 < len(scene.tokens) else -1
    if behind < 0:
        return False
    other = scene.phrases[behind]
    named = scene.tag(other.head) == "NE"
    if word in words["owner_prepositions"]:
        return named or scene.speaks(other)
    if word in words["task_prepositions"]:
        return scene.kind(phrase) is not None
    return named and word in words["place_prepositions"] and scene.kind(phrase) is not None
