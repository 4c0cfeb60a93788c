"""Descriptions: whom a source means that has no name of its own: "der Sprecher", "die Allianz", "das Blatt"."""

from lagebild.extraction.entities.bodies import by_body
from lagebild.extraction.entities.circles import by_scholars
from lagebild.extraction.entities.documents import by_announcement, by_document
from lagebild.extraction.entities.joint import by_members, by_number, by_trio
from lagebild.extraction.entities.kin import by_kin
from lagebild.extraction.entities.media import by_medium
from lagebild.extraction.entities.nameless import by_only_one, by_story, by_telling, is_plain
from lagebild.extraction.entities.offices import (
    by_demonym,
    by_learning,
    by_office,
    by_party,
    by_title,
    only_titled,
    some_person,
)
from lagebild.extraction.entities.retold import same_noun
from lagebild.extraction.entities.same_age import by_age
from lagebild.extraction.entities.source import SHORT, Source
from lagebild.extraction.entities.speaker import Speaker


def by_description(source: Source) -> Speaker | None:
    """Whom a definite noun phrase takes up; None where it names somebody of its own."""
    if source.phrase is None or source.head.tag not in ("NN", "ADJA", "CARD"):
        return None
    definite = source.is_definite() or source.lower in source.cast.body_kinds.words["both"]
    office = by_office(source)
    if office is not None:
        return office
    plural = source.cast.traits.gender(source.phrase) == "p"
    if source.tokens[source.first].tag == "PPOSAT":
        return by_kin(source)
    if not definite:
        return by_announcement(source)
    short = source.last - source.first <= SHORT
    scholars = by_scholars(source)
    if scholars is not None:
        return scholars
    if source.cast.known.is_text(source.head.lemma) or source.head.text in source.words["documents"]:
        return by_document(source, short=short or _is_only_modified(source))
    trio = by_trio(source)
    if trio is not None:
        return trio
    if plural:
        joint = by_members(source) or by_number(source)
        return joint or (by_synonym(source) if short and source.kind == "person" else None)
    placed = short or source.is_placed()
    return (
        by_age(source)
        or (by_title(source) if placed else None)
        or (by_party(source) if placed else None)
        or (by_body(source) if placed else None)
        or (by_synonym(source) if short else None)
        or (by_story(source) if _is_somebody(source) else None)
        or (same_noun(source) if short else None)
        or (by_telling(source) if _is_somebody(source) else None)
        or (by_medium(source) if short and source.kind == "medium" and not _is_told_apart(source) else None)
        or (_by_alias(source) if placed else None)
        or (by_demonym(source) if short else None)
        or (only_titled(source) if not short and source.kind == "person" else None)
        or (by_learning(source) if short else None)
        or (some_person(source) if short and source.is_person() else None)
        or (by_only_one(source) if short and _is_somebody(source) else None)
    )


def _is_somebody(source: Source) -> bool:
    """Whether the source describes a person, by what he is or by a noun that is said of many: "der Jugendliche"."""
    return source.is_person() or (is_plain(source) and source.kind in (None, "group"))


def _is_only_modified(source: Source) -> bool:
    """As in "dem am Freitag veröffentlichten Dokument": what stands before the noun tells when it came out."""
    if source.phrase is None or source.last != source.phrase.head + 1 or source.tokens[source.first].tag != "ART":
        return False
    return source.tokens[source.first + 1].tag in ("APPR", "APPRART") and source.head.text in source.words["any_text"]


def _by_alias(source: Source) -> Speaker | None:
    """As in "„…“, sagte die Tagelöhnerin … die Tagelöhnerin": whom the same noun meant before."""
    name = source.aliases.get(source.head.lemma)
    if name is None:
        return None
    return Speaker(name, f"“{source.head.text}”: whom the noun meant before", 0.7, source.gender_of(name))


def _is_told_apart(source: Source) -> bool:
    """As in "der türkischen Presse zufolge", "der Hessische Rundfunk": an adjective of a state, or one that is part of
    a name, tells it from the one named before."""
    if source.phrase is None:
        return False
    inner = source.tokens[source.first + 1 : source.phrase.head]
    named = any(token.tag == "ADJA" and token.text[:1].isupper() for token in inner)
    return named or source.cast.traits.state_of(source.phrase) is not None


def by_synonym(source: Source) -> Speaker | None:
    """As in "die Allianz" is the organisation of which reports so speak, where the document names it."""
    candidates = (
        source.cast.known.synonyms.get(source.head.text) or source.cast.known.synonyms.get(source.head.lemma) or ()
    )
    if not candidates:
        return None
    plural = source.phrase is not None and source.cast.traits.gender(source.phrase) == "p"
    # Members of a party stay its members; judges in the plural are their court.
    names = {body.name for body in candidates if not (plural and body.party)}
    # A headline may describe before the report names: what comes later counts where nothing came before.
    found = source.cast.index.body_near(names, source.first)
    if found is None:
        return None
    _, body, words = found
    return Speaker(source.cast.body_name(body, words), f"“{source.head.text}”: {body.name}, named before", 0.85)
