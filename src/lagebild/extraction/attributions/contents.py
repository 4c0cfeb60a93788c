"""Where content stands: after the cue clause, around it, in the sentence before, or as its object.

All functions return token ranges inside the sentence (or the one before), or None where there is no such content.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lagebild.extraction.attributions.candidates import has_object
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act

STATING = (ClauseKind.MAIN, ClauseKind.V2)
# What may stand right before speech in the middle of a clause.
# "Alles, was er sagt": the relative belongs to such a pronoun, not to the clause before it.
MEANT_BY_WHAT = ("PDS", "PIS", "PIAT")
BRACKET = ("VVINF", "VVPP", "PTKVZ", "VVFIN")
# "Er geht": with more words before it a verb at the end is no second one.
LONGEST_VERB_SECOND = 3
BEFORE_SPEECH = ("ADV", "PPER", "PRF", "ADJD", "PTKVZ")


class Zone(NamedTuple):
    """Content and how it is introduced: "quote", "dass", "ob", "w", "v2", "zu"."""

    kind: str
    ranges: tuple[Range, ...]
    colon: bool = False


def after(scene: Scene, index: int, clause: Clause) -> Zone | None:
    """Content that follows the cue clause: a subordinate clause, a verb-second clause, a quotation."""
    sentence = scene.sentences[clause.sentence]
    for first, last in _gaps_after(clause, sentence.last):
        zone = _zone_at(scene, index, clause, first, last)
        if zone is not None:
            return zone
    return None


def _gaps_after(clause: Clause, end: int) -> Iterable[Range]:
    """Stretches behind the finite verb (or the opener) that are not the clause's own words."""
    anchor = clause.finite if clause.finite is not None else (clause.predicate[0] if clause.predicate else clause.first)
    for (_, left), right in zip(clause.parts, [*[p[0] for p in clause.parts[1:]], end], strict=True):
        if left > anchor and left < right:
            yield left, right


def _zone_at(scene: Scene, index: int, clause: Clause, first: int, last: int) -> Zone | None:
    first = scene.skip_brackets(first, last)
    start = scene.skip_marks(first, last)
    if start >= last:
        return None
    marks = {scene.word(i) for i in range(first, start)}
    colon = ":" in marks
    quote = scene.quote_of[start]
    if quote >= 0 and scene.quotes[quote].first >= first and (colon or scene.quotes[quote].spoken):
        inner = scene.quotes[quote]
        # A word such as "dass" may stand before the marks; here the marks come first.
        if colon and _has_later_cue(scene, clause, inner.last):
            return None
        if colon and (inner.complete or inner.spoken):
            return Zone("quote", ((start, last),), True)
        if not marks & {":", ","} and _has_later_cue(scene, clause, inner.last):
            return None
        if inner.complete:
            end = min(zone_end(scene, index, start, last), last)
            behind = inner.last + 1
            if inner.first == start and behind < end and scene.tag(behind) in ("APPR", "APPRART"):
                end = inner.last
            return Zone("quote", ((start, end),))
    if colon and _has_later_cue(scene, clause, start):
        return None
    if colon:
        said = scene.sentences[clause.sentence].headline or any(
            scene.mood(scene.clauses[k]).startswith("kon")
            for k in scene.clauses_in[clause.sentence]
            if scene.clauses[k].first >= start and scene.clauses[k].kind in (ClauseKind.MAIN, ClauseKind.V2)
        )
        return Zone("v2", ((start, last),), True) if said else None
    if not marks & scene.lexicon.words["clause_commas"]:
        return None
    kind = introduced_by(scene, index, start)
    if kind is None:
        return None
    return Zone(kind, ((start, zone_end(scene, index, start, last)),))


def after_colon(scene: Scene, clause: Clause) -> Zone | None:
    """What stands unquoted behind the colon of a cue clause: "Die Polizei teilte mit: Der Täter ist gefasst"."""
    sentence = scene.sentences[clause.sentence]
    if clause.last >= sentence.last or scene.word(clause.last) != ":" or clause.kind is not ClauseKind.MAIN:
        return None
    start = scene.skip_marks(clause.last, sentence.last)
    if start >= sentence.last or scene.quote_of[start] >= 0 or _has_later_cue(scene, clause, start):
        return None
    here = scene.clause_of[start]
    if here < 0 or not (scene.clauses[here].kind in STATING or _goes_into_quotation(scene, start, sentence.last)):
        return None
    return Zone("v2", ((start, without_marks(scene, start, sentence.last)),))


