"""Sheet: the records of one document as plain values by kind, so that a field can be named and changed."""

import json
from dataclasses import dataclass, replace
from typing import Any

from lagebild.judging.checks import Ground
from lagebild.model.codec import decode, encode
from lagebild.model.findings import Findings
from lagebild.model.naming import LISTS

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All records of one document by kind; mentions are a kind of their own and name their entity."""

    records: dict[str, list[Record]]
    size: int

    @property
    def ground(self) -> Ground:
        """What the values of these records may point at."""
        keys = {
            kind: frozenset(item["key"] for item in self.records[kind]) for kind in ("entity", "attribution", "event")
        }
        return Ground(self.size, keys["entity"], keys["attribution"], keys["event"])


def sheet_of(findings: Findings) -> Sheet:
    """The records of the findings; nothing of it is shared with them."""
    wire = encode(findings)
    records: dict[str, list[Record]] = {kind: wire[name] for kind, name in LISTS.items()}
    mentions = [mention | {"entity": item["key"]} for item in records["entity"] for mention in item.pop("mentions")]
    records["mention"] = sorted(mentions, key=lambda mention: mention["span"])
    return Sheet(records, len(findings.document.text))


def findings_of(findings: Findings, sheet: Sheet) -> Findings:
    """The findings with the records of the sheet in place of their own."""
    wire = encode(Findings(findings.document, furniture=findings.furniture, notes=findings.notes))
    wire |= {name: sheet.records[kind] for kind, name in LISTS.items()}
    mentions: dict[str, list[Record]] = {item["key"]: [] for item in sheet.records["entity"]}
    for mention in sheet.records["mention"]:
        mentions[mention["entity"]].append(mention)
    wire["entities"] = [item | {"mentions": mentions[item["key"]]} for item in sheet.records["entity"]]
    return replace(decode(wire), document=findings.document, analysis=findings.analysis)


def json_text(value: Any) -> str:
    """A value as the JSON text that judgements keep: the same value gives the same text."""
    told = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    try:
        told.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can hold and UTF-8 cannot
        return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return told
