"""ClauseWords: a clause's words and full verbs, whatever stands between its parts."""

from lagebild.extraction.events.clause_words import ClauseWords, Spoken
from lagebild.model.analysis import Clause, ClauseKind, Token

WORDS = (("Truppen", "NN", "Truppe"), ("haben", "VAFIN", "haben"), (",", "$,", ","), ("die", "PRELS", "die"))
ENDS = (("Orte", "NN", "Ort"), ("umstellt", "VVPP", "umstellen"), ("eingenommen", "VVPP", "einnehmen"))
TOKENS = tuple(Token(9 * i, 9 * i + len(text), text, tag, lemma) for i, (text, tag, lemma) in enumerate(WORDS + ENDS))


def clause(parts: tuple[tuple[int, int], ...], predicate: tuple[int, ...], lemma: str) -> Clause:
    return Clause(ClauseKind.MAIN, 0, parts, None, None, predicate, lemma, None, False, None, (), None)


def test_words_of_a_clause_inside_are_not_its_own() -> None:
    own = ClauseWords(TOKENS).own(clause(((0, 2), (4, 7)), (1, 5, 6), "einnehmen"))
    assert own.tokens == (0, 1, 4, 5, 6)
    assert {"Truppen", "truppen", "Truppe", "einnehmen"} <= own.forms
    assert "die" not in own.forms


def test_two_participles_are_two_verbs_and_an_auxiliary_is_none() -> None:
    words = ClauseWords(TOKENS)
    assert words.spoken(clause(((0, 7),), (1, 5, 6), "einnehmen")) == (Spoken("einnehmen", 6), Spoken("umstellen", 5))
    assert words.spoken(clause(((0, 2),), (1,), "haben")) == ()
