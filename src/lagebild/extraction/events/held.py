"""Held: which attributions hold a place of the report, and who says its words himself."""

from collections.abc import Sequence

from lagebild.model.attribution import Attribution, Form
from lagebild.model.near import Near
from lagebild.model.span import Span


class Held:
    """Built once for a document; it knows nothing of the stage, so that a document is freed once it has been read."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._attributions = attributions
        contents = ((span, index) for index, said in enumerate(attributions) for span in said.content)
        self._contents = Near(contents, lambda content: content[0])
        """The stretches of what attributions hold, each with the attribution's place among all."""

    def holding(self, span: Span) -> list[Attribution]:
        """The attributions whose content holds the span, the innermost first."""
        found = sorted({index for _, index in self._contents.holding(span)})
        return sorted((self._attributions[i] for i in found), key=lambda a: sum(s.end - s.start for s in a.content))

    def speaking(self, span: Span) -> str | None:
        """Who says the words of the span himself, as "ich" or "wir": the speaker of the innermost quotation."""
        quoted = (held for held in self.holding(span) if held.form in (Form.DIRECT, Form.MIXED))
        return next((held.speaker for held in quoted), None)
