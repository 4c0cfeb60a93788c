"""Participles before a noun that tell who said it: "die *von der Ministerin* angekündigten *Kürzungen*"."""

from collections.abc import Iterator

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.language.cues import CueVerb
from lagebild.language.load import Language
from lagebild.model.analysis import ANY, Phrase

# How far before its participle the agent may stand, in words.
FARTHEST = 10
# What the agent's noun phrase is made of, and what may stand between it and the participle.
AGENT = frozenset(("ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD", "NN", "NE", "FM"))
BETWEEN = frozenset((*AGENT, "ADV", "ADJD", "KOKOM", "APPR", "APPRART", "$(", "PTKNEG"))
# As what the noun is taken: "der als gefährlich eingestufte Mann".
ASSESSED = {"als": "akkals", "für": "akkfür"}


def attribute_drafts(scene: Scene) -> Iterator[Draft]:
    """Attributions by a participle of a cue verb that names its agent and stands before the noun that it is about."""
    for i in scene.analysis.where.tagged("ADJA"):
        if scene.phrase_of[i] < 0:
            continue
        agent = _agent(scene, i)
        found = _cue(scene, i, agent[1]) if agent is not None else None
        if agent is None or found is None:
            continue
        row, cue = found
        noun = (i + 1, full_phrase(scene.analysis, scene.phrase_of[i])[1])
        assessed = (agent[1], cue[0][0]) if _is_assessed(scene, row, agent[1]) else None
        content = (noun,) if assessed is None else (assessed, noun)
        if row.act is not None and noun[0] < noun[1]:
            yield Draft("attribute", scene.sentence_of[i], agent, cue, content, row.act, phrase_content=True)


def _agent(scene: Scene, participle: int) -> Range | None:
    """Who is named with "von" before the participle, behind an article or at the beginning of the phrase."""
    first = scene.sentences[scene.sentence_of[participle]].first
    for i in range(participle - 2, max(first, participle - FARTHEST) - 1, -1):
        tag = scene.tokens[i].tag
        if tag in ("APPR", "APPRART") and scene.word(i).lower() in scene.lexicon.words["agents"]:
            end = i + 1
            while end < participle and scene.tag(end) in AGENT:
                end += 1
            return _named(scene, i + 1, end) if all(scene.tag(j) in BETWEEN for j in range(end, participle)) else None
        if tag not in BETWEEN:
            return None
    return None


def _named(scene: Scene, first: int, last: int) -> Range | None:
    """The words up to the last noun, where they name somebody who can speak."""
    nouns = [i for i in range(first, last) if scene.tag(i) in ("NN", "NE", "FM")]
    if not nouns:
        return None
    agent = Phrase(first, nouns[-1] + 1, nouns[0], ANY)
    return (first, nouns[-1] + 1) if scene.speaks(agent) else None


def _cue(scene: Scene, participle: int, first: int) -> tuple[CueVerb, tuple[Range, ...]] | None:
    """The row of the participle's verb that reports its object, and its cue with the fixed words before it."""
    form = scene.tokens[participle].lemma
    lemmas = {p.lemma for p in lexicon(Language(scene.analysis.language)).entry(form).possibilities if p.tag == "VVPP"}
    for row in (row for lemma in sorted(lemmas) for row in scene.lexicon.verbs.get(lemma, ())):
        if row.reflexive == "yes":
            continue
        for choice in row.fixed:
            start = participle - len(choice)
            if start >= first and all(scene.word(start + n) == word for n, word in enumerate(choice)):
                return (row, ((start, participle + 1),)) if "akk" in row.takes else None
        if not row.fixed and ("akk" in row.takes or _is_assessed(scene, row, first)):
            return row, ((participle, participle + 1),)
    return None


def _is_assessed(scene: Scene, row: CueVerb, first: int) -> bool:
    return ASSESSED.get(scene.word(first), "") in row.takes
