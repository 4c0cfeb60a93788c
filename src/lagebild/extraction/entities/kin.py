"""Kin: whom "sein Anwalt", "ihr Vater" mean: the person with that title, else the fuller words told before."""

from lagebild.extraction.entities.retold import same_noun
from lagebild.extraction.entities.source import SHORT, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import akin, tail_of


def by_kin(source: Source) -> Speaker | None:
    """As in "Malinas Vater, Karl Tann … ihr Vater", "Tanns Anwalt … sein Anwalt"."""
    if source.kind != "person" or source.last - source.first > SHORT or source.phrase is None:
        return None
    gender = source.cast.traits.gender(source.phrase)
    if gender not in ("m", "f") or source.head.lemma in source.words["salutations"]:
        return None
    tail = tail_of(source.head.lemma)
    titled = [
        person
        for person in source.cast.people.values()
        if person.gender in (gender, None) and any(akin(tail, title) for title in person.titles)
    ]
    if len(titled) == 1:
        person = titled[0]
        return Speaker(person.name, f"“{source.head.text}”: the only one with that title", 0.75, person.gender)
    return same_noun(source) if not titled else None
