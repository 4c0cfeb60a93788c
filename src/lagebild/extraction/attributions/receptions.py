"""How words are received: "Der Vorschlag stieß bei der SPD auf Widerspruch", "sorgte bei der SPD für Unmut"."""

from collections.abc import Iterator
from functools import cache

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of
from lagebild.model.analysis import Clause
from lagebild.model.attribution import Act

# How a noun stands that is the verb's object.
AS_OBJECT = "-"
ACTS = (Act.CRITICISE, Act.DENY, Act.PRAISE, Act.THINK)


def reception_drafts(scene: Scene) -> Iterator[Draft]:
    """Clauses whose subject meets with criticism, praise, refusal or worry of somebody named."""
    for clause in scene.clauses:
        ways = _ways(scene, clause)
        if not ways or clause.subject is None or clause.passive:
            continue
        met = next((k for k in clause.objects if _act(scene, k, ways) is not None), None)
        act = None if met is None else _act(scene, met, ways)
        source = None if met is None else _receiver(scene, clause, met)
        if met is None or act is None or source is None or scene.tag(scene.phrases[clause.subject].head) == "PRELS":
            continue
        first, last = _matter(scene, clause, met, clause.subject)
        if source[0] < last and first < source[1]:
            continue
        noun = scene.phrases[met].head
        yield Draft(
            "reception", clause.sentence, source, ((noun, noun + 1),), ((first, last),), act, phrase_content=True
        )  # fmt: skip


def _matter(scene: Scene, clause: Clause, met: int, subject: int) -> Range:
    """What is received: "erntete *für den Satz* Kritik", else the subject."""
    noun = scene.lexicon.nouns.get(scene.tokens[scene.phrases[met].head].lemma)
    person = scene.tag(scene.phrases[subject].head) in ("PPER", "NE") or scene.kind(scene.phrases[subject]) == "person"
    governed = noun.prepositions | scene.lexicon.words["received_for"] if noun and person else frozenset()
    for k in clause.objects:
        if k != met and preposition_of(scene, scene.phrases[k]) in governed:
            return full_phrase(scene.analysis, k)
    first, last = full_phrase(scene.analysis, subject)
    opens = clause.finite is not None and first == clause.first < clause.finite
    # Before the verb stands one constituent: all of it is the subject.
    return (first, clause.finite) if opens and clause.finite is not None else (first, last)


def _ways(scene: Scene, clause: Clause) -> frozenset[str]:
    """The prepositions behind which the clause's verb has such a noun, or "-" where it is its object."""
    return _by_verb(scene.lexicon.words["reception_verbs"]).get(clause.lemma, frozenset())


@cache
def _by_verb(entries: frozenset[str]) -> dict[str, frozenset[str]]:
    pairs = [entry.split() for entry in entries]
    return {verb: frozenset(way for other, way in pairs if other == verb) for verb, _ in pairs}


def _act(scene: Scene, k: int, ways: frozenset[str]) -> Act | None:
    """What it means to meet with the noun of the phrase: "auf Widerspruch" is denial."""
    if (preposition_of(scene, scene.phrases[k]) or AS_OBJECT) not in ways:
        return None
    head = scene.tokens[scene.phrases[k].head]
    return next((act for act in ACTS if {head.lemma, head.text} & scene.lexicon.words[f"reception_{act}"]), None)


def _receiver(scene: Scene, clause: Clause, met: int) -> Range | None:
    """Who received it: "bei der SPD", or "der SPD" or "von der SPD" behind the noun."""
    words = scene.lexicon.words
    for k in clause.objects:
        phrase = scene.phrases[k]
        preposition = preposition_of(scene, phrase)
        from_them = preposition in words["owner_prepositions"]
        owner = (k == met + 1 and scene.is_attached(k)) or (from_them and scene.phrases[met].preposition is None)
        if (preposition in words["receivers"] or owner) and scene.speaks(phrase):
            first, last = full_phrase(scene.analysis, k)
            other = scene.phrases[met]
            begins = other.first if other.preposition is None else other.preposition
            return first, begins if first < begins < last else last
    return None
