"""Ages: how old a report says that somebody is: "der 32-jährige Karl Tann", "Karl Tann (32)", "der 32-Jährige"."""

import re
from collections.abc import Sequence

from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Known
from lagebild.model.analysis import Phrase, Token

YEARS = re.compile(r"\d{1,3}(?=-)")
NUMBER = re.compile(r"\d{1,3}")
AROUND = {"(": ")", ",": ","}


def age_in(known: Known, word: str) -> int | None:
    """The years in a word such as "32-Jährige", "32-jähriger"; None for other words."""
    years = YEARS.match(word)
    told = years is not None and any(stem in word.lower() for stem in known.words["age_stems"])
    return int(years.group()) if years is not None and told else None


def age_beside(known: Known, tokens: Sequence[Token], phrase: Phrase | None, run: Run) -> int | None:
    """The age that stands in front of the name or, in brackets or between commas, behind it."""
    for i in range(phrase.first, run.first) if phrase is not None else ():
        age = age_in(known, tokens[i].text)
        if age is not None:
            return age
    behind = tokens[run.last : run.last + 3]
    if len(behind) == 3 and AROUND.get(behind[0].text) == behind[2].text and NUMBER.fullmatch(behind[1].text):
        return int(behind[1].text)
    return None
