"""A card: everything that is known of one record, why it is there, and what a person may change in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from lagebild.judging.active import active, undone_keys
from lagebild.judging.fields import FIELDS
from lagebild.language.load import language_of
from lagebild.model.attribution import Act, Form
from lagebild.model.event import EventType, Status
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding, Standing
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.naming import place_name
from lagebild.report.explained.explain import Explanation, explain
from lagebild.report.explained.records import Record, records
from lagebild.web.reasons import reason_in
from lagebild.web.views.marks import KINDS
from lagebild.web.words import Tongue

Values = dict[str, Any]

_CHOICES: Mapping[str, Any] = {"act": Act, "form": Form, "type": EventType, "status": Status}
"""Fields whose value is one of a few words."""
_TABLES = {"act": "acts", "form": "forms", "type": "event_types", "status": "statuses"}
"""The table of labels that has these words."""
_OFFERED = {
    "attribution": ("content", "speaker", "act", "form", "source", "cue", "to"),
    "event": ("type", "status", "actor", "recipient", "trigger", "place", "time"),
    "exchange": ("status", "tie"),
    "breach": ("status", "who", "act", "violates", "trigger"),
    "threat": ("status", "from", "means", "condition", "trigger"),
    "deployment": ("status", "whose", "forces", "strength", "where", "since", "purpose"),
    "timex": ("value", "span"),
    "quantity": ("low", "high", "unit", "counted", "span"),
    "place": ("name", "code", "span"),
    "mention": ("span",),
}
"""Fields that a card offers to change, the likeliest first; the interface for programs takes all of them."""
_SPANS = {
    "content", "source", "cue", "to", "trigger", "place", "time", "tie", "violates", "means", "condition", "forces",
    "strength", "where", "since", "purpose", "span", "counted",
}  # fmt: skip
_OF_WORDS = {("breach", "act")}
_NAMES = {"speaker", "actor", "recipient", "who", "from", "whose"}


def card(
    holding: Holding, findings: Findings, kind: str, name: str, *, tongue: Tongue, decided: list[Judgement]
) -> Values:
    """The card of the record `kind`:`name`; `findings` are those with rejected records among them."""
    record = the_record(findings, kind, name)
    told = explain(record, findings, language_of(findings.document.language, None), dict(tongue.labels))
    text = findings.document.text
    standing = Standing.FOUND if record.kind == "furniture" else standing_of(decided, holding, kind, name)
    cover = (min(part.span.start for part in record.parts), max(part.span.end for part in record.parts))
    return {
        "document": holding.key,
        "title": findings.document.title,
        "ref": f"{kind}:{name}",
        "id": f"{holding.key}/{name}",
        "kind": kind,
        "layer": KINDS.get(kind, "furniture"),
        "name": name,
        "what": told.is_what.partition(": ")[2],
        "facts": _facts(record, tongue),
        "words": [part.span.of(text) for part in record.parts if part.name == record.parts[0].name],
        "start": cover[0],
        "stop": cover[1],
        "parts": [
            {
                "name": part.name,
                "label": _part_label(part.name, tongue),
                "start": part.span.start,
                "stop": part.span.end,
                "words": part.span.of(text),
            }
            for part in record.parts
        ],
        "people": list(_people(told, holding, tongue)),
        "chain": list(told.chain),
        "status": told.status,
        "status_reason": told.status_reason,
        "rule": told.rule,
        "rule_meaning": reason_in(told.rule_meaning, tongue) if told.rule_meaning else None,
        "entry": told.entry._asdict() if told.entry else None,
        "confidence": told.confidence,
        "confidence_meaning": told.confidence_meaning,
        "standing": standing.value,
        "judgements": _judged(decided),
        "version": decided[-1].key if decided else "",
        "fields": list(_fields(kind, record, findings, tongue)),
        "can_be_judged": kind in FIELDS,
    }


def the_record(findings: Findings, kind: str, name: str) -> Record:
    """The record in the shape that explanations have. Raises LookupError where there is none."""
    wanted = "time" if kind == "timex" else kind
    for record in records(findings):
        if record.kind == wanted and name in (record.key, place_name(record.words)):
            if record.kind == "mention" and name != place_name(record.words):
                continue
            return record
    raise LookupError(f"{kind}:{name}")


def standing_of(decided: list[Judgement], holding: Holding, kind: str, name: str) -> Standing:
    """What people said of it; rejected where the document does not show it any more."""
    known = holding.standing.get((kind, name))
    if known is not None:
        return known
    rejected = any(item.verdict is Verdict.REJECT for item in active(decided))
    return Standing.REJECTED if rejected and not _is_shown(holding, kind, name) else Standing.FOUND


def _is_shown(holding: Holding, kind: str, name: str) -> bool:
    try:
        the_record(holding.findings, kind, name)
    except LookupError:
        return False
    return True


def decisions(every: tuple[Judgement, ...], kind: str, name: str) -> list[Judgement]:
    """The judgements on one record, oldest first, with those that took others back."""
    return [item for item in every if item.kind == kind and item.record == name]


def _people(told: Explanation, holding: Holding, tongue: Tongue) -> Iterator[Values]:
    for found in told.people:
        yield {
            "part": found.part,
            "label": _part_label(found.part, tongue),
            "words": found.words,
            "name": found.name,
            "code": found.code,
            "person": holding.people.get(found.entity or ""),
            "reason": reason_in(found.reason, tongue) if found.reason else None,
            "steps": [
                {
                    "start": step.offset,
                    "words": step.words,
                    "form": tongue.words["mention_forms"].get(step.form, step.form),
                    "reason": reason_in(step.reason, tongue),
                }
                for step in found.steps
            ],
        }


def _facts(record: Record, tongue: Tongue) -> list[tuple[str, str]]:
    """What is normalised about a time, a figure or a place: ours, not the text's words."""
    item, names = record.item, tongue.words["facts"]
    given: dict[str, Any] = {}
    if record.kind == "time":
        given = {"value": item.value, "precision": tongue.words["precisions"].get(item.precision, item.precision)}
    elif record.kind == "quantity":
        bounds = [tongue.number(value) for value in dict.fromkeys((item.low, item.high)) if value is not None]
        given = {"number": " – ".join(bounds), "unit": item.unit}
        given["approximation"] = tongue.labels["approximations"].get(item.approximation or "")
    elif record.kind == "place":
        given = {"name": item.name, "code": item.code}
        if item.latitude is not None:
            given["point"] = f"{item.latitude:.2f}, {item.longitude:.2f}"
    return [(names[name], str(value)) for name, value in given.items() if value]


