"""Participles that tell events beside a noun: "die von den USA unterstützten Milizen", "inhaftierte Oppositionelle"."""

from collections.abc import Iterator
from functools import cache, partial

from lagebild.analysis.lexicon import lexicon
from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.enclosed import is_enclosed
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.language.happenings import EventVerb, happenings
from lagebild.language.load import Language
from lagebild.model.event import Party
from lagebild.model.span import Span
from lagebild.recent import Recent

ENDINGS = ("en", "er", "em", "es", "e")
# How many tokens before the participle its agent may begin.
REACH = 8


def participle_drafts(stage: Stage) -> Iterator[Draft]:
    """Events told by participles before nouns, in text order."""
    rows = _rows(stage.language)
    for i in stage.analysis.where.tagged("ADJA", "VVFIN"):
        token = stage.tokens[i]
        if token.tag != "ADJA" and not is_enclosed(stage, i):
            continue
        row = rows[token.text]
        if row is not None:
            yield from _told(stage, i, row)


@cache
def _rows(language: Language) -> Recent[str, EventVerb | None]:
    """The rows by participles: few different ones stand before nouns."""
    return Recent(partial(_row, language))


def _row(language: Language, word: str) -> EventVerb | None:
    """The row without further words of the verb of which the word is the inflected past participle."""
    ending = next((ending for ending in ENDINGS if word.endswith(ending)), None)
    if ending is None:
        return None
    stem = word[: -len(ending)].lower()
    if not stem.endswith(("t", "n")):
        return None
    for possibility in lexicon(language).entry(stem).possibilities:
        if possibility.tag == "VVPP":
            rows = happenings(language).verbs.get(possibility.lemma, ())
            return next((row for row in rows if not row.fixed and row.type and "akk" in row.recipient), None)
    return None


def _told(stage: Stage, i: int, row: EventVerb) -> Iterator[Draft]:
    assert row.type is not None
    k = stage.analysis.phrase_of[i]
    if k < 0 or stage.phrases[k].head <= i:
        k = stage.analysis.phrase_of[i + 1] if i + 1 < len(stage.tokens) else -1
    if k < 0:
        return
    recipients = stage.parties.of_full(k) or owners(stage, k)
    agents = _agents(stage, i)
    if not recipients:
        return
    span = Span(stage.tokens[i].start, stage.tokens[i].end)
    actors: tuple[Party | None, ...] = agents or (None,)
    for actor in actors:
        for recipient in recipients:
            if actor is None or actor.code != recipient.code:
                yield Draft(
                    "event-participle", row.lemma, row.type, row.mode, row.context, span, i,
                    stage.analysis.clause_of[i], actor, recipient, needs="both",
                )  # fmt: skip


def _agents(stage: Stage, i: int) -> tuple[Party, ...]:
    sentence = stage.analysis.sentences[stage.analysis.sentence_of[i]]
    at = i - 1
    while at >= max(sentence.first, i - REACH):
        token = stage.tokens[at]
        if token.verb is not None or token.tag.startswith("$"):
            break
        k = stage.analysis.phrase_of[at]
        if token.tag in ("NE", "FM") and stage.tokens[at - 1].lemma.lower() in stage.words["agents"]:
            party = stage.parties.named(token.text, token.span)
            return (party,) if party is not None else ()
        if k >= 0 and stage.preposition(k) in stage.words["agents"]:
            return stage.parties.of_full(k)
        at = stage.phrases[k].first - 1 if k >= 0 and stage.phrases[k].first <= at else at - 1
    return ()
