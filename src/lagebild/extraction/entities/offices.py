"""Offices: the person who is meant by a title, by the office of a state, by a people or as "der Politiker"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.person import Person
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import akin, tail_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import SINGULAR


def by_office(source: Source) -> Speaker | None:
    """As in "Tschechiens Präsident", "der französische Präsident": office and state find the person named."""
    if source.phrase is None or source.kind != "person":
        return None
    code = source.cast.traits.state_of(source.phrase)
    if code is None:
        return None
    tail = tail_of(source.head.lemma)
    gender = source.cast.traits.gender(source.phrase)
    for person in _recent_people(source):
        titled = any(akin(tail, title) for title in person.titles)
        if titled and person.code == code and gender in (person.gender, None):
            return Speaker(person.name, f"{source.head.text} of {code} in this text", 0.9, person.gender)
    for person, terms in source.cast.index.holders:
        offices = [o for term in terms if term.code == code for o in term.offices]
        if any(akin(tail, tail_of(office)) for office in offices):
            return Speaker(person.name, f"{source.head.text} of {code} by the table of offices", 0.85, person.gender)
    others = [
        person
        for person in _recent_people(source)
        if any(akin(tail, title) for title in person.titles)
        and person.code in (code, None)
        and not _parties_differ(source, person)
    ]
    if len({p.name for p in others}) == 1:
        return Speaker(others[0].name, f"the only {source.head.text} of this text", 0.75, others[0].gender)
    return None


def _recent_people(source: Source) -> list[Person]:
    """The people named lately, the last first; behind them those named next."""
    cast = source.cast
    names = dict.fromkeys(seen.name for seen in reversed(cast.seen_before(source.first)))
    names |= dict.fromkeys(seen.name for seen in cast.seen_behind(source.first) if seen.name not in names)
    return [cast.people[name] for name in names]


def by_title(source: Source) -> Speaker | None:
    """As in "die Ministerin": the person last named with that title, else by the table of offices."""
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    for name in _with_place_first(source):
        person = source.cast.people[name]
        if (person.gender and gender in ("m", "f") and person.gender != gender) or _parties_differ(source, person):
            continue
        tail = tail_of(source.head.lemma)
        if any(akin(tail, title) for title in person.titles):
            return Speaker(person.name, f"“{source.head.text}”: the title told before", 0.9, person.gender)
        offices = [office for term in source.cast.terms_of(person) for office in term.offices]
        if any(akin(tail, tail_of(office)) for office in offices):
            return Speaker(person.name, f"“{source.head.text}”: an office by the table", 0.85, person.gender)
    return None


def _with_place_first(source: Source) -> list[str]:
    """The people named lately, the last first; before them who is named in one sentence with the source's place."""
    seen = list(reversed(source.cast.seen_before(source.first)))
    if not source.is_placed():
        return list(dict.fromkeys(s.name for s in seen))
    cast, place = source.cast, source.tokens[source.last - 1].text
    near = [s.name for s in seen if any(cast.tokens[i].text == place for i in cast.sentence_around(s.token))]
    return list(dict.fromkeys([*near, *(s.name for s in seen)]))


def by_party(source: Source) -> Speaker | None:
    """As in "der SPD-Politiker", "die Christdemokratin": who was last named of that party."""
    parties = _parties(source)
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    body = source.kind not in (None, "person") or source.cast.body_kinds.shown_by(source.head.lemma) is not None
    if not parties or body or ends_in(tail_of(source.head.lemma), source.words["single_offices"]):
        return None
    for person in _recent_people(source):
        if person.parties & parties and (gender not in ("m", "f") or person.gender in (gender, None)):
            return Speaker(person.name, f"“{source.head.text}”: the same party", 0.8, person.gender)
    return None


def _parties(source: Source) -> set[str]:
    """The parties that the description names, in a compound or by a noun for their members."""
    found = source.cast.traits.parties_in(source.first, source.last)
    noun = source.head.lemma.removesuffix("in")
    for plural in (noun + "en", noun + "n", noun):
        found |= {body.name for body in source.cast.known.synonyms.get(plural, ()) if body.party}
    return found


