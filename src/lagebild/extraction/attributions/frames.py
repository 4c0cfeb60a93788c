"""Frames around a main clause: "laut X", "nach Angaben von X", "X zufolge", ", so X", "demnach"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import antecedent
from lagebild.model.analysis import GENITIVE, ClauseKind, Phrase, Token
from lagebild.model.attribution import Act


def frame_drafts(scene: Scene) -> Iterator[Draft]:
    """Attributions by a frame, sentence by sentence."""
    words = scene.lexicon.words
    for i, token in enumerate(scene.tokens):
        lower = token.text.lower()
        if lower in words["frame_prepositions"]:
            yield from _preposition(scene, i)
        elif lower in words["bearing_prepositions"]:
            yield from _nach(scene, i)
        elif lower in words["frame_postpositions"] and scene.tag(i) != "KON":
            yield from _postposition(scene, i)
        elif lower in words["frame_so"]:
            yield from _so(scene, i)
        elif lower in words["frame_adverbs"]:
            yield from _adverb(scene, i)
        elif token.text in words["frame_reference_nouns"]:
            yield from _reference(scene, i)


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
    if k is None:
        return
    first, last = full_phrase(scene.analysis, k)
    if scene.word(i).lower() in scene.lexicon.words["frame_documents_only"] and not (
        _is_document(scene, first, last) or _is_voice(scene, k)
    ):
        return
    if _bears(scene, k, min(scene.lexicon.words["frame_nach"])):
        yield from _cue_noun(scene, i, k)
        return
    yield from _framed(scene, "frame-preposition", (i, last), ((i, i + 1),), (first, last), Act.SAY)


def _nach(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "nach Angaben von X" (the noun is the cue), "nach einem Bericht", "nach US-Angaben" (there "nach" is)."""
    before = scene.phrase_of[i - 1] if i else -1
    if (
        before >= 0
        and scene.phrases[before].preposition is None
        and (_bears(scene, before, scene.word(i).lower()) or scene.word(i - 1) in scene.lexicon.ownerless)
    ):
        yield from _possessed(scene, i, before)
        return
    k = _phrase_after(scene, i)
    if k is None:
        return
    phrase = scene.phrases[k]
    head = scene.tokens[phrase.head]
    if head.tag == "PRELS" and scene.word(i).lower() in scene.lexicon.words["frame_nach"]:
        yield from _relative(scene, i, phrase)
        return
    if _bears(scene, k, scene.word(i).lower()):
        yield from _cue_noun(scene, i, k)
        return
    words = scene.lexicon.words
    if scene.word(i).lower() not in words["frame_nach"]:
        return
    first, last = full_phrase(scene.analysis, k)
    if head.lemma in words["frame_documents"] or any(head.text.endswith(e) for e in words["frame_document_endings"]):
        yield from _framed(scene, "frame-nach", (i, last), ((i, i + 1),), (first, last), Act.SAY)


def _relative(scene: Scene, i: int, pronoun: Phrase) -> Iterator[Draft]:
    """As in "Berichte, nach denen …": the text that the pronoun stands for is the source."""
    index = scene.clause_of[i]
    if index < 0 or scene.clauses[index].first != i:
        return
    clause = scene.clauses[index]
    source = antecedent(scene, clause, pronoun)
    if source is None or not _is_text(scene, source):
        return
    content = contents.complement(scene, clause.first, _last_of(scene, index), lambda j: i <= j < pronoun.last)
    if content:
        yield Draft("frame-wonach", clause.sentence, source, ((i, i + 1),), content, Act.SAY)


def _is_text(scene: Scene, phrase: Range) -> bool:
    """Whether one of the phrase's words is a document or a noun for something said: a report, a rumour, a claim."""
    nouns = scene.lexicon.nouns
    return _is_document(scene, *phrase) or any(
        scene.tokens[j].lemma in nouns or _act(scene, scene.tokens[j], min(scene.lexicon.words["frame_nach"]))
        for j in range(*phrase)
    )


def _act(scene: Scene, noun: Token, preposition: str) -> Act | None:
    """The act of the frame that preposition and noun make; "laut" and "zufolge" take the nouns of "nach"."""
    bearers = scene.lexicon.bearers
    return bearers.get((preposition, noun.text)) or bearers.get((preposition, noun.lemma))


