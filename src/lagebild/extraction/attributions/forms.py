"""Form: how much of the content is quoted, and whether it is a clause or a phrase."""

from collections.abc import Sequence

from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.attribution import Form

# Content counts as a quotation in full when all but a stray word of it is quoted.
WHOLLY = 0.93


def form_of(scene: Scene, content: Sequence[Range], *, cue: Sequence[Range], phrase: bool) -> Form:
    """The form of content with these token ranges; a quotation that holds the cue as well is somebody else's: in
    "„Die Leute sagen, dass es taut“, erzählte Holm" the people's words are indirect."""
    around = {scene.quote_of[first] for first, _ in cue}
    words = quoted = 0
    spoken = False
    for first, last in content:
        words += last - first - sum([token.tag.startswith("$") for token in scene.tokens[first:last]])
        if max(scene.quote_of[first:last], default=-1) < 0:
            continue
        for i in range(first, last):
            q = scene.quote_of[i]
            if q >= 0 and not scene.is_mark(i) and (q not in around or _is_quoted_within(scene, i)):
                quoted += 1
                spoken = spoken or scene.quotes[q].spoken
    if words and quoted >= WHOLLY * words and spoken:
        return Form.DIRECT
    if spoken:
        return Form.MIXED
    return Form.REPORTED if phrase else Form.INDIRECT


def _is_quoted_within(scene: Scene, i: int) -> bool:
    """Whether the token stands in a quotation inside another."""
    return any(quotation.depth > 0 for quotation in scene.quotations.holding(scene.span(i, i + 1)))
