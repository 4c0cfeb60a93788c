"""Quotations that lost their closing mark: "„Es taut, meint Holm. Dann ging er …" ends where its cue begins."""

from bisect import bisect_right
from collections.abc import Sequence

from lagebild.analysis.insertions import Saying
from lagebild.model.analysis import Quotation, Sentence, Token
from lagebild.model.span import Span


def without_broken(
    quotations: Sequence[Quotation], tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], words: Saying
) -> tuple[Quotation, ...]:
    """The quotations; one that swallows its own cue and goes on behind the sentence ends before the cue's comma, unless
    another cue follows its end. What was held by the rest of it is held no more."""
    starts = [tokens[sentence.first].start for sentence in sentences]
    commas = {token.start for token in tokens if token.text == ","}
    kept: list[Quotation] = []
    around: list[int] = []
    for quotation in quotations:
        while around and around[-1] <= quotation.outer.start:
            around.pop()
        if not around and not quotation.is_turn and quotation.outer.end not in commas:
            end = _cue_in(quotation, tokens, sentences, starts, words)
            if end is not None:
                quotation = quotation._replace(
                    outer=Span(quotation.outer.start, end), inner=Span(quotation.inner.start, end)
                )
        kept.append(quotation._replace(depth=len(around)))
        around.append(quotation.outer.end)
    return tuple(kept)


def _cue_in(
    quotation: Quotation,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    starts: Sequence[int],
    words: Saying,
) -> int | None:
    """Where the comma before ", meint Holm." stands, if the first sentence of the quotation ends so and the quotation
    goes on behind it."""
    place = bisect_right(starts, quotation.inner.start) - 1
    if place < 0:
        return None
    first, last = sentences[place].first, sentences[place].last
    if tokens[last - 1].end >= quotation.inner.end or tokens[last - 1].tag != "$.":
        return None
    comma = next((i for i in range(last - 2, first, -1) if tokens[i].text == ","), None)
    if comma is None or tokens[comma].start <= quotation.inner.start or comma + 3 >= last:
        return None
    so = tokens[comma + 1].text.lower() in words.openers
    verb, subject = tokens[comma + 1], tokens[comma + 2]
    particle = tokens[last - 2].text.lower() if tokens[last - 2].tag == "PTKVZ" else ""
    says = verb.verb is not None and verb.verb.mood == "ind" and particle + verb.lemma in words.verbs
    return tokens[comma].start if (so or says) and subject.tag == "NE" else None
