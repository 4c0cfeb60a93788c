"""Headlines that tell where somebody stands: "Holm für längere Ferien", "SPD enttäuscht von Verkauf der Werft"."""

from collections.abc import Iterator, Mapping

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.named_kinds import kind_of_name
from lagebild.extraction.attributions.scene import Scene
from lagebild.language.cues import CueVerb
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind

LONGEST_SOURCE = 4
STANCES = (EntityKind.PERSON, EntityKind.ORGANISATION)


def stance_drafts(scene: Scene) -> Iterator[Draft]:
    """Headlines without a verb: a name or a role, "für" or "gegen" or an adjective of mood, and a thing."""
    words = scene.lexicon.words
    moods = scene.lexicon.moods
    for number, sentence in enumerate(scene.sentences):
        if not sentence.headline:
            continue
        yield from _by_mood(scene, number, moods)
        if any(scene.tokens[i].verb for i in range(sentence.first, sentence.last)):
            continue
        for at in range(sentence.first + 1, min(sentence.last - 1, sentence.first + LONGEST_SOURCE + 1)):
            word = scene.word(at).lower()
            if scene.is_mark(at) or scene.tag(at) == "APPRART":
                break
            if scene.tag(at) != "APPR" or scene.quote_of[at] >= 0:
                continue
            against = word in words["stances_against"]
            if not (against or word in words["stances_for"]) or not _takes_stand(scene, sentence.first, at):
                break
            end = next((i for i in range(at, sentence.last) if scene.is_mark(i)), sentence.last)
            if _is_thing(scene, at + 1, end) and scene.tag(end - 1) in ("NN", "NE"):
                yield Draft(
                    "headline-stance", number, (sentence.first, at), ((at, at + 1),), ((at + 1, end),),
                    Act.CRITICISE if against else Act.DEMAND, phrase_content=True,
                )  # fmt: skip
            break


def _by_mood(scene: Scene, number: int, moods: Mapping[str, CueVerb]) -> Iterator[Draft]:
    """As in "Verband enttäuscht von Urteil": behind the source the adjective with a preposition that it governs."""
    sentence = scene.sentences[number]
    for at in range(sentence.first + 1, min(sentence.last - 2, sentence.first + LONGEST_SOURCE + 1)):
        row = moods.get(scene.word(at))
        if row is None or row.act is None or scene.quote_of[at] >= 0:
            continue
        governs = scene.tokens[at + 1].lemma.lower() in row.prepositions and scene.tag(at + 1) in ("APPR", "APPRART")
        rest = (i for i in range(sentence.first, sentence.last) if i != at)
        if not governs or any(scene.tokens[i].verb for i in rest) or not _takes_stand(scene, sentence.first, at):
            return
        end = next((i for i in range(at, sentence.last) if scene.is_mark(i)), sentence.last)
        if scene.tag(end - 1) in ("NN", "NE"):
            yield Draft(
                "headline-stance", number, (sentence.first, at), ((at, at + 1),), ((at + 2, end),), row.act,
                phrase_content=True,
            )  # fmt: skip
        return


def _takes_stand(scene: Scene, first: int, last: int) -> bool:
    """Whether the words name a person or a body, or a role in the plural or alone: "Ärzte", "Minister"."""
    if kind_of_name(scene, (first, last)) in STANCES:
        return True
    k = scene.phrase_of[first]
    if k < 0 or (scene.phrases[k].first, scene.phrases[k].last) != (first, last):
        return False
    return scene.kind(scene.phrases[k]) in ("person", "organisation", "group")


def _is_thing(scene: Scene, first: int, last: int) -> bool:
    """Whether the words are about a matter, not somebody: "gegen Verkauf", not "gegen Bremen"."""
    k = scene.phrase_of[first] if first < last else -1
    if k < 0 or scene.phrases[k].first != first:
        return False
    head = scene.phrases[k].head
    return scene.tag(head) == "NN" and not scene.speaks(scene.phrases[k])
