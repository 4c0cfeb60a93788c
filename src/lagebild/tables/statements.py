"""The table of attributions."""

from collections.abc import Iterator

from lagebild.model.holding import Holding
from lagebild.tables.columns import Column, Kind, Row, Table, all_words, words
from lagebild.tables.shared import JUDGED, KEY, LED, led, standing


def _attributions(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    entities = {item.key: item for item in holding.findings.entities}
    for item in holding.findings.attributions:
        speaker = entities.get(item.entity) if item.entity is not None else None
        base = holding.people.get(item.entity) if item.entity is not None else None
        yield (
            *led(holding), item.key, item.speaker, speaker.kind.value if speaker else None,
            speaker.code if speaker else None, speaker.office if speaker else None, item.entity, base,
            item.act.value, item.form.value, all_words(item.content, text), words(item.source, text),
            all_words(item.cue, text), words(item.to, text), item.within, item.speaker_reason, item.rule,
            item.confidence, standing(holding, "attribution", item.key),
        )  # fmt: skip


ATTRIBUTIONS = Table(
    "attributions",
    "who says what: one row for each statement",
    (
        *LED,
        KEY,
        Column("speaker", Kind.TEXT, "who says it, as the fullest name the report gives"),
        Column("speaker_kind", Kind.TEXT, "what sort of entity, repeated from `entities`"),
        Column("speaker_code", Kind.TEXT, "the speaker's state or organisation, repeated from `entities`"),
        Column("speaker_office", Kind.TEXT, "the speaker's office, repeated from `entities`"),
        Column("speaker_entity", Kind.TEXT, "key of the speaker inside the document, as in `entities`"),
        Column("speaker_base_entity", Kind.TEXT, "key of the speaker across documents"),
        Column("act", Kind.TEXT, "`say`, `accuse`, `criticise`, `warn`, `demand`, `deny`, `confirm`, `announce` …"),
        Column("form", Kind.TEXT, "`direct`, `mixed`, `indirect` or `reported`"),
        Column("content", Kind.SPANS, "what is said"),
        Column("source", Kind.SPAN, "the words that name the source next to this content"),
        Column("cue", Kind.SPANS, "the words that ascribe it"),
        Column("to", Kind.SPAN, "the addressee or target"),
        Column("within", Kind.TEXT, "key of the statement whose content holds this one"),
        Column("speaker_reason", Kind.TEXT, "how the speaker was found"),
        *JUDGED,
    ),
    _attributions,
)
