"""Whereabouts: tokens found by tag and word are those that a walk through the text would find."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.analysis import Token
from lagebild.model.whereabouts import whereabouts

TEXTS = ("Der", "der", "DER", "Rat", "rat", "(", "Ärzte", "ärzte")
TAGS = ("ART", "NN", "VVFIN", "$(")
TOKENS = st.lists(st.builds(Token, st.just(0), st.just(1), st.sampled_from(TEXTS), st.sampled_from(TAGS), st.just("")))
SOME_TEXTS = st.frozensets(st.sampled_from(TEXTS))


@given(TOKENS, st.frozensets(st.sampled_from(TAGS)))
def test_tokens_are_found_by_their_tags(tokens: list[Token], tags: frozenset[str]) -> None:
    assert whereabouts(tokens).tagged(*tags) == [i for i, token in enumerate(tokens) if token.tag in tags]


@given(TOKENS, SOME_TEXTS)
def test_tokens_are_found_by_their_words(tokens: list[Token], words: frozenset[str]) -> None:
    where = whereabouts(tokens)
    assert where.written(words) == [i for i, token in enumerate(tokens) if token.text in words]
    assert where.spoken(words) == [i for i, token in enumerate(tokens) if token.text.lower() in words]
    assert where.with_capital() == [i for i, token in enumerate(tokens) if token.text[:1].isupper()]
