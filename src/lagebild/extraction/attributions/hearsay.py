"""Hearsay: "soll gestanden haben", the modal verb that passes on what others say; and what one claims of oneself."""

from collections.abc import Iterator

from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.framed import behind_conjunction, last_of
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import source_of
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act

PARTICIPLES = frozenset(("VVPP", "VAPP", "VMPP"))


def hearsay_drafts(scene: Scene) -> Iterator[Draft]:
    """Clauses with the hearsay modal in the indicative present and a completed or lasting infinitive."""
    words = scene.lexicon.words
    yield from _claims(scene)
    for index, clause in enumerate(scene.clauses):
        if clause.modal not in words["hearsay_modals"] or clause.finite is None:
            continue
        verb = scene.tokens[clause.finite].verb
        if verb is None or verb.mood != "ind" or verb.tense != "pres":
            continue
        if _is_second_half(scene, index) or not _is_told(scene, clause):
            continue
        content = _content(scene, index, clause)
        if content:
            yield Draft(
                "hearsay", clause.sentence, None, ((clause.finite, clause.finite + 1),), content, Act.SAY, borrow="none"
            )


def _is_second_half(scene: Scene, index: int) -> bool:
    """As in "soll gelogen *und betrogen haben*": the modal has been read with the first half."""
    finite = scene.clauses[index].finite
    return any(scene.clauses[k].finite == finite for k in scene.clauses_in[scene.clauses[index].sentence] if k < index)


def _claims(scene: Scene) -> Iterator[Draft]:
    """As in "Er will nichts gewusst haben": what the subject claims of itself."""
    for clause in scene.clauses:
        if clause.modal not in scene.lexicon.words["claim_modals"] or clause.finite is None or clause.subject is None:
            continue
        if scene.mood(clause) != "ind" or not _is_perfect(scene, clause) or scene.quote_of[clause.finite] >= 0:
            continue
        source = source_of(scene, clause)
        content = contents.complement(
            scene, clause.first, clause.last,
            lambda i, c=clause, s=source: i == c.finite or (s is not None and s[0] <= i < s[1]),
        )  # fmt: skip
        if source is not None and content:
            cue = ((clause.finite, clause.finite + 1),)
            yield Draft("claim", clause.sentence, source, cue, content, Act.SAY)


def _is_told(scene: Scene, clause: Clause) -> bool:
    """Whether the infinitive tells what happened or is the case. What somebody means to bring about is a plan ("soll
    bis Mai fertig sein", "soll es neue Busse geben"), and so is what a speaker demands in his own words."""
    if _is_perfect(scene, clause):
        return not (_is_result(scene, clause) and _is_to_come(scene, clause))
    words = scene.lexicon.words
    if clause.finite is None or scene.quote_of[clause.finite] >= 0 or _is_to_come(scene, clause):
        return False
    if clause.opener is not None and scene.tag(clause.opener).startswith("PW"):
        return False
    return clause.lemma in words["lasting_verbs"]


def _is_perfect(scene: Scene, clause: Clause) -> bool:
    """A participle with an infinitive auxiliary: "gesagt haben", "gewesen sein", "getötet worden sein"."""
    tags = [scene.tag(i) for i in clause.predicate]
    return not PARTICIPLES.isdisjoint(tags) and bool(_auxiliaries(scene, clause) & {"haben", "sein"})


def _auxiliaries(scene: Scene, clause: Clause) -> set[str]:
    return {scene.tokens[i].lemma for i in clause.predicate if scene.tag(i).startswith("VA") and i != clause.finite}


def _is_result(scene: Scene, clause: Clause) -> bool:
    """As in "abgeschlossen sein": a state that may still lie ahead, told with "sein" and without "worden"."""
    tags = [scene.tag(i) for i in clause.predicate]
    return "VAPP" not in tags and "haben" not in _auxiliaries(scene, clause)


def _is_to_come(scene: Scene, clause: Clause) -> bool:
    """Whether the clause speaks of a time to come, or of bringing something to its end."""
    words = scene.lexicon.words
    if clause.lemma in words["completing"]:
        return True
    own = [i for first, last in clause.parts for i in range(first, last)]
    if any(scene.word(i).lower() in words["time_to_come"] for i in own):
        return True
    today = scene.findings.document.date
    if today is None:
        return False
    near = scene.timexes_near(scene.span(clause.first, clause.last))
    return any(timex.value is not None and timex.value[:1].isdigit() and timex.value > str(today) for timex in near)


def _content(scene: Scene, index: int, clause: Clause) -> tuple[Range, ...]:
    """The clause and what depends on it, without the modal and without "weil" or "nachdem" before it."""
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        first, last = behind_conjunction(scene, clause), last_of(scene, index)
    else:
        first, last = _first_field(scene, clause), _end(scene, index)
    return contents.complement(scene, first, last, lambda i: i == clause.finite)


def _first_field(scene: Scene, clause: Clause) -> int:
    """Where a main clause begins with what stands before its verb: a clause before it too, but not the author's
    main clause, not "wie X berichtet", not the "und" that ties it to the author's."""
    sentence = scene.sentences[clause.sentence]
    if clause.finite != clause.first:
        return clause.first + (scene.tag(clause.first) == "KON" and clause.first > sentence.first)
    first = sentence.first
    for k in scene.clauses_in[clause.sentence]:
        other = scene.clauses[k]
        opener = scene.word(other.opener).lower() if other.opener is not None else ""
        told = other.finite is not None and other.kind in (ClauseKind.MAIN, ClauseKind.V2)
        if other.last <= clause.first and (told or opener in scene.lexicon.words["as_openers"]):
            first = max(first, last_of(scene, k) if not told else other.last)
    return min(first, clause.first)


def _end(scene: Scene, index: int) -> int:
    """Where a main clause ends with what depends on it, goes on without a verb of its own, or follows a colon."""
    last = last_of(scene, index)
    sentence = scene.sentences[scene.clauses[index].sentence]
    for k in scene.clauses_in[scene.clauses[index].sentence]:
        other = scene.clauses[k]
        if other.first >= last and other.finite is None and other.kind is not ClauseKind.INF:
            last = other.last
        elif other.first >= last:
            break
    return sentence.last if scene.word(last) == ":" else last
