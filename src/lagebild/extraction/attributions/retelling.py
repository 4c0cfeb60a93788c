"""Retelling: sentences of somebody's account that tell of telling themselves: "Er hoffe, dass …"."""

from collections.abc import Sequence

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.reported_mood import Account, is_authors, reports, stands_alone
from lagebild.extraction.attributions.scene import Scene
from lagebild.model.analysis import Clause, ClauseKind

# Rules that take a quotation for a statement of its own where no reporting verb stands before its colon.
COLON = "quotation-colon"
# Rules of cues that ascribe the whole sentence from beside it.
FRAMES = ("frame", "heisst-es", "headline")


def is_retold(scene: Scene, number: int, drafts: Sequence[Draft], before: Account) -> bool:
    """Whether the sentence's own verb stands in the mood of reports and so do the cues of all that it tells: then the
    cues ascribe parts, and the whole is the account of who spoke before."""
    sentence = scene.sentences[number]
    clauses = [scene.clauses[k] for k in scene.clauses_in[number]]
    own = [clause for clause in clauses if stands_alone(scene, clause) and not _is_quoted(scene, clause)]
    if not own or not reports(scene, own[0], before) or is_authors(scene, own[0], sentence):
        return False
    finite = own[0].finite
    assert finite is not None
    if any(clause.kind is ClauseKind.MAIN and scene.mood(clause) == "ind" for clause in own[1:]):
        return False
    touching = [draft for draft in drafts if _touches(own[0], finite, draft)]
    return bool(touching) and all(_is_reported(scene, draft) for draft in drafts if draft.cue)


def within_retold(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that stay beside the whole: a quotation behind the colon of its own words is a part of it."""
    return [draft for draft in drafts if draft.rule != COLON or not _is_own_words(scene, draft)]


def _is_own_words(scene: Scene, draft: Draft) -> bool:
    return draft.source is None or scene.tag(draft.source[0]) in ("PPER", "PDS", "PIS")


def _touches(clause: Clause, finite: int, draft: Draft) -> bool:
    held = any(first <= finite < last for first, last in draft.content)
    return held or any(first <= at < last for at, _ in draft.cue for first, last in clause.parts)


def _is_quoted(scene: Scene, clause: Clause) -> bool:
    return clause.finite is not None and scene.quote_of[clause.finite] >= 0


def _is_reported(scene: Scene, draft: Draft) -> bool:
    """Whether the draft's cue is a word in the mood of reports, or within a clause that is; a frame has no mood."""
    if draft.rule.startswith(FRAMES):
        return False
    index = scene.clause_of[draft.cue[0][0]]
    chain = scene.ancestors(index) if index >= 0 else []
    mood = next((scene.mood(scene.clauses[k]) for k in chain if scene.clauses[k].finite is not None), "")
    return mood.startswith("kon")
