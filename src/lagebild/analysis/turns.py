"""Turns of an interview: "WELT: Warum? Holm: Weil es eilt." is speech without quotation marks."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lagebild.model.analysis import Quotation
from lagebild.model.near import Near
from lagebild.model.span import Span, trimmed

# Who is interviewed or asks has at least so many turns; fewer colons are a list's, a caption's, a headline's.
FEWEST = 3
# So great a part of the asker's turns ask something.
ASKING = 0.5
# So great a part of all turns is the asker's.
ASKED_OFTEN = 0.3
# So rarely somebody's turn follows his own.
REPEATED = 0.2
# A label at the beginning or behind the end of a sentence: up to three words, a colon, and what is said.
_WORD = r"[^\W\d_][\w'’-]*"
_TITLED = rf"(?:(?:Dr\.|Prof\.|[^\W\d_]\.|{_WORD})[ ]){{0,3}}?{_WORD}"
_LABEL = re.compile(rf"(?:^|(?<=[.!?…\"“”»)\]\n]))[ ]{{0,4}}(?P<label>{_TITLED}):(?=\s+\S)")
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")


class Turn(NamedTuple):
    """A label and what is said behind its colon; `speaker` is the label's last word, folded."""

    label: Span
    said: Span
    speaker: str


def turns_in(text: str) -> tuple[Turn, ...]:
    """The turns of the interview that the text is or holds, in text order; none where no asker takes turns with
    somebody whom the text names in full."""
    if text.count(":") < 2 * FEWEST:
        return ()  # two who take turns say their names so often
    labels = [match.span("label") for match in _LABEL.finditer(text)]
    speakers = [text[start:end].split()[-1].casefold() for start, end in labels]
    often = {speaker for speaker, times in Counter(speakers).items() if times >= FEWEST}
    if len(often) < 2:
        return ()
    kept = [(span, speaker) for span, speaker in zip(labels, speakers, strict=True) if speaker in often]
    turns = []
    for (label, speaker), (following, _) in pairwise([*kept, ((len(text), len(text)), "")]):
        last = following[0] == len(text)
        end = _paragraph_end(text, label[1]) if last else following[0]
        said = trimmed(text, Span(label[1] + 1, end), "")
        if said is not None:
            turns.append(Turn(Span(*label), said, speaker))
    return tuple(turns) if _is_interview(text, turns) else ()


def with_turns(quotations: Sequence[Quotation], turns: Sequence[Turn]) -> tuple[Quotation, ...]:
    """The quotations with the turns as outermost ones; a quotation that is a whole turn or crosses its border is left
    out."""
    if not turns:
        return tuple(quotations)
    found = [Quotation(turn.said, turn.said, 0) for turn in turns]
    near = Near([turn.said for turn in turns], lambda said: said)
    for quotation in quotations:
        around = near.overlapping(quotation.outer)
        if not around:
            found.append(quotation)
        elif len(around) == 1 and around[0].contains(quotation.outer) and around[0] != quotation.outer:
            found.append(quotation._replace(depth=quotation.depth + 1))
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end, q.depth)))


def _is_interview(text: str, turns: Sequence[Turn]) -> bool:
    """Whether one asks and others answer, one of whom is named in full somewhere."""
    speakers = [turn.speaker for turn in turns]
    repeated = sum(left == right for left, right in pairwise(speakers))
    if len(turns) < 2 * FEWEST or repeated > REPEATED * len(turns):
        return False
    times = Counter(speakers)
    questions = Counter(turn.speaker for turn in turns if text[turn.said.end - 2 : turn.said.end].count("?"))
    askers = {speaker for speaker in times if questions[speaker] >= ASKING * times[speaker]}
    asked = sum(times[speaker] for speaker in askers)
    if not ASKED_OFTEN * len(turns) <= asked < (1 - ASKED_OFTEN) * len(turns):
        return False
    return any(_is_named_in_full(text, turn) for turn in turns if turn.speaker not in askers)


def _is_named_in_full(text: str, turn: Turn) -> bool:
    """Whether a word with a capital stands before the name somewhere: "Nora Holm", "Ministerin Holm"."""
    name = text[turn.label.start : turn.label.end].split()[-1]
    return any(
        match.group("before")[:1].isupper()
        for match in re.finditer(rf"(?<![\w-])(?P<before>[^\W\d_][\w.'’-]*)\s+{re.escape(name)}(?![\w-])", text)
    )


def _paragraph_end(text: str, start: int) -> int:
    found = _PARAGRAPH.search(text, start)
    return found.start() if found is not None else len(text)
