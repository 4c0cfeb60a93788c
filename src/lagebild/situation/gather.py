"""Documents and claims to a situation: the order of the sections."""

from collections.abc import Iterable, Mapping, Sequence

from lagebild.comparison.origins import publications_of
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Telling, VoiceKind
from lagebild.model.entity import EntityKind
from lagebild.model.holding import Holding
from lagebild.model.situation import Counts, Edge, Ledger, Quote, Scope, Site, Situation, Source, Support
from lagebild.situation.breaches import violations
from lagebild.situation.context import Context
from lagebild.situation.contradictions import contradictions
from lagebild.situation.deployments import presences
from lagebild.situation.exchanges import balances
from lagebild.situation.facts import Fact, facts_of
from lagebild.situation.happenings import happenings
from lagebild.situation.key_points import key_points
from lagebild.situation.ledgers import ledgers, with_ledgers
from lagebild.situation.matters import BETWEEN, Matters, glossed, order, weighed
from lagebild.situation.network import edges
from lagebild.situation.places import sites
from lagebild.situation.positions import positions
from lagebild.situation.report import Report, joined
from lagebild.situation.single import alone, interests, items_of
from lagebild.situation.support import claim_support
from lagebild.situation.tables import names_of_codes
from lagebild.situation.terms import Term, terms_of
from lagebild.situation.threats import menaces
from lagebild.situation.voices import voice_key

_LANGUAGE = "de"
"""Whose tables tell outlets, agencies and cues apart."""


def situation_of(
    holdings: Iterable[Holding],
    claims: Iterable[Claim] = (),
    *,
    scope: Scope | None = None,
    asked: Sequence[str] | None = None,
) -> Situation:
    """All that these documents tell of the matter, in any order the same.

    Documents published outside the days of the scope are left out, and undated ones where it has days. Of `claims` only
    the tellings in the documents that remain count; without claims, records are still put together by sides and words.
    `asked` are the words and phrases of the scope one by one, where splitting them at blanks would not do.
    """
    scope = scope or Scope()
    given = sorted(holdings, key=_by_day)
    chosen = [holding for holding in given if _meant(holding, scope)]
    words = scope.words.split() if asked is None else asked
    terms = terms_of([*words, *scope.entities], chosen)
    reports = [Report(holding) for holding in chosen]
    publications = publications_of(chosen, Language(_LANGUAGE))
    matters = Matters(weighed(claims, publications))
    copies = _copies(chosen)
    context = Context(
        _facts(reports, terms), matters, copies, terms, publications, _touched(matters, reports, copies, terms)
    )
    return _situation(scope, given, reports, context)


def _situation(scope: Scope, given: Sequence[Holding], reports: Sequence[Report], context: Context) -> Situation:
    figures = ledgers(reports, context)
    exchanges, deployments = balances(context), with_ledgers(presences(context), figures)
    threats, breaches, events = menaces(context), violations(context), happenings(context)
    disputes, network, actors = contradictions(context), edges(context), positions(context)
    places = sites(context)
    items = items_of(exchanges, deployments, threats, breaches)
    days = [report.day for report in reports if report.day]
    undated = sum(_undated_left_out(holding, scope) for holding in given)
    missing = tuple(term.asked for term in context.terms if reports and not _stands_in(term, reports))
    return Situation(
        scope=scope,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        counts=_counts(reports, context, len(context.claims), undated),
        documents=tuple(_source(report) for report in reports),
        key_points=key_points(
            context,
            exchanges=exchanges,
            deployments=deployments,
            threats=threats,
            breaches=breaches,
            events=events,
            contradictions=disputes,
        ),
        exchanges=exchanges,
        deployments=deployments,
        threats=threats,
        breaches=breaches,
        events=events,
        positions=actors,
        figures=figures,
        network=network,
        places=places,
        contradictions=disputes,
        single_origin=alone(items, context.claims),
        interested=interests(items, context.claims),
        claims=tuple(claim for claim, _ in context.claims),
        quotes=_quotes(reports, context, places, figures),
        names=_names(reports, context, network, places),
        missing=missing,
        notes=_notes(reports, undated, context),
    )


def _facts(reports: Sequence[Report], terms: Sequence[Term]) -> Mapping[str, list[Fact]]:
    facts: dict[str, list[Fact]] = {}
    for report in reports:
        for fact in facts_of(report, terms):
            facts.setdefault(fact.telling.kind, []).append(fact)
    return {kind: sorted(found, key=lambda fact: order(fact.telling)) for kind, found in facts.items()}


