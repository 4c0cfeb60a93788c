"""Content that stands before a cue clause which begins with its verb: "Er komme, sagte sie (und bleibe)"."""

from lagebild.extraction.attributions.contents import Zone, in_brackets, without_marks, zone_end
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Clause, ClauseKind

# What a judgement without a verb begins with.
JUDGING = frozenset(("ART", "PIAT", "PTKA", "ADJD"))
# Verbs of which a further one is no deed in a list.
BINDING = frozenset(("VAFIN", "VMFIN"))


def before(scene: Scene, index: int, clause: Clause) -> Zone | None:
    """Content that stands before a cue clause which begins with its verb, or with "so" before it: "Er komme, sagte
    sie (und bleibe)", "Er komme, so hieß es"."""
    so = opens_with_so(scene, clause)
    if clause.finite is None or clause.finite != clause.first + so:
        return None
    sentence = scene.sentences[clause.sentence]
    first = sentence.first
    if clause.first <= first:
        return None
    if scene.word(clause.first - 1) == ":":
        return None
    quote = scene.quote_of[clause.first]
    if quote >= 0:
        first = max(first, scene.quotes[quote].first)
    start = scene.skip_marks(first, clause.first)
    end = clause.first
    while end > start and scene.is_mark(end - 1):
        end -= 1
    start = _behind_author(scene, clause, start, clause.first)
    if end <= start or not _is_said(scene, clause, start, end):
        return None
    # An earlier cue in the same sentence bounds the zone: the last main clause boundary with a colon.
    ranges: list[Range] = [(start, end)]
    around = interrupted(scene, clause)
    follow: Range | None = None
    if around is not None:
        follow = _rest(scene, index, clause, around, sentence.last)
    elif not in_brackets(scene, first, start):
        follow = _resumption(scene, index, clause, sentence.last)
    if follow is not None:
        ranges.append(follow)
    quoted = any(scene.quote_of[i] >= 0 and scene.quotes[scene.quote_of[i]].complete for i in range(start, end))
    return Zone("quote" if quoted else "v2", tuple(ranges))


def interrupted(scene: Scene, cue: Clause) -> Clause | None:
    """The clause in whose midst the cue clause stands: "Der Hafen, *sagte Holm*, bleibt offen"; one whose first field
    is the clause before the cue: "Wenn es taut, *warnt Holm*, bricht der Damm"."""
    for k in scene.clauses_in[cue.sentence]:
        other = scene.clauses[k]
        if other.finite is None or other is cue or other.kind is ClauseKind.INF:
            continue
        if other.first < cue.first and other.last > cue.last:
            return other
        if other.finite == other.first == cue.last + 1 and _fills_first_field(scene, cue, other):
            return other
    return None


def _fills_first_field(scene: Scene, cue: Clause, behind: Clause) -> bool:
    """Whether the clause before the cue is the first field of the one behind it, which has a subject of its own and an
    auxiliary or the Konjunktiv; "Als es taute, rief sie, nahm ihr Rad und ging" is a list of deeds."""
    place = scene.clause_of[cue.first - 2] if cue.first > 1 and scene.word(cue.first - 1) == "," else -1
    if place < 0 or behind.subject is None or scene.phrases[behind.subject].first < behind.first:
        return False
    ahead = scene.clauses[place]
    if scene.mood(cue) != "ind" or ahead.sentence != cue.sentence or ahead.finite is None:
        return False
    if ahead.finite == ahead.first == scene.sentences[cue.sentence].first:
        return True  # "Bleibt es kalt, *warnt Holm*, bricht der Damm"
    binds = scene.mood(behind).startswith("kon") or scene.tag(behind.first) in BINDING
    return binds and ahead.kind is ClauseKind.SUB


