"""What a frame ascribes: the clause around it, or the phrase in whose middle it stands."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act

# Between one of these and its noun a frame ascribes the noun phrase alone.
ARTICLES = frozenset(("ART", "PDAT"))
PREPOSITIONS = frozenset(("APPR", "APPRART"))
# The places before a report with their dash and an agency are no longer than this: "Lima/Quito (abc) –".
LONGEST_DATELINE = 8
# A frame behind "aber" begins its clause or stands behind its verb and subject.
NEAR_CONTRAST = 6
DEPENDENT = (ClauseKind.SUB, ClauseKind.REL, ClauseKind.V2)
ATTRIBUTES = frozenset(("ADJA", "CARD", "NN", "ADJD", "ADV", "PIAT"))


def framed(
    scene: Scene, rule: str, frame: Range, cue: tuple[Range, ...], source: Range | None, act: Act, *,
    borrow: str = "none",
) -> Draft | None:  # fmt: skip
    """The draft whose content is the clause around the frame: the whole sentence for a main clause.

    Inside a noun phrase ("die seiner Ansicht nach fragwürdige Rolle") it is that phrase. None without content.
    """
    number = scene.sentence_of[frame[0]]
    frame = _with_its_tail(scene, frame, scene.sentences[number].last)
    content = _phrase_around(scene, frame)
    phrase = bool(content)
    if not content:
        first, last = _zone(scene, frame, cue[0][0], alone=rule == "frame-so")
        apart = (frame, *_said_by_others(scene, frame[0]))
        content = contents.complement(scene, first, last, lambda i: any(start <= i < end for start, end in apart))
    if not content:
        return None
    return Draft(
        rule, number, source, cue, content, act, phrase_content=phrase, borrow=borrow if source is None else "none"
    )


def _said_by_others(scene: Scene, frame: int) -> list[Range]:
    """As in "Die Lage sei nach Ansicht des Rats ernst, *sagte Holm*": by which verb and by whom the whole is passed on,
    where the clause around the frame is in the Konjunktiv."""
    index = scene.clause_of[frame]
    if index < 0 or not scene.mood(scene.clauses[index]).startswith("kon"):
        return []
    inside = [(k, scene.clauses[k]) for k in scene.clauses_in[scene.sentence_of[frame]] if k != index]
    return [
        (clause.first, last_of(scene, k)) for k, clause in inside
        if clause.kind is ClauseKind.MAIN and clause.finite == clause.first and scene.word(clause.first - 1) == ","
        and scene.mood(clause) == "ind"
    ]  # fmt: skip


def _with_its_tail(scene: Scene, frame: Range, last: int) -> Range:
    """The frame with the day behind its source ("Angaben der Polizei vom Freitag") and the source's relative clause."""
    first, end = frame
    k = scene.phrase_of[end + 1] if end + 1 < last else -1
    if scene.word(end).lower() in scene.lexicon.words["owner_prepositions"] and k >= 0:
        phrase = scene.phrases[k]
        if scene.timexes_near(scene.span(phrase.first, phrase.last)):
            end = phrase.last
    start = scene.skip_marks(end, last)
    index = scene.clause_of[start] if start < last else -1
    if scene.word(end) == "," and index >= 0:
        clause = scene.clauses[index]
        close = last_of(scene, index)
        if clause.kind is ClauseKind.REL and clause.first == start and close < last - 1:
            end = close
    return first, end


def _phrase_around(scene: Scene, frame: Range) -> tuple[Range, ...]:
    """The noun phrase in whose middle the frame stands, the article before it; empty where there is none."""
    before, after = frame[0] - 1, frame[1]
    if scene.tag(after) == "$(" and scene.quote_of[after + 1 if after + 1 < len(scene.tokens) else after] >= 0:
        after += 1  # "die laut X „größte Demo“"
    if before < 0 or scene.sentence_of[before] != scene.sentence_of[frame[0]]:
        return ()
    if scene.tag(before) in ARTICLES | PREPOSITIONS and scene.tag(after) in ATTRIBUTES:
        near = range(after, min(after + 4, len(scene.tokens)))
        k = next((scene.phrase_of[i] for i in near if _is_noun(scene, i)), -1)
        if (
            k >= 0
            and scene.phrases[k].last > after
            and all(scene.tag(i) in ATTRIBUTES for i in range(after, scene.phrases[k].head))
        ):
            words = (after, max(full_phrase(scene.analysis, k)[1], scene.phrases[k].last))
            return ((before, before + 1), words) if scene.tag(before) in ARTICLES else (words,)
    return ()