def _goes_into_quotation(scene: Scene, start: int, end: int) -> bool:
    """As in "stellt fest: Im Mai „brachte die Stadt nichts hervor“": the clause's verb stands in the marks."""
    quote = next((scene.quote_of[i] for i in range(start, end) if scene.quote_of[i] >= 0), -1)
    return quote >= 0 and scene.quotes[quote].complete and scene.quotes[quote].last >= end - 2


def own_quotation(scene: Scene, index: int, clause: Clause) -> Zone | None:
    """A quotation among the words of the cue clause: "rief „Macht mit“ in den Saal"; not a name behind a noun."""
    sentence = scene.sentences[clause.sentence]
    for i in range(clause.first, min(clause.last, sentence.last)):
        quote = scene.quote_of[i]
        if quote < 0 or scene.quotes[quote].first != i or scene.clause_of[i] != index:
            continue
        last = scene.quotes[quote].last
        whole = last <= clause.last and not any(i <= verb < last for verb in clause.predicate)
        if not whole or last - i < 2 or _is_title(scene, i, last):
            continue
        before = i - 1
        while before > clause.first and scene.is_mark(before):
            before -= 1
        subject = scene.phrases[clause.subject] if clause.subject is not None else None
        behind = subject is not None and before == subject.last - 1
        speaker = clause.kind is ClauseKind.SUB and subject is not None and before == subject.head
        if (
            behind
            or (speaker and _names_itself(scene, before))
            or before in clause.predicate
            or scene.tag(before) in BEFORE_SPEECH
        ):
            return Zone("quote", ((i, last),))
    return None


def _names_itself(scene: Scene, head: int) -> bool:
    """Whether the noun needs no quoted name behind it: "wie der Täter „Hau ab“ rief", not "die Zeitung „Rathaus“"."""
    lemma = scene.tokens[head].lemma
    kind = scene.known.kind_of(lemma)
    return lemma not in scene.lexicon.words["title_bearers"] and (kind is None or kind[0] == "person")


def _is_title(scene: Scene, first: int, last: int) -> bool:
    """Whether the quoted words are a paper's or a thing's name, or go on as a compound: "die „Rathaus“-Rede"."""
    words = scene.analysis.words(first, last)
    compound = last + 1 < len(scene.tokens) and scene.word(last + 1).startswith("-")
    return compound or words in scene.known.bodies or bool(set(words.split()) & scene.lexicon.words["media"])


def _has_later_cue(scene: Scene, clause: Clause, quote_end: int) -> bool:
    """As in "Holm wehrte ab: „…“, sagte sie": the quotation belongs to the cue behind it."""
    return any(
        other.first >= quote_end
        and not in_brackets(scene, quote_end, other.first)
        and other.finite == other.first
        and scene.quote_of[other.first] < 0
        and other.lemma in scene.lexicon.verbs
        for other in (scene.clauses[k] for k in scene.clauses_in[clause.sentence])
    )


def in_brackets(scene: Scene, first: int, at: int) -> bool:
    """Whether a bracket that opens behind `first` is still open at `at`."""
    return sum((scene.word(i) == "(") - (scene.word(i) == ")") for i in range(first, at)) > 0


def introduced_by(scene: Scene, index: int, start: int) -> str | None:
    """What kind of content clause begins at `start`, seen from the cue clause `index`; None for none."""
    child = scene.clause_of[start]
    if child < 0 or child in scene.ancestors(index):
        return None
    clause = scene.clauses[child]
    word = scene.word(start).lower()
    words = scene.lexicon.words
    if word in words["that"]:
        return "dass"
    if word in words["whether"]:
        return "ob"
    if clause.kind is ClauseKind.INF:
        return "zu" if word not in words["purpose"] else None
    if clause.kind is ClauseKind.REL:
        return None
    tag = scene.tag(start)
    opener = scene.tag(clause.opener) if clause.opener is not None else ""
    if _is_relative_or_frame(scene, index, start, clause):
        return None
    if tag in ("PWAV", "PWS", "PWAT") or (opener in ("PWAV", "PWS", "PWAT") and clause.kind is ClauseKind.SUB):
        return "w" if word not in words["not_w"] else None
    if word in words["as_if"] and clause.finite == start + 1:
        return None  # "sagt das ruhig, *als wäre es nichts*"
    if clause.kind is ClauseKind.V2:
        return "v2"
    if _is_verb_last(scene, index, clause):
        return None
    if clause.kind is ClauseKind.MAIN:
        return "v2" if scene.tag(start) != "KON" and _could_be_said(scene, clause) else None
    # A conditional clause may open the content: "sagte, wenn es regne, bleibe man zu Hause".
    said = any(_closes_conditional(scene, child, scene.clauses[k]) for k in scene.clauses_in[clause.sentence])
    return "v2" if said else None


