"""Publication: a document as something that came out, with what it owes to others."""

from dataclasses import dataclass

from lagebild.comparison.copies.citations import citations_of
from lagebild.comparison.copies.credits import credits_of, is_agency
from lagebild.language.load import Language
from lagebild.model.holding import Holding


@dataclass(frozen=True, slots=True)
class Publication:
    """`outlet` is who brought the document out, on `day` (YYYY-MM-DD); `group` the key of its group of copies, None
    where it is nobody's copy; `agencies` those that it credits; `by_agency` that one of them brought it out itself;
    `media` whom it has something from, by their usual names."""

    document: str
    day: str | None = None
    outlet: str | None = None
    group: str | None = None
    agencies: tuple[str, ...] = ()
    by_agency: bool = False
    media: tuple[str, ...] = ()


def publication_of(holding: Holding, language: Language) -> Publication:
    """What is known of a document of a base as a publication."""
    document = holding.findings.document
    agencies = dict.fromkeys(credit.agency for credit in credits_of(document, language))
    return Publication(
        document=holding.key,
        day=document.date.isoformat() if document.date else None,
        outlet=document.publisher,
        group=holding.origin,
        agencies=tuple(agencies),
        by_agency=is_agency(document.publisher, language),
        media=tuple(citation.medium for citation in citations_of(holding.findings, language)),
    )
