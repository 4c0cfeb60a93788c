"""Roll: rules are led to the clauses and phrases that have their words, and to no others."""

import lagebild
from lagebild.extraction.events.roll import Roll
from lagebild.model.analysis import Analysis

TEXT = "Kuba will Häftlinge freilassen. Bern hilft. Die Häftlinge werden bald freigelassen, sagte der Minister."


def analysed(text: str) -> tuple[Analysis, Roll]:
    analysis = lagebild.read(text, language="de").analysis
    assert analysis is not None
    return analysis, Roll(analysis.tokens, analysis.phrases, analysis.clauses)


def test_clauses_are_those_with_a_verb_a_modal_verb_or_a_finite_verb_of_the_words() -> None:
    analysis, roll = analysed(TEXT)
    everything = analysis.clauses
    freeing = [k for k, clause in enumerate(everything) if clause.lemma == "freilassen"]
    willing = [k for k, clause in enumerate(everything) if clause.modal == "wollen"]
    assert len(freeing) == 2
    assert roll.clauses({"freilassen"}) == freeing
    assert roll.clauses(modals={"wollen"}) == willing
    assert roll.clauses({"freilassen"}, finites={"werden", "sagen"}) == sorted({*freeing, len(everything) - 1})
    assert roll.clauses() == []


def test_phrases_are_found_by_the_lemma_of_their_head_in_small_letters() -> None:
    analysis, roll = analysed(TEXT)
    found = [analysis.tokens[analysis.phrases[k].head].text for k in roll.phrases({"häftling", "minister", "haus"})]
    assert found == ["Häftlinge", "Häftlinge", "Minister"]
