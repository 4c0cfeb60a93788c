"""Tells the moods of verb forms apart that are spelled alike: "ich habe" from "er habe", "sollten" from "sollten"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.analysis.word import Word
from lagebild.model.analysis import Verb

BOUNDARIES = frozenset({"$,", "$."})
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})


class MoodWords(NamedTuple):
    """The words of a language that decide: those of the first person singular, conjunctions of conditions."""

    first_person: frozenset[str]
    conditional: frozenset[str]
    advising: frozenset[str]
    """Modal verbs whose past form beside the present tense is advice: "wer das will, sollte warten"."""


def choose_verb(position: int, known: list[Word], tags: Sequence[str], words: MoodWords) -> Verb:
    """The reading of the finite verb there that its clause allows; the indicative where nothing speaks against it.

    - First person or Konjunktiv I ("habe", "sehe"): the first person shows itself in the clause ("ich", "mir").
    - Past or Konjunktiv II: of modal verbs ("sollte", "wollten") the Konjunktiv in conditions and beside other verbs
      that stand in the Konjunktiv; of all others the past.
    """
    tag = tags[position]
    verbs = known[position].by_tag[tag].verbs
    moods = {verb.mood: verb for verb in reversed(verbs)}
    indicative = moods.get("ind")
    if indicative is None:
        return verbs[0]
    if "kon1" in moods and indicative.tense == "pres":
        if indicative.persons != "1" or indicative.numbers != "s":
            return indicative
        clause = {known[at].low for at in _clause(position, tags)}
        return indicative if clause & words.first_person else moods["kon1"]._replace(persons="3", numbers="s")
    if "kon2" in moods and tag == "VMFIN" and _unreal(position, known, tags, words):
        return moods["kon2"]
    return indicative


def _unreal(position: int, known: list[Word], tags: Sequence[str], words: MoodWords) -> bool:
    if position == 0 or any(known[at].low in words.conditional for at in _clause(position, tags)):
        return True
    others = [known[at].by_tag[tag].verbs for at, tag in enumerate(tags) if tag in FINITE and at != position]
    if any(verbs and all(verb.mood in {"kon1", "kon2"} for verb in verbs) for verbs in others):
        return True
    if known[position].by_tag[tags[position]].lemma not in words.advising:
        return False
    return bool(others) and all(verbs and verbs[0].tense == "pres" for verbs in others)


def _clause(position: int, tags: Sequence[str]) -> Iterator[int]:
    """The positions around, up to the next commas and full stops."""
    yield position
    for step in (-1, 1):
        at = position + step
        while 0 <= at < len(tags) and tags[at] not in BOUNDARIES:
            yield at
            at += step
