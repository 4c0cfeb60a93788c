"""Groups: which armed group is meant by "die Rebellen" where the report names one only."""

from functools import lru_cache

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.listed import is_listed
from lagebild.language.words import word_lists

ARMED = "armed_group"
# Words that say how many, and no more.
COUNTING = ("CARD", "ADV", "PIAT", "PIDAT")


def group_meant(stage: Stage, k: int) -> str | None:
    """As in "die Rebellen" where the report names one armed group only: its name."""
    rebels = word_lists(stage.language, "exchanges")["rebels"]
    phrase = stage.phrases[k]
    head = stage.tokens[phrase.head]
    if head.tag == "PPER":
        return _group_taken_up(stage, k)
    telling = [i for i in range(phrase.first, phrase.last) if stage.tokens[i].tag not in COUNTING]
    bare = len(telling) <= 2 and head.tag == "NN"
    return armed_group(stage) if bare and is_listed(head.lemma, rebels) else None


def _group_taken_up(stage: Stage, k: int) -> str | None:
    """As in "Die Rebellen ziehen ab. Sie …", where the report names one armed group only."""
    meant = next(iter(stage.parties.of_phrase(k)), None)
    sentence = stage.analysis.sentence_of[stage.phrases[k].head]
    for other in range(k - 1, -1, -1):
        if meant is None or stage.analysis.sentence_of[stage.phrases[other].head] < sentence - 1:
            return None
        same = any(party.code == meant.code for party in stage.parties.of_phrase(other))
        if same and stage.tokens[stage.phrases[other].head].tag == "NN":
            return group_meant(stage, other)
    return None


@lru_cache(maxsize=1)
def armed_group(stage: Stage) -> str | None:
    """The code of the only armed group that the report names."""
    kinds = stage.parties.sides.organisations
    found = {name for name in stage.cast.index.bodies_of if kinds.get(name, ("", ""))[0] == ARMED}
    if not found:
        return _group_in_compounds(stage)
    return stage.parties.bodies.code(stage.cast.known.bodies[min(found)]) if len(found) == 1 else None


def _group_in_compounds(stage: Stage) -> str | None:
    """As in "Farc-Rebellen": the code of the only group that stands before such a word."""
    rebels = word_lists(stage.language, "exchanges")["rebels"]
    heads = ((k, stage.tokens[phrase.head]) for k, phrase in enumerate(stage.phrases))
    joined = [k for k, head in heads if "-" in head.text and is_listed(head.lemma, rebels)]
    codes = {party.code for k in joined for party in stage.parties.of_phrase(k)}
    named = len(codes) == 1 and not any(stage.parties.sides.is_state(code.partition("-")[0]) for code in codes)
    return min(codes) if named else None
