"""Joint speakers: whom a plural takes up: "beide Staaten", "die drei Dienste", "die Behörden", "die Beamten"."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.name_runs import named_together
from lagebild.extraction.entities.names import several
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import PLURAL

# How many sentences back a plural takes up those who were named together.
SENTENCES_BACK = 2


def by_members(source: Source) -> Speaker | None:
    """As in "die Beamten", "die Währungshüter": the body whose people they are, where it spoke last or was told of."""
    ends = source.cast.body_kinds.members.get(source.head.lemma)
    if ends is None or source.phrase is None or source.last != source.phrase.head + 1 or not _is_plural(source):
        return None
    reason = f"“{source.head.text}”: the people of "
    running = source.running
    if running is not None and running.name is not None and running.name.lower().endswith(ends):
        return Speaker(running.name, reason + "the body that spoke last", 0.75, running.gender, source.first)
    for i in range(source.first - 1, max(-1, source.first - NEAR), -1):
        token, k = source.tokens[i], source.cast.analysis.phrase_of[i]
        if not token.text[:1].isupper() or k < 0:
            continue
        if token.lemma.lower().endswith(ends) or token.text.lower().endswith(ends):
            named = source.resolve(source.beside(*full_phrase(source.cast.analysis, k, coordinated=False)))
            return Speaker(named.name, reason + "the body told of before", 0.7, named.gender, source.first)
        front = next((end for end in ends if token.text.lower().startswith(end)), None)
        if front is not None and token.tag == "NN":
            return Speaker(token.text[: len(front)], reason + "the body told of before", 0.65, None, source.first)
    return None


def by_number(source: Source) -> Speaker | None:
    """As in "beide Staaten", "die drei Dienste", "die Behörden": so many who were named together, or spoke together."""
    if source.phrase is None or source.last != source.phrase.head + 1 or not _is_plural(source):
        return None
    words = [token.text.lower() for token in source.tokens[source.first : source.last]]
    number = next((n for word in words if (n := source.cast.body_kinds.together.get(word)) is not None), None)
    running = source.running
    if running is not None and running.together and number in (running.together, None) and _are_meant(source, number):
        return replace(running, reason=f"“{source.head.text}”: who spoke together", confidence=0.7, token=source.first)
    for k in _phrases_before(source) if _are_meant(source, number) else ():
        first, last = full_phrase(source.cast.analysis, k, coordinated=True)
        if last > source.first:
            continue  # "die Werft und die Behörden": it is one of these itself
        if number is None and (k not in source.cast.subjects or not _are_bodies(source, first, last)):
            continue
        found = several(source.beside(first, last))
        if found is not None and found.together and found.together == (number or found.together):
            return replace(found, reason=f"“{source.head.text}”: those named together", token=source.first)
    if number is None:
        return None
    return _only_so_many(source, number) or _of_one_sentence(source, number)


def by_trio(source: Source) -> Speaker | None:
    """As in "das Trio", "das Duo": so many who spoke together or whom the report names together."""
    number = source.cast.body_kinds.together.get(source.head.lemma.lower())
    if number is None or source.phrase is None or source.last != source.phrase.head + 1:
        return None
    running = source.running
    if running is not None and running.together == number:
        return replace(running, reason=f"“{source.head.text}”: who spoke together", confidence=0.7, token=source.first)
    return _only_so_many(source, number) or _of_one_sentence(source, number)


def _of_one_sentence(source: Source, number: int) -> Speaker | None:
    """As in "Holm traf Tann … die beiden Minister": the people of the last sentence that names just so many."""
    if source.kind not in ("person", "group"):
        return None
    cast, analysis = source.cast, source.cast.analysis
    here = analysis.sentence_of[source.first]
    for k in range(here - 1, max(-1, here - 1 - SENTENCES_BACK), -1):
        sentence = analysis.sentences[k]
        runs = cast.runs_in(sentence.first, sentence.last)
        names = list(dict.fromkeys(name for run in runs if (name := cast.full_name(run.text)) is not None))
        if len(names) == number and not sentence.headline:
            word = min(source.words["joined_by"])
            reason = f"“{source.head.text}”: so many are named in one sentence"
            return Speaker(named_together(names, word), reason, 0.6, "p", source.first, together=number)
    return None


def _only_so_many(source: Source, number: int) -> Speaker | None:
    """As in "die drei Ökonomen" of a report that names three people one after another, and only these."""
    lists = source.cast.enumerated.get(number, set())
    if source.kind not in ("person", "group") or len(lists) != 1:
        return None
    reason = f"“{source.head.text}”: the only so many named together"
    return Speaker(min(lists), reason, 0.65, "p", source.first, together=number)


def _are_meant(source: Source, number: int | None) -> bool:
    """Without a number only words for bodies as such take up those who spoke: "die Behörden", "die Ermittler"."""
    joint = source.running is not None and source.running.together > 0 and source.kind == "person"
    return number is not None or joint or source.head.lemma in source.cast.body_kinds.words["joint"]


def _are_bodies(source: Source, first: int, last: int) -> bool:
    """Whether all that the words join are bodies: "die Werft und das Hafenamt"."""
    cast = source.cast
    for k in dict.fromkeys(cast.analysis.phrase_of[first:last]):
        phrase = cast.phrases[k]
        if k < 0 or phrase.preposition is not None:
            continue
        head = source.tokens[phrase.head]
        named = (head.tag == "NE" and cast.full_name(head.text) is None) or head.text in cast.known.bodies
        found = cast.known.kind_of(head.lemma) if head.tag == "NN" else None
        if not named and cast.body_kinds.shown_by(head.lemma) is None and (found is None or found[0] != "organisation"):
            return False
    return True


def _is_plural(source: Source) -> bool:
    return source.phrase is not None and bool(source.phrase.agreement & PLURAL)


def _phrases_before(source: Source) -> Iterator[int]:
    """The phrases of this sentence and the few before it, the last first."""
    analysis = source.cast.analysis
    here = analysis.sentence_of[source.first]
    first = analysis.sentences[max(0, here - SENTENCES_BACK)].first
    for k in dict.fromkeys(analysis.phrase_of[i] for i in range(source.first - 1, first - 1, -1)):
        if k >= 0:
            yield k
