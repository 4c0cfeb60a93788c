"""Re-exports the records; nothing else."""

from lagebild.model.analysis import Analysis, Clause, ClauseKind, Furniture, Phrase, Quotation, Sentence, Token, Verb
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Role, Status
from lagebild.model.exchange import Exchange, Side
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding, Standing
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from lagebild.model.timex import Timex

__all__ = [
    "Act", "Analysis", "Attribution", "Breach", "Clause", "ClauseKind", "Deployment", "Document", "Entity",
    "EntityKind", "Event", "EventType", "Exchange", "Findings", "Form", "Furniture", "Holding", "Judgement", "Mention",
    "Party", "Phrase", "Place", "PlaceKind", "Quantity", "Quotation", "Role", "Sentence", "Side", "Span", "Standing",
    "Status", "Threat", "Timex", "Token", "Verb", "Verdict",
]  # fmt: skip
