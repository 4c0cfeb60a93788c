"""Retold: a noun that takes up the same noun told before: "das Ministerium" is "norwegisches Außenministerium"."""

from unicodedata import combining, normalize

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.names import by_name, by_quoted_name
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import akin, tail_of
from lagebild.model.analysis import SINGULAR, ClauseKind, Phrase

# An adjective made from a place begins like it: "bayerisch", "Bayern".
SAME_START = 4


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
            or source.tokens[phrases[k].first].tag == "PPOSAT"
            or _prefixes_differ(source.head.lemma, lemma)
            or _genders_differ(source, phrases[k])
            or _states_differ(source, k)
            or (source.phrase and bool(phrases[k].agreement & SINGULAR) != bool(source.phrase.agreement & SINGULAR))
        ):
            continue
        first, last = told_extent(source.cast, k)
        fuller = last - first > (2 if source.tokens[first].tag in ("ART", "PDAT") else 1) or len(lemma) > len(
            source.head.lemma
        )
        if last <= source.first and fuller and not _is_told_apart(source, first, last):
            return _as_told(source, k, first, last)
    return None


def told_extent(cast: Cast, k: int) -> tuple[int, int]:
    """The earlier phrase as far as it surely tells who it is: what hangs on it behind the verb with another
    preposition than "von" and the like may say where or when something happened."""
    first, last = full_phrase(cast.analysis, k, coordinated=False)
    c = cast.analysis.clause_of[first]
    clause = cast.analysis.clauses[c] if c >= 0 else None
    if clause is not None and clause.first == first and clause.finite == last and clause.kind is ClauseKind.MAIN:
        return first, last  # before the verb of a main clause all is one phrase
    sure = cast.known.words["sure_prepositions"]
    for i in range(cast.phrases[k].last, last):
        named = i + 1 < last and cast.tokens[i + 1].tag == "NE"
        if cast.tokens[i].tag in ("APPR", "APPRART") and not named and cast.tokens[i].text not in sure:
            return first, i
    return first, last


def _is_told_apart(source: Source, first: int, last: int) -> bool:
    """As in "die türkische Regierung … die deutsche Regierung": an adjective that the earlier phrase does not have, not
    even as the place that it is made from ("die bayerische Kammer" is "Kammer Bayern")."""
    if source.phrase is None:
        return False
    own = source.tokens[source.phrase.first : source.phrase.head]
    lemmas = [token.lemma.lower() for token in own if token.tag == "ADJA"]
    lemmas = [lemma for lemma in lemmas if lemma not in source.words["taking_up"]]
    if not lemmas:
        return False
    told = source.tokens[first:last]
    known = {token.lemma.lower() for token in told}
    starts = {_start(token.text) for token in told if token.text[:1].isupper()}
    return any(lemma not in known and _start(lemma) not in starts for lemma in lemmas)


def _start(word: str) -> str:
    """The first letters without case and marks: the same of "sächsisch" and "Sachsen"."""
    decomposed = normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if not combining(letter))[:SAME_START]


def _prefixes_differ(later: str, earlier: str) -> bool:
    """As in "CSU-Politiker" and "CDU-Politikerin", or where only the later word has a first part."""
    if "-" not in later:
        return False
    return later.lower().rsplit("-", 1)[0] != earlier.lower().rsplit("-", 1)[0] or "-" not in earlier


def _genders_differ(source: Source, earlier: Phrase) -> bool:
    """Whether one is a man and the other a woman: "der Sprecher" does not take up "eine Sprecherin"."""
    if source.kind != "person" or source.phrase is None:
        return False
    return {source.cast.traits.gender(source.phrase), source.cast.traits.gender(earlier)} == {"m", "f"}


def _states_differ(source: Source, k: int) -> bool:
    """As in "die Regierung in Lima" and "die kubanische Regierung": both tell their state, and it is another one."""
    if source.phrase is None:
        return False
    cast = source.cast
    state = cast.traits.state_of(source.phrase)
    if state is None:
        return False
    first, last = full_phrase(cast.analysis, k, coordinated=False)
    seated = (cast.known.bodies.get(source.tokens[i].text) for i in range(first, last))
    earlier = cast.traits.state_of(cast.phrases[k]) or next((body.code for body in seated if body and body.code), None)
    return earlier is not None and earlier != state


def _as_told(source: Source, k: int, first: int, last: int) -> Speaker | None:
    """The earlier phrase with the same noun, by the name beside it or by its own words."""
    earlier = source.beside(first, last)
    reason = f"“{source.head.text}”: the same noun told before"
    gender = source.cast.traits.gender(source.cast.phrases[k])
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
