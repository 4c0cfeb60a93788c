"""Same age: whom "der 32-Jährige" means: the person of whom the report tells that age."""

from lagebild.extraction.entities.retold import told_extent
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker


def by_age(source: Source) -> Speaker | None:
    """As in "Lena Frisch (21) … die 21-Jährige": who has that age, named before or else later."""
    age = source.age
    if age is None:
        return None
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    people = [
        person
        for person in source.cast.index.aged.get(age, ())
        if (gender not in ("m", "f") or person.gender in (gender, None))
    ]
    if people:
        last = {seen.name: seen.token for seen in source.cast.seen_before(source.first)}
        person = max(people, key=lambda person: (last.get(person.name, -1), -person.first))
        return Speaker(person.name, f"“{source.head.text}”: the age told", 0.9, person.gender or gender)
    return _described_with(source, age, gender)


def _described_with(source: Source, age: str, gender: str | None) -> Speaker | None:
    """As in "ein 19-jähriger Student aus Kiel … der 19-Jährige": the fullest description before that tells the age."""
    cast = source.cast
    best: Speaker | None = None
    for aged in cast.aged:
        if aged.token >= source.first:
            break
        phrase = cast.phrases[aged.phrase] if aged.phrase >= 0 else None
        if phrase is None or aged.age != age or aged.run is not None or cast.tokens[phrase.head].tag != "NN":
            continue
        if gender in ("m", "f") and cast.traits.gender(phrase) not in (gender, None):
            continue
        told = source.beside(*told_extent(cast, aged.phrase))
        if told.last - told.first == 2 and told.is_definite():
            continue  # "die 54-Jährige" was somebody known already
        words = told.wording()
        if best is None or best.name is None or len(words.split()) > len(best.name.split()):
            reason = f"“{source.head.text}”: who was told of with that age"
            best = Speaker(words, reason, 0.8, gender, source.first, nameless=True, told=source.wording())
    return best
