"""The section of claims: what several origins or reports say, whatever it is about."""

from lagebild.model.claim import RelationKind
from lagebild.model.situation import Claim
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Entry, Run, Section


def claims(desk: Desk) -> Section | None:
    """An entry for each claim that more than one origin or report has; where there are none, for all."""
    every = sorted(desk.situation.claims, key=_worth)
    several = [claim for claim in every if len(claim.origins) > 1 or _reports(claim) > 1]
    found = [claim for claim in several or every if claim.key not in _covered(desk)]
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="claims",
        heading=words.word("sections", "claims" if several else "single_claims"),
        explained=words.word("explained", "claims") if several else "",
        entries=tuple(_entry(claim, desk) for claim in kept),
        more=len(found) - len(kept),
    )


def _worth(claim: Claim) -> tuple[int, int, str, str]:
    return (-len(claim.origins), -_reports(claim), claim.tellings[0].day or "9999", claim.key)


def _reports(claim: Claim) -> int:
    return len(claim.documents)


def various_figures(claim: Claim, desk: Desk) -> str:
    """That not all who tell it give the figure of its words, where that is so."""
    varied = {RelationKind.DIFFERS, RelationKind.REVISES}
    told = any(item.about == "figure" and item.kind in varied for item in claim.relations)
    return f" · {desk.wording.word('origins', 'various_figures')}" if told else ""


def _covered(desk: Desk) -> set[str]:
    """Claims that stand among the disputes already."""
    return {item.claim for item in desk.situation.contradictions if item.claim is not None and item.about is None}


def _entry(claim: Claim, desk: Desk) -> Entry:
    words = desk.wording
    quoted = desk.gloss(claim)
    origins = desk.origins(claim.origins, behind=[quoted])
    reports = _reports(claim)
    more = f" · {words.number_of('origins', 'reports', reports)}" if reports > 1 else ""
    more += various_figures(claim, desk)
    return Entry((quoted, Run(" · ", "faint"), origins, Run(more, "faint")), inner=perhaps_the_same(claim.key, desk))


def perhaps_the_same(key: str | None, desk: Desk) -> tuple[Entry, ...]:
    """The claims that are likely the same as one, though nothing made them one."""
    pairs = [(item.claim, item.other) for item in desk.situation.alike]
    others = [other if one == key else one for one, other in pairs if key in (one, other)]
    return tuple(_perhaps(claim, desk) for claim in map(desk.claim, others) if claim is not None)


def _perhaps(claim: Claim, desk: Desk) -> Entry:
    quoted = desk.gloss(claim)
    return Entry((Run(desk.wording.word("points", "perhaps_the_same") + " ", "faint"), quoted))
