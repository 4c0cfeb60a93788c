"""Re-exports the records; nothing else."""

from lagebild.model.analysis import Analysis, Clause, ClauseKind, Furniture, Phrase, Quotation, Sentence, Token, Verb
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex

__all__ = [
    "Act", "Analysis", "Attribution", "Clause", "ClauseKind", "Document", "Entity", "EntityKind",
    "Findings", "Form", "Furniture", "Mention", "Phrase", "Place", "PlaceKind", "Quantity", "Quotation", "Sentence",
    "Span", "Timex",
    "Token", "Verb",
]  # fmt: skip