def _parties_differ(source: Source, person: Person) -> bool:
    parties = source.cast.traits.parties_in(source.first, source.last)
    return bool(parties and person.parties and not parties & person.parties)


def by_demonym(source: Source) -> Speaker | None:
    """As in "der Niederländer": the person of that state, by the table or by what the document says."""
    body = source.cast.known.bodies.get(source.head.text) or source.cast.known.bodies.get(source.head.lemma)
    if body is None or body.form != "demonym":
        return None
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    people = [p for p in _recent_people(source) if p.gender in (gender, None) or gender not in ("m", "f")]
    for person in people:
        terms = source.cast.known.terms.get(person.name.split()[-1], ())
        if (
            any(term.name == person.name and term.nationality == body.code for term in terms)
            or person.code == body.code
        ):
            return Speaker(person.name, f"“{source.head.text}”: {person.name} is from {body.name}", 0.9, person.gender)
    return some_person(source)


def by_learning(source: Source) -> Speaker | None:
    """As in "Analyst Jan Holm … der Experte", "Professor Tann … der Forscher": the one with such a title who was told
    of last."""
    noun = tail_of(source.head.lemma).removesuffix("in")
    if not ends_in(noun, source.words["broad_titles"]) or _is_brought_in(source):
        return None
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    learned = source.cast.body_kinds.words["scholars"] | source.words["learned"]
    for seen in reversed(source.cast.seen_before(source.first)):
        person = source.cast.people[seen.name]
        fits = gender not in ("m", "f") or person.gender in (gender, None)
        if (
            fits
            and source.first - seen.token < NEAR
            and any(ends_in(t.removesuffix("in"), learned) for t in person.titles)
        ):
            return Speaker(person.name, f"“{source.head.text}”: the last person with such a title", 0.7, person.gender)
    return None


def some_person(source: Source) -> Speaker | None:
    """As in "der 35-Jährige": who spoke last or was the last subject, else who was named last; the gender must agree,
    and who has another office is not meant by "der Bürgermeister"."""
    if _is_incidental(source) or _is_brought_in(source):
        return None
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    gender = gender if gender in ("m", "f") else None
    seen = [s for s in source.cast.seen_before(source.first) if source.first - s.token < NEAR]
    told = _told_without_name(source)
    fitting = [s for s in reversed(seen) if _may_be(source, s.name, gender, told)]
    office = source.cast.known.office_in(source.head.lemma)
    bearers = source.cast.index.bearers.get(office, ()) if office is not None else ()
    # As "Notenbankchef" and "Zentralbankchef": the titles end in the same office.
    alike = next((s for s in fitting if s.name in bearers), None)
    if alike is not None:
        reason = f"“{source.head.text}”: the last person with such a title"
        return Speaker(alike.name, reason, 0.7, source.gender_of(alike.name))
    # A club or a firm may pass for a person without a gender: who has one comes first.
    fitting = [s for s in fitting if source.gender_of(s.name) is not None] or fitting
    subject = next((s for s in fitting if s.subject), None)
    running = source.running
    name = running.name if running is not None else None
    later = running is not None and (subject is None or running.token >= subject.token or gender is None)
    if running is not None and later and _may_be(source, name, gender, told):
        return Speaker(name, f"“{source.head.text}”: who spoke last", 0.75, running.gender)
    found = subject or next(iter(fitting), None)
    if found is None:
        return None
    reason = "the last subject that agrees" if found.subject else "the last person named"
    return Speaker(found.name, f"“{source.head.text}”: {reason}", 0.6, source.gender_of(found.name))


def _is_incidental(source: Source) -> bool:
    """As in "der Zeuge", "der Moderator": whose part in the story is to speak of others is nobody whom it told of."""
    return ends_in(tail_of(source.head.lemma).removesuffix("in"), source.words["incidental"])