def _meant(holding: Holding, scope: Scope) -> bool:
    day = holding.findings.document.date
    bounds = (scope.since, scope.until, scope.as_of)
    if not any(bounds):
        return True
    if day is None:
        return False
    told = day.isoformat()
    return (scope.since or "") <= told and all(told <= last for last in (scope.until, scope.as_of) if last)


def _undated_left_out(holding: Holding, scope: Scope) -> bool:
    return holding.findings.document.date is None and any((scope.since, scope.until, scope.as_of))


def _by_day(holding: Holding) -> tuple[str, str]:
    day = holding.findings.document.date
    return (day.isoformat() if day else "9999", holding.key)


def _copies(holdings: Sequence[Holding]) -> dict[str, str]:
    return {holding.key: holding.origin for holding in holdings if holding.origin is not None}


def _touched(
    matters: Matters, reports: Sequence[Report], copies: Mapping[str, str], terms: Sequence[Term]
) -> tuple[tuple[Claim, Support], ...]:
    """The claims of which a telling names something of the question; half where it does so only beside its words."""
    by_key = {report.key: report for report in reports}
    found = []
    for claim in matters.claims:
        close = {item.ref: by_key[item.document].closeness(terms, item.spans, item.sides) for item in claim.tellings}
        closest = max(close.values())
        if closest > 0:
            found.append((glossed(claim, close), claim_support(claim, matters, copies, closest)))
    return tuple(found)


def _source(report: Report) -> Source:
    document = report.document
    return Source(
        report.key, document.title, document.publisher, document.author, report.day, document.url, document.language,
        report.holding.origin,
    )  # fmt: skip


def _counts(reports: Sequence[Report], context: Context, claims: int, undated: int) -> Counts:
    voices = {
        voice_key(fact.telling.voice)
        for fact in context.facts.get("attribution", ())
        if fact.telling.voice.kind is VoiceKind.SPEAKER
    }
    return Counts(
        documents=len(reports),
        reports=len({context.copies.get(report.key, report.key) for report in reports}),
        outlets=len({report.document.publisher for report in reports if report.document.publisher}),
        voices=len(voices),
        claims=claims,
        undated=undated,
    )


def _quotes(
    reports: Sequence[Report], context: Context, places: Sequence[Site], figures: Sequence[Ledger]
) -> tuple[Quote, ...]:
    """The sentences of all tellings, in the order of these."""
    by_key = {report.key: report for report in reports}
    tellings = [fact.telling for found in context.facts.values() for fact in found]
    tellings += [telling for claim, _ in context.claims for telling in claim.tellings]
    tellings += [telling for site in places for telling in site.tellings]
    tellings += [telling for ledger in figures for telling in ledger.tellings]
    by_ref = {telling.ref: telling for telling in sorted(tellings, key=order)}
    return tuple(_quote(telling, by_key[telling.document]) for telling in by_ref.values())


def _quote(telling: Telling, report: Report) -> Quote:
    spans = joined(report.text, [report.sentence(span) for span in telling.spans])
    return Quote(telling.ref, report.key, tuple(spans), BETWEEN.join(span.of(report.text) for span in spans))


def _names(
    reports: Sequence[Report], context: Context, network: Sequence[Edge], places: Sequence[Site]
) -> tuple[tuple[str, str], ...]:
    """What the codes of all sides stand for, by code; a code that nobody has a name for is a name already."""
    used = {code.partition("-")[0] for facts in context.facts.values() for fact in facts for code in fact.codes}
    used |= {code.partition("-")[0] for edge in network for code in (edge.actor, edge.recipient)}
    used |= {site.code for site in places if site.code}
    names: dict[str, str] = {}
    for code, name, _ in names_of_codes(report.holding for report in reports):
        names.setdefault(code, name)
    for report in reports:
        for entity in report.holding.findings.entities:
            if entity.code and entity.kind in {EntityKind.STATE, EntityKind.ORGANISATION}:
                names.setdefault(entity.code, entity.known or entity.name)
    return tuple(sorted((code, names[code]) for code in used if code in names))


def _stands_in(term: Term, reports: Sequence[Report]) -> bool:
    return any(report.mentions(term) for report in reports)


def _notes(reports: Sequence[Report], undated: int, context: Context) -> tuple[str, ...]:
    notes = []
    if not reports:
        notes.append("no_documents")
    if len(reports) == 1:
        notes.append("one_document")
    if undated:
        notes.append("undated_left_out")
    if any(report.day is None for report in reports):
        notes.append("undated")
    if reports and not context.matters.claims:
        notes.append("no_claims")
    if reports and not any(context.facts.values()):
        notes.append("nothing_told")
    return tuple(notes)
