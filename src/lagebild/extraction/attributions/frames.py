"""Frames around a main clause: "laut X", "nach einem Bericht", ", so X", "demnach", "unter Berufung auf X"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents, frame_nouns
from lagebild.extraction.attributions.documents import is_document, is_document_word, is_text, is_voice
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.embedded_frames import embedded
from lagebild.extraction.attributions.frame_reach import source_behind
from lagebild.extraction.attributions.framed import framed, last_of
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import meant_by
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import DATIVE, GENITIVE, NOMINATIVE, Phrase
from lagebild.model.attribution import Act

# How many phrases back the noun may stand that "wonach" refers to.
REACH_OF_WONACH = 6
PEOPLE = ("person", "group")
# What stands between a noun and a phrase that belongs to it.
LINKS = frozenset(("APPR", "APPRART", "$("))
# What "nach" does not govern when it stands before it.
NOT_GOVERNED = frozenset(("ADV", "ADJD", "PTKNEG", "$,", "$."))


# The lists of words that a frame may begin with, in lower case.
OPENING = (
    "frame_prepositions", "bearing_prepositions", "frame_postpositions", "frame_so", "frame_relative", "frame_adverbs",
)  # fmt: skip


def frame_drafts(scene: Scene) -> Iterator[Draft]:
    """Attributions by a frame, sentence by sentence."""
    words = scene.lexicon.words
    opening = frozenset().union(*(words[kind] for kind in OPENING))
    where = scene.analysis.where
    for i in sorted({*where.spoken(opening), *where.written(words["frame_reference_nouns"])}):
        token = scene.tokens[i]
        lower = token.text.lower()
        if scene.quote_of[i] < 0 and _is_asked(scene, i):
            continue
        k = scene.phrase_of[i]
        if k >= 0 and scene.phrases[k].first < i < scene.phrases[k].head and token.tag == "APPR":
            draft = embedded(scene, i) if lower in words["frame_prepositions"] | words["bearing_prepositions"] else None
            if draft is not None:
                yield draft
            continue
        if lower in words["frame_prepositions"]:
            yield from _preposition(scene, i)
        elif lower in words["bearing_prepositions"]:
            yield from _nach(scene, i)
        elif lower in words["frame_postpositions"] and scene.tag(i) != "KON":
            yield from frame_nouns.postposition(scene, i)
        elif lower in words["frame_so"]:
            yield from _so(scene, i)
        elif lower in words["frame_relative"]:
            yield from _wonach(scene, i)
        elif lower in words["frame_adverbs"]:
            yield from _adverb(scene, i)
        elif token.text in words["frame_reference_nouns"]:
            yield from _reference(scene, i)


def _is_asked(scene: Scene, i: int) -> bool:
    """As in "War es aus Sicht der Werft ein Fehler?": nobody says what the author asks."""
    sentence = scene.sentences[scene.sentence_of[i]]
    first = scene.skip_marks(sentence.first, sentence.last)
    inverted = first < sentence.last and scene.tokens[first].verb is not None
    return inverted and scene.word(sentence.last - 1) in scene.lexicon.words["question_marks"]


def _phrase_after(scene: Scene, i: int) -> int | None:
    """The phrase that begins right behind token `i`."""
    if i + 1 >= len(scene.tokens) or scene.sentence_of[i + 1] != scene.sentence_of[i]:
        return None
    start = i + 1
    while start < len(scene.tokens) and scene.tag(start) in ("ADV", "$("):
        start += 1
        if start - i > 2:
            break
    k = scene.phrase_of[start] if start < len(scene.tokens) else -1
    return k if k >= 0 and scene.phrases[k].first <= start else None


def _preposition(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "laut X", "gemäß X": the preposition is the cue, the phrase the source."""
    k = _phrase_after(scene, i)
    if k is None or scene.phrases[k].first <= i:
        return
    first, last = source_behind(scene, i, k)
    if scene.word(i).lower() in scene.lexicon.words["frame_documents_only"] and not (
        is_document(scene, first, last) or is_voice(scene, k)
    ):
        return
    if frame_nouns.bears(scene, k, min(scene.lexicon.words["frame_nach"])):
        yield from frame_nouns.cue_noun(scene, i, k)
        return
    behind = last + (scene.word(last) in word_lists(Language(scene.analysis.language), "phrases")["selves"])
    draft = framed(scene, "frame-preposition", (i, behind), ((i, i + 1),), (first, last), Act.SAY)
    if draft is not None:
        yield draft


