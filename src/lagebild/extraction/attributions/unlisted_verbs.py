"""Verbs that the lexicon does not know, where a quotation or the Konjunktiv shows that they introduce speech."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.cue_clauses import cue_ranges, subject_follows
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.preceding import before, opens_with_so
from lagebild.extraction.attributions.reported_mood import is_plainly_reported
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act


def by_quotation(scene: Scene, index: int, clause: Clause) -> Iterator[Draft]:
    """A verb that the lexicon does not know introduces speech all the same when a quotation says so:
    "„…“, freut sich X", "X wird deutlich: „…“"."""
    if (
        clause.finite is None
        or scene.quote_of[clause.finite] >= 0
        or clause.kind not in (ClauseKind.MAIN, ClauseKind.V2)
    ):
        return
    zone = contents.after(scene, index, clause) if clause.sentence in scene.with_colon else None
    if zone is not None and zone.colon and clause.subject is not None:
        start = zone.ranges[0][0]
        if scene.quote_of[start] >= 0 and scene.quotes[scene.quote_of[start]].complete:
            told = _telling_clause(scene, index)
            if told not in (None, index) and scene.clauses[told or 0].lemma in scene.lexicon.verbs:
                return  # "Holm sagte, er komme: „Bald.“" is all said with the verb before it
            source = None if told is None else _speaking_source(scene, scene.clauses[told])
            if source is not None or told is None:
                yield Draft(
                    "quotation-colon", clause.sentence, source, cue_ranges(scene, clause), zone.ranges, Act.SAY,
                    borrow="running",
                )  # fmt: skip
                return
        if scene.quote_of[start] < 0 and _reports_behind(scene, start):
            source = _speaking_source(scene, clause)
            named = source is not None and scene.tag(source[0]) not in ("PDS", "PIS")
            if named and not scene.mood(clause).startswith("kon"):
                yield Draft(
                    "konjunktiv-colon", clause.sentence, source, cue_ranges(scene, clause), zone.ranges, Act.SAY
                )
                return
    if (
        clause.finite == clause.first + opens_with_so(scene, clause)
        and clause.subject is not None
        and subject_follows(scene, clause)
        and clause.lemma not in scene.lexicon.words["never_cues"]
    ):
        zone = before(scene, index, clause)
        if zone is None:
            return
        last = zone.ranges[0][1] - 1
        quoted = scene.quote_of[last] >= 0 and scene.quotes[scene.quote_of[last]].complete
        said = quoted or any(
            scene.mood(scene.clauses[k]) == "kon1"
            and scene.clauses[k].first < clause.first
            and scene.clauses[k].kind in (ClauseKind.MAIN, ClauseKind.V2)
            for k in scene.clauses_in[clause.sentence]
        )
        source = _speaking_source(scene, clause)
        if said and source is not None:
            yield Draft("quotation-before", clause.sentence, source, cue_ranges(scene, clause), zone.ranges, Act.SAY)


def _reports_behind(scene: Scene, start: int) -> bool:
    """As in "Sie reagierte gelassen: Es könne nur besser werden": what follows the colon is plainly reported."""
    here = scene.clause_of[start]
    if here < 0 or scene.clauses[here].first != start or scene.clauses[here].finite is None:
        return False
    return is_plainly_reported(scene, scene.clauses[here])


def _telling_clause(scene: Scene, index: int) -> int | None:
    """Whose quotation follows a colon: not the subject's of indirect speech, but his whose speech it is; None for
    indirect speech that runs on from another sentence."""
    for k in scene.ancestors(index):
        if not scene.mood(scene.clauses[k]).startswith("kon") and scene.clauses[k].kind is ClauseKind.MAIN:
            return k
    return None


def _speaking_source(scene: Scene, clause: Clause) -> Range | None:
    """The subject where it can speak: a person, a body, a medium; not "es" and not a thing."""
    if clause.subject is None or clause.passive:
        return None
    head = scene.phrases[clause.subject].head
    if scene.word(head).lower() in scene.lexicon.words["impersonal"] or not scene.speaks(scene.phrases[clause.subject]):
        return None
    return full_phrase(scene.analysis, clause.subject)
