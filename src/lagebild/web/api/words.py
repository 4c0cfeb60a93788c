"""Judgements as they go out."""

from collections.abc import Iterable

from lagebild.model.judgement import Judgement
from lagebild.web.api.shapes import Judged


def judged(made: Iterable[Judgement]) -> list[Judged]:
    """The judgements that were made."""
    return [one_judged(item) for item in made]


def one_judged(item: Judgement) -> Judged:
    """One judgement."""
    return Judged(
        key=item.key,
        verdict=item.verdict.value,
        document=item.document,
        kind=item.kind,
        record=item.record,
        field=item.field,
        value=item.value,
        author=item.author,
        at=item.at.isoformat(),
    )