def opens_with_so(scene: Scene, cue: Clause) -> bool:
    """Whether "so" opens the cue clause behind a quotation or a clause in the Konjunktiv, or before "heißt es"."""
    words = scene.lexicon.words
    if scene.word(cue.first).lower() not in words["frame_so"]:
        return False
    if interrupted(scene, cue) is not None:
        return True
    last = cue.first - 1
    while last > scene.sentences[cue.sentence].first and scene.quote_of[last] < 0 and scene.is_mark(last):
        last -= 1
    if scene.quote_of[last] >= 0 and scene.quotes[scene.quote_of[last]].complete:
        return True
    ahead = (scene.clauses[k] for k in scene.clauses_in[cue.sentence] if scene.clauses[k].first < cue.first)
    return cue.lemma in words["saying_impersonally"] or any(scene.mood(c).startswith("kon") for c in ahead)


def _behind_author(scene: Scene, cue: Clause, start: int, end: int) -> int:
    """Where the content begins: behind an open bracket, the same quotation as a line above, or behind the colon or dash
    up to which the author speaks, because only what follows is quoted or reported."""
    for i in range(end - 1, start, -1):
        here, quote = scene.word(i), scene.quote_of[i]
        if quote >= 0:
            opens = scene.quotes[quote].first == i and scene.quotes[quote].spoken
            before = scene.quote_of[i - 3] if i - 3 >= start else -1
            if opens and before not in (-1, quote) and scene.quotes[before].last == i - 2:
                return i
            if opens and _author_ends(scene, start, i):
                return i
            continue
        if here == ")":
            return start
        if here == "(" or (here in scene.lexicon.words["breaks"] and _author_stops(scene, cue, i, end)):
            return scene.skip_marks(i, end)
    return start


def _author_ends(scene: Scene, start: int, quoted: int) -> bool:
    """As in "Die Seniorin hat die Tat bestritten „Ich war es nicht“, sagte sie": before a quotation that is a sentence
    stands one of the author's without its full stop."""
    mark = quoted - 1
    if mark <= start or scene.is_mark(mark - 1) or not scene.quotes[scene.quote_of[quoted]].complete:
        return False
    if not scene.word(quoted)[:1].isupper() or scene.clause_of[quoted] in (-1, scene.clause_of[start]):
        return False
    before = scene.clauses[scene.clause_of[start]] if scene.clause_of[start] >= 0 else None
    here = scene.clauses[scene.clause_of[quoted]]
    return (
        before is not None
        and before.kind is ClauseKind.MAIN
        and before.finite is not None
        and before.finite < quoted
        and scene.mood(before) == "ind"
        and here.first >= quoted
        and here.finite is not None
    )


def _author_stops(scene: Scene, cue: Clause, at: int, end: int) -> bool:
    """Whether up to the colon or dash the author tells in the indicative, and behind it only others are heard."""
    mains = [
        other
        for k in scene.clauses_in[cue.sentence]
        if (other := scene.clauses[k]).kind in (ClauseKind.MAIN, ClauseKind.V2) and other.first < end
    ]
    told = [other for other in mains if other.first < at]
    if any(scene.mood(other) != "ind" for other in told):
        return False
    behind = scene.skip_marks(at, end)
    quote = scene.quote_of[behind] if behind < end else -1
    if quote >= 0 and scene.quotes[quote].spoken:
        return True
    heard = [other for other in mains if other.first >= behind]
    return bool(told) and all(scene.mood(other).startswith("kon") for other in heard)


def _is_condition(scene: Scene, clause: Clause, start: int, end: int) -> bool:
    """As in "Wächst die Geldmenge, signalisiert dies Gefahr": a verb in the indicative opens a condition, or a
    question, which has its mark."""
    if clause.first != start or clause.finite != start or scene.mood(clause) != "ind":
        return False
    return not any(scene.word(i) in scene.lexicon.words["question_marks"] for i in range(end, end + 2))


