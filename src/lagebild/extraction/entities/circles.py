"""Circles: somebody with his people: "Forscher um Ute Wald", "Wald und ihre Kollegen", and who so many take up."""

from collections.abc import Iterator
from typing import NamedTuple

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.nominative import dictionary_form
from lagebild.extraction.entities.retold import told_extent
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.language.endings import ends_in
from lagebild.model.analysis import PLURAL, SINGULAR


class Circle(NamedTuple):
    """A place where people are told of together, tokens `[first, last)`, and around whom, where that is said."""

    first: int
    last: int
    person: str | None


def by_circle(source: Source) -> Speaker | None:
    """As in "Wald und ihre Kollegen", "das Team um Wald": the circle around her told before, else this one."""
    here = _circle_at(source)
    if here is None or here.person is None:
        return None
    return Speaker(_wording(source, _first_told(source, here)), "several together", 0.75, "p", source.first)


def by_scholars(source: Source) -> Speaker | None:
    """As in "die Wissenschaftler", "die Autoren der Studie", "das Team": who was told of last as such."""
    noun, words = source.head.lemma.lower(), source.cast.body_kinds.words
    if source.phrase is None or _is_told_apart(source):
        return None
    team = ends_in(noun, words["circles"])
    if not (team or (source.phrase.agreement & PLURAL and noun in words["scholars"])):
        return None
    told = [one for one in _before(source) if one.last <= source.first]
    told = [one for one in told if team or one.person is not None or not _is_mere_team(source.cast, one)]
    # Where the report tells of one circle only, however far back, it is meant.
    alone = len({one.person for one in told}) == 1 and told[0].person is not None
    if not told or not (alone or source.first - told[0].last < NEAR):
        return None
    return Speaker(
        _wording(source, _first_told(source, told[0])),
        f"“{source.head.text}”: the people told of before",
        0.7,
        "p",
        source.first,
    )


def _first_told(source: Source, circle: Circle) -> Circle:
    """The circle around the same person that the report told of first, which says most of it."""
    same = [one for one in _before(source) if one.person == circle.person and one.last <= source.first]
    return same[-1] if same and circle.person is not None else circle


def _is_mere_team(cast: Cast, circle: Circle) -> bool:
    """As in "ein Team des Senders": not of scholars, who would be a "Forscherteam"."""
    k = cast.analysis.phrase_of[circle.first]
    return k >= 0 and cast.tokens[cast.phrases[k].head].lemma.lower() in cast.body_kinds.words["circles"]


def _is_told_apart(source: Source) -> bool:
    """As in "die Forscher aus Wien", "die deutschen Forscher", "die Autoren der zweiten Studie"."""
    assert source.phrase is not None
    tokens = source.tokens
    inner = [token for token in tokens[source.first : source.phrase.head] if token.tag in ("ADJA", "PIAT", "PPOSAT")]
    if any(token.lemma.lower() not in source.words["taking_up"] for token in inner):
        return True
    behind = tokens[source.phrase.head + 1 : source.last]
    if any(token.tag not in ("ART", "NN", "PDAT") for token in behind):
        return True
    return bool(behind) and not source.cast.known.is_text(behind[-1].lemma)


def _is_scholarly(cast: Cast, noun: str) -> bool:
    words = cast.body_kinds.words
    return ends_in(noun.lower(), words["scholars"]) or ends_in(noun.lower(), words["circles"])


def _circle_at(source: Source) -> Circle | None:
    """The circle that the source itself names."""
    for i in range(source.first + 1, source.last - 1):
        if source.tokens[i].tag == "KON" and source.tokens[i + 1].tag == "PPOSAT":
            return _joined(source.cast, i)
    k = source.cast.analysis.phrase_of[source.first]
    return _around(source.cast, k) if k >= 0 and source.phrase is not None else None


def _before(source: Source) -> Iterator[Circle]:
    """The circles and the scholars told of by more than their noun before the source, the last first."""
    cast = source.cast
    for token, lemma, k in cast.groups_before(source.first):
        scholarly = _is_scholarly(cast, lemma)
        if not scholarly and lemma not in cast.body_kinds.words["colleagues"]:
            around = _around(cast, k)
            if around is not None and around.person is not None:
                yield around
            continue
        joined = _joined(cast, token - 1) if cast.tokens[token - 1].tag == "KON" else None
        found = joined or _around(cast, k) or (_described(cast, k) if scholarly else None)
        if found is not None:
            yield found