def _part_label(name: str, tongue: Tongue) -> str:
    return str(tongue.words["parts"].get(name, name))


def _judged(decided: list[Judgement]) -> list[Values]:
    """What people decided, oldest first; what an undo took out is struck, and the undo is not told besides."""
    undone = undone_keys(decided)
    return [
        {
            "key": item.key,
            "verdict": item.verdict.value,
            "field": item.field,
            "value": item.value,
            "author": item.author,
            "at": item.at.isoformat(),
            "undone": item.key in undone,
        }
        for item in decided
        if item.verdict is not Verdict.UNDO
    ]


def _fields(kind: str, record: Record, findings: Findings, tongue: Tongue) -> Iterator[Values]:
    """The fields that can be changed, each with how: from a list, by typing a name, by selecting words."""
    item, text = record.item, findings.document.text
    for name in _OFFERED.get(kind, ()):
        value = getattr(item, {"from": "source"}.get(name, name), None)
        how, choices = "text", []
        if name in _CHOICES and (kind, name) not in _OF_WORDS:
            how = "choice"
            words = tongue.labels[_TABLES[name]]
            choices = [{"value": one.value, "label": words.get(one.value, one.value)} for one in _CHOICES[name]]
        elif name in _SPANS or (kind, name) in _OF_WORDS:
            how = "words"
        elif name in _NAMES:
            how = "name"
            choices = [{"value": entity.name, "label": entity.name} for entity in findings.entities]
        yield {
            "name": name,
            "label": str(tongue.words["fields"].get(name, name)),
            "how": how,
            "value": _shown(value, text),
            "choices": choices,
        }


def _shown(value: Any, text: str) -> str:
    """The value as it stands in a form."""
    if value is None:
        return ""
    if hasattr(value, "start") and hasattr(value, "end"):
        return str(value.of(text))
    if isinstance(value, tuple):
        return " … ".join(_shown(one, text) for one in value)
    if hasattr(value, "code"):
        return str(value.code)
    return f"{value:g}" if isinstance(value, float) else str(getattr(value, "value", value))
