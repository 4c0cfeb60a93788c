"""Altered copies of reports, made the same way each time: what an editor does to wire copy, in kinds and degrees.

A sentence ends at a full stop, question or exclamation mark before a capital; a paragraph is three sentences, because
the corpora that this runs on have no line breaks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

SENTENCES = 3
"""Of a paragraph."""
_END = re.compile(r"(?<=[.!?])[\"“»«]? (?=[A-ZÄÖÜ„\"»])")
_NUMBER = re.compile(r"\d+")
_SYNONYMS = Path(__file__).with_name("synonyms.txt")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is done: headline (the first sentence) replaced, paragraphs cut and added, shares of words and numbers
    changed, sentences moved to another place. `words` beyond what the synonyms reach is filled with other words."""

    name: str
    headline: bool = False
    cut: int = 0
    added: int = 0
    words: float = 0.0
    numbers: float = 0.0
    moved: float = 0.0


USUAL = Recipe("all: headline, 2 cut, 1 added, 5 % of words", True, 2, 1, 0.05, 0.3, 0.1)
RECIPES = (
    Recipe("headline", headline=True),
    Recipe("1 paragraph cut", cut=1),
    Recipe("2 paragraphs cut", cut=2),
    Recipe("3 paragraphs cut", cut=3),
    Recipe("1 paragraph added", added=1),
    Recipe("2 paragraphs added", added=2),
    Recipe("4 paragraphs added", added=4),
    Recipe("5 % of words changed", words=0.05),
    Recipe("10 % of words changed", words=0.10),
    Recipe("15 % of words changed", words=0.15),
    Recipe("20 % of words changed", words=0.20),
    Recipe("30 % of words changed", words=0.30),
    Recipe("every number changed", numbers=1.0),
    Recipe("a quarter of the sentences moved", moved=0.25),
    Recipe("all sentences moved", moved=1.0),
    USUAL,
    Recipe("all: headline, 2 cut, 1 added, 10 % of words", True, 2, 1, 0.10, 0.5, 0.25),
    Recipe("all: headline, 2 cut, 1 added, 15 % of words", True, 2, 1, 0.15, 1.0, 0.5),
    Recipe("all: headline, 2 cut, 2 added, 20 % of words", True, 2, 2, 0.20, 1.0, 1.0),
)


def sentences_of(text: str) -> list[str]:
    return [sentence for sentence in _END.split(text) if sentence]


def paragraphs_of(text: str) -> list[list[str]]:
    sentences = sentences_of(text)
    return [sentences[start : start + SENTENCES] for start in range(0, len(sentences), SENTENCES)]


def altered(text: str, recipe: Recipe, *, others: Sequence[str], seed: str) -> str:
    """The text after the recipe, with headline, paragraphs and words taken from `others`."""
    random = Random(f"{seed}/{recipe.name}")
    paragraphs = paragraphs_of(text)
    if recipe.headline and paragraphs:
        paragraphs[0] = [sentences_of(random.choice(others))[0], *paragraphs[0][1:]]
    for _ in range(min(recipe.cut, len(paragraphs) - 1)):
        del paragraphs[random.randrange(len(paragraphs))]
    paragraphs = _moved(paragraphs, recipe.moved, random)
    paragraphs = [[_reworded(sentence, recipe, others, random) for sentence in piece] for piece in paragraphs]
    for _ in range(recipe.added):
        added = random.choice(paragraphs_of(random.choice(others)))
        paragraphs.insert(random.randrange(len(paragraphs) + 1), added)
    return " ".join(sentence for piece in paragraphs for sentence in piece)


def _moved(paragraphs: list[list[str]], share: float, random: Random) -> list[list[str]]:
    if not share:
        return paragraphs
    sentences = [sentence for piece in paragraphs for sentence in piece]
    for _ in range(round(share * len(sentences))):
        sentences.insert(random.randrange(len(sentences)), sentences.pop(random.randrange(len(sentences))))
    return [[sentence] for sentence in sentences]


def _reworded(sentence: str, recipe: Recipe, others: Sequence[str], random: Random) -> str:
    words = sentence.split(" ")
    wanted = sum(random.random() < recipe.words for _ in words)
    known = [index for index, word in enumerate(words) if word.strip(",.") in _synonyms()]
    random.shuffle(known)
    for index in known[:wanted]:
        word = words[index].strip(",.")
        words[index] = words[index].replace(word, _synonyms()[word])
    for index in random.sample(range(len(words)), max(0, min(wanted - len(known), len(words)))):
        words[index] = random.choice(random.choice(others).split(" "))
    return _NUMBER.sub(_number(recipe.numbers, random), " ".join(words))


def _number(share: float, random: Random) -> Callable[[re.Match[str]], str]:
    def changed(match: re.Match[str]) -> str:
        if random.random() >= share:
            return match.group()
        return str(int(match.group()) + random.randint(1, 9))

    return changed


@cache
def _synonyms() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line in _SYNONYMS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, right = line.split()
            pairs.setdefault(left, right)
            pairs.setdefault(right, left)
    return pairs
