"""The analysis of any text: spans lie inside it, nothing is lost, and nothing breaks."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.analysis import Analysis
from tests.analysis.golden import parsed

SAMPLE = """Der die das Rat
Holm sagte sei habe dass und aber von der Leyen , . : „ “ " » « ( ) – Mehr auf MSN : 4. z. B.
Konzert zu gehen ging Foto : dpa nicht wer 3,5 Prozent 😀 é"""
WORDS = st.sampled_from([*SAMPLE.split(), "\n\n"])
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS)
def test_tokens_and_sentences_run_in_order_through_all_that_is_not_furniture(text: str) -> None:
    analysis = parsed(text)
    covered = [False] * len(text)
    end = 0
    for token in analysis.tokens:
        assert end <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        covered[token.start : token.end] = [True] * (token.end - token.start)
        end = token.end
    for piece in analysis.furniture:
        assert 0 <= piece.span.start < piece.span.end <= len(text)
        assert not any(covered[piece.span.start : piece.span.end])
        covered[piece.span.start : piece.span.end] = [True] * (piece.span.end - piece.span.start)
    assert all(done or char.isspace() for char, done in zip(text, covered, strict=True))
    assert [s.first for s in analysis.sentences] == [0, *(s.last for s in analysis.sentences)][
        : len(analysis.sentences)
    ]
    assert not analysis.tokens or analysis.sentences[-1].last == len(analysis.tokens)


@given(TEXTS)
def test_every_word_belongs_to_one_clause_of_its_own_sentence(text: str) -> None:
    analysis = parsed(text)
    owners = [0] * len(analysis.tokens)
    for clause in analysis.clauses:
        sentence = analysis.sentences[clause.sentence]
        assert sentence.first <= clause.first < clause.last <= sentence.last
        assert clause.parent is None or analysis.clauses[clause.parent].sentence == clause.sentence
        assert set(clause.predicate) <= {i for first, last in clause.parts for i in range(first, last)}
        for first, last in clause.parts:
            for i in range(first, last):
                owners[i] += 1
    words = [i for i, token in enumerate(analysis.tokens) if not token.tag.startswith("$")]
    assert all(owners[i] == 1 for i in words)
    assert max(owners, default=0) <= 1


@given(TEXTS)
def test_phrases_are_disjoint_and_stay_in_their_sentence(text: str) -> None:
    analysis = parsed(text)
    end = 0
    for phrase in analysis.phrases:
        assert end <= phrase.first <= phrase.head < phrase.last
        assert analysis.sentence_of[phrase.first] == analysis.sentence_of[phrase.last - 1]
        assert phrase.agreement
        end = phrase.last


@given(TEXTS)
def test_quotations_lie_inside_the_text_and_inside_each_other(text: str) -> None:
    for quotation in parsed(text).quotations:
        assert 0 <= quotation.outer.start < quotation.inner.start <= quotation.inner.end < quotation.outer.end
        assert quotation.outer.end <= len(text)


@given(TEXTS)
def test_the_same_text_gives_the_same_analysis(text: str) -> None:
    def columns(analysis: Analysis) -> tuple[object, ...]:
        return (analysis.tokens, analysis.sentences, analysis.phrases, analysis.clauses, analysis.quotations)

    assert columns(parsed(text)) == columns(parsed(text))
