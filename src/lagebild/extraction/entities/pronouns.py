"""Pronouns: whom "er", "sie", "dieser" and "nach eigenen Angaben" mean."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.acronyms import is_acronym
from lagebild.extraction.entities.documents import by_its_words
from lagebild.extraction.entities.names import by_name, by_quoted_name, several
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import NOMINATIVE, PLURAL, SINGULAR, Clause, ClauseKind, Phrase
from lagebild.model.span import Span

# How many sentences back a subject may stand that a pronoun takes up.
SENTENCES_BACK = 3
# How many clauses back, where the text has no sentences to speak of.
CLAUSES_BACK = 24
BODIES = ("organisation", "medium", "group")
PEOPLE = ("person", "group")
ANYTHING = ("anything",)
QUANTIFIERS = ("PIAT", "PIDAT")
# How many pronouns at the most are followed back to whom they mean.
LINKS = 4
PRONOUNS = {"m": "masculine", "f": "feminine"}


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
    lone = tag == "ART" and source.last - source.first == 1
    if not short or (tag not in ("PPER", "PDS", "PRELS", "PPOSAT") and not lone):
        return None
    if source.lower in source.words["first_person"]:
        return _who_speaks(source)
    if tag != "PPOSAT" and _is_plural(source):
        return _plural(source)
    gender = "m" if source.lower in source.words["masculine"] else "f"
    return _nearest(source, gender) or _whoever_spoke(source)


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


def _is_plural(source: Source) -> bool:
    analysis = source.cast.analysis
    k = analysis.clause_of[source.first] if analysis.clause_of else -1
    if k < 0 or analysis.clauses[k].finite is None or source.lower not in source.words["feminine"]:
        return False
    finite = analysis.clauses[k].finite
    verb = source.tokens[finite].verb if finite is not None else None
    return verb is not None and "s" not in verb.numbers


def _nearest(source: Source, gender: str, tried: set[int] | None = None) -> Speaker | None:
    """Who of that gender the sentences before tell of, the last one first; `tried` are the pronouns that were followed
    so far to whom they mean."""
    tried = set() if tried is None else tried
    if source.tokens[source.first].tag in ("PDS", "ART"):
        # "Dieser" takes up who was named last, not the subject: "Holm traf Tann. Dieser sagte …"
        last = _last_named(source, gender, set())
        if last is not None:
            return last
    beside = _named_beside(source)
    here = source.cast.analysis.sentence_of[source.first]
    back = range(here, max(-1, here - SENTENCES_BACK - 1), -1)
    return (
        next((found for s in back if (found := _told_in(source, s, gender, beside, tried)) is not None), None)
        or _farther_back(source, gender, beside)
        or next(
            (found for s in back if (found := _subject_phrase(source, s, gender, kinds=ANYTHING)) is not None), None
        )
    )


def _told_in(source: Source, sentence: int, gender: str, beside: set[str], tried: set[int]) -> Speaker | None:
    """Whom one sentence tells of: who spoke in it, its subject, the only one of that gender whom it names."""
    word = source.tokens[source.first].text
    analysis, running = source.cast.analysis, source.running
    first, last = analysis.sentences[sentence].first, min(analysis.sentences[sentence].last, source.first)
    spoke = running is not None and running.name is not None and first <= running.token < last
    agrees = running is not None and (running.gender == gender or (running.gender is None and _is_person(source)))
    if running is not None and spoke and agrees and running.name not in beside:
        return Speaker(running.name, f"“{word}”: who spoke last", 0.85, gender, source.first)
    followed = _followed(source, sentence, gender, tried) if len(tried) < LINKS else None
    if followed is not None and followed.name not in beside:
        return replace(followed, token=source.first)
    seen = [
        s
        for s in source.cast.seen_before(last)
        if s.token >= first and s.name not in beside and source.cast.in_same_words(s.token, source.first)
    ]
    subject = next((s for s in reversed(seen) if s.subject and source.gender_of(s.name) == gender), None)
    if subject is not None:
        return Speaker(subject.name, f"“{word}”: the last subject that agrees", 0.8, gender, source.first)
    described = _subject_phrase(source, sentence, gender, kinds=("person",))
    if described is not None:
        return described
    if running is not None and spoke and running.gender is None and running.name not in beside and not _is_body(source):
        return Speaker(running.name, f"“{word}”: who spoke last", 0.7, gender, source.first)
    names = dict.fromkeys(s.name for s in seen if source.gender_of(s.name) == gender)
    if len(names) == 1:
        return Speaker(next(iter(names)), f"“{word}”: the only one named that agrees", 0.7, gender, source.first)
    # "Er" is hardly ever a union or a court; "sein Bericht" may be an office's.
    if gender == "f" or _may_be_bodys(source):
        return _subject_phrase(source, sentence, gender, kinds=BODIES)
    return None


def _may_be_bodys(source: Source) -> bool:
    """Whether "sein" stands there, and nobody spoke last whose it is."""
    return source.tokens[source.first].tag == "PPOSAT" and not _is_person(source)


def _followed(source: Source, sentence: int, gender: str, tried: set[int]) -> Speaker | None:
    """As in "Holm kam. Er traf Tann. Er sagte …": whom the pronoun means that is the subject of the sentence."""
    cast = source.cast
    for clause in _clauses_before(source, sentence):
        if clause.sentence != sentence:
            return None
        if clause.kind is not ClauseKind.MAIN or clause.subject is None:
            continue
        phrase = cast.phrases[clause.subject]
        if phrase.last > source.first or cast.tokens[phrase.first].tag in QUANTIFIERS:
            continue
        word = cast.tokens[phrase.head]
        same = word.tag == "PPER" and word.text.lower() in source.words[PRONOUNS[gender]]
        if not same or not cast.in_same_words(phrase.head, source.first):
            return None
        if phrase.first in tried:
            return None
        tried.add(phrase.first)
        running = source.running if source.running is not None and source.running.token < phrase.first else None
        inner = Source(cast, phrase.first, phrase.last, running, source.resolve, source.nameless, source.aliases)
        return None if _is_plural(inner) else _nearest(inner, gender, tried)
    return None


def _is_person(source: Source) -> bool:
    return source.running is not None and source.running.name in source.cast.people


def _is_body(source: Source) -> bool:
    """Whether who spoke last is a body or medium: of whose noun nothing is known it is hardly "er" or "sie"."""
    name = source.running.name if source.running is not None else None
    return (
        name is not None and name not in source.cast.people and (name in source.cast.known.bodies or is_acronym(name))
    )


def _farther_back(source: Source, gender: str, beside: set[str]) -> Speaker | None:
    """Who of that gender was last a subject or last spoke, else was last named."""
    word = source.tokens[source.first].text
    running = source.running
    fits = running is not None and running.name is not None and running.gender in (gender, None)
    fits = fits and (running is None or running.gender is not None or not _is_body(source))
    if running is not None and fits and running.name not in beside:
        return Speaker(running.name, f"“{word}”: who spoke last", 0.6, gender, source.first)
    before = [seen for seen in source.cast.seen_before(source.first) if source.first - seen.token < NEAR]
    for seen in reversed(before):
        if seen.subject and seen.name not in beside and source.gender_of(seen.name) == gender:
            return Speaker(seen.name, f"“{word}”: the last subject that agrees", 0.7, gender, source.first)
    named = _last_named(source, gender, beside)
    if named is not None:
        return named
    return None


def _last_named(source: Source, gender: str, beside: set[str]) -> Speaker | None:
    word = source.tokens[source.first].text
    for seen in reversed(source.cast.seen_before(source.first)):
        if source.first - seen.token >= NEAR:
            return None
        if source.gender_of(seen.name) in (gender, None) and seen.name not in beside:
            return Speaker(seen.name, f"“{word}”: the last person named", 0.65, gender, source.first)
    return None


def _named_beside(source: Source) -> set[str]:
    """The people named in the pronoun's own clause: "Er lobte Holm" is not told of Holm."""
    analysis = source.cast.analysis
    k = analysis.clause_of[source.first]
    if k < 0 or source.tokens[source.first].tag == "PPOSAT":
        return set()
    clause = analysis.clauses[k]
    runs = source.cast.runs_in(clause.first, clause.last)
    named = {source.cast.full_name(run.text) for run in runs if analysis.clause_of[run.first] == k}
    return {name for name in named if name is not None}


