"""FollowTheMoney: one entity on a line, for Aleph, OpenAleph and the ftm tools."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lagebild.export.cast import Cast, Who
from lagebild.export.characters import json_line, whole
from lagebild.export.destination import Destination, Text
from lagebild.export.facts import states
from lagebild.export.options import Options
from lagebild.export.sorting import Record, grouped
from lagebild.model.attribution import Attribution
from lagebild.model.entity import EntityKind
from lagebild.model.holding import Holding
from lagebild.model.keys import content_key
from lagebild.model.span import Span
from lagebild.tables.beside import Beside

NAME = "entities.ftm.json"
SCHEMATA = {
    EntityKind.PERSON.value: "Person",
    EntityKind.STATE.value: "PublicBody",
    EntityKind.ORGANISATION.value: "Organization",
    EntityKind.MEDIUM.value: "Organization",
    EntityKind.GROUP.value: "Organization",
}
"""What our kinds are there. Places and things are no legal entities and stay names that an article mentions."""
LANGUAGES = {"de": "deu", "en": "eng"}
NAME_LIMIT = 384
"""Longer names are refused there."""
Properties = dict[str, list[str]]


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """Articles, what they say and mention, then everybody whom they speak of, once."""
    counts: Counter[str] = Counter()
    with to.text(NAME) as file:
        for key, rows in grouped(_documents(holdings, options, file, counts), scratch=to.scratch):
            _put(file, counts, key, *_summed(rows))
    return dict(sorted(counts.items()))


def _documents(holdings: Iterable[Holding], options: Options, file: Text, counts: Counter[str]) -> Iterator[Record]:
    """Writes what belongs to one document, and gives a row for each of its entities."""
    for holding in holdings:
        cast, beside, needed = Cast(holding), Beside(holding.findings), dict[str, Who]()
        article = _id("document", holding.key)
        _put(file, counts, article, "Article", _article(holding, options))
        for item in (*_statements(holding, cast, article), *_events(holding, cast, beside, article)):
            for who in item[3]:
                needed[who.id] = who
            _put(file, counts, *item[:3])
        for who in cast.everybody():
            if who.kind in SCHEMATA:
                needed[who.id] = who
                _put(file, counts, *_mention(holding, cast, who, article))
        for who in needed.values():
            names = sorted({item.name for item in holding.findings.entities if _is(cast, item.key, who)})
            yield [entity_id(who), list(who), names]


def entity_id(who: Who) -> str:
    """What somebody is called: the same in every export."""
    return _id("entity", who.id)


def _is(cast: Cast, key: str, who: Who) -> bool:
    found = cast.entity(key)
    return found is not None and found.id == who.id


def _id(kind: str, *parts: str) -> str:
    return content_key("lb-", kind, *parts)


def _put(file: Text, counts: Counter[str], id: str, schema: str, properties: Properties) -> None:
    filled = {name: [whole(value) for value in values] for name, values in properties.items() if values}
    file.write(json_line({"id": id, "schema": schema, "properties": filled}) + "\n")
    counts[schema] += 1


def _some(*values: str | None) -> list[str]:
    return [value for value in values if value]


def _country(code: str | None) -> list[str]:
    state = states().get(code.partition("-")[0]) if code else None
    return [state.alpha2.lower()] if state and state.alpha2 else []


def _article(holding: Holding, options: Options) -> Properties:
    document, entities = holding.findings.document, holding.findings.entities
    url = document.url if document.url and document.url.startswith(("http://", "https://")) else None
    return {
        "title": _some(document.title),
        "author": _some(document.author),
        "publisher": _some(document.publisher),
        "publishedAt": _some(document.date.isoformat() if document.date else None),
        "sourceUrl": _some(url),
        "language": _some(LANGUAGES.get(document.language)),
        "bodyText": _some(document.text) if options.text else [],
        "peopleMentioned": _names(item.name for item in entities if item.kind is EntityKind.PERSON),
        "locationMentioned": _names(item.name for item in holding.findings.places),
        "processingAgent": [f"lagebild {holding.engine}"],
    }


def _names(names: Iterable[str]) -> list[str]:
    folded = dict.fromkeys(" ".join(name.split()) for name in names)
    return [name for name in folded if 0 < len(name) <= NAME_LIMIT]


def _title(text: str) -> str:
    return " ".join(text.split())[:NAME_LIMIT]


def _words(said: Attribution, text: str) -> str:
    return " … ".join(span.of(text) for span in said.content)


Written = tuple[str, str, Properties, list[Who]]


def _statements(holding: Holding, cast: Cast, article: str) -> Iterator[Written]:
    """A Note for each statement of somebody who may be an entity there, and a link to whom it is said."""
    document = holding.findings.document
    day = _some(document.date.isoformat() if document.date else None)
    for said in holding.findings.attributions:
        words, speaker = _words(said, document.text), _legal(cast.speaker(said))
        told = [who for who in cast.named_in(said.to) if who.kind in SCHEMATA]
        yield (
            _id("statement", holding.key, said.key),
            "Note",
            {
                "name": [_title(f"{said.speaker or '?'}: {said.act.value}")],
                "description": [words],
                "summary": [f"{said.act.value}, {said.form.value}; {_where(said.content)}; rule {said.rule}"],
                "entity": [entity_id(speaker)] if speaker else [],
                "proof": [article],
                "publisher": _some(document.publisher),
                "createdAt": day,
            },
            [speaker] if speaker else [],
        )
        for who in told:
            if speaker and who.id != speaker.id:
                yield (
                    _id("statement", holding.key, said.key, who.id),
                    "UnknownLink",
                    {
                        "subject": [entity_id(speaker)],
                        "object": [entity_id(who)],
                        "role": [f"{said.act.value} (statement)"],
                        "summary": [words],
                        "date": day,
                        "proof": [article],
                    },
                    [speaker, who],
                )


def _events(holding: Holding, cast: Cast, beside: Beside, article: str) -> Iterator[Written]:
    """An Event for each event, and a link from who does it to whom."""
    text = holding.findings.document.text
    for event in holding.findings.events:
        actor, recipient = _legal(cast.party(event.actor)), _legal(cast.party(event.recipient))
        time, where = beside.time(event.time), beside.place(event.place)
        sides = [who for who in (actor, recipient) if who]
        about = f"{event.type.value}{f' ({event.mode})' if event.mode else ''}, {event.status.value}"
        told = [f"{about}; {_where((event.trigger,))}; rule {event.rule}"]
        day = _some(time.value[:10] if time and time.value and _dated(time.value) else None)
        yield (
            _id("event", holding.key, event.key),
            "Event",
            {
                "name": [_title(f"{event.type.value}: {event.trigger.of(text)}")],
                "summary": told,
                "date": day,
                "location": _some(where.name if where else None),
                "country": _country(where.code if where else None),
                "involved": [entity_id(who) for who in sides],
                "proof": [article],
            },
            sides,
        )
        if actor and recipient and actor.id != recipient.id:
            yield (
                _id("event", holding.key, event.key, "link"),
                "UnknownLink",
                {
                    "subject": [entity_id(actor)],
                    "object": [entity_id(recipient)],
                    "role": [f"{event.type.value} ({event.status.value})"],
                    "summary": [event.trigger.of(text)],
                    "date": day,
                    "proof": [article],
                },
                sides,
            )


def _where(spans: tuple[Span, ...]) -> str:
    return "characters " + " ".join(f"{span.start}-{span.end}" for span in spans)


def _dated(value: str) -> bool:
    """Whether a TIMEX3 value begins with a year, month or day as FollowTheMoney writes them."""
    parts = value[:10].split("-")
    return len(parts[0]) == 4 and all(part.isdigit() for part in parts) and all(len(part) == 2 for part in parts[1:])


def _legal(who: Who | None) -> Who | None:
    """Only people and bodies can be linked; others stay words."""
    return who if who is not None and who.kind in SCHEMATA else None


def _mention(holding: Holding, cast: Cast, who: Who, article: str) -> tuple[str, str, Properties]:
    text = holding.findings.document.text
    said = (
        item.span.of(text)
        for item in holding.findings.mentions
        if item.form in ("name", "surname", "acronym") and _is(cast, item.entity, who)
    )
    return (
        _id("mention", holding.key, who.id),
        "Mention",
        {
            "document": [article],
            "resolved": [entity_id(who)],
            "name": _names(said) or _names([who.name]) or ["?"],
            "detectedSchema": [SCHEMATA[who.kind]],
            "contextCountry": _country(who.code),
        },
    )


def _summed(rows: Iterable[Record]) -> tuple[str, Properties]:
    """Schema and properties of one entity, from all documents that speak of it."""
    kinds, names, others = Counter[str](), Counter[str](), set[str]()
    countries, offices, genders = set[str](), set[str](), set[str]()
    for _, told, said in rows:
        who = Who(*told)
        kinds[who.kind] += 1
        # A side known by its code alone lends its name only where nobody names it better.
        names[who.name] += 1 if who.name != who.code else 0
        others.update(said)
        countries.update(_country(who.code))
        offices.update(_some(who.office))
        genders.update([_GENDERS[who.gender]] if who.gender in _GENDERS else [])
    schema, name = SCHEMATA[_commonest(kinds)], _commonest(names)
    properties = {
        "name": _names([name]) or [_title(name) or "?"],
        "alias": sorted(_names((others | {item for item in names if names[item]}) - {name})),
        "country": sorted(countries),
    }
    if schema == "Person":
        properties |= {"position": sorted(offices), "gender": sorted(genders)}
    if schema == "PublicBody":
        properties["topics"] = ["gov.national"]
    return schema, properties


def _commonest(counted: Counter[str]) -> str:
    """The most frequent; of equals the first in the alphabet."""
    return min(counted, key=lambda name: (-counted[name], name))


_GENDERS: dict[str | None, str] = {"m": "male", "f": "female"}
