"""How words are received: "Der Vorschlag stieß bei der SPD auf Widerspruch"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of
from lagebild.model.analysis import Clause
from lagebild.model.attribution import Act


def reception_drafts(scene: Scene) -> Iterator[Draft]:
    """Clauses whose subject meets with criticism, praise or refusal of somebody named."""
    words = scene.lexicon.words
    for clause in scene.clauses:
        if clause.lemma not in words["reception_verbs"] or clause.subject is None or clause.passive:
            continue
        met = next((k for k in clause.objects if _act(scene, k) is not None), None)
        act = None if met is None else _act(scene, met)
        source = None if met is None else _receiver(scene, clause, met)
        if met is None or act is None or source is None or scene.tag(scene.phrases[clause.subject].head) == "PRELS":
            continue
        content = full_phrase(scene.analysis, clause.subject)
        noun = scene.phrases[met].head
        yield Draft("reception", clause.sentence, source, ((noun, noun + 1),), (content,), act, phrase_content=True)


def _act(scene: Scene, k: int) -> Act | None:
    """What it means to meet with the noun of the phrase: "auf Widerspruch" is denial."""
    if preposition_of(scene, scene.phrases[k]) not in scene.lexicon.words["reception_prepositions"]:
        return None
    lemma = scene.tokens[scene.phrases[k].head].lemma
    for act in (Act.CRITICISE, Act.DENY, Act.PRAISE):
        if lemma in scene.lexicon.words[f"reception_{act}"]:
            return act
    return None


def _receiver(scene: Scene, clause: Clause, met: int) -> Range | None:
    """Who received it: "bei der SPD", "der SPD" or "von der SPD" behind the noun."""
    words = scene.lexicon.words
    for k in clause.objects:
        phrase = scene.phrases[k]
        at_home = preposition_of(scene, phrase) in words["receivers"]
        owner = k == met + 1 and (scene.is_attached(k) or preposition_of(scene, phrase) in words["owner_prepositions"])
        if (at_home or owner) and scene.speaks(phrase):
            return full_phrase(scene.analysis, k)
    return None
