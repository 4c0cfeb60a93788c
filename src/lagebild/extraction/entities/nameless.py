"""Nameless: people of whom a report tells without a name: "ein 28-Jähriger aus Kiel … der junge Mann … der Beschuldigte"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.names import by_name
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import PLURAL, SINGULAR


def by_story(source: Source) -> Speaker | None:
    """Whom a plain description such as "der junge Mann" takes up: the nameless person who spoke or was told of last."""
    if not is_plain(source):
        return None
    gender = source.cast.gender(source.phrase) if source.phrase else None
    running, reason = source.running, f"“{source.head.text}”: "
    told = running.told or running.name or "" if running is not None and running.nameless else ""
    if running is not None and running.gender == gender and any(_is_plain_word(source, word) for word in told.split()):
        return _same(source, running.name, reason + "who spoke last", gender)
    earlier = _told_before(source, gender)
    return _same(source, earlier, reason + "who was told of before", gender) if earlier is not None else None


def is_plain(source: Source) -> bool:
    """Whether the noun says of a person no more than age, sex, town or part in the story."""
    return is_plain_noun(source, source.head.lemma) or source.is_of_town()


def is_plain_noun(source: Source, noun: str) -> bool:
    """The same of a noun: "Mann", "28-Jährige", "Beschuldigte"."""
    return noun in source.words["plain_people"] or noun.endswith(tuple(sorted(source.words["age_endings"])))


def _is_plain_word(source: Source, word: str) -> bool:
    return is_plain_noun(source, word) or is_plain_noun(source, word.removesuffix("r"))


def _same(source: Source, name: str | None, reason: str, gender: str | None) -> Speaker:
    return Speaker(name, reason, 0.65, gender, source.first, nameless=True, told=source.wording())


def _told_before(source: Source, gender: str | None) -> str | None:
    """The plain description told last of somebody of that gender; another age is somebody else."""
    cast = source.cast
    for _, _, k in cast.groups_before(source.first):
        phrase = cast.phrases[k]
        head = cast.tokens[phrase.head]
        if not is_plain_noun(source, head.lemma) or (phrase.agreement & PLURAL and not phrase.agreement & SINGULAR):
            continue
        if phrase.last > source.first or cast.gender(phrase) != gender or _ages_differ(source, head.lemma):
            continue
        earlier = source.beside(*full_phrase(cast.analysis, k, coordinated=False))
        return None if by_name(earlier) is not None else earlier.wording()
    return None


def _ages_differ(source: Source, noun: str) -> bool:
    ages = tuple(sorted(source.words["age_endings"]))
    return noun.endswith(ages) and source.head.lemma.endswith(ages) and noun != source.head.lemma