def _described(cast: Cast, k: int) -> Circle | None:
    """Scholars without a name, told of by more than their noun: "Forscher der Universität Kiel", "britische Ärzte"."""
    phrase = cast.phrases[k]
    team = ends_in(cast.tokens[phrase.head].lemma.lower(), cast.body_kinds.words["circles"])
    owned = cast.tokens[phrase.first].tag == "PPOSAT" or cast.tokens[phrase.first - 1].tag == "KON"
    if phrase.preposition is not None or owned or not (team or _is_plural(cast, k)):
        return None
    first, last = told_extent(cast, k)
    if cast.runs_in(phrase.first, phrase.last) or not (last > phrase.last or _has_adjective(cast, k)):
        return None
    return Circle(first, last, None)


def _is_plural(cast: Cast, k: int) -> bool:
    """Whether they are several: without an article no single person is told of."""
    phrase = cast.phrases[k]
    bare = cast.tokens[phrase.first].tag in ("NN", "ADJA", "CARD")
    return bool(phrase.agreement & PLURAL) and (bare or not phrase.agreement & SINGULAR)


def _has_adjective(cast: Cast, k: int) -> bool:
    """As in "Kieler Forscher", "britische Mediziner"; not "die neuen Forscher"."""
    phrase = cast.phrases[k]
    inner = cast.tokens[phrase.first : phrase.head]
    return any(t.tag == "ADJA" and t.lemma.lower() not in cast.known.words["taking_up"] for t in inner)


def _around(cast: Cast, k: int) -> Circle | None:
    """As in "ein Team um die Lotsin Ute Wald"."""
    first, last = full_phrase(cast.analysis, k, coordinated=False)
    at = cast.phrases[k].last
    if at >= last or cast.tokens[at].text not in cast.body_kinds.words["around"]:
        return None
    named = (cast.full_name(run.text) or run.text for run in cast.runs_in(at, last))
    return Circle(first, last, next(named, None))


def _joined(cast: Cast, joint: int) -> Circle | None:
    """As in "Ute Wald und ihr Team": the name before "und", and people of her own behind it."""
    behind, before = cast.analysis.phrase_of[joint + 1], cast.analysis.phrase_of[joint - 1]
    if behind < 0 or before < 0 or cast.tokens[joint + 1].tag != "PPOSAT":
        return None
    noun = cast.tokens[cast.phrases[behind].head].lemma.lower()
    runs = cast.runs_in(cast.phrases[before].first, joint)
    people = noun in cast.body_kinds.words["colleagues"] or _is_scholarly(cast, noun)
    if not people or not runs or runs[-1].last != joint:
        return None
    person = cast.full_name(runs[-1].text)
    return Circle(cast.phrases[before].first, cast.phrases[behind].last, person) if person is not None else None


def _wording(source: Source, circle: Circle) -> str:
    """The circle's own words as a name, with the full name of the one around whom it is."""
    cast = source.cast
    joint = next((i for i in range(circle.first, circle.last) if cast.tokens[i].tag == "KON"), None)
    if joint is not None and circle.person is not None and cast.tokens[joint + 1].tag == "PPOSAT":
        k = cast.analysis.phrase_of[joint + 1]
        people = cast.phrases[k]
        if source.cast.known.kind_of(cast.tokens[people.head].lemma) == ("person", "m"):
            people = people._replace(agreement=people.agreement & PLURAL or people.agreement)
        text = cast.analysis.text
        own = dictionary_form(text, cast.tokens, people, people.first, circle.last, source.words)
        return f"{circle.person} {cast.tokens[joint].text} {own}"
    found = source.beside(circle.first, circle.last)
    if found.phrase is not None and _is_plural(cast, cast.analysis.phrase_of[circle.first]):
        # "nach Ansicht Kieler Forscher": without an article they are several.
        found.phrase = found.phrase._replace(agreement=found.phrase.agreement & PLURAL or found.phrase.agreement)
    return found.wording()
