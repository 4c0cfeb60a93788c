"""Nameless: people told of without a name: "ein 28-Jähriger aus Kiel … der junge Mann … der Beschuldigte"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.ages import age_in
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.names import by_name
from lagebild.extraction.entities.retold import told_extent
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import tail_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import PLURAL, SINGULAR, Phrase


def by_story(source: Source) -> Speaker | None:
    """Whom a plain description such as "der junge Mann" takes up: the nameless person who spoke or was told of last."""
    if not is_plain(source):
        return None
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    reason = f"“{source.head.text}”: "
    if _is_plainly_told(source, source.running, gender):
        return _same(source, source.running, reason + "who spoke last", gender)
    if _is_plainly_told(source, source.nameless, gender):
        return _same(source, source.nameless, reason + "the last speaker without a name", gender)
    return None


def by_telling(source: Source) -> Speaker | None:
    """Whom a plain description takes up that nobody has spoken under yet: who was told of last in such words."""
    if not is_plain(source):
        return None
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    reason = f"“{source.head.text}”: who was told of before"
    return _same(source, _told_before(source, gender), reason, gender)


def by_only_one(source: Source) -> Speaker | None:
    """As in "ein Arzt aus Kiel … der Mediziner": the only nameless person of that sex brought in lately, where nobody
    of that sex has a name and the noun is no part in the story of its own."""
    if source.phrase is None or _is_incidental(source, source.head.lemma):
        return None
    if ends_in(tail_of(source.head.lemma), source.words["single_offices"]):
        return None
    cast, gender = source.cast, source.cast.traits.gender(source.phrase)
    found = [
        k
        for token, _, k in cast.groups_before(source.first)
        if source.first - token < NEAR
        and cast.phrases[k].last <= source.first
        and cast.traits.gender(cast.phrases[k]) == gender
        and _is_brought_in(source, cast.phrases[k])
    ]
    if len(found) != 1 or gender not in ("m", "f"):
        return None
    earlier = source.beside(*told_extent(cast, found[0]))
    if _ages_differ(source, source.tokens[cast.phrases[found[0]].head].lemma):
        return None
    reason = f"“{source.head.text}”: the only one told of"
    return _same(source, Speaker(earlier.wording(), "described", 0.6, gender), reason, gender)


def _is_plainly_told(source: Source, speaker: Speaker | None, gender: str | None) -> bool:
    """Whether the speaker is nameless, of that gender and described by no more than age, sex, town or part."""
    if speaker is None or not speaker.nameless or speaker.gender != gender or speaker.name is None:
        return False
    words = (speaker.told or speaker.name).split()
    known = source.cast.known
    plain = any(known.is_plain(word) or known.is_plain(word.removesuffix("r")) for word in words)
    return (plain or speaker.told is not None) and not any(_ages_differ(source, word) for word in words)


def is_plain(source: Source) -> bool:
    """Whether the noun says of a person no more than age, sex, town or part in the story."""
    return source.cast.known.is_plain(source.head.lemma) or source.is_of_town()


def _same(source: Source, other: Speaker | None, reason: str, gender: str | None) -> Speaker | None:
    if other is None:
        return None
    return Speaker(other.name, reason, 0.65, gender, source.first, nameless=True, told=source.wording())


def _told_before(source: Source, gender: str | None) -> Speaker | None:
    """The plain description told last of somebody of that gender; another age is somebody else."""
    cast = source.cast
    for _, _, k in cast.groups_before(source.first):
        phrase = cast.phrases[k]
        head = cast.tokens[phrase.head]
        if not _may_be_taken_up(source, phrase) or (phrase.agreement & PLURAL and not phrase.agreement & SINGULAR):
            continue
        owned = cast.tokens[phrase.first].tag == "PPOSAT"
        if (
            owned
            or phrase.last > source.first
            or cast.traits.gender(phrase) != gender
            or _ages_differ(source, head.lemma)
        ):
            continue
        first, last = told_extent(cast, k)
        if cast.tokens[first].tag == "ART" and last == phrase.last and not _is_indefinite(source, first):
            continue  # "die 54-Jährige" was somebody known already
        earlier = source.beside(first, last)
        return None if by_name(earlier) is not None else Speaker(earlier.wording(), "described", 0.7, gender)
    return None


def _may_be_taken_up(source: Source, phrase: Phrase) -> bool:
    """Whether the phrase is as plain; where nobody of that sex has been named, by "der Mann" and "die 41-Jährige"
    whoever was brought in may be meant: "ein Anwohner", "der Fahrer eines Lastwagens"."""
    anybody = source.head.lemma in source.words["anybodies"] or source.age is not None
    return source.cast.known.is_plain(source.tokens[phrase.head].lemma) or (anybody and _is_brought_in(source, phrase))


def _is_brought_in(source: Source, phrase: Phrase) -> bool:
    """Whether the phrase brings in one person without a name, and nobody of that sex has a name so far."""
    cast = source.cast
    k = cast.analysis.phrase_of[phrase.first]
    single = phrase.agreement & SINGULAR and _is_one_of_people(source, phrase) and not _is_named(cast, k)
    if not single or not (_is_indefinite(source, phrase.first) or _is_told_more(cast, k)):
        return False
    gender = cast.traits.gender(phrase)
    return not any(source.gender_of(seen.name) in (gender, None) for seen in cast.anybody_before(source.first))


def _is_named(cast: Cast, k: int) -> bool:
    """Whether the phrase has a name in it, or a person's behind it."""
    phrase, behind = cast.phrases[k], cast.runs_in(*_extent(cast, k))
    inside = cast.runs_in(phrase.first, phrase.last)
    return bool(inside) or any(cast.full_name(run.text) is not None for run in behind)


def _extent(cast: Cast, k: int) -> tuple[int, int]:
    return full_phrase(cast.analysis, k, coordinated=False)


def _is_told_more(cast: Cast, k: int) -> bool:
    """As in "der Fahrer eines Lastwagens": a genitive behind the noun."""
    last = cast.phrases[k].last
    return _extent(cast, k)[1] > last and cast.tokens[last].tag == "ART"


def _is_one_of_people(source: Source, phrase: Phrase) -> bool:
    """Whether the phrase describes a person, but none whose part is to tell of others: "ein Sprecher"."""
    noun = source.tokens[phrase.head].lemma
    found = source.cast.known.kind_of(noun)
    people = found is not None and found[0] in ("person", "group")
    return people and not ends_in(tail_of(noun).removesuffix("in"), source.words["officials"])


def _is_incidental(source: Source, noun: str) -> bool:
    return ends_in(tail_of(noun).removesuffix("in"), source.words["incidental"])


def _ages_differ(source: Source, noun: str) -> bool:
    age, here = age_in(noun, source.cast.known), age_in(source.head.lemma, source.cast.known)
    return age is not None and here is not None and age != here


def _is_indefinite(source: Source, first: int) -> bool:
    return source.cast.known.is_indefinite(source.tokens[first].text)