def _nach(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "nach Angaben von X" (the noun is the cue), "nach einem Bericht", "nach US-Angaben" (there "nach" is)."""
    lower = scene.word(i).lower()
    if i and scene.word(i - 1).lower() in scene.lexicon.words["depending"]:
        return  # "je nach Auswertung"
    before = scene.phrase_of[i - 1] if i else -1
    if (
        before >= 0
        and scene.phrases[before].preposition is None
        and (frame_nouns.bears(scene, before, lower) or scene.word(i - 1) in scene.lexicon.ownerless)
    ):
        yield from frame_nouns.possessed(scene, i, before)
        return
    if before >= 0 and lower in scene.lexicon.words["frame_nach"] and _is_text_before(scene, i, before):
        text = scene.phrases[before]
        draft = framed(scene, "frame-nach", (text.first, i + 1), ((i, i + 1),), (text.first, text.last), Act.SAY)
        if draft is not None:
            yield draft
        return
    compound = _quoted_compound(scene, i + 1)
    if compound is not None and lower in scene.lexicon.words["frame_nach"]:
        named = scene.quotes[scene.quote_of[i + 2]]
        draft = framed(scene, "frame-nach", (i, compound), ((i, i + 1),), (named.first, named.last), Act.SAY)
        if draft is not None:
            yield draft
        return
    k = _phrase_after(scene, i)
    if k is None:
        return
    phrase = scene.phrases[k]
    words = scene.lexicon.words
    c = scene.clause_of[i]
    if c >= 0 and scene.clauses[c].lemma in words["seeking"] and scene.kind(phrase) in PEOPLE:
        return  # "sucht nach Zeugen"
    if scene.tag(phrase.head) == "PRELS" and lower in words["frame_nach"]:
        yield from _relative(scene, i, phrase)
    elif frame_nouns.bears(scene, k, lower):
        yield from frame_nouns.cue_noun(scene, i, k)
    elif lower in words["frame_nach"] and is_document_word(scene, phrase.head) and not _is_point_in_time(scene, phrase):
        first, last = source_behind(scene, i, k)
        draft = framed(scene, "frame-nach", (i, last), ((i, i + 1),), (first, last), Act.SAY)
        if draft is not None:
            yield draft


def _is_text_before(scene: Scene, i: int, k: int) -> bool:
    """As in "Der Statistik nach steigt …": a text or a figure in the dative, and nothing behind that "nach" governs."""
    phrase = scene.phrases[k]
    if phrase.preposition is not None or phrase.last != i or not phrase.agreement & DATIVE:
        return False
    goes_on = i + 1 < len(scene.tokens) and (scene.tokens[i + 1].verb is not None or scene.tag(i + 1) in NOT_GOVERNED)
    whose = scene.tag(phrase.first) in ("ART", "PPOSAT", "PDAT")
    told = is_document_word(scene, phrase.head) or ends_in(
        scene.tokens[phrase.head].lemma.lower(), scene.lexicon.words["evidence"]
    )
    return goes_on and whose and told


def _quoted_compound(scene: Scene, i: int) -> int | None:
    """The end of "„Rathaus“-Informationen", where token `i` is its opening mark and the whole is a document."""
    quote = scene.quote_of[i + 1] if i + 1 < len(scene.tokens) and scene.is_mark(i) else -1
    if quote < 0 or scene.quotes[quote].first != i + 1:
        return None
    end = scene.quotes[quote].last + 1
    if end >= len(scene.tokens):
        return None
    while end < len(scene.tokens) and scene.word(end) in scene.lexicon.words["dashes"]:
        end += 1
    noun = scene.word(end).lower() if end < len(scene.tokens) else ""
    joined = scene.tokens[end].start == scene.tokens[end - 1].end if noun else False
    fits = ends_in(noun.lstrip("-"), scene.lexicon.words["frame_document_endings"])
    return end + 1 if joined and fits else None


def _is_point_in_time(scene: Scene, phrase: Phrase) -> bool:
    """As in "nach der Auszählung", "nach der Nachricht vom Rücktritt": the noun tells of what came before."""
    words = scene.lexicon.words
    first = scene.word(phrase.first).lower()
    definite = scene.tag(phrase.first) in ("ART", "PPOSAT") and first not in words["articles_of_one"]
    return definite and scene.tokens[phrase.head].lemma in words["frame_happenings"]


def _relative(scene: Scene, i: int, pronoun: Phrase) -> Iterator[Draft]:
    """As in "Berichte, nach denen …": the text that the pronoun stands for is the source."""
    index = scene.clause_of[i]
    if index < 0 or scene.clauses[index].first != i:
        return
    clause = scene.clauses[index]
    source = meant_by(scene, clause, pronoun)
    if source is None or not is_text(scene, source):
        return
    content = contents.complement(scene, clause.first, last_of(scene, index), lambda j: i <= j < pronoun.last)
    if content:
        yield Draft("frame-wonach", clause.sentence, source, ((i, i + 1),), content, Act.SAY)


def _wonach(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "ein Bericht der Times, wonach …": the noun is the source; of "Vermutungen, wonach" it is a cue too."""
    index = scene.clause_of[i]
    if index < 0 or scene.clauses[index].first != i or scene.clauses[index].finite == i + 1:
        if scene.word(i).lower() in scene.lexicon.words["frame_adverbs"]:
            yield from _adverb(scene, i)
        return
    content = contents.complement(scene, i, _coordinated(scene, index), lambda j: j == i)
    chain = _nouns_before(scene, i)
    if not content or not chain:
        return
    texts = (k for k in chain if is_text(scene, (scene.phrases[k].head, scene.phrases[k].head + 1)))
    k = next(texts, chain[-1])
    phrase = scene.phrases[k]
    lemma = scene.tokens[phrase.head].lemma
    if ends_in(lemma.lower(), scene.lexicon.words["ruling"]):
        return
    noun = scene.lexicon.nouns.get(lemma)
    if noun is not None and noun.act is not Act.SAY and not is_document_word(scene, phrase.head):
        cue = ((phrase.head, phrase.head + 1), (i, i + 1))
        yield Draft("frame-wonach", scene.sentence_of[i], None, cue, content, noun.act)
        return
    source = (phrase.first, max(full_phrase(scene.analysis, k)[1], scene.phrases[chain[0]].last))
    yield Draft("frame-wonach", scene.sentence_of[i], source, ((i, i + 1),), content, Act.SAY)


def _coordinated(scene: Scene, index: int) -> int:
    """Where the clause ends with what depends on it and with what "und" joins to it."""
    clause = scene.clauses[index]
    last = last_of(scene, index)
    for other in scene.clauses_in[clause.sentence]:
        joined = scene.clauses[other]
        if joined.first == last and joined.kind is clause.kind and joined.parent == clause.parent:
            last = last_of(scene, other)
    return last


def _nouns_before(scene: Scene, i: int) -> list[int]:
    """The phrases before "wonach", from right to left, up to the noun that they all belong to; the verbs that close
    the sentence's bracket may stand between ("hat eine Klausel gekippt, wonach")."""
    first = scene.sentences[scene.sentence_of[i]].first
    chain: list[int] = []
    for j in range(i - 1, first - 1, -1):
        k = scene.phrase_of[j]
        if k >= 0 and scene.phrases[k].last == j + 1:
            if chain and not _leans_left(scene, chain[-1]):
                break
            chain.append(k)
        elif k < 0 and (len(chain) == REACH_OF_WONACH or (chain and scene.tag(j) not in LINKS)):
            break
    return chain


def _leans_left(scene: Scene, k: int) -> bool:
    """Whether the phrase belongs to the noun before it: a genitive, or behind a preposition."""
    phrase = scene.phrases[k]
    return phrase.preposition is not None or bool(phrase.agreement & GENITIVE)


def _so(scene: Scene, i: int) -> Iterator[Draft]:
    """As in ", so X (weiter)" behind or inside the content; "so der Vorwurf der Demonstranten"."""
    sentence = scene.sentences[scene.sentence_of[i]]
    says = i + 1 < sentence.last and scene.tokens[i + 1].lemma in scene.lexicon.words["frame_so_verbs"]
    k = _phrase_after(scene, i + says)
    if k is None or i == sentence.first or not _may_name_speaker(scene, i, k):
        return
    if scene.word(i - 1) not in (",", "–", "-", "“", '"', "«", "»", "”", "("):
        return
    first, last = full_phrase(scene.analysis, k)
    stop = _end_of_so(scene, last, sentence.last)
    if stop is None:
        return
    cue: tuple[Range, ...] = ((i, i + 1),)
    act = Act.SAY
    source: Range | None = (first, last)
    phrase = scene.phrases[k]
    noun = scene.lexicon.nouns.get(scene.tokens[phrase.head].lemma)
    if noun is not None and _is_mission(scene, phrase):
        noun = None
    if noun is not None:
        act = noun.act
        cue = ((i, i + 1 + says), (phrase.head, phrase.head + 1))
        behind = phrase.last + (scene.word(phrase.last).lower() in scene.lexicon.words["owner_prepositions"])
        source = (behind, last) if last > behind else None
        if source is None and scene.tag(phrase.first) == "PPOSAT":
            source = (phrase.first, phrase.first + 1)
    elif says:
        return
    draft = framed(scene, "frame-so", (i, stop), cue, source, act, borrow="running")
    if draft is not None:
        yield draft


def _is_mission(scene: Scene, phrase: Phrase) -> bool:
    """As in "so die russische Botschaft": with a people's adjective it is a body, no message."""
    lemma = scene.tokens[phrase.head].lemma
    return lemma in scene.lexicon.words["missions"] and any(
        scene.tokens[i].lemma.lower() in scene.known.adjectives for i in range(phrase.first, phrase.head)
    )


def _may_name_speaker(scene: Scene, i: int, k: int) -> bool:
    """Not "so viele wie nie", "so den Zahlen", "so etwa Paris": a phrase that can be the subject of "sagt"."""
    phrase = scene.phrases[k]
    if phrase.preposition is not None or not (phrase.agreement & NOMINATIVE or scene.tag(phrase.head) == "NE"):
        return False
    words = scene.lexicon.words
    if scene.quote_of[i] >= 0 and scene.tag(phrase.first) in ("PPER", "PIAT", "PIS"):
        # Within somebody's words "so ich", "so viele" are his own.
        return False
    amount = scene.tag(phrase.first) in ("PIAT", "PIS", "ADJD") and phrase.last == phrase.first + 1
    if amount and scene.word(phrase.last) in words["as_openers"]:
        return False
    return scene.word(i + 1).lower() not in words["for_example"]


def _end_of_so(scene: Scene, last: int, end: int) -> int | None:
    """Where the parenthesis with "so" ends, its occasion included ("so Scholz am Montag in Berlin"); None for none."""
    stop = last
    while stop < end and scene.tag(stop) in ("ADV", "ADJD", "PTKVZ"):
        stop += 1
    while stop < end and not scene.is_mark(stop) and scene.tokens[stop].verb is None:
        stop += 1
    return stop if stop >= end or scene.is_mark(stop) else None


def _adverb(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "demnach", "danach": what was said before goes on."""
    if scene.word(i).lower() in scene.lexicon.words["frame_ambiguous_adverbs"] and not _follows_report(scene, i):
        return
    draft = framed(scene, "frame-demnach", (i, i + 1), ((i, i + 1),), None, Act.SAY, borrow="running")
    if draft is not None:
        yield draft


def _follows_report(scene: Scene, i: int) -> bool:
    """As in "danach" passes on a report right behind the verb whose source stands before it; at the front of the
    sentence where the sentence before names a text or a figure and this one does not tell what happened next."""
    sentence = scene.sentences[scene.sentence_of[i]]
    index = scene.clause_of[i]
    finite = scene.clauses[index].finite if index >= 0 else None
    if finite is None or scene.quote_of[i] >= 0:
        return False
    if i == scene.skip_marks(sentence.first, sentence.last):
        if scene.sentence_of[i] == 0 or finite != i + 1:
            return False
        previous = scene.sentences[scene.sentence_of[i] - 1]
        verb = scene.tokens[finite].verb
        now = verb is not None and (verb.tense == "pres" or verb.mood == "kon2")
        return now and is_document(scene, previous.first, previous.last)
    return i == finite + 1 and not any(
        timex.span.start <= scene.tokens[i].start < timex.span.end for timex in scene.timexes_near(scene.tokens[i].span)
    )


def _reference(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "unter Berufung auf X", "mit Verweis auf X"."""
    words = scene.lexicon.words
    if i + 1 >= len(scene.tokens) or scene.word(i + 1).lower() not in words["frame_reference_prepositions"]:
        return
    if i == 0 or scene.word(i - 1).lower() not in words["frame_reference_openers"]:
        return
    k = scene.phrase_of[i + 2] if i + 2 < len(scene.tokens) else -1
    if k < 0:
        return
    if scene.tokens[i].lemma in words["pointing_references"] and not scene.speaks(scene.phrases[k]):
        return
    source = full_phrase(scene.analysis, k)
    yield Draft("frame-reference", scene.sentence_of[i], source, ((i, i + 1),), (), Act.SAY)
