"""Pronouns: whom "er", "sie", "dieser" and "nach eigenen Angaben" mean."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.antecedents import is_plural, nearest
from lagebild.extraction.entities.earlier import may_be_subject, may_speak
from lagebild.extraction.entities.joint import by_number
from lagebild.extraction.entities.joint_pronouns import several_before
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import Clause
from lagebild.model.span import Span

# Tags of "beide" and "drei" that stand alone.
NUMBERING = ("PIS", "PIAT", "PIDAT", "CARD")


def by_pronoun(source: Source) -> Speaker | None:
    """Whom a pronoun means; None for any other source."""
    tag = source.tokens[source.first].tag
    short = source.last - source.first == 1 or (source.last - source.first == 2 and tag in ("PPER", "PDS"))
    own_text = source.head.lemma in source.words["own_texts"]
    if own_text or (source.lower in source.words["own"] and source.last - source.first == 1):
        return _subject_of_clause(source)
    if source.last - source.first == 1 and source.lower in source.words["anybody"]:
        if source.lower in source.words["one"] and source.running is not None and _is_reported(source):
            return _whoever_spoke(source)  # "…, sagte Holm. Das könne man nicht ausschließen."
        return Speaker(None, "nobody in particular", 0.3)
    if short and tag in NUMBERING and source.lower in source.cast.body_kinds.together:
        return by_number(source)  # "Beide warnten"
    lone = tag == "ART" and source.last - source.first == 1
    if not short or (tag not in ("PPER", "PDS", "PRELS", "PRELAT", "PPOSAT") and not lone):
        return None
    if source.lower in source.words["first_person"]:
        return _who_speaks(source)
    if tag != "PPOSAT" and is_plural(source):
        return several_before(source)
    gender = "m" if source.lower in source.words["masculine"] else "f"
    found = nearest(source, gender)
    if found is None and source.running is not None and {source.running.gender, gender} == {"m", "f"}:
        return Speaker(source.tokens[source.first].text, "nobody found for the pronoun", 0.2)
    return found or _whoever_spoke(source)


def _is_reported(source: Source) -> bool:
    """Whether the pronoun's clause is in the Konjunktiv of reported words."""
    analysis = source.cast.analysis
    c = analysis.clause_of[source.first]
    finite = analysis.clauses[c].finite if c >= 0 else None
    verb = source.tokens[finite].verb if finite is not None else None
    return verb is not None and verb.mood == "kon1"


def _who_speaks(source: Source) -> Speaker:
    """As in "Ich glaube" inside a quotation: whose words it is among."""
    word, running = source.tokens[source.first].text, source.running
    if running is None or running.name is None:
        return Speaker(None, "the text names nobody", 0.3)
    return Speaker(running.name, f"“{word}”: who spoke last", 0.7, running.gender, source.first)


def _whoever_spoke(source: Source) -> Speaker:
    word, running = source.tokens[source.first].text, source.running
    if running is not None and running.name is not None:
        return Speaker(running.name, f"“{word}”: who spoke last", 0.5, running.gender, source.first)
    return Speaker(word, "nobody found for the pronoun", 0.2)


def _subject_of_clause(source: Source) -> Speaker:
    analysis = source.cast.analysis
    c = analysis.clause_of[source.first]
    for k in _subjects_of(source, analysis.clauses[c]) if c >= 0 else ():
        phrase = source.cast.phrases[k]
        if not phrase.first <= source.first < phrase.last:
            start, end = full_phrase(analysis, k)
            span = Span(source.tokens[start].start, source.tokens[end - 1].end)
            return source.ask(span)
    if source.running is not None:
        return Speaker(source.running.name, "who spoke last", 0.5, source.running.gender, source.first)
    return Speaker(None, "the text names nobody", 0.3)


def _subjects_of(source: Source, clause: Clause) -> list[int]:
    """The clause's subject; before it, where that is a thing or a time, what may be the subject as well and speaks:
    "Ein Jahr danach hat das Amt nach eigenen Angaben …"."""
    if clause.subject is None or may_speak(source, source.cast.phrases[clause.subject]):
        return [] if clause.subject is None else [clause.subject]
    others = [k for k in clause.objects if may_be_subject(source, k)]
    return [*others, clause.subject]
