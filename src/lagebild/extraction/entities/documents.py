"""Documents: the body or medium whose words a report, a study or "Polizeiangaben" are."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.retold import same_noun
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.span import Span


def by_document(source: Source, *, short: bool) -> Speaker | None:
    """As in "dem Bericht zufolge": the document told before; "laut der Mitteilung des Amtes" names its body."""
    if not short:
        body = owner(source)
        if body is not None:
            return body
        return None
    before = _told_before(source) or same_noun(source) or _of_medium(source)
    if before is not None:
        return before
    running = source.running
    bare = source.head.lemma in source.words["documents"] and source.last - source.first <= 2
    # Studies and papers are not what a person said last; his statement or letter may be.
    person = running is not None and running.name in source.cast.people
    own = source.head.lemma in source.words["personal_texts"]
    if bare and running is not None and running.name is not None and (own or not person):
        return Speaker(running.name, f"“{source.head.text}”: who spoke last", 0.6, running.gender)
    return None


def _of_medium(source: Source) -> Speaker | None:
    """As in "sagte Holm der „Hafenpost“ … heißt es in dem Bericht": the medium named last, where a person spoke."""
    running = source.running
    if source.head.lemma not in source.words["reports"] or running is None or running.name not in source.cast.people:
        return None
    found = source.cast.index.medium_before(source.first)
    if found is None or source.first - found[0] >= NEAR:
        return None
    name = source.cast.body_name(found[1], found[2])
    return Speaker(name, f"“{source.head.text}”: the medium named last", 0.7, None, source.first)


def _told_before(source: Source) -> Speaker | None:
    """As in "Der Bericht des Rechnungshofs … Dem Bericht zufolge": whose document was told of last."""
    cast = source.cast
    for _, lemma, k in cast.groups_before(source.first):
        phrase = cast.phrases[k]
        if lemma != source.head.lemma.lower() or phrase.last > source.first:
            continue
        body = owner(source.beside(*full_phrase(cast.analysis, k, coordinated=False)))
        if body is not None and body.name is not None:
            reason = f"“{source.head.text}”: the document told before"
            return Speaker(body.name, reason, 0.75, body.gender, source.first)
    return None


def owner(source: Source) -> Speaker | None:
    """As in "der Bericht des Rechnungshofs": whom the genitive or the phrase behind the text names."""
    if source.phrase is None or any(source.tokens[i].tag == "CARD" for i in range(source.first, source.phrase.last)):
        return None
    after = source.phrase.last
    k = source.cast.analysis.phrase_of[after] if after < source.last else -1
    if k < 0 and after + 1 < source.last:
        k = source.cast.analysis.phrase_of[after + 1]
    if k < 0 or source.cast.phrases[k].first >= source.last:
        return None
    start = source.cast.phrases[k].first
    if source.tokens[start - 1].text in source.words["beside_owner"]:
        return None
    ends = (i for i in range(start + 1, source.last) if source.tokens[i].text in source.words["beside_owner"])
    span = Span(source.tokens[start].start, source.tokens[next(ends, source.last) - 1].end)
    return source.ask(span)


def _compound_document(source: Source) -> Speaker | None:
    """As in "Polizeiangaben" are the words of "Polizei"."""
    for ending in source.words["compound_documents"]:
        word = source.head.text
        if word.lower().endswith(ending) and len(word) > len(ending) + 2:
            return Speaker(word[: -len(ending)].rstrip("-"), f"“{word}” are its words", 0.85)
    return None


def by_its_words(source: Source) -> Speaker:
    """The source as it stands; a text whose owner it names is the owner."""
    told_by = _compound_document(source)
    if told_by is not None:
        return told_by
    if source.phrase is not None and source.head.tag == "NN" and source.lower not in source.words["anybody"]:
        report = source.head.lemma in source.words["documents"] and source.head.lemma not in source.words["reports"]
        body = (
            owner(source)
            if report or (source.last - source.phrase.last >= 2 and source.head.lemma in source.words["documents"])
            else None
        )
        if body is not None and body.name:
            return body
    gender = source.cast.gender(source.phrase) if source.phrase else None
    return Speaker(source.wording(), "described", 0.7, gender, nameless=gender in ("m", "f") and source.is_person())
