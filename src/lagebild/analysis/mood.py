"""Tells the moods of verb forms apart that are spelled alike: "ich habe" from "er habe", "sollten" from "sollten"."""

from collections.abc import Sequence

from lagebild.model.analysis import Verb

FIRST_PERSON = frozenset({"ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner", "meines"})
BOUNDARIES = frozenset({"$,", "$."})


def choose_verb(verbs: Sequence[Verb], words: Sequence[str], tags: Sequence[str], position: int) -> Verb:
    """The reading that the clause allows; the indicative where nothing speaks for the Konjunktiv."""
    if len(verbs) == 1:
        return verbs[0]
    moods = {verb.mood: verb for verb in verbs if verb.mood != "imp"}
    if "kon1" in moods and "ind" in moods:
        subjunctive, indicative = moods["kon1"], moods["ind"]
        if "3" in indicative.persons:
            return indicative
        if "1" in indicative.persons and _first_person(words, tags, position):
            return indicative
        return subjunctive
    return verbs[0]


def _first_person(words: Sequence[str], tags: Sequence[str], position: int) -> bool:
    """Whether the clause around the verb speaks of "ich"."""
    for step in (-1, 1):
        at = position + step
        while 0 <= at < len(words) and tags[at] not in BOUNDARIES:
            if words[at].lower() in FIRST_PERSON:
                return True
            at += step
    return False