def _possessed(scene: Scene, i: int, k: int) -> Iterator[Draft]:
    """As in "ihrer Ansicht nach", "Ruttes Meinung nach": the noun before the postposition is the cue."""
    phrase = scene.phrases[k]
    owner = next((j for j in range(phrase.first, phrase.head) if scene.tag(j) in ("PPOSAT", "NE")), None)
    if owner is None:
        if scene.tokens[phrase.head].text in scene.lexicon.ownerless:
            head = (phrase.head, phrase.head + 1)
            yield from _framed(scene, "frame-noun", (phrase.first, i + 1), (head,), None, Act.SAY)
        return
    words = scene.lexicon.words
    noun = scene.tokens[phrase.head]
    act = _act(scene, noun, min(words["frame_nach"])) or Act.SAY
    source = (owner, owner + 1) if scene.tag(owner) == "PPOSAT" else (phrase.first, owner + 1)
    yield from _framed(scene, "frame-noun", (phrase.first, i + 1), ((phrase.head, phrase.head + 1),), source, act)


def _bears(scene: Scene, k: int, preposition: str) -> bool:
    """Whether the phrase is a noun such as "Angaben" whose owner is the source."""
    return _act(scene, scene.tokens[scene.phrases[k].head], preposition) is not None


def _cue_noun(scene: Scene, i: int, k: int) -> Iterator[Draft]:
    phrase = scene.phrases[k]
    words = scene.lexicon.words
    noun = scene.tokens[phrase.head]
    preposition = scene.word(i).lower()
    act = (
        _act(scene, noun, preposition if preposition in words["bearing_prepositions"] else min(words["frame_nach"]))
        or Act.SAY
    )
    cue: tuple[Range, ...] = ((phrase.head, phrase.head + 1),)
    end = max(full_phrase(scene.analysis, k)[1], phrase.last)
    owner: Range | None = None
    borrow = "running"
    before = range(phrase.first, phrase.head)
    possessive = next((j for j in before if scene.tag(j) == "PPOSAT"), None)
    adjective = next((j for j in before if scene.tag(j) == "ADJA"), None)
    name = [j for j in before if scene.tag(j) in ("NE", "NN")]
    nxt = phrase.last
    if name:
        owner = (phrase.first, name[-1] + 1)
    elif nxt < len(scene.tokens) and scene.sentence_of[nxt] == scene.sentence_of[i]:
        after = nxt + 1 if scene.tag(nxt) in ("APPR", "APPRART") else nxt
        other = scene.phrase_of[after] if after < len(scene.tokens) else -1
        if other >= 0 and other != k:
            follower = scene.phrases[other]
            of = scene.word(nxt).lower() in words["owner_prepositions"]
            if of or (
                after == nxt
                and follower.agreement & GENITIVE
                and scene.tag(follower.first) in ("ART", "PPOSAT", "PDAT", "ADJA", "PIAT", "NE", "NN", "CARD", "PIS")
            ):
                owner = full_phrase(scene.analysis, other)
                end = max(end, owner[1])
    if owner is None and possessive is not None:
        owner = (possessive, possessive + 1)
    if owner is None and adjective is not None and scene.word(adjective).lower() in words["own"]:
        owner = (adjective, adjective + 1)
    if owner is None and adjective is not None and scene.word(adjective).lower() not in words["empty_adjectives"]:
        # "nach offiziellen Angaben": the noun phrase is itself the source, the preposition the cue.
        owner, cue = (phrase.first, end), ((i, i + 1),)
    start = i
    if scene.word(i).lower() not in words["frame_nach"]:
        cue = tuple(sorted({*cue}))
    post = scene.word(end).lower() if end < len(scene.tokens) else ""
    if post in words["frame_postpositions"]:
        end += 1
    yield from _framed(scene, "frame-noun", (start, end), cue, owner, act, borrow=borrow)


