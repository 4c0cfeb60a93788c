"""Nameless: people told of without a name: "ein 28-Jähriger aus Kiel … der junge Mann … der Beschuldigte"."""

from lagebild.extraction.entities.ages import age_in
from lagebild.extraction.entities.names import by_name
from lagebild.extraction.entities.retold import told_extent
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
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
    """Whether the phrase is as plain; by "der Mann" whoever was brought in with "ein" may be meant, "ein Anwohner",
    where nobody of that sex has been named."""
    noun, cast = source.tokens[phrase.head].lemma, source.cast
    if cast.known.is_plain(noun):
        return True
    found = cast.known.kind_of(noun)
    if found is None or found[0] not in ("person", "group") or source.head.lemma not in source.words["sexes"]:
        return False
    gender = cast.traits.gender(phrase)
    named = any(source.gender_of(seen.name) in (gender, None) for seen in cast.anybody_before(source.first))
    return not named and _is_indefinite(source, phrase.first)


def _ages_differ(source: Source, noun: str) -> bool:
    age, here = age_in(noun, source.cast.known), age_in(source.head.lemma, source.cast.known)
    return age is not None and here is not None and age != here


def _is_indefinite(source: Source, first: int) -> bool:
    return source.tokens[first].text.lower().startswith(tuple(sorted(source.words["indefinite"])))