def _is_verb_last(scene: Scene, index: int, clause: Clause) -> bool:
    """As in "weil er viel redet, *Ideen auf den Tisch bringt* und …": goes on with a subordinate clause, verb at the
    end."""
    if scene.clauses[index].kind is not ClauseKind.SUB or clause.finite is None or clause.kind is not ClauseKind.MAIN:
        return False
    return clause.finite == clause.last - 1 and clause.last - clause.first > LONGEST_VERB_SECOND


def _is_relative_or_frame(scene: Scene, index: int, start: int, clause: Clause) -> bool:
    """As in "Kandidaten, *welche* den Rat verjüngen", "gestiegen, *wie die Polizei mitteilte*": no question."""
    words = scene.lexicon.words
    if scene.word(start).lower() in words["as_openers"]:
        report = any("wie" in cue.takes for cue in scene.lexicon.verbs.get(clause.lemma, ()))
        whole = scene.clauses[index].passive and scene.clauses[index].subject is not None
        return whole and report and clause.subject is not None and clause.subject == scene.phrase_of[start + 1]
    behind = scene.tag(start - 2) in ("NN", "NE") or (
        scene.tag(start - 2) in BRACKET and has_object(scene, scene.clauses[index], ())
    )
    related = scene.tokens[start].lemma in words["asking_relatives"] and behind
    return related and scene.tag(start + 1) in ("ART", "PPER", "PRF", "PPOSAT", "APPR", "APPRART", "PDAT")


def _could_be_said(scene: Scene, clause: Clause) -> bool:
    """Whether a verb-second clause looks like content: Konjunktiv, or it has a subject of its own."""
    if scene.mood(clause).startswith("kon"):
        return True
    return clause.subject is not None and clause.finite is not None and clause.first < clause.finite


def zone_end(scene: Scene, index: int, start: int, last: int) -> int:
    """Where content that begins at `start` ends: at the next word of the cue clause or of a clause around it."""
    outer = set(scene.ancestors(index))
    first_child = scene.clause_of[start]
    verb_second = first_child >= 0 and scene.clauses[first_child].kind in (ClauseKind.MAIN, ClauseKind.V2)
    end = start
    while end < last:
        here = scene.clause_of[end]
        if here >= 0 and here in outer:
            break
        if here >= 0 and here != first_child and scene.clauses[here].kind is ClauseKind.MAIN:
            # "…, dass er komme, und ging": a main clause of the author's resumes.
            other = scene.clauses[here]
            goes_on = scene.depends_on(here, index) or (verb_second and scene.mood(other).startswith("kon"))
            told = verb_second and other.first == end and scene.mood(scene.clauses[first_child]) == "ind"
            told = told or _closes_conditional(scene, first_child, other) or is_condition(scene, other)
            if not goes_on and not told and scene.quote_of[end] < 0:
                break
        if here >= 0 and here != first_child and _is_author_again(scene, first_child, here):
            break
        if scene.clauses[here].first == end and here >= 0 and _tells_source(scene, scene.clauses[here]):
            break
        end += 1
    return without_marks(scene, start, end)


def is_condition(scene: Scene, clause: Clause) -> bool:
    """As in "drohte zu gehen, *sollte man ihn nicht hören*": a condition without "wenn"."""
    inverted = clause.finite == clause.first and scene.word(clause.first - 1) == ","
    return inverted and scene.word(clause.first) in scene.lexicon.words["condition_verbs"]


def _tells_source(scene: Scene, clause: Clause) -> bool:
    """As in "befahl, alle zu begraben, *wie Livius berichtet*": who tells of it is no part of what was said."""
    opener = scene.word(clause.first).lower()
    if clause.kind is not ClauseKind.SUB or opener not in scene.lexicon.words["as_openers"] or clause.passive:
        return False
    told = any("wie" in cue.takes and cue.act is Act.SAY for cue in scene.lexicon.verbs.get(clause.lemma, ()))
    return told and clause.subject is not None and scene.phrase_of[clause.first + 1] == clause.subject


