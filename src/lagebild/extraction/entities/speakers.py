"""Speakers: who a source is, by the fullest name that the document itself gives."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace

from lagebild.extraction.entities.apposed import by_apposition
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.circles import by_circle
from lagebild.extraction.entities.descriptions import by_description
from lagebild.extraction.entities.documents import by_its_words, by_text
from lagebild.extraction.entities.names import by_name, by_quoted_name, several
from lagebild.extraction.entities.pronouns import by_pronoun
from lagebild.extraction.entities.seats import by_seat
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.span import Span

# The questions about a source, from the surest to the vaguest; the first that knows an answer decides.
QUESTIONS = (by_pronoun, by_text, by_circle, several, by_apposition, by_seat, by_name, by_quoted_name, by_description)


def speaker_of(
    cast: Cast, source: Span, *, running: Speaker | None = None, nameless: Speaker | None = None,
    aliases: Mapping[str, str] | None = None,
) -> Speaker:  # fmt: skip
    """The speaker whom the source span names; `running` is who spoke last, for pronouns and descriptions, `nameless`
    who did so without a name, `aliases` by which nouns people were meant before."""
    first = bisect_left(cast.starts, source.start)
    last = max(bisect_left(cast.starts, source.end), first + 1)
    return _resolved(Source(cast, first, last, running, _resolved, nameless, aliases))


def _resolved(source: Source) -> Speaker:
    found = next((speaker for question in QUESTIONS if (speaker := question(source)) is not None), None)
    found = found or by_its_words(source)
    return found if found.token >= 0 else replace(found, token=min(source.first, len(source.tokens) - 1))


def last_named(cast: Cast, token: int) -> Speaker | None:
    """The person who was the last subject before the token: whom a report means that names no speaker."""
    for seen in reversed(cast.seen_before(token)):
        if seen.subject and token - seen.token < NEAR:
            person = cast.people[seen.name]
            return Speaker(seen.name, "the person told of last", 0.5, person.gender, token)
    return None


def alias_of(cast: Cast, source: Span, speaker: Speaker) -> str | None:
    """The noun by which the source calls a person whom it does not name: "die Tagelöhnerin"; None for any other."""
    first = bisect_left(cast.starts, source.start)
    last = max(bisect_left(cast.starts, source.end), first + 1)
    k = cast.analysis.phrase_of[first]
    head = cast.tokens[cast.phrases[k].head] if k >= 0 else None
    if speaker.name not in cast.people or head is None or head.tag != "NN" or cast.runs_in(first, last):
        return None
    return head.lemma


__all__ = ["Speaker", "alias_of", "last_named", "speaker_of"]
