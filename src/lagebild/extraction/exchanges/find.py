"""Exchanges: all tellings of a document; a deal told in several sentences is one record."""

from dataclasses import replace
from functools import cache

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.agreed import by_deals
from lagebild.extraction.exchanges.conditional import by_conditions
from lagebild.extraction.exchanges.coupled import by_verbs
from lagebild.extraction.exchanges.demanded import by_demanding
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.earned import by_earning
from lagebild.extraction.exchanges.induced import by_inducing
from lagebild.extraction.exchanges.paired import by_pairs
from lagebild.extraction.exchanges.phrased import by_phrases
from lagebild.extraction.exchanges.priced import by_price
from lagebild.extraction.exchanges.swapped import by_swaps
from lagebild.extraction.exchanges.terms import by_demands, by_terms
from lagebild.extraction.exchanges.tied import by_ties
from lagebild.extraction.records.keys import record_key
from lagebild.extraction.records.reading import stage_of
from lagebild.extraction.records.telling import telling
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.language.load import Language
from lagebild.language.ties import ties
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import Analysis, ClauseKind
from lagebild.model.event import code_of
from lagebild.model.exchange import Exchange, Side
from lagebild.model.findings import Findings
from lagebild.model.span import Span

RULES = (by_ties, by_conditions, by_verbs, by_terms, by_demands, by_price, by_phrases, by_swaps, by_deals)
# What these tell counts where no other rule tells a deal of the same sides nearby.
FURTHER = (by_earning, by_demanding, by_inducing, by_pairs)
CONFIDENCE = {
    "exchange-tie": 0.6,
    "exchange-condition": 0.5,
    "exchange-verb": 0.6,
    "exchange-price": 0.5,
    "exchange-phrase": 0.5,
    "exchange-deal": 0.5,
}
# The lists of words of which one tells a deal.
TELLING = (
    "terms",
    "price",
    "if_words",
    "if_only_words",
    "paid_for",
    "swap_nouns",
    "swaps_of",
    "without",
    "else_words",
    "then_given",
)
# The lists of nouns of which one may tell a deal.
NOUNS = ("deals", "handing_over", "prices")
# The tags of words that ask.
QUESTIONS = ("PWS", "PWAV", "PWAT")
# How many sentences apart two tellings of one deal may stand.
APART = 4


def find_exchanges(findings: Findings, language: Language) -> Findings:
    """The findings with their exchanges, in text order of their ties."""
    if findings.analysis is None:
        return findings
    rules = RULES if _is_worth_it(findings, language) else ()
    if not rules and not _is_worth_more(findings, language):
        return findings
    stage = stage_of(findings, language)
    if stage.is_sport():
        return findings
    drafts = [draft for rule in rules for draft in rule(stage)]
    more = (draft for rule in FURTHER for draft in rule(stage))
    drafts += [draft for draft in more if not any(_is_same(stage, draft, other) for other in drafts)]
    drafts.sort(key=lambda draft: draft.tie)
    drafts = [_with_partner(_without_questions(stage, draft), drafts) for draft in drafts]
    drafts = [draft for draft in drafts if any(side.gives for side in draft.sides)]
    drafts = [draft for draft in drafts if all(side.party is not None or side.gives for side in draft.sides)]
    drafts = [draft for draft in drafts if not _is_one_gift(draft)]
    return replace(findings, exchanges=tuple(_record(stage, draft) for draft in _joined(stage, drafts)))


def _is_worth_it(findings: Findings, language: Language) -> bool:
    """Whether any word of a tie stands in the report."""
    assert findings.analysis is not None
    words = word_lists(language, "exchanges")
    vocabulary = vocabulary_of(findings, language)
    spoken = vocabulary.words | vocabulary.lemmas
    beginnings = ties(language)
    if any(spoken.issuperset(tie.words) for first in beginnings.keys() & spoken for tie in beginnings[first]):
        return True
    supposed, verbs = _telling_verbs(language)
    clauses = findings.analysis.clauses
    if any(c.modal in words["allowing_modals"] and c.kind is ClauseKind.INF for c in clauses):
        return True
    if any(c.modal in words["if_verbs"] or (c.finite == c.first and c.lemma in supposed) for c in clauses):
        return True
    if any(spoken & words[name] for name in TELLING) or _has_telling_clause(findings.analysis, words):
        return True
    if any(vocabulary.listable.any_listed(words[name]) for name in NOUNS):
        return True
    return not vocabulary.verbs.isdisjoint(verbs)


