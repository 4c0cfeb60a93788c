"""The phrase that a cue noun ascribes: "die Forderung der Partei *nach Neuwahlen*", "der Vorwurf *der Untreue*"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.cue_clauses import cue_ranges
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.noun_owners import comes_from, has_a_voice, owner_of, spread_among
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of, source_of
from lagebild.language.cues import CueNoun
from lagebild.model.analysis import GENITIVE, Clause
from lagebild.model.attribution import Act

# Acts that are somebody's even where nobody is named: "der Vorwurf der Untreue"; criticism and demands without a name
# are as often a topic ("die Kritik an dem Bericht", "Forderungen nach mehr Lohn").
SAID_BY_SOMEBODY = (Act.ACCUSE, Act.WARN)


def phrase_drafts(scene: Scene, k: int, cue: CueNoun) -> Iterator[Draft]:
    """The noun with its owner, with the subject of a verb that voices it ("Holm übt *Kritik* an …") or with nobody,
    and the phrase that it governs."""
    phrase = scene.phrases[k]
    clause = scene.clauses[scene.clause_of[phrase.head]]
    source = owner_of(scene, k, cue)
    words: tuple[Range, ...] = ((phrase.head, phrase.head + 1),)
    content = _governed(scene, k, cue, source)
    if source is None:
        source = _holder(scene, k, clause)
        if source is not None:
            words = cue_ranges(scene, clause, (phrase.head,))
            content = content or _governed_elsewhere(scene, k, clause, cue)
        elif (source := comes_from(scene, k, clause, content) or spread_among(scene, k, clause)) is not None:
            content = content or _governed_elsewhere(scene, k, clause, cue)
    rumour = scene.tokens[phrase.head].lemma in scene.lexicon.words["rumours"]
    if content is None or (source is None and cue.act not in SAID_BY_SOMEBODY and not rumour):
        return
    yield Draft(
        "noun-phrase", scene.sentence_of[phrase.head], source, words, (content,), cue.act, phrase_content=True
    )  # fmt: skip


def _holder(scene: Scene, k: int, clause: Clause) -> Range | None:
    """Who voices the noun: the subject of the verb whose object it is."""
    voiced = clause.lemma in scene.lexicon.words["voicing_verbs"]
    if not voiced or scene.phrases[k].preposition is not None or clause.subject in (None, k) or scene.is_attached(k):
        return None
    if clause.lemma in scene.lexicon.words["being_verbs"] and _has_expletive(scene, clause):
        return None  # "in Kiel gibt es Kritik an dem Plan"
    assert clause.subject is not None
    subject = scene.phrases[clause.subject]
    words = scene.lexicon.words
    nobody = scene.word(subject.head).lower() in words["nobodies"] | words["anybody"]
    return source_of(scene, clause) if scene.speaks(subject) and not nobody else None


def _has_expletive(scene: Scene, clause: Clause) -> bool:
    return any(scene.word(i).lower() == scene.lexicon.expletive for a, b in clause.parts for i in range(a, b))


def _governed(scene: Scene, k: int, cue: CueNoun, owner: Range | None) -> Range | None:
    """The phrase right behind the noun, or behind its owner: with a preposition of the noun's, or a thing in the
    genitive."""
    phrase = scene.phrases[k]
    at = owner[1] if owner is not None and owner[0] >= phrase.last else phrase.last
    if at + 1 >= len(scene.tokens) or scene.sentence_of[at + 1] != scene.sentence_of[phrase.head]:
        return None
    if scene.tag(at) in ("APPR", "APPRART"):
        if scene.tokens[at].lemma.lower() not in cue.prepositions:
            return None
        at += 1
        return _noun_at(scene, at)
    other = scene.phrase_of[at]
    if "gen" not in cue.takes or other < 0 or scene.phrases[other].first != at:
        return None
    after = scene.phrases[other]
    mine = owner is not None and owner[0] < phrase.head  # "seine Ablehnung der Regierung"
    owned = after.preposition is None and bool(after.agreement & GENITIVE) and (mine or not has_a_voice(scene, after))
    return full_phrase(scene.analysis, other) if owned and scene.is_attached(other) else None


def _governed_elsewhere(scene: Scene, k: int, clause: Clause, cue: CueNoun) -> Range | None:
    """As in "An dem Plan übt Holm Kritik": with such a verb the phrase may stand apart from its noun."""
    for other in clause.objects:
        if other != k and preposition_of(scene, scene.phrases[other]) in cue.prepositions:
            return _noun_at(scene, scene.phrases[other].first)
    return None


def _noun_at(scene: Scene, at: int) -> Range | None:
    """The whole phrase that begins here, where it is a noun's; not "für so etwas", "an sich"."""
    k = scene.phrase_of[at]
    if k < 0 or scene.phrases[k].first != at or scene.tag(scene.phrases[k].head) not in ("NN", "NE", "FM"):
        return None
    return full_phrase(scene.analysis, k)
