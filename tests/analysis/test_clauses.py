"""Clauses: golden/clauses.txt says of each text which clauses it has, with their verb and subject."""

import pytest

from lagebild.model.analysis import ClauseKind
from tests.analysis.golden import pairs, parsed, shown

PAIRS = list(pairs("clauses.txt"))


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_a_text_has_the_clauses_of_its_pair(text: str, expected: list[str]) -> None:
    analysis = parsed(text)
    assert [shown(analysis, clause) for clause in analysis.clauses] == expected


def test_every_kind_of_clause_is_shown() -> None:
    shown_kinds = {line.partition(":")[0] for _, lines in PAIRS for line in lines}
    assert shown_kinds == set(ClauseKind)


def test_an_embedded_clause_depends_on_the_one_around_it() -> None:
    analysis = parsed("Der Lotse sagte, dass die Frau, die das Haus kaufte, schweigt.")
    told = {analysis.words(*clause.parts[0]): clause.parent for clause in analysis.clauses}
    assert told == {"Der Lotse sagte": None, "dass die Frau": 0, "die das Haus kaufte": 1}


def test_what_the_verb_says_of_its_subject_is_asked_of_the_word_not_of_its_place() -> None:
    analysis = parsed("Den Minister lobte die Bäuerin.")
    subject = analysis.clauses[0].subject
    assert subject is not None
    phrase = analysis.phrases[subject]
    assert analysis.words(phrase.first, phrase.last) == "die Bäuerin"
