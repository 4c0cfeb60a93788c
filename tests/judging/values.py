"""The smallest findings that judgements can be made on."""

from datetime import UTC, date, datetime, timedelta

from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Status
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex

TEXT = "Ministerin Ada Kroll sagte, Peru habe am Montag 40 Schiffe Chiles beschlagnahmt. Ole Vang bestritt das."
NOON = datetime(2024, 12, 4, 12, tzinfo=UTC)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def statement(**changes: object) -> Attribution:
    values: dict[str, object] = {
        "key": "a1", "source": span("Ministerin Ada Kroll"), "speaker": "Ada Kroll", "entity": "kroll",
        "speaker_reason": "the subject", "cue": (span("sagte"),),
        "content": (span("Peru habe am Montag 40 Schiffe Chiles beschlagnahmt"),), "form": Form.INDIRECT,
        "act": Act.SAY, "to": None, "within": None, "rule": "verb", "confidence": 0.9,
    }  # fmt: skip
    return Attribution(**(values | changes))  # type: ignore[arg-type]


def denial(**changes: object) -> Attribution:
    values: dict[str, object] = {
        "key": "a2", "source": span("Ole Vang"), "speaker": "Ole Vang", "entity": "vang", "cue": (span("bestritt"),),
        "content": (span("das"),), "act": Act.DENY, "form": Form.REPORTED, "confidence": 0.7,
    }  # fmt: skip
    return statement(**(values | changes))


def seizure(**changes: object) -> Event:
    values: dict[str, object] = {
        "key": "e1", "trigger": span("beschlagnahmt"), "type": EventType.COERCE, "mode": None, "context": None,
        "actor": Party("PER", span("Peru"), "peru"), "recipient": Party("CHL", span("Chiles"), "chile"), "roles": (),
        "place": None, "time": span("am Montag"), "quantities": (), "status": Status.ATTRIBUTED,
        "chain": ("Ada Kroll",), "attribution": "a1", "lexeme": "beschlagnahmen", "rule": "event-verb",
        "confidence": 0.8,
    }  # fmt: skip
    return Event(**(values | changes))  # type: ignore[arg-type]


ENTITIES = (
    Entity("kroll", EntityKind.PERSON, "Ada Kroll", code="PER", office="Ministerin", gender="f"),
    Entity("peru", EntityKind.STATE, "Peru", code="PER", known="Peru"),
    Entity("chile", EntityKind.STATE, "Chiles", code="CHL", known="Chile"),
    Entity("vang", EntityKind.PERSON, "Ole Vang", gender="m"),
)
MENTIONS = (
    Mention(span("Ada Kroll"), "kroll", "name", "the full name", 0.99),
    Mention(span("Peru"), "peru", "name", "a name in the table", 0.98),
    Mention(span("Chiles"), "chile", "name", "a name in the table", 0.98),
    Mention(span("Ole Vang"), "vang", "name", "the full name", 0.99),
)
MONDAY = Timex(span("am Montag"), "DATE", "2024-12-02", "day", True, None, "weekday", 0.95)
SHIPS = Quantity(span("40 Schiffe"), 40, 40, None, None, span("Schiffe"), None, "number", 0.9)


def findings(**changes: object) -> Findings:
    values: dict[str, object] = {
        "entities": ENTITIES, "mentions": MENTIONS, "attributions": (statement(), denial()), "events": (seizure(),),
        "timexes": (MONDAY,), "quantities": (SHIPS,),
    }  # fmt: skip
    document = Document("r1", TEXT, "de", date=date(2024, 12, 4))
    return Findings(document, **(values | changes))  # type: ignore[arg-type]
