"""A small invented report with a deal, forces, a threat, a breach, events and places, all made by hand."""

from datetime import date

from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Role, Status
from lagebild.model.exchange import Exchange, Side
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from lagebild.model.timex import Timex
from lagebild.report.labels import labels

TEXT = (
    "Dänemark überlässt Schweden zwölf Boote, dafür liefert Schweden Holz, sagte Ada Kroll am Montag. "
    "Schweden hat rund 300 Soldaten an den Sund verlegt, unter ihnen 40 Dänen. "
    "Kopenhagen droht Norwegen mit einer Sperre des Sunds, falls Oslo nicht zahlt. "
    "Das verstoße gegen das Seerecht. Am 3. Mai trafen sich Ada Kroll und die Norweger in Malmö."
)
LABELS = labels()


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


DENMARK, SWEDEN = Party("DNK", at("Dänemark")), Party("SWE", at("Schweden"))
SAID = Attribution(
    key="said", source=at("Ada Kroll"), speaker="Ada Kroll", entity="ada", speaker_reason="the full name",
    cue=(at("sagte"),), content=(Span(0, at(", sagte").start),), form=Form.INDIRECT, act=Act.SAY, to=None, within=None,
    rule="verb-content", confidence=0.9,
)  # fmt: skip
DEAL = Exchange(
    key="deal", sides=(Side(DENMARK, (at("zwölf Boote"),)), Side(SWEDEN, (at("Holz"),))), tie=(at("dafür"),),
    status=Status.ATTRIBUTED, chain=("Ada Kroll",), attribution="said", rule="exchange-tie", confidence=0.6,
)  # fmt: skip
FORCES = Deployment(
    key="forces", trigger=at("verlegt"), whose=SWEDEN, forces=at("rund 300 Soldaten"), strength=at("rund 300"),
    part_of=None, where=at("an den Sund"), since=None, purpose=None, status=Status.FACT, chain=(), attribution=None,
    rule="deployment-verb", confidence=0.6,
)  # fmt: skip
PART = Deployment(
    key="part", trigger=at("verlegt"), whose=DENMARK, forces=at("40 Dänen"), strength=at("40"),
    part_of=at("rund 300 Soldaten"), where=at("an den Sund"), since=None, purpose=None, status=Status.FACT, chain=(),
    attribution=None, rule="deployment-part", confidence=0.6,
)  # fmt: skip
THREAT = Threat(
    key="threat", trigger=at("droht"), source=Party("DNK", at("Kopenhagen")), to=(Party("NOR", at("Norwegen")),),
    means=at("mit einer Sperre des Sunds"), condition=at("falls Oslo nicht zahlt"), status=Status.POSSIBLE, chain=(),
    attribution=None, rule="threat-verb", confidence=0.7,
)  # fmt: skip
BREACH = Breach(
    key="breach", trigger=at("verstoße"), who=None, act=at("einer Sperre des Sunds"), violates=at("das Seerecht"),
    status=Status.ATTRIBUTED, chain=(None,), attribution=None, rule="breach-verb", confidence=0.7,
)  # fmt: skip
AID = Event(
    key="aid", trigger=at("liefert"), type=EventType.AID, mode=None, context=None, actor=SWEDEN, recipient=DENMARK,
    roles=(Role("object", at("Holz")),), place=None, time=None, quantities=(), status=Status.ATTRIBUTED,
    chain=("Ada Kroll",), attribution="said", lexeme="liefern", rule="event-verb", confidence=0.6,
)  # fmt: skip
MEETING = Event(
    key="meeting", trigger=at("trafen"), type=EventType.CONSULT, mode="meet", context="diplomatic",
    actor=Party("DNK", at("Ada Kroll", 1)), recipient=Party("NOR", at("die Norweger")), roles=(), place=at("Malmö"),
    time=at("Am 3. Mai"), quantities=(), status=Status.FACT, chain=(), attribution=None, lexeme="treffen",
    rule="event-verb", confidence=0.6,
)  # fmt: skip


def situation() -> Findings:
    """The whole of it."""
    return Findings(
        document=Document(id="sund", text=TEXT, language="de", date=date(2031, 5, 6)),
        entities=(Entity("ada", EntityKind.PERSON, "Ada Kroll", code="DNK", gender="f"),),
        mentions=(
            Mention(at("Ada Kroll"), "ada", "name", "the full name", 0.9),
            Mention(at("Ada Kroll", 1), "ada", "name", "the full name", 0.9),
        ),
        timexes=(
            Timex(at("Montag"), "DATE", "2031-05-05", "day", True, None, "weekday", 0.9),
            Timex(at("Am 3. Mai"), "DATE", "2031-05-03", "day", True, None, "date", 0.9),
        ),
        places=(
            Place(at("Malmö"), "Malmö", PlaceKind.CITY, "SWE", 55.6, 13.0, 10.0, "in", "preposition", 0.8),
            Place(at("Sund"), "Sund", PlaceKind.WATER, None, None, None, None, "an", "preposition", 0.4),
        ),
        attributions=(SAID,),
        events=(AID, MEETING),
        exchanges=(DEAL,),
        breaches=(BREACH,),
        threats=(THREAT,),
        deployments=(FORCES, PART),
    )
