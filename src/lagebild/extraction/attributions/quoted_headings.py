"""Quoted headings: a quotation above a text is said by whoever says those words below, else by who speaks first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.entities.speakers import Speaker

Voiced = tuple[Draft, Speaker]

# The words are looked for in so many quotations behind the heading: a headline may sum up a long interview.
LOOKED_FOR = 60
# This share of the heading's words of its own stands in the quotation that it takes up, in the same order.
TAKEN_UP = 0.75
# A heading without a verb is a quotation only where at least so many of its words are said again.
FEWEST = 2
# The first to speak below a heading does so within so many sentences.
BELOW = 4
# Words that tell a quotation from another: not articles, prepositions or conjunctions.
TELLING = ("NN", "NE", "ADJ", "VV", "CARD", "ADV", "PTKNEG")


def is_heading(scene: Scene, number: int, words: Range) -> bool:
    """Whether the quotation stands as a line of its own, or is glued to a sentence that begins behind its mark."""
    sentence = scene.sentences[number]
    if sentence.headline:
        return True
    first, last = words
    if any(not scene.is_mark(i) for i in range(sentence.first, first)):
        return False
    if scene.word(last - 1) in scene.lexicon.words["sentence_ends"]:
        return False
    behind = last
    while behind < sentence.last and scene.tag(behind) == "$(":
        behind += 1
    return behind + 1 < sentence.last and behind > last and scene.word(behind)[:1].isupper()


def said_again(scene: Scene, number: int) -> Range | None:
    """The quotation without a verb that is the heading `number`, where somebody says its words farther down."""
    sentence = scene.sentences[number]
    start = scene.skip_marks(sentence.first, sentence.last)
    q = scene.quote_of[start] if start < sentence.last else -1
    if q < 0 or scene.quotes[q].complete or not scene.quotes[q].spoken or scene.quotes[q].first != start:
        return None
    words = scene.quotes[q].first, min(scene.quotes[q].last, sentence.last)
    if not is_heading(scene, number, words) or len(_telling(scene, words)) < FEWEST:
        return None
    return words if next(_echoes(scene, words), None) is not None else None


def headings_voiced(scene: Scene, voiced: Sequence[Voiced], by_quote: Mapping[int, Speaker]) -> list[Voiced]:
    """The same drafts, with the quoted headings given to those who say them below."""
    speakers = {scene.quote_of[draft.content[0][0]]: speaker for draft, speaker in voiced} | dict(by_quote)
    renamed: list[Voiced] = []
    for place, (draft, speaker) in enumerate(voiced):
        found = None
        if draft.borrow == "quotation" and _is_said_again(scene, draft.content[0]):
            found = _who_says_it(scene, draft, speakers)
        elif draft.borrow == "quotation" and is_heading(scene, draft.sentence, draft.content[0]):
            found = _who_says_it(scene, draft, speakers) or _first_below(draft, voiced[place + 1 :][:LOOKED_FOR])
        renamed.append((draft, found or speaker))
    return renamed


def _is_said_again(scene: Scene, words: Range) -> bool:
    """Whether the same quotation stands below word for word: a page repeats its best line in large letters."""
    q = scene.quote_of[words[0]]
    if q < 0:
        return False
    first, last = scene.quotes[q].first, scene.quotes[q].last
    own = scene.analysis.words(first, last)
    others = scene.quotes[q + 1 : q + 1 + LOOKED_FOR]
    as_long = (other for other in others if other.last - other.first == last - first)
    again = any(scene.analysis.words(other.first, other.last) == own for other in as_long)
    return again and len(_telling(scene, words)) >= FEWEST


def _who_says_it(scene: Scene, heading: Draft, by_quote: Mapping[int, Speaker]) -> Speaker | None:
    for q in _echoes(scene, heading.content[0]):
        speaker = by_quote.get(q)
        if speaker is not None and speaker.name is not None:
            return replace(speaker, reason=f"says so below: {speaker.reason}")
    return None


def _first_below(heading: Draft, behind: Sequence[Voiced]) -> Speaker | None:
    for draft, speaker in behind:
        if draft.sentence > heading.sentence + BELOW:
            return None
        if draft.source is not None and speaker.name is not None and draft.content[0][0] >= heading.content[-1][1]:
            return replace(speaker, reason=f"the first to speak below: {speaker.reason}")
    return None


def _echoes(scene: Scene, words: Range) -> Iterator[int]:
    """The quotations behind the heading that take up its words, in text order."""
    heading = _telling(scene, words)
    here = scene.quote_of[words[0]]
    if here < 0 or not heading:
        return
    for q in range(here + 1, min(here + 1 + LOOKED_FOR, len(scene.quotes))):
        other = _telling(scene, (scene.quotes[q].first, scene.quotes[q].last))
        common = _in_order(heading, other)
        if common >= TAKEN_UP * len(heading):
            yield q


def _telling(scene: Scene, words: Range) -> list[str]:
    return [scene.tokens[i].lemma.lower() for i in range(*words) if scene.tag(i).startswith(TELLING)]


def _in_order(few: Sequence[str], many: Sequence[str]) -> int:
    """How many of the few words stand among the many in the same order."""
    best = [0] * (len(few) + 1)
    for word in many:
        for i in range(len(few), 0, -1):
            if few[i - 1] == word:
                best[i] = max(best[i], best[i - 1] + 1)
        for i in range(1, len(few) + 1):
            best[i] = max(best[i], best[i - 1])
    return best[-1]
