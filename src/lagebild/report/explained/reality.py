"""Why a record has its status: what around its words makes it a fact, somebody's word, a possibility or a denial."""

from typing import Any

from lagebild.model.event import Status
from lagebild.model.findings import Findings
from lagebild.report.explained.places import clause_at, tokens_in

Labels = dict[str, Any]

_NEGATION = "PTKNEG"


def status_reason(item: Any, offset: int, findings: Findings, labels: Labels) -> str:
    """In words, as far as the clause and the statement around the words tell it."""
    words = labels["status_reasons"]
    told = [str(words[item.status])]
    if item.status is Status.POSSIBLE or item.status is Status.DENIED:
        signs = _signs(item, offset, findings, labels)
        told += [f"{words['signs']} {', '.join(signs)}"] if signs else []
    return "; ".join(told)


def _signs(item: Any, offset: int, findings: Findings, labels: Labels) -> list[str]:
    """What in the clause, or of the statement around it, may have made it so."""
    words, analysis = labels["status_reasons"], findings.analysis
    clause = clause_at(findings, offset)
    signs: list[str] = []
    if clause is not None and analysis is not None:
        tokens = [analysis.tokens[index] for first, last in clause.parts for index in range(first, last)]
        verb = analysis.tokens[clause.finite].verb if clause.finite is not None else None
        signs += [f"“{token.text}”" for token in tokens if token.tag == _NEGATION]
        signs += [f"{labels['words']['modal']} “{clause.modal}”"] if clause.modal else []
        signs += [labels["moods"][verb.mood]] if verb and verb.mood in labels["moods"] else []
        signs += [f"“{analysis.tokens[clause.opener].text}”"] if clause.opener is not None else []
        signs += [labels["clauses"][clause.kind]] if clause.finite is None and clause.kind == "inf" else []
    said = next((said for said in findings.attributions if said.key == item.attribution), None)
    if said is not None and said.act != "say" and tokens_in(findings, said.content[0]):
        signs.append(str(words["in_act"]).format(labels["acts"][said.act]))
    return list(dict.fromkeys(signs))