def _is_noun(scene: Scene, index: int) -> bool:
    return scene.tag(index) == "NN" and scene.phrase_of[index] >= 0


def _zone(scene: Scene, frame: Range, cue: int, *, alone: bool) -> Range:
    """The stretch that the frame is about; `alone` where it is a parenthesis of its own, as ", so X," is."""
    sentence = scene.sentences[scene.sentence_of[frame[0]]]
    first, last = sentence.first, sentence.last
    index = scene.clause_of[cue]
    if index >= 0 and not alone:
        for outer in scene.ancestors(index):
            clause = scene.clauses[outer]
            if clause.kind in DEPENDENT and clause.first <= frame[0] and frame[1] <= clause.last:
                # A dependent clause with the frame in its middle is framed alone.
                first, last = behind_conjunction(scene, clause), last_of(scene, outer)
                break
    if alone:
        first, last = _dependent_around(scene, frame) or (first, last)
    first = max(first, _own_part(scene, first, frame[0], alone=alone))
    first = max(first, _behind_condition(scene, index, frame[1], last))
    first, last = _between(scene, first, last, frame, ";")
    first, last = _in_brackets(scene, first, last, frame)
    return first, _before_quotation(scene, frame[1], last)


def _dependent_around(scene: Scene, frame: Range) -> Range | None:
    """As in "Man plane um, seit es, so Holm, kälter sei" told by the author: a clause in the Konjunktiv that the frame
    interrupts is framed alone where the main clause is in the indicative."""
    inside = [scene.clauses[k] for k in scene.clauses_in[scene.sentence_of[frame[0]]]]
    around = [c for c in inside if c.first < frame[0] and frame[1] < c.last and c.finite is not None]
    main = next((c for c in inside if c.kind is ClauseKind.MAIN and c.finite is not None), None)
    if not around or main is None or scene.mood(main) != "ind":
        return None
    own = around[-1]
    if own.kind not in (ClauseKind.SUB, ClauseKind.REL) or not scene.mood(own).startswith("kon"):
        return None
    return own.first, own.last


def _behind_condition(scene: Scene, index: int, frame: int, last: int) -> int:
    """As in "Geht es nach dem Willen der Stadt, *wird gebaut*": the frame fills the condition; what follows is said."""
    if index < 0 or scene.clauses[index].finite != scene.clauses[index].first or scene.word(frame) != ",":
        return 0
    start = scene.skip_marks(frame, last)
    behind = scene.clause_of[start] if start < last else -1
    inverted = behind >= 0 and behind != index and scene.clauses[behind].finite == scene.clauses[behind].first == start
    return start if inverted else 0


def _own_part(scene: Scene, first: int, frame: int, *, alone: bool) -> int:
    """Where the part of the sentence begins that the frame is about: behind the author's colon, or with the frame
    itself where it opens a main clause behind a dash or a comma."""
    begin = first = _behind_dateline(scene, first, frame)
    for i in range(first, frame):
        if scene.word(i) == ":" and scene.quote_of[i] < 0 and _is_told_alone(scene, begin, i, frame, alone=alone):
            begin = i + 1
    index = scene.clause_of[frame]
    if not alone and index >= 0 and frame > begin and scene.is_mark(frame - 1) and scene.quote_of[frame - 1] < 0:
        clause = scene.clauses[index]
        if clause.kind is ClauseKind.MAIN and clause.first == frame and clause.finite is not None:
            return frame
    if not alone and index >= 0:
        return max(begin, _behind_contrast(scene, scene.clauses[index], frame))
    return begin


