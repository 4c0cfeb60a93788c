"""Writes docs/schema/situation.schema.json from the records: what `lagebild situation --format json` prints."""

import json
import types
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from lagebild.model.claim import Telling
from lagebild.model.situation import Situation
from lagebild.model.span import Span
from lagebild.situation.wire import FORMAT

TARGET = Path(__file__).parents[1] / "docs" / "schema" / "situation.schema.json"
Schema = dict[str, Any]
_PLAIN: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def schema() -> Schema:
    """The JSON schema (draft 2020-12) of a situation on the wire."""
    definitions: dict[str, Schema] = {}
    body = _record(Situation, definitions)
    telling = _record(Telling, definitions)
    sentence = {
        "type": ["object", "null"],
        "properties": {"spans": {"type": "array", "items": _SPAN}, "words": {"type": "string"}},
        "required": ["spans", "words"],
        "additionalProperties": False,
    }
    telling["properties"]["sentence"] = sentence
    telling["required"].append("sentence")
    definitions["Telling"] = telling
    properties = {name: value for name, value in body["properties"].items() if name != "quotes"}
    properties["names"] = {"type": "object", "additionalProperties": {"type": "string"}}
    properties["tellings"] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Telling"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A situation of Lagebild; docs/situation.md tells what the fields mean",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, **properties},
        "required": ["format", *properties],
        "additionalProperties": False,
        "$defs": {name: definitions[name] for name in sorted(definitions) if name != "Quote"},
    }


_SPAN: Schema = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}


def _record(record: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(record)
    properties = {item.name: _type(hints[item.name], definitions) for item in fields(record)}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _type(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if hint is Telling:
        return {"type": "string", "description": "ref of a telling"}
    if hint is Span:
        return _SPAN
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [item.value for item in hint]}
    if is_dataclass(hint):
        name = getattr(hint, "__name__", "")
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _record(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    inner = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return {"anyOf": [_type(item, definitions) for item in inner]}
    if get_origin(hint) is tuple and inner[-1] is Ellipsis:
        return {"type": "array", "items": _type(inner[0], definitions)}
    if get_origin(hint) is tuple:
        return {
            "type": "array", "prefixItems": [_type(item, definitions) for item in inner], "minItems": len(inner),
            "maxItems": len(inner),
        }  # fmt: skip
    raise TypeError(hint)


if __name__ == "__main__":
    TARGET.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", "utf-8")