def _subject_phrase(source: Source, sentence: int, gender: str, *, kinds: tuple[str, ...]) -> Speaker | None:
    """The last subject in a sentence that agrees and is of one of these kinds, without a full name; `ANYTHING` counts
    all nouns."""
    cast = source.cast
    for phrase, k in _subjects_before(source, sentence):
        head = cast.tokens[phrase.head]
        if cast.analysis.sentence_of[phrase.first] != sentence:
            return None
        if cast.tokens[phrase.first].tag in QUANTIFIERS:
            continue  # "jeder Mieter hat Platz": nobody in particular
        lone = head.tag == "NE" and cast.is_unknown_name(phrase)
        found_gender = _gender_of_subject(source, phrase, k)
        agrees = found_gender == gender or (found_gender == "n" and gender == "m" and _may_be_bodys(source))
        if not lone and not (agrees and _is_of_kind(source, phrase, kinds)):
            continue
        if not cast.in_same_words(phrase.head, source.first) or cast.tokens[phrase.first].tag == "PIAT":
            continue  # "jeder Mieter" is nobody whom "er" takes up
        reason = f"“{source.tokens[source.first].text}”: the last subject that agrees"
        found = source.told(*full_phrase(cast.analysis, k, coordinated=False))
        return Speaker(found.name, reason, 0.6, found.gender or gender, source.first)
    return None


