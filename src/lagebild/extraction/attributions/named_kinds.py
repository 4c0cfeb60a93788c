"""What words name, where they are the name of somebody who can speak."""

from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.entity import EntityKind

SPEAKING_KINDS = (EntityKind.PERSON, EntityKind.MEDIUM, EntityKind.ORGANISATION)


def kind_of_name(scene: Scene, words: Range) -> EntityKind | None:
    """What the words are as a name, to their last one, of somebody who can speak."""
    kinds = scene.kinds
    named = [m for m in scene.mentions.within(scene.span(*words)) if kinds.get(m.entity) in SPEAKING_KINDS]
    if not named or named[-1].span.end < scene.tokens[words[1] - 1].end - 1:
        return None
    return kinds[named[-1].entity]
