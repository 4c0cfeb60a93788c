"""The tagger's weights: what small tables add up is what the model's lines say of each feature."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.tagger import START, features, next_state, surroundings, tagger, verbs_ahead
from lagebild.analysis.weights import MIDDLE, Packed, best, total, unpacked
from lagebild.analysis.word import Word
from lagebild.language.load import Language

GERMAN = Language("de")
TEXT = (
    "Der Minister wies die Kritik am Montag zurück , weil er sie für falsch hielt . „ Wir zahlen nicht “ , sagte Holm "
    ", die das Haus sah und zu ihm kam . Laut Polizei gab es drei Verletzte ; einer von ihnen habe verlegen gelacht , "
    "wie "
    "Anwohner erzählten . Soll man , um Zeit zu gewinnen , zu viel sagen ? Etwa 40 deutsche Soldaten liegen bereit"
)


def model() -> dict[str, dict[str, int]]:
    text = zlib.decompress(GERMAN.bytes("words_model.zz")).decode("utf-8")
    rows = (line.split("\t") for line in text.split("\n") if line)
    return {feature: _weights(row.split()) for feature, row in rows}


def _weights(parts: list[str]) -> dict[str, int]:
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


MODEL = model()


def scores_by_lines(word: Word, found: tuple[str, ...]) -> dict[str, int]:
    """The sums as the model's lines tell them, feature by feature."""
    rows = [MODEL.get(feature, {}) for feature in found]
    return {tag: sum(row.get(tag, 0) for row in rows) for tag in word.tags}


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=14))
def test_tables_add_what_the_lines_say(words: list[str]) -> None:
    known = tagger(GERMAN).words(words)
    ahead = verbs_ahead(known)
    state, before, twice = START, "^", "^"
    for position, word in enumerate(known):
        tag = word.tags[0]
        if word.weights is not None:
            top = state[-1]
            around = surroundings(known, position, before, twice, top, top.rstrip("+,"), ahead[position])
            scores = unpacked(total(word.weights, around), word.tags)
            assert scores == scores_by_lines(word, features(known, position, before, twice, top, ahead[position]))
            tag = best(total(word.weights, around), word.tags)
            assert tag == max(scores, key=scores.__getitem__)
        state = next_state(state, tag)
        twice, before = before, tag


@given(st.lists(st.lists(st.integers(-500, 500), min_size=3, max_size=3), max_size=24))
def test_one_sum_holds_the_sums_of_all_tags(rows: list[list[int]]) -> None:
    tags = ("ADJA", "NN", "VVFIN")
    packed = Packed(tags)
    lines = [" ".join(f"{tag} {weight}" for tag, weight in zip(tags, row, strict=True)) for row in rows]
    sums = {tag: sum(row[place] for row in rows) for place, tag in enumerate(tags)}
    assert unpacked(sum(packed[line] for line in lines), tags) == sums
    assert MIDDLE > 24 * 500