def _gender_of_subject(source: Source, phrase: Phrase, k: int) -> str | None:
    """The phrase's gender; "p" where its verb shows the plural: "Zeugen sagten"."""
    finite = source.cast.index.finite_of.get(k)
    verb = source.tokens[finite].verb if finite is not None else None
    return "p" if verb is not None and "s" not in verb.numbers else source.cast.traits.gender(phrase)


def _is_of_kind(source: Source, phrase: Phrase, kinds: tuple[str, ...]) -> bool:
    head = source.tokens[phrase.head]
    if head.tag != "NN":
        return head.tag == "NE"
    found = source.cast.known.kind_of(head.lemma)
    return kinds == ANYTHING or (found is not None and found[0] in kinds)


def _clauses_before(source: Source, sentence: int) -> Iterator[Clause]:
    """The clauses of this sentence and of the few before it, the last first."""
    analysis = source.cast.analysis
    last = analysis.sentences[sentence].last - 1
    k = next((analysis.clause_of[i] for i in range(last, -1, -1) if analysis.clause_of[i] >= 0), -1)
    while k + 1 < len(analysis.clauses) and analysis.clauses[k + 1].sentence == sentence:
        k += 1
    end = max(k - CLAUSES_BACK, -1)
    while k > end and analysis.clauses[k].sentence >= sentence - SENTENCES_BACK:
        yield analysis.clauses[k]
        k -= 1


def _plural_subjects_before(source: Source) -> Iterator[int]:
    """Subjects, the last first, that their verb or their own form shows to be plural."""
    analysis = source.cast.analysis
    here = analysis.sentence_of[source.first]
    for clause in _clauses_before(source, here):
        if clause.subject is None or clause.finite is None:
            continue
        phrase = source.cast.phrases[clause.subject]
        verb = source.tokens[clause.finite].verb
        plural = verb is not None and "s" not in verb.numbers
        if phrase.last <= source.first and plural and source.tokens[phrase.head].tag in ("NN", "NE"):
            yield clause.subject


def _plurals_before(source: Source) -> Iterator[int]:
    """Plural phrases of people in this sentence and the few before it, the last first."""
    analysis = source.cast.analysis
    first = analysis.sentences[max(0, analysis.sentence_of[source.first] - SENTENCES_BACK)].first
    for k in dict.fromkeys(analysis.phrase_of[i] for i in range(source.first - 1, first - 1, -1)):
        phrase = source.cast.phrases[k] if k >= 0 else None
        if phrase is None or source.tokens[phrase.head].tag != "NN" or not _is_of_kind(source, phrase, PEOPLE):
            continue
        if phrase.agreement & PLURAL and not phrase.agreement & SINGULAR:
            yield k


