"""Headlines with a colon: "Putin: Russland hat die Wahl nicht manipuliert"."""

from collections.abc import Iterator

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Scene
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind

SPEAKING_KINDS = (EntityKind.PERSON, EntityKind.MEDIUM, EntityKind.ORGANISATION)

# A headline's source is short: a name with a title, a medium.
LONGEST_SOURCE = 6


def headline_drafts(scene: Scene) -> Iterator[Draft]:
    """Headlines, and sentences that read like one, whose words before the colon name somebody who can speak."""
    kinds = {entity.key: entity.kind for entity in scene.findings.entities}
    for index, sentence in enumerate(scene.sentences):
        if not sentence.headline:
            continue
        colon = next(
            (
                i
                for i in range(sentence.first, min(sentence.last, sentence.first + LONGEST_SOURCE + 3))
                if scene.word(i) == ":"
            ),
            None,
        )
        if colon is None:
            continue
        start = scene.skip_marks(sentence.first, colon)
        end = colon
        while end > start and scene.is_mark(end - 1):
            end -= 1
        content = scene.skip_marks(colon + 1, sentence.last)
        last = sentence.last
        while last > content and scene.is_mark(last - 1):
            last -= 1
        if end <= start or last <= content or end - start > LONGEST_SOURCE:
            continue
        if any(scene.tokens[i].verb is not None for i in range(start, end)):
            continue
        span = scene.span(start, end)
        said_by = [
            m for m in scene.findings.mentions if span.contains(m.span) and kinds.get(m.entity) in SPEAKING_KINDS
        ]
        if not said_by or said_by[-1].span.end < scene.tokens[end - 1].end - 1:
            continue
        yield Draft("headline-colon", index, (start, end), ((colon, colon + 1),), ((content, last),), Act.SAY)
