"""Documents: the body or medium whose words a report, a study or "Polizeiangaben" are."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.acronyms import is_acronym
from lagebild.extraction.entities.body_kinds import AUTHORITY, COURT
from lagebild.extraction.entities.issuers import are_alike, by_issuer
from lagebild.extraction.entities.retold import same_noun
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.extraction.entities.titles import tail_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import FEMININE, MASCULINE, NEUTER, NOMINATIVE, PLURAL, SINGULAR, Phrase
from lagebild.model.entity import EntityKind
from lagebild.model.span import Span

# Shorter first parts of a compound are no names: "US-Bericht".
SHORTEST_AUTHOR = 2
# Below this a pronoun found nobody.
NOBODY = 0.3


def by_text(source: Source) -> Speaker | None:
    """As in "Zahlen der Zentrale", "Holms Brief", "ihr Bulletin", "eine BfR-Stellungnahme": the author that the text's
    own words name."""
    if source.phrase is None or source.head.tag != "NN" or not source.cast.known.is_text(source.head.lemma):
        return None
    if _is_mission(source, source.phrase):
        return None
    found = owner(source) or _possessor(source) or _author_in_front(source) or _author_in_compound(source)
    # A minister's draft or report speaks for itself; a letter or a speech is its author's words.
    of_person = found is not None and found.name in source.cast.people
    return None if of_person and source.head.lemma not in source.words["personal_texts"] else found


def _is_mission(source: Source, phrase: Phrase) -> bool:
    """As in "die russische Botschaft in London", which is a house and no text."""
    if source.head.lemma not in source.words["missions"]:
        return False
    adjectives = (token for token in source.tokens[phrase.first : phrase.head] if token.tag == "ADJA")
    if any(token.lemma.lower() in source.cast.known.adjectives for token in adjectives):
        return True
    return phrase.last + 1 < source.last and source.tokens[phrase.last + 1].tag == "NE"


def by_document(source: Source, *, short: bool) -> Speaker | None:
    """As in "dem Bericht zufolge": the document told before, else who spoke last."""
    if not short:
        return None
    return (
        _told_before(source)
        or (_of_whoever_spoke(source, person=True) if source.head.lemma in source.words["personal_texts"] else None)
        or by_issuer(source)
        or same_noun(source)
        or _of_medium(source)
        or _of_authority(source)
        or by_announcement(source)
        or _of_whoever_spoke(source, person=False)
    )


def by_announcement(source: Source) -> Speaker | None:
    """As in "hieß es in einer Mitteilung": the body that spoke last or acted lately, else whoever spoke last."""
    if source.phrase is None:
        return None
    if source.head.lemma in source.words["reports"]:
        return _of_medium_in_headline(source)
    if source.head.lemma not in source.words["announcements"]:
        return None
    if source.last != source.phrase.head + 1:
        return None
    return _of_whoever_spoke(source, person=False) or _acting_lately(source) or _of_whoever_spoke(source, person=True)


def _of_medium_in_headline(source: Source) -> Speaker | None:
    """As in "„Hafenpost“: Werft verkauft … laut einem Zeitungsbericht": the medium that the headline gave the word."""
    running, analysis = source.running, source.cast.analysis
    if running is None or running.name is None or running.name in source.cast.people or source.phrase is None:
        return None
    spoke = analysis.sentence_of[min(max(running.token, 0), len(source.tokens) - 1)]
    body = source.cast.known.bodies.get(running.name)
    medium = (body is not None and body.kind is EntityKind.MEDIUM) or "quotation" in running.reason
    if not analysis.sentences[spoke].headline or not medium or source.last != source.phrase.head + 1:
        return None
    return Speaker(running.name, f"“{source.head.text}”: the medium in the headline", 0.7, running.gender)


def _acting_lately(source: Source) -> Speaker | None:
    """The last subject of this sentence and the one before that is a body."""
    cast, analysis = source.cast, source.cast.analysis
    here = analysis.sentence_of[source.first]
    first = analysis.sentences[max(0, here - 1)].first
    for k in dict.fromkeys(analysis.phrase_of[i] for i in range(source.first - 1, first - 1, -1)):
        if k not in cast.subjects or cast.phrases[k].preposition is not None:
            continue
        if _is_body(source, k):
            named = source.told(*full_phrase(analysis, k, coordinated=False))
            return Speaker(
                named.name, f"“{source.head.text}”: the body that acted last", 0.6, named.gender, source.first
            )
    return None


def _is_body(source: Source, k: int) -> bool:
    """Whether the phrase means a body: by its noun, by the tables, or by what the report shows its name to be."""
    cast, phrase = source.cast, source.cast.phrases[k]
    head = source.tokens[phrase.head]
    if head.tag == "NN":
        return cast.body_kinds.shown_by(head.lemma) is not None
    runs = cast.runs_in(phrase.first, phrase.last)
    shown = any(cast.full_name(run.text) is None and cast.bodies_told.kinds_of(run.text) for run in runs)
    return head.text in cast.known.bodies or shown


def owner(source: Source) -> Speaker | None:
    """As in "der Bericht des Rechnungshofs": whom the genitive or the phrase behind the text names, where that may be
    somebody who speaks; the dead of "die Zahl der Toten" do not."""
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
    if not _may_speak(source, k):
        return None
    span = Span(source.tokens[start].start, source.tokens[next(ends, source.last) - 1].end)
    return source.ask(span)


def _may_speak(source: Source, k: int) -> bool:
    head, known = source.tokens[source.cast.phrases[k].head], source.cast.known
    phrase = source.cast.phrases[k]
    thing = ends_in(head.lemma, source.words["thing_endings"]) or not phrase.agreement & SINGULAR
    if source.head.lemma in source.words["announcements"] or (
        source.head.lemma in source.words["reports"] and not thing
    ):
        return True
    if head.tag in ("NE", "FM") or is_acronym(head.text) or head.text in known.bodies:
        return True
    return known.kind_of(head.lemma) is not None or source.cast.body_kinds.shown_by(head.lemma) is not None


def by_its_words(source: Source) -> Speaker:
    """The source as it stands; "Zeugenaussagen" are the words of "Zeugen"."""
    told_by = _compound_document(source) or _of_authority(source)
    if told_by is not None:
        return told_by
    gender = source.cast.traits.gender(source.phrase) if source.phrase else None
    return Speaker(source.wording(), "described", 0.7, gender, nameless=gender in ("m", "f") and source.is_person())


# ---- whose the text is by its own words ---------------------------------------------------------------------------


def _possessor(source: Source) -> Speaker | None:
    """As in "in ihrem Bulletin"."""
    if source.tokens[source.first].tag != "PPOSAT":
        return None
    found = source.told(source.first, source.first + 1)
    return found if found.confidence > NOBODY else None


def _author_in_front(source: Source) -> Speaker | None:
    """As in "Trumps Tweet"."""
    assert source.phrase is not None
    for run in source.cast.runs_in(source.first, source.phrase.head):
        name = source.cast.full_name(run.text)
        if name is not None and run.last == source.phrase.head:
            return Speaker(name, f"“{source.head.text}” is by {name}", 0.85, source.gender_of(name))
    return None


def _author_in_compound(source: Source) -> Speaker | None:
    """As in "die FAO-Studie", "der Polizeibericht"."""
    word, cast = source.head.text, source.cast
    front, hyphen, _ = word.rpartition("-")
    if hyphen and len(front) >= SHORTEST_AUTHOR:
        body = cast.known.bodies.get(front)
        if body is not None and body.kind is EntityKind.STATE:
            return None
        if body is None and front in cast.long_names:
            return source.resolve(source.beside(*cast.long_names[front]))
        name = cast.full_name(front) or (cast.body_name(body, front) if body is not None else None)
        known = (is_acronym(front) and front in cast.name_words) or _is_inquirer(source, front)
        if name is None and not known:
            return None
        return Speaker(name or front, f"“{word}” is by {front}", 0.8, source.gender_of(name or front))
    return None


def _is_inquirer(source: Source, front: str) -> bool:
    """As in "Forsa-Umfrage"; "die Norwald-Studie" where the report tells that Norwald is a body, which no topic is."""
    told = front in source.cast.name_words and source.cast.bodies_told.kinds_of(front)
    return front in source.words["inquirers"] or bool(told)


def _of_authority(source: Source) -> Speaker | None:
    """As in "der Polizeibericht"."""
    for ending in source.words["authority_texts"]:
        front = source.head.lemma.lower().removesuffix(ending)
        if front != source.head.lemma.lower() and source.cast.body_kinds.shown_by(front) in (AUTHORITY, COURT):
            return Speaker(source.head.text[: len(front)], f"“{source.head.text}” are its words", 0.85)
    return None


def _compound_document(source: Source) -> Speaker | None:
    """As in "Polizeiangaben" are the words of "Polizei"."""
    for ending in source.words["compound_documents"]:
        word = source.head.text
        if word.lower().endswith(ending) and len(word) > len(ending) + 2:
            front = _without_link(source, word[: -len(ending)].rstrip("-"))
            return Speaker(front, f"“{word}” are its words", 0.85, _gender_of_word(source, front))
    return None


def _without_link(source: Source, front: str) -> str:
    """As in "Regierungsangaben": the first part of a compound without the sound that joins it."""
    known = source.cast.known
    bare = next((front.removesuffix(link) for link in source.words["compound_links"] if front.endswith(link)), front)
    return bare if known.kind_of(front) is None and known.kind_of(bare) is not None else front


def _gender_of_word(source: Source, word: str) -> str | None:
    """Of a noun as the first part of a compound: "p" where it may be several ("Zeugen", "Ermittler")."""
    known = source.cast.known
    mask = next((one.agreement for one in known.lexicon.listed(word) if one.tag == "NN"), 0) & NOMINATIVE
    genders = [name for name, bits in (("p", PLURAL), ("f", FEMININE), ("n", NEUTER), ("m", MASCULINE)) if mask & bits]
    return genders[0] if genders else None


# ---- whose the text is by what was told before --------------------------------------------------------------------


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


def _of_whoever_spoke(source: Source, *, person: bool) -> Speaker | None:
    """As in "heißt es in der Mitteilung": who spoke last. Studies and papers are not what a person said last; his
    statement or letter may be."""
    running, noun = source.running, source.head.lemma
    if source.last - source.first > 2 or running is None or running.name is None:
        return None
    if noun not in source.words["documents"] and noun not in source.words["personal_texts"]:
        return None
    text = source.cast.known.is_text(running.name.split()[-1]) and noun not in source.words["any_text"]
    if (running.name in source.cast.people) is not person or text:
        return None
    return Speaker(running.name, f"“{source.head.text}”: who spoke last", 0.6, running.gender)


def _told_before(source: Source) -> Speaker | None:
    """As in "Der Bericht des Rechnungshofs … Dem Bericht zufolge": whose document was told of last."""
    cast = source.cast
    for token, _, k in cast.groups_before(source.first):
        phrase = cast.phrases[k]
        if phrase.last > source.first or not _may_be(source, cast.tokens[phrase.head].lemma, token):
            continue
        body = by_text(source.beside(*full_phrase(cast.analysis, k, coordinated=False)))
        if body is not None and body.name is not None:
            reason = f"“{source.head.text}”: the document told before"
            return Speaker(body.name, reason, 0.75, body.gender, source.first)
    return None


def _may_be(source: Source, lemma: str, token: int) -> bool:
    """Whether the text told before may be this one: the same noun, a compound of it, or near by any text."""
    here = source.head.lemma
    if lemma == here or tail_of(lemma).endswith(here.lower()):
        return True
    if source.first - token < NEAR and are_alike(source, lemma.lower(), here.lower()):
        return True
    return here in source.words["any_text"] and source.first - token < NEAR and source.cast.known.is_text(lemma)