def _is_said(scene: Scene, cue: Clause, start: int, end: int) -> bool:
    """Whether what stands before an inverted cue clause can be its content, and is not merely its first field:
    a quotation, a clause that could stand alone, or a clause with "dass", "ob" or a w-word."""
    weak = cue.finite is not None and ends_in(scene.word(cue.finite), scene.lexicon.words["weak_pasts"])
    if scene.mood(cue) == "kon2" and not (weak and scene.tag(cue.finite or 0) == "VVFIN"):
        return False
    own = scene.quote_of[cue.first]
    for i in range(start, end):
        q = scene.quote_of[i]
        if q in (-1, own) or not scene.quotes[q].spoken:
            continue
        if start >= scene.quotes[q].first - 1 or scene.quotes[q].last >= end:
            return True
    if interrupted(scene, cue) is not None or _is_verdict(scene, cue, start):
        return True
    words = scene.lexicon.words
    for k in scene.clauses_in[cue.sentence]:
        other = scene.clauses[k]
        if other.first >= end or other.last <= start or other is cue:
            continue
        if other.kind in (ClauseKind.MAIN, ClauseKind.V2) and other.finite is not None and other.finite < end:
            if not _is_condition(scene, other, start, end):
                return True
            continue
        if other.finite is not None and (
            (other.kind is ClauseKind.SUB and other.parent is None) or other.first == start
        ):
            word = scene.word(other.first).lower()
            if word in words["as_openers"] and other.lemma in scene.lexicon.verbs:
                continue
            if scene.opens_told(other.first) or scene.tag(other.first) in ("PWS", "PWAV", "PWAT"):
                return True
    return False


def _is_verdict(scene: Scene, cue: Clause, start: int) -> bool:
    """As in "*Ein Skandal*, findet Holm", "*Zu teuer*, urteilt das Amt": all that the sentence holds beside the cue."""
    sentence = scene.sentences[cue.sentence]
    rest = scene.skip_marks(cue.last, sentence.last)
    if rest < sentence.last or scene.word(cue.first - 1) != "," or scene.tag(start) not in JUDGING:
        return False
    if scene.tag(start) == "ART" and scene.tokens[start].lemma not in scene.lexicon.words["new_articles"]:
        return False
    return all(scene.tokens[i].verb is None and not scene.is_mark(i) for i in range(start, cue.first - 1))


def _rest(scene: Scene, index: int, cue: Clause, around: Clause, last: int) -> Range:
    """The rest of the interrupted clause, with what hangs on it and what "und" joins to it."""
    start = next(first for first, end in around.parts if end > cue.last)
    end = zone_end(scene, index, start, last)
    while end < last and scene.tag(end) == "KON":
        other = scene.clauses[scene.clause_of[end]]
        if other.first != end or other.finite != end + 1 or scene.mood(other) != scene.mood(around):
            break
        end = zone_end(scene, index, end, last)
    return start, end


def _resumption(scene: Scene, index: int, clause: Clause, last: int) -> Range | None:
    """What goes on behind an inserted cue: "A, sagte sie, B", "A sei so, sagte sie, und B sei anders"."""
    end = scene.skip_brackets(clause.last, last)
    start = scene.skip_marks(end, last)
    joined = start < last and scene.tag(start) == "KON"
    if start >= last or (start == end and not joined):
        return None
    here = scene.clause_of[start]
    quote = scene.quote_of[start]
    if quote >= 0 and scene.quotes[quote].spoken:
        end = min(last, scene.quotes[quote].last)
        return start, without_marks(scene, start, max(end, start + 1))
    if here < 0 or here == index:
        return None
    other = scene.clauses[here]
    if _goes_on_dependent(scene, start, clause):
        return start, zone_end(scene, index, start, last)
    if other.first < clause.first or (
        other.kind in (ClauseKind.MAIN, ClauseKind.V2)
        and scene.mood(other).startswith("kon1" if joined else "kon")
        and scene.mood(clause) == "ind"
    ):
        return start + joined, zone_end(scene, index, start, last)
    return None


def _goes_on_dependent(scene: Scene, start: int, cue: Clause) -> bool:
    """As in "Es gehe darum, sagte sie, *den Hafen zu retten*", "Er wisse, sagte sie, *dass es taut*": what stands
    before the cue lacks an infinitive or a clause."""
    other = scene.clauses[scene.clause_of[start]]
    words = scene.lexicon.words
    if other.first != start or scene.word(start - 1) != ",":
        return False
    if other.kind is ClauseKind.INF:
        return True
    opener = scene.word(start).lower()
    return other.kind is ClauseKind.SUB and (
        scene.opens_told(start)
        or (scene.mood(other) == "kon1" and opener not in words["as_openers"] and scene.tag(start) == "KOUS")
    )