def _postposition(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "Medienberichten zufolge", "Rutte zufolge", "den Angaben zufolge", "ihrer Ansicht nach"."""
    if i == 0 or scene.sentence_of[i - 1] != scene.sentence_of[i]:
        return
    words = scene.lexicon.words
    end = i
    j = i - 1
    # The phrase whose full extent ends here: walk back over phrases of the same sentence.
    found: Range | None = None
    k_found = -1
    sentence = scene.sentences[scene.sentence_of[i]]
    while j >= sentence.first and i - j < 14:
        k = scene.phrase_of[j]
        if k >= 0:
            first, last = full_phrase(scene.analysis, k)
            if last == end or (scene.phrases[k].last == end):
                found, k_found = (min(first, scene.phrases[k].first), end), k
            elif last > end:
                found, k_found = (scene.phrases[k].first, end), k
            j = scene.phrases[k].first - 1
            continue
        if scene.tag(j) not in ("APPR", "APPRART", "ART", "ADJA", "NN", "NE", "KON", "$("):
            break
        j -= 1
    if found is None:
        return
    phrase = scene.phrases[k_found]
    if scene.word(i).lower() in words["frame_nach"]:
        return
    if _bears(scene, k_found, min(words["frame_nach"])):
        rest = scene.phrase_of[phrase.last] if phrase.last < end else -1
        owner: Range | None = None
        adjectives = [j for j in range(phrase.first, phrase.head) if scene.tag(j) == "ADJA"]
        nouns = [j for j in range(phrase.first, phrase.head) if scene.tag(j) in ("NE", "NN")]
        cue: tuple[Range, ...] = ((phrase.head, phrase.head + 1), (i, i + 1))
        if rest >= 0:
            owner = (scene.phrases[rest].first, end)
        elif phrase.last < end:
            owner = (phrase.last + 1, end)
        elif nouns:
            owner = (phrase.first, nouns[-1] + 1)
        elif adjectives and scene.word(adjectives[0]).lower() not in words["empty_adjectives"]:
            owner, cue = (phrase.first, end), ((i, i + 1),)
        yield from _framed(scene, "frame-zufolge", (found[0], i + 1), cue, owner, Act.SAY, borrow="running")
        return
    yield from _framed(scene, "frame-zufolge", (found[0], i + 1), ((i, i + 1),), found, Act.SAY)


def _so(scene: Scene, i: int) -> Iterator[Draft]:
    """As in ", so X (weiter)" behind or inside the content; "so der Vorwurf der Demonstranten"."""
    sentence = scene.sentences[scene.sentence_of[i]]
    k = _phrase_after(scene, i)
    if k is None or scene.phrases[k].preposition is not None:
        return
    if i > sentence.first and scene.word(i - 1) not in (",", "–", "-", "“", '"', "«", "»", "”", "("):
        return
    if i == sentence.first:
        return
    first, last = full_phrase(scene.analysis, k)
    end = last
    while end < sentence.last and scene.tag(end) in ("ADV", "ADJD", "PTKVZ"):
        end += 1
    # Occasion: "so Scholz am Montag in Berlin".
    stop = end
    while stop < sentence.last and not scene.is_mark(stop) and scene.tokens[stop].verb is None:
        stop += 1
    if stop < sentence.last and not scene.is_mark(stop):
        return
    cue: tuple[Range, ...] = ((i, i + 1),)
    act = Act.SAY
    source: Range | None = (first, last)
    head = scene.tokens[scene.phrases[k].head]
    noun = scene.lexicon.nouns.get(head.lemma)
    if noun is not None:
        act = noun.act
        cue = ((i, i + 1), (scene.phrases[k].head, scene.phrases[k].head + 1))
        source = (scene.phrases[k].last, last) if last > scene.phrases[k].last else None
    yield from _framed(scene, "frame-so", (i, stop), cue, source, act, borrow="running")


def _adverb(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "demnach", "danach": what was said before goes on; "Bericht, wonach …"."""
    words = scene.lexicon.words
    lower = scene.word(i).lower()
    sentence = scene.sentences[scene.sentence_of[i]]
    if lower in words["frame_relative"]:
        index = scene.clause_of[i]
        if index < 0 or scene.clauses[index].first != i:
            return
        clause = scene.clauses[index]
        content = contents.complement(scene, clause.first, clause.last, lambda j: j == i)
        k = -1
        j = i - 1
        while j >= sentence.first and k < 0:
            k = scene.phrase_of[j]
            j -= 1
        if content and k >= 0:
            nxt = scene.phrases[k]
            source = full_phrase(scene.analysis, k)
            # The head noun may stand further left: "Bericht der Times, wonach".
            while (
                j >= sentence.first
                and scene.phrase_of[j] >= 0
                and full_phrase(scene.analysis, scene.phrase_of[j])[1] >= nxt.last
            ):
                source = full_phrase(scene.analysis, scene.phrase_of[j])
                j = scene.phrases[scene.phrase_of[j]].first - 1
            yield Draft("frame-wonach", scene.sentence_of[i], source, ((i, i + 1),), content, Act.SAY)
        return
    if lower in words["frame_ambiguous_adverbs"] and not _follows_report(scene, i):
        return
    yield from _framed(scene, "frame-demnach", (i, i + 1), ((i, i + 1),), None, Act.SAY, borrow="running")


def _follows_report(scene: Scene, i: int) -> bool:
    """As in "danach" passes on a report only inside the clause whose source stands before it, not at the front."""
    sentence = scene.sentences[scene.sentence_of[i]]
    index = scene.clause_of[i]
    if index < 0 or i == scene.skip_marks(sentence.first, sentence.last):
        return False
    finite = scene.clauses[index].finite
    return (
        finite is not None
        and i == finite + 1
        and not any(
            timex.span.start <= scene.tokens[i].start < timex.span.end
            for timex in scene.timexes_near(scene.tokens[i].span)
        )
    )


def _reference(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "unter Berufung auf X", "mit Verweis auf X"."""
    if (
        i + 1 >= len(scene.tokens)
        or scene.word(i + 1).lower() not in scene.lexicon.words["frame_reference_prepositions"]
    ):
        return
    if i == 0 or scene.word(i - 1).lower() not in scene.lexicon.words["frame_reference_openers"]:
        return
    k = scene.phrase_of[i + 2] if i + 2 < len(scene.tokens) else -1
    if k < 0:
        return
    source = full_phrase(scene.analysis, k)
    sentence = scene.sentence_of[i]
    yield Draft("frame-reference", sentence, source, ((i, i + 1),), (), Act.SAY)


def _is_document(scene: Scene, first: int, last: int) -> bool:
    words = scene.lexicon.words
    return any(
        scene.tokens[j].lemma in words["frame_documents"]
        or any(scene.word(j).endswith(e) for e in words["frame_document_endings"])
        for j in range(first, last)
    )


def _is_voice(scene: Scene, k: int) -> bool:
    """Whether the phrase names a medium, a body or a person: "gemäß der Zeitung", not "gemäß dem Wunsch"."""
    phrase = scene.phrases[k]
    head = scene.tokens[phrase.head]
    if head.lemma in scene.known.words["documents"]:
        return False
    return head.tag == "NE" or (head.tag == "NN" and scene.speaks(phrase))


def _framed(
    scene: Scene,
    rule: str,
    frame: Range,
    cue: tuple[Range, ...],
    source: Range | None,
    act: Act,
    *,
    borrow: str = "none",
) -> Iterator[Draft]:
    """The draft whose content is the clause around the frame: the whole sentence for a main clause."""
    number = scene.sentence_of[frame[0]]
    sentence = scene.sentences[number]
    first, last = sentence.first, sentence.last
    index = scene.clause_of[cue[0][0]]
    if index >= 0 and rule != "frame-so":
        for outer in scene.ancestors(index):
            clause = scene.clauses[outer]
            if clause.kind in (ClauseKind.SUB, ClauseKind.REL) and clause.first <= frame[0] and frame[1] <= clause.last:
                # A dependent clause with the frame in its middle is framed alone.
                first, last = clause.first, _last_of(scene, outer)
                break
    colon = next((i for i in range(first, frame[0]) if scene.word(i) == ":" and scene.sentences[number].headline), None)
    if colon is not None:
        first = colon + 1
    first, last = _between_semicolons(scene, first, last, frame)
    content = contents.complement(scene, first, last, lambda i: frame[0] <= i < frame[1])
    if content:
        yield Draft(rule, number, source, cue, content, act, borrow=borrow if source is None else "none")


def _between_semicolons(scene: Scene, first: int, last: int, frame: Range) -> Range:
    """The part of `[first, last)` around the frame that no semicolon of the author's cuts off."""
    for i in range(first, last):
        if scene.word(i) == ";" and scene.quote_of[i] < 0:
            if i >= frame[1]:
                return first, i
            first = i + 1
    return first, last


def _last_of(scene: Scene, index: int) -> int:
    clause = scene.clauses[index]
    last = clause.last
    for other in scene.clauses_in[clause.sentence]:
        if other != index and scene.depends_on(other, index):
            last = max(last, scene.clauses[other].last)
    return last