def _subjects_before(source: Source, sentence: int) -> Iterator[tuple[Phrase, int]]:
    for clause in _clauses_before(source, sentence):
        k = clause.subject if clause.finite is not None else _subject_of_fragment(source, clause)
        if k is None:
            continue
        phrase = source.cast.phrases[k]
        if phrase.last <= source.first:
            yield phrase, k


def _subject_of_fragment(source: Source, clause: Clause) -> int | None:
    """Where no finite verb was seen, the first phrase that may be the subject: "Die Kammer ermittelt"."""
    if clause.subject is not None or not clause.predicate:
        return clause.subject
    nouns = (k for k in clause.objects if source.tokens[source.cast.phrases[k].head].tag == "NN")
    return next((k for k in nouns if _may_be_subject(source, k)), None)


def _governing_subjects(source: Source) -> Iterator[int]:
    """The subjects of the clauses on which the pronoun's own depends, inner to outer: "Holm ging, weil er …"."""
    clauses = source.cast.analysis.clauses
    k = source.cast.analysis.clause_of[source.first]
    parent = clauses[k].parent if k >= 0 else None
    seen = set()
    while parent is not None and parent not in seen:
        seen.add(parent)
        subject = clauses[parent].subject
        if subject is not None and source.cast.phrases[subject].last <= source.first:
            yield subject
        parent = clauses[parent].parent


def _plural(source: Source) -> Speaker | None:
    word = source.tokens[source.first].text
    for k in _governing_subjects(source):
        phrase = source.cast.phrases[k]
        if source.cast.traits.gender(phrase) == "p" and source.cast.tokens[phrase.head].tag == "NN":
            return _as_named(source, k, f"“{word}”: the subject of the clause around it", 0.7, "p")
    plurals = list(_plural_subjects_before(source))
    speaking = [k for k in plurals if _is_of_kind(source, source.cast.phrases[k], ("person", *BODIES))]
    running = source.running
    later = running is not None and any(source.cast.phrases[k].first > running.token for k in speaking)
    if source.running is not None and source.running.gender == "p" and not later:
        return Speaker(source.running.name, f"“{word}”: who spoke last", 0.8, "p", source.first)
    for k in speaking or plurals:
        return _as_named(source, k, f"“{word}”: the last plural subject", 0.65, "p")
    for k in _plurals_before(source):
        return _as_named(source, k, f"“{word}”: the last people told of", 0.5, "p")
    if running is not None and running.name is not None and running.name not in source.cast.people:
        return Speaker(running.name, f"“{word}”: who spoke last", 0.4, "p", source.first)
    return Speaker(word, "nobody found for the pronoun", 0.2, "p")


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
    if clause.subject is None or _may_speak(source, source.cast.phrases[clause.subject]):
        return [] if clause.subject is None else [clause.subject]
    others = [k for k in clause.objects if _may_be_subject(source, k)]
    return [*others, clause.subject]


def _may_be_subject(source: Source, k: int) -> bool:
    phrase = source.cast.phrases[k]
    return phrase.preposition is None and bool(phrase.agreement & NOMINATIVE) and _may_speak(source, phrase)


def _may_speak(source: Source, phrase: Phrase) -> bool:
    head, known = source.tokens[phrase.head], source.cast.known
    if head.tag != "NN":
        return True
    kinds = source.cast.body_kinds
    return known.kind_of(head.lemma) is not None or kinds.shown_by(head.lemma) is not None or head.text in known.bodies


def _as_named(source: Source, k: int, reason: str, confidence: float, gender: str | None) -> Speaker:
    """The speaker whom an earlier phrase names, by the same rules."""
    first, last = full_phrase(source.cast.analysis, k, coordinated=gender == "p")
    inner = source.beside(first, last)
    found = several(inner) or by_name(inner) or by_quoted_name(inner) or by_its_words(inner)
    return Speaker(found.name, reason, confidence, found.gender or gender, source.first)
