"""Entities: everybody and everything named in a document, with each place where it is mentioned."""

import hashlib
from dataclasses import replace

from lagebild.extraction.entities.cast import cast_of
from lagebild.language.load import Language
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.findings import Findings

CONFIDENCE = {"name": 0.95, "surname": 0.9, "capital": 0.7, "government": 0.85, "demonym": 0.85, "synonym": 0.8}


def find_entities(findings: Findings, language: Language) -> Findings:
    """The findings with entities and mentions, both in text order of their first and their own place."""
    if findings.analysis is None or not findings.analysis.tokens:
        return findings
    cast = cast_of(findings, language)
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    for run in cast.runs:
        name = cast.full_name(run.text)
        if name is None:
            continue
        person = cast.people[name]
        key = entity_key(EntityKind.PERSON, name)
        if key not in entities:
            known = person.known
            entities[key] = Entity(
                key, EntityKind.PERSON, name, code=person.code, known=known.name if known else None,
                office=person.office, gender=person.gender,
            )  # fmt: skip
        form = "name" if run.text == name else "surname"
        span = findings.analysis.span(run.first, run.last)
        reason = "the full name" if form == "name" else f"the surname of {name}"
        mentions.append(Mention(span, key, form, reason, CONFIDENCE[form]))
    people = {mention.span.start for mention in mentions}
    for token, body, words in cast.bodies:
        start = cast.tokens[token].start
        if start in people:
            continue
        key = entity_key(body.kind, body.name)
        entities.setdefault(key, Entity(key, body.kind, words, code=body.code, known=body.name))
        reason = "a name in the table" if body.form == "name" else f"{body.form} of {body.name}"
        span = findings.analysis.tokens[token].span
        end = span.start + len(words)
        mentions.append(Mention(span._replace(end=end), key, body.form, reason, CONFIDENCE[body.form]))
    mentions.sort(key=lambda mention: (mention.span, mention.entity))
    first = {mention.entity: mention.span for mention in reversed(mentions)}
    ordered = sorted(entities.values(), key=lambda entity: first.get(entity.key, (0, 0)))
    return replace(findings, entities=tuple(ordered), mentions=tuple(mentions))


def entity_key(kind: EntityKind, name: str) -> str:
    """The key of an entity: the same name gives the same key in every document."""
    return hashlib.blake2b(f"{kind}|{name}".encode(), digest_size=6).hexdigest()