def _behind_contrast(scene: Scene, clause: Clause, frame: int) -> int:
    """Where a main clause of its own begins behind "aber": "Der Damm ist alt, aber *nach Angaben der Werft sicher*"."""
    words = scene.lexicon.words["contrasting"]
    for i in range(frame - 1, max(clause.first, frame - NEAR_CONTRAST) - 1, -1):
        if scene.word(i) in words and scene.is_mark(i - 1) and scene.quote_of[i] < 0:
            return i + 1
    return 0


def _behind_dateline(scene: Scene, first: int, frame: int) -> int:
    """Past the place that a report is sent from: "Berlin – Die Zahl ist nach Angaben der Polizei gestiegen"."""
    if first != scene.sentences[scene.sentence_of[first]].first:
        return first
    dashes = scene.lexicon.words["dashes"]
    for i in range(first, min(first + LONGEST_DATELINE, frame)):
        if i > first and scene.word(i) in dashes:
            return first if any(scene.word(j) in dashes for j in range(i + 1, frame)) else i + 1
        if scene.tag(i) != "NE" and not scene.is_mark(i):
            break
    return first


def _is_told_alone(scene: Scene, begin: int, colon: int, frame: int, *, alone: bool) -> bool:
    """Whether what stands before the colon is the author's: not in the Konjunktiv and, before ", so X", followed by it.
    In a headline it is the source, or the topic."""
    number = scene.sentence_of[colon]
    if scene.sentences[number].headline:
        return True
    mains = [scene.clauses[k] for k in scene.clauses_in[number] if scene.clauses[k].kind is ClauseKind.MAIN]
    before = [scene.mood(clause) for clause in mains if begin <= clause.first < colon]
    behind = [scene.mood(clause) for clause in mains if colon < clause.first < frame]
    if alone and any(mood.startswith("kon") for mood in before):
        return False
    return not alone or (bool(behind) and behind[0].startswith("kon"))


def behind_conjunction(scene: Scene, clause: Clause) -> int:
    """Where the content of a dependent clause begins: "dass" and "ob" belong to it, "weil" and "nachdem" are the
    author's, as are "und" and "oder" before them."""
    first = clause.first
    while scene.tag(first) == "KON" and first + 1 < clause.last:
        first += 1
    ours = scene.opens_told(first)
    return first + 1 if scene.tag(first) == "KOUS" and not ours and first + 1 < clause.last else first


def _between(scene: Scene, first: int, last: int, frame: Range, mark: str) -> Range:
    """The part of `[first, last)` around the frame that no such mark of the author's cuts off."""
    for i in range(first, last):
        if scene.word(i) == mark and scene.quote_of[i] < 0:
            if i >= frame[1]:
                return first, i
            first = i + 1
    return first, last


def _in_brackets(scene: Scene, first: int, last: int, frame: Range) -> Range:
    """The inside of the brackets around the frame, as in "37 Kilometer (nach anderen Angaben 46)"."""
    opened = next((i for i in range(frame[0] - 1, first - 1, -1) if scene.word(i) in "()"), None)
    closed = next((i for i in range(frame[1], last) if scene.word(i) in "()"), None)
    if opened is None or closed is None or scene.word(opened) != "(" or scene.word(closed) != ")":
        return first, last
    return opened + 1, closed


def _before_quotation(scene: Scene, start: int, last: int) -> int:
    """Where the frame ends that goes before a quotation with a cue of its own: "…: „…“, kritisierte Y"."""
    for i in range(start, last - 1):
        q = scene.quote_of[i + 1] if scene.tag(i + 1) != "$(" else scene.quote_of[min(i + 2, last - 1)]
        if scene.word(i) != ":" or scene.quote_of[i] >= 0 or q < 0 or not scene.quotes[q].complete:
            continue
        if any(scene.tokens[j].verb is not None for j in range(scene.quotes[q].last, last)):
            return i
    return last


def last_of(scene: Scene, index: int) -> int:
    """One past the last token of the clause, of those that depend on it and of its half behind "und"."""
    clause = scene.clauses[index]
    last = clause.last
    for other in scene.clauses_in[clause.sentence]:
        half = clause.finite is not None and scene.clauses[other].finite == clause.finite
        if half or scene.depends_on(other, index):
            last = max(last, scene.clauses[other].last)
    return last
