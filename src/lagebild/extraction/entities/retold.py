"""Retold: a noun that takes up the same noun told before: "das Ministerium" is "norwegisches Außenministerium"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.names import by_name, by_quoted_name
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import akin, tail_of
from lagebild.model.analysis import SINGULAR, Phrase


def same_noun(source: Source) -> Speaker | None:
    """The fuller phrase with the same noun, or a compound of it, that was told last."""
    tail = tail_of(source.head.lemma)
    phrases = source.cast.phrases
    for _, lemma, k in source.cast.groups_before(source.first):
        if phrases[k].head == (source.phrase.head if source.phrase else -1):
            continue
        if (
            not akin(tail, lemma)
            or (tail != lemma and source.cast.body_kinds.is_own_name(tail))
            or _prefixes_differ(source.head.lemma, lemma)
            or _genders_differ(source, phrases[k])
            or _states_differ(source, k)
            or (source.phrase and bool(phrases[k].agreement & SINGULAR) != bool(source.phrase.agreement & SINGULAR))
        ):
            continue
        first, last = full_phrase(source.cast.analysis, k, coordinated=False)
        fuller = last - first > (2 if source.tokens[first].tag in ("ART", "PDAT") else 1) or len(lemma) > len(
            source.head.lemma
        )
        if last <= source.first and fuller:
            return _as_told(source, k, first, last)
    return None


def _prefixes_differ(later: str, earlier: str) -> bool:
    """As in "CSU-Politiker" and "CDU-Politikerin", or where only the later word has a first part."""
    if "-" not in later:
        return False
    return later.lower().rsplit("-", 1)[0] != earlier.lower().rsplit("-", 1)[0] or "-" not in earlier


def _genders_differ(source: Source, earlier: Phrase) -> bool:
    """Whether one is a man and the other a woman: "der Sprecher" does not take up "eine Sprecherin"."""
    if source.kind != "person" or source.phrase is None:
        return False
    return {source.cast.gender(source.phrase), source.cast.gender(earlier)} == {"m", "f"}


def _states_differ(source: Source, k: int) -> bool:
    """As in "die Regierung in Lima" and "die kubanische Regierung": both tell their state, and it is another one."""
    if source.phrase is None:
        return False
    cast = source.cast
    state = cast.state_of(source.phrase)
    if state is None:
        return False
    first, last = full_phrase(cast.analysis, k, coordinated=False)
    seated = (cast.known.bodies.get(source.tokens[i].text) for i in range(first, last))
    earlier = cast.state_of(cast.phrases[k]) or next((body.code for body in seated if body and body.code), None)
    return earlier is not None and earlier != state


def _as_told(source: Source, k: int, first: int, last: int) -> Speaker | None:
    """The earlier phrase with the same noun, by the name beside it or by its own words."""
    earlier = source.beside(first, last)
    reason = f"“{source.head.text}”: the same noun told before"
    gender = source.cast.gender(source.cast.phrases[k])
    named = (
        by_name(earlier) or (by_quoted_name(earlier) if source.kind != "person" else None)
        if source.kind != "organisation" or last == source.cast.phrases[k].last
        else None
    )
    if named is not None and source.kind == "organisation" and named.name in source.cast.people:
        named = None
    if named is not None:
        return Speaker(named.name, reason, 0.8, gender, source.first)
    base = source.cast.phrases[k]
    if last > base.last and source.kind == "organisation":
        # An apposed person does not belong to the body: "Präsident des Verbandes …, Michael Müller".
        comma = next((i for i in range(base.last, last) if source.tokens[i].text == ","), last)
        earlier = source.beside(first, comma)
    return Speaker(earlier.wording(), reason, 0.75, gender, source.first, nameless=source.is_person())