@cache
def _telling_verbs(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs with which a condition may begin, and those of which any may tell a deal."""
    words = word_lists(language, "exchanges")
    lists = ("paying_with", "swapping", "handing_back", "getting", "agreeing", "inducing")
    telling = frozenset(wordings(language, "exchange_words").verbs).union(*(words[name] for name in lists))
    return words["if_verbs"] | words["giving"], telling


def _has_telling_clause(analysis: Analysis, words: dict[str, frozenset[str]]) -> bool:
    """Whether a clause is of a form that tells a deal: "… und darf bleiben", "um Kuba dazu zu bringen", "gab erst nach,
    als …", "Für ein Ende der Gewalt bot Bern …"."""
    tokens = analysis.tokens
    offering = words["offering"] | words["promising"]
    for clause in analysis.clauses:
        first = tokens[clause.first]
        if clause.modal in words["allowed_modals"] and first.tag == "KON":
            return True
        if clause.lemma in offering and first.text.lower() in words["in_return_for"]:
            return True
        if clause.opener is None:
            continue
        opener = tokens[clause.opener].text.lower()
        if clause.lemma in words["bringing_to"] and opener in words["in_order_to"]:
            return True
        after = opener in words["after_words"] and clause.parent is not None
        if after and (clause.lemma in words["consenting"] | offering or _frees(analysis, clause.parent, words)):
            return True
        if opener in words["when_words"] and tokens[clause.opener - 2].text.lower() in words["only_words"]:
            return True
    return False


def _frees(analysis: Analysis, index: int | None, words: dict[str, frozenset[str]]) -> bool:
    return index is not None and analysis.clauses[index].lemma in words["freeing"]


def _is_worth_more(findings: Findings, language: Language) -> bool:
    """Whether any word of the further rules stands in a report that has none of a tie."""
    words, vocabulary = word_lists(language, "exchanges"), vocabulary_of(findings, language)
    if not vocabulary.words.isdisjoint(words["else_words"] | words["then_given"]):
        return True
    if vocabulary.verbs & (words["inducing"] | words["handing_back"]):
        return True
    return vocabulary.listable.any_listed(words["barters"])


def _record(stage: Stage, draft: Draft) -> Exchange:
    vouched = telling(stage, draft.tie[-1], negated=draft.negated, unreal=draft.unreal)
    codes = [code_of(side.party) for side in draft.sides]
    return Exchange(
        key=record_key(stage.findings.document.id, "exchange", draft.tie[0], *codes),
        sides=draft.sides,
        tie=draft.tie,
        status=vouched.status,
        chain=vouched.chain,
        attribution=vouched.attribution,
        rule=draft.rule,
        confidence=CONFIDENCE[draft.rule],
    )


def _is_one_gift(draft: Draft) -> bool:
    """Whether what nobody is said to give is only a part of what the other gives."""
    nobodys = [span for side in draft.sides if side.party is None for span in side.gives]
    others = [span for side in draft.sides if side.party is not None for span in side.gives]
    return any(other.contains(span) for span in nobodys for other in others)


def _without_questions(stage: Stage, draft: Draft) -> Draft:
    """As in "unklar ist, was Kuba als Gegenleistung erhält": what nobody knows is told as no gift."""
    first, second = (
        replace(side, gives=tuple(span for span in side.gives if not _is_question(stage, span))) for side in draft.sides
    )
    return draft._replace(sides=(first, second))


def _is_question(stage: Stage, span: Span) -> bool:
    first, last = stage.range_of(span)
    return all(stage.tokens[i].tag in QUESTIONS for i in range(first, last))


def _with_partner(draft: Draft, drafts: list[Draft]) -> Draft:
    """The draft; one whose other side was guessed takes the partner with whom the report tells a deal elsewhere."""
    if not draft.guessed:
        return draft
    acting = code_of(draft.sides[1].party)
    for other in drafts:
        codes = [code_of(side.party) for side in other.sides]
        if not other.guessed and acting in codes:
            partner = other.sides[1 - codes.index(acting)].party
            return draft._replace(sides=(replace(draft.sides[0], party=partner), draft.sides[1]))
    return draft


def _joined(stage: Stage, drafts: list[Draft]) -> list[Draft]:
    """Tellings of the same two sides that stand near each other are one deal."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.guessed):
        at = next((n for n, other in enumerate(kept) if _is_same(stage, draft, other)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = _together(stage, kept[at], draft)
    return sorted(kept, key=lambda draft: draft.tie)


def _is_same(stage: Stage, draft: Draft, other: Draft) -> bool:
    if {code_of(side.party) for side in draft.sides} != {code_of(side.party) for side in other.sides}:
        return False
    apart = abs(stage.clauses[draft.clause].sentence - stage.clauses[other.clause].sentence)
    return apart <= APART or draft.guessed or _is_headline(stage, draft) or _is_headline(stage, other)


def _is_headline(stage: Stage, draft: Draft) -> bool:
    """A headline tells the deal of the report once more."""
    return stage.analysis.sentences[stage.clauses[draft.clause].sentence].headline


def _together(stage: Stage, first: Draft, second: Draft) -> Draft:
    """Both tellings in one; the one that tells both gifts says how real it is, and the report before its headline."""

    def rank(draft: Draft) -> tuple[bool, bool, bool]:
        return draft.guessed, not all(s.gives for s in draft.sides), _is_headline(stage, draft)

    fuller, lesser = (first, second) if rank(first) < rank(second) else (second, first)
    theirs = {code_of(side.party): side for side in lesser.sides}
    sides = tuple(_side(side, theirs[code_of(side.party)]) for side in fuller.sides)
    return fuller._replace(sides=(sides[0], sides[1]), tie=(*lesser.tie, *fuller.tie))


def _side(one: Side, other: Side) -> Side:
    more = tuple(span for span in other.gives if not any(span.overlaps(known) for known in one.gives))
    return replace(
        one, gives=tuple(sorted((*one.gives, *more))), events=tuple(dict.fromkeys((*one.events, *other.events)))
    )