def _is_brought_in(source: Source) -> bool:
    """As in "eines Türstehers … der Türsteher": the same noun brought in somebody without a name."""
    opener = (source.tokens[source.cast.phrases[k].first].text for k in _same_nouns(source))
    return any(source.cast.known.is_indefinite(word) for word in opener)


def _told_without_name(source: Source) -> int | None:
    """Where the same noun first stands before beside no name: who is named only later was not meant by it."""
    # A headline describes without an article whom the report then names.
    first = (source.cast.phrases[k].first for k in _same_nouns(source))
    return min((i for i in first if source.tokens[i].tag in ("ART", "PDAT")), default=None)


def _same_nouns(source: Source) -> list[int]:
    """The phrases before that have the source's noun in the singular and no name in them or behind them."""
    cast, lemma = source.cast, source.head.lemma.lower()
    found = [k for _, told, k in cast.groups_before(source.first) if told == lemma]
    found = [k for k in found if cast.phrases[k].last <= source.first and cast.phrases[k].agreement & SINGULAR]
    return [k for k in found if not cast.runs_in(*full_phrase(cast.analysis, k, coordinated=False))]


def _may_be(source: Source, name: str | None, gender: str | None, told: int | None) -> bool:
    """Whether the description fits the person; `told` is where its noun was told of somebody before."""
    person = source.cast.people.get(name or "")
    if (
        person is None
        or (told is not None and told < person.first)
        or (gender is not None and person.gender not in (gender, None))
    ):
        return False
    if source.age is not None and person.age not in (source.age, None):
        return False
    if source.head.text.startswith(f"{person.name}-"):
        return False  # "the founder of Nordwerft" is not Nordwerft
    if _parties_differ(source, person):
        return False
    tail = tail_of(source.head.lemma)
    post = ends_in(tail, source.words["single_posts"])
    if not post and not ends_in(tail, source.words["single_offices"]):
        return True
    if not person.titles:
        # "Karl Tann kam. Der Arzt sagte": another, unless it is Tann who speaks.
        part = post and not ends_in(tail, source.words["heads"])
        spoke = source.running is not None and source.running.name == name
        return not part or spoke or _is_the_only_one(source, person.name)
    return any(akin(tail, title) for title in person.titles) or _is_head(source, person)


def _is_the_only_one(source: Source, name: str) -> bool:
    """As in "Karl Tann war bedient. „…“, sagte der Trainer": nobody else is named so far, and the sentence before tells
    of him."""
    cast = source.cast
    named = cast.anybody_before(source.first)
    if {seen.name for seen in named} != {name} or not named[-1].subject:
        return False
    return cast.analysis.sentence_of[source.first] - cast.analysis.sentence_of[named[-1].token] <= 1


def _is_head(source: Source, person: Person) -> bool:
    """As in "der Parteichef" for the "Vorsitzende": both are at the head of something that is no state."""
    heads, noun = source.words["heads"], source.head.lemma.lower()
    if not ends_in(noun, heads):
        return False
    of = noun.rpartition("-")[0]
    if of and any(title.rpartition("-")[0] == of for title in person.titles):
        return True  # "der UN-Chef" is the "UN-Generalsekretär"
    return person.known is None and any(ends_in(title, heads) for title in person.titles)


def only_titled(source: Source) -> Speaker | None:
    """As in "der Chef der EU-Behörde": the only person of the document with such a title, named later or before."""
    tail = tail_of(source.head.lemma)
    words = {source.tokens[i].text.split("-")[0].lower() for i in range(source.first, source.last)}
    titled = (one for word in words for one in source.cast.index.titles_of.get(word, ()))
    found = {person.name: person for title, person in titled if akin(tail, title)}
    if len(found) == 1:
        person = next(iter(found.values()))
        return Speaker(person.name, f"the only {source.head.text} of this text", 0.7, person.gender)
    return None
