"""Priced: exchanges of which the report says that a gift has its price."""

from collections.abc import Iterator

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, side
from lagebild.extraction.exchanges.partners import giver, other_side, receiver
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.span import Span


def by_price(stage: Stage) -> Iterator[Draft]:
    """As in "Dass Nordkorea Truppen stellt, hat seinen Preis": the other side is who gets the gift."""
    words = word_lists(stage.language, "exchanges")
    for k in stage.roll.phrases(words["price"]):
        phrase = stage.phrases[k]
        if phrase.last - phrase.first < 2:
            continue
        if stage.tokens[phrase.first].text.lower() not in words["price_determiners"]:
            continue
        index = stage.analysis.clause_of[phrase.head]
        if index <= 0 or stage.clauses[index].lemma not in words["price_verbs"]:
            continue
        giving = index - 1
        if (
            stage.clauses[giving].kind is not ClauseKind.SUB
            or stage.clauses[giving].sentence != stage.clauses[index].sentence
        ):
            continue
        acting = giver(stage, giving)
        partner = receiver(stage, giving, acting) if acting is not None else None
        if acting is None:
            continue
        partner = partner or other_side(stage, index, acting)
        if partner is None:
            continue
        clause = stage.clauses[index]
        # "hat seinen Preis"; where the verb stands behind, as in "dass es seinen Preis hat", the noun alone.
        first = clause.finite if clause.finite is not None and clause.finite < phrase.first else phrase.first
        tie = Span(stage.tokens[first].start, stage.tokens[phrase.last - 1].end)
        yield Draft(
            "exchange-price",
            (side(stage, acting, gift_of(stage, giving)), side(stage, partner, ())),
            (tie,),
            index,
            False,
        )
