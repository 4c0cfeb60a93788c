"""Hearsay: "soll gestanden haben", the modal verb that passes on what others say; and what one claims of oneself."""

from collections.abc import Iterator

from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import source_of
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act


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
        if not _is_perfect(scene, clause) and clause.lemma not in words["lasting_verbs"]:
            continue
        content = _content(scene, index, clause)
        if content:
            yield Draft(
                "hearsay", clause.sentence, None, ((clause.finite, clause.finite + 1),), content, Act.SAY, borrow="none"
            )


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


def _is_perfect(scene: Scene, clause: Clause) -> bool:
    """A participle with an infinitive auxiliary: "gesagt haben", "gewesen sein", "getötet worden sein"."""
    tags = [scene.tag(i) for i in clause.predicate]
    perfect = any(tag in ("VVPP", "VAPP", "VMPP") for tag in tags)
    auxiliary = [
        scene.tokens[i].lemma for i in clause.predicate if scene.tag(i).startswith("VA") and i != clause.finite
    ]
    return perfect and any(lemma in ("haben", "sein") for lemma in auxiliary)


def _content(scene: Scene, index: int, clause: Clause) -> tuple[Range, ...]:
    """The clause without the modal; a main clause takes its whole sentence along."""
    sentence = scene.sentences[clause.sentence]
    if clause.kind in (ClauseKind.MAIN, ClauseKind.V2):
        first, last = sentence.first, sentence.last
    else:
        first, last = clause.first, clause.last
    return contents.complement(scene, first, last, lambda i: i == clause.finite)