def _closes_conditional(scene: Scene, child: int, other: Clause) -> bool:
    """As in "sagte, wenn es taue, *bleibe man zu Hause*": the clause whose first field a subordinate clause fills."""
    if child < 0 or scene.clauses[child].kind is not ClauseKind.SUB or scene.clauses[child].opener is None:
        return False
    opener = scene.word(scene.clauses[child].opener or 0).lower()
    words = scene.lexicon.words
    if opener in words["that"] | words["whether"] or other.subject is None or other.finite is None:
        return False
    inverted = other.finite == other.first or (
        other.finite == other.first + 1 and scene.word(other.first).lower() in words["correlates"]
    )
    cue = other.lemma in scene.lexicon.verbs and scene.mood(other) == "ind"
    end = scene.clauses[child].last
    between = {scene.clause_of[i] for i in range(end, other.first)} - {-1}
    return (
        other.kind in (ClauseKind.MAIN, ClauseKind.V2)
        and inverted
        and not cue
        and end <= other.first
        and all(scene.clauses[k].kind not in (ClauseKind.MAIN, ClauseKind.V2) for k in between)
    )


def _is_author_again(scene: Scene, first_child: int, here: int) -> bool:
    """As in "sagte, es taue, *und fügte hinzu* …": behind Konjunktiv a verb in the indicative without a subject."""
    other = scene.clauses[here]
    return (
        first_child >= 0
        and other.finite is not None
        and other.kind in (ClauseKind.MAIN, ClauseKind.V2)
        and scene.tag(other.first) == "KON"
        and other.finite == other.first + 1
        and scene.mood(other) == "ind"
        and scene.mood(scene.clauses[first_child]) == "kon1"
    )


def without_marks(scene: Scene, start: int, end: int) -> int:
    """The end of `[start, end)` without marks and an "und" at its edge."""
    while end > start + 1 and (scene.is_mark(end - 1) or scene.tag(end - 1) == "KON"):
        end -= 1
    return end


def around(scene: Scene, index: int, clause: Clause) -> Zone | None:
    """Everything else in the sentence, for an inserted "wie X sagte" and for frames."""
    sentence = scene.sentences[clause.sentence]
    own = {index}
    for other in scene.clauses_in[clause.sentence]:
        aside = scene.clauses[other]
        if scene.depends_on(other, index) or (
            scene.word(aside.first - 1) == "(" and clause.first < aside.first < clause.last
        ):
            own.add(other)
    ranges = complement(scene, sentence.first, sentence.last, lambda i: scene.clause_of[i] in own)
    return Zone("v2", ranges) if ranges else None


def complement(scene: Scene, first: int, last: int, left_out) -> tuple[Range, ...]:  # type: ignore[no-untyped-def]
    """The stretches of `[first, last)` without the tokens left out, trimmed of marks; single words of
    punctuation between two left-out stretches vanish."""
    ranges: list[Range] = []
    i = first
    while i < last:
        if left_out(i):
            i += 1
            continue
        j = i
        while j < last and not left_out(j):
            j += 1
        start = scene.skip_marks(i, j)
        end = j
        while end > start and scene.is_mark(end - 1):
            end -= 1
        if end > start:
            ranges.append((start, end))
        i = j
    return tuple(ranges)


def parent_of_relative(scene: Scene, clause: Clause) -> Zone | None:
    """As in "…, was X bestritt": the clause before the comma; not "das Letzte, was X will", "das ist, was X rät", "sie
    weiß, was X rät"."""
    sentence = scene.sentences[clause.sentence]
    start = scene.skip_marks(sentence.first, clause.first)
    end = clause.first
    while end > start and scene.is_mark(end - 1):
        end -= 1
    whole = any(scene.tokens[i].verb is not None for i in range(start, end))
    awaits = scene.tokens[end - 1].lemma in scene.lexicon.words["copula"] or scene.tag(end - 1) in MEANT_BY_WHAT
    asked = clause.parent is not None and scene.clauses[clause.parent].lemma in scene.lexicon.words["wondering"]
    return Zone("v2", ((start, end),)) if whole and not awaits and not asked else None


def sentence_before(scene: Scene, sentence: int) -> Zone | None:
    """The sentence that "Das sagte X" points back to; none across a paragraph's first sentence headline."""
    if sentence == 0:
        return None
    previous = scene.sentences[sentence - 1]
    if previous.headline:
        return None
    start = scene.skip_marks(previous.first, previous.last)
    end = previous.last
    while end > start and scene.is_mark(end - 1):
        end -= 1
    last = scene.quote_of[end - 1] if end > start else -1
    if last >= 0 and scene.quotes[last].turn:
        start = max(start, scene.quotes[last].first)  # behind the name of who is interviewed
    return Zone("v2", ((start, end),)) if end > start else None
