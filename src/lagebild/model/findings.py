"""Findings: everything found in one document, as one frozen bundle."""

from dataclasses import dataclass

from lagebild.model.analysis import Analysis, Furniture
from lagebild.model.attribution import Attribution
from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.document import Document
from lagebild.model.entity import Entity, Mention
from lagebild.model.event import Event
from lagebild.model.exchange import Exchange
from lagebild.model.place import Place
from lagebild.model.quantity import Quantity
from lagebild.model.threat import Threat
from lagebild.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in `document`. Tuples are in text order; `notes` say what a reader must know
    (no publication date, so relative times are not anchored)."""

    document: Document
    furniture: tuple[Furniture, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    breaches: tuple[Breach, ...] = ()
    threats: tuple[Threat, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    notes: tuple[str, ...] = ()
    analysis: Analysis | None = None
