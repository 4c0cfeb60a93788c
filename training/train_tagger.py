"""Trains the tagger's weights (averaged perceptron) and writes resources/de/words_model.zz.

    python -m training.train_tagger SHARED PROJECTED.tsv

Sentences of the UD GSD test part are never read.
"""

import random
import sys
import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from lagebild.analysis.mood import FINITE
from lagebild.analysis.tagger import START, Tagger, features, next_state, tagger_by, verbs_ahead
from lagebild.analysis.weights import Weights
from lagebild.analysis.word import Word
from lagebild.language.load import Language
from training.corpora import Tagged, gold_sentences, projected_sentences
from training.universal import morph_sentences, universal_sentences

OUT = Path(__file__).resolve().parent.parent / "src/lagebild/resources/de/words_model.zz"
EPOCHS = 5
# One run more or less is worth 0.3 points of finite verbs by chance; the mean of three is steady.
SEEDS = (7, 11, 13)
# Weights are kept as whole numbers of 1/SCALE; those that round to less than MINIMUM are dropped.
SCALE = 8
MINIMUM = 2

Example = tuple[list[Word], list[frozenset[str]]]


def examples(tagger: Tagger, sentences: list[list[Tagged]]) -> list[Example]:
    """Words with the set of tags that count as right; an empty set where we do not know."""
    found: list[Example] = []
    for sentence in sentences:
        known = tagger.words([token.word for token in sentence])
        right = [frozenset(token.tag.split()) & set(word.tags) for token, word in zip(sentence, known, strict=True)]
        found.append((known, right))
    return found


def believed(judge: Tagger, projected: list[Example]) -> list[Example]:
    """The projected sentences without the tags of verb forms that a tagger trained on gold alone does not confirm.

    HanTa looks at three words at a time and often mistakes a finite verb at the end of a clause for an infinitive.
    """
    found: list[Example] = []
    for known, right in projected:
        tags = judge.tags(known)
        kept = []
        for word, allowed, tag in zip(known, right, tags, strict=True):
            doubtful = any(t in FINITE for t in word.tags) and sum(t[0] == "V" for t in word.tags) > 1
            kept.append(frozenset() if doubtful and tag not in allowed else allowed)
        found.append((known, kept))
    return found


class Perceptron:
    """Weights with their running sums, so that the average over all steps can be taken at the end."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = {}
        self.totals: dict[tuple[str, str], float] = defaultdict(float)
        self.stamps: dict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def scores(self, word: Word, found: tuple[str, ...]) -> dict[str, float]:
        """The score of each of the word's tags."""
        scores = dict.fromkeys(word.tags, 0.0)
        for feature in found:
            for tag, weight in self.weights.get(feature, {}).items():
                if tag in scores:
                    scores[tag] += weight
        return scores

    def update(self, right: str, wrong: str, found: tuple[str, ...]) -> None:
        """Push the right tag up and the wrong one down."""
        for feature in found:
            weights = self.weights.setdefault(feature, {})
            for tag, change in ((right, 1.0), (wrong, -1.0)):
                key = (feature, tag)
                self.totals[key] += (self.step - self.stamps[key]) * weights.get(tag, 0.0)
                self.stamps[key] = self.step
                weights[tag] = weights.get(tag, 0.0) + change

    def averaged(self) -> dict[str, dict[str, float]]:
        """The mean weights."""
        averaged: dict[str, dict[str, float]] = {}
        for feature, weights in self.weights.items():
            for tag, weight in weights.items():
                key = (feature, tag)
                total = self.totals[key] + (self.step - self.stamps[key]) * weight
                averaged.setdefault(feature, {})[tag] = total / max(self.step, 1)
        return averaged


def train(data: list[Example], seeds: Sequence[int]) -> dict[str, dict[str, float]]:
    """Learn the weights, once for each seed that shuffles the sentences, and take the mean."""
    mean: dict[str, dict[str, float]] = {}
    for seed in seeds:
        for feature, weights in train_once(list(data), seed).items():
            into = mean.setdefault(feature, {})
            for tag, weight in weights.items():
                into[tag] = into.get(tag, 0.0) + weight / len(seeds)
    return mean


def train_once(data: list[Example], seed: int) -> dict[str, dict[str, float]]:
    """Learn the weights over some epochs."""
    model = Perceptron()
    shuffler = random.Random(seed)
    for epoch in range(EPOCHS):
        shuffler.shuffle(data)
        wrong = seen = 0
        for known, right in data:
            ahead = verbs_ahead(known)
            before, twice, state = "^", "^", START
            for position, word in enumerate(known):
                tag = word.tags[0]
                if len(word.tags) > 1:
                    found = features(known, position, before, twice, state[-1], ahead[position])
                    scores = model.scores(word, found)
                    tag = max(scores, key=scores.__getitem__)
                    allowed = right[position]
                    if allowed:
                        model.step += 1
                        seen += 1
                        if tag not in allowed:
                            wrong += 1
                            best = max(sorted(allowed), key=scores.__getitem__)
                            model.update(best, tag, found)
                            tag = best
                state = next_state(state, tag)
                twice, before = before, tag
        print(f"epoch {epoch}: {wrong} of {seen} ambiguous words wrong", flush=True)
    return model.averaged()


def as_text(weights: dict[str, dict[str, float]]) -> dict[str, str]:
    """The weights that matter, rounded."""
    lines = {}
    for feature in sorted(weights):
        kept = [(tag, round(weight * SCALE)) for tag, weight in sorted(weights[feature].items())]
        kept = [(tag, weight) for tag, weight in kept if abs(weight) >= MINIMUM]
        if kept:
            lines[feature] = " ".join(f"{tag} {weight}" for tag, weight in kept)
    return lines


def as_lines(weights: dict[str, str]) -> str:
    """The weights as the tagger reads them."""
    return "\n".join(f"{feature}\t{values}" for feature, values in weights.items())


def write(weights: dict[str, str]) -> None:
    """Write the weights."""
    OUT.write_bytes(zlib.compress(as_lines(weights).encode("utf-8"), 9))
    print(f"{len(weights)} features, {OUT.stat().st_size} bytes")


def main(shared: Path, projected: Path) -> None:
    """Train on gold, then on all that may be trained on."""
    language = Language("de")
    bare = tagger_by(language, Weights(""))
    ud = shared / "data"
    gold = examples(bare, list(gold_sentences(ud / "ud_german_gsd/de_gsd-ud-dev.conllu", without="test-")))
    pud = examples(bare, list(universal_sentences(ud / "ud_german_pud/de_pud-ud-test.conllu")))
    morph = [s for part in ("dev", "test") for s in morph_sentences(ud / f"sigmorphon2019_gsd/de_gsd-um-{part}.conllu")]
    first = gold * 2 + pud + examples(bare, morph)
    raw = examples(bare, list(projected_sentences(projected)))
    judge = tagger_by(language, Weights(as_lines(as_text(train(first, SEEDS[:1])))))
    write(as_text(train(first + believed(judge, raw), SEEDS)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
