"""Opinions without a verb of thinking: "Für Holm ist der Verkauf ein Fehler"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.framed import framed
from lagebild.extraction.attributions.named_kinds import kind_of_name
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import SINGULAR, Clause
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind


def opinion_drafts(scene: Scene) -> Iterator[Draft]:
    """Clauses with "sein" that judge, and name with "für" the person whose judgement it is."""
    words = scene.lexicon.words
    for index, clause in enumerate(scene.clauses):
        if clause.lemma not in words["copula"] or clause.finite is None or clause.modal is not None:
            continue
        if scene.quote_of[clause.finite] >= 0:
            continue
        for k in clause.objects:
            preposition = scene.phrases[k].preposition
            if preposition is None or scene.word(preposition).lower() not in words["opinion_prepositions"]:
                continue
            source = full_phrase(scene.analysis, k)
            if not _may_judge(scene, clause, k, source) or not _judges(scene, clause, k):
                continue
            frame = (preposition, source[1])
            draft = framed(scene, "frame-für", frame, ((preposition, preposition + 1),), source, Act.THINK)
            if draft is not None and scene.clause_of[preposition] == index:
                yield draft
            break


def _may_judge(scene: Scene, clause: Clause, k: int, source: Range) -> bool:
    """Whether the words name one person, or several or a body where "das" is what they judge: "für die Grünen ist das
    ein Fehler"."""
    phrase = scene.phrases[k]
    if kind_of_name(scene, source) is EntityKind.PERSON and phrase.agreement & SINGULAR:
        return True
    pointed = any(scene.tag(scene.phrases[j].head) == "PDS" for j in clause.arguments)
    return pointed and phrase.preposition == clause.first and scene.speaks(phrase)


def _judges(scene: Scene, clause: Clause, source: int) -> bool:
    """Whether the clause calls its subject something new or judges it, and does not tell how something turned out."""
    words = scene.lexicon.words
    if clause.subject is None or scene.word(scene.phrases[clause.subject].head).lower() == scene.lexicon.expletive:
        return False
    own = [i for first, last in clause.parts for i in range(first, last)]
    if any(scene.tag(i) == "ADJD" and scene.word(i).lower() in words["judgements"] for i in own):
        return True
    if any(scene.tag(i) == "ADJD" and scene.quote_of[i] >= 0 for i in own if clause.lemma in words["copula"]):
        return True  # "Für Holm ist der Damm „zu alt“"
    return any(
        _is_verdict(scene, (scene.phrases[k].first, scene.phrases[k].head)) for k in clause.arguments if k != source
    )


def _is_verdict(scene: Scene, phrase: Range) -> bool:
    """As in "ein Fehler", "kein Problem": not "ein Rückschlag", which the author tells, nor "der erste Sieg"."""
    first, head = phrase
    words = scene.lexicon.words
    if scene.tag(first - 1) in ("APPR", "APPRART") or scene.tokens[first].lemma not in words["new_articles"]:
        return False
    return scene.tag(head) == "NN" and scene.tokens[head].lemma not in words["outcomes"]
