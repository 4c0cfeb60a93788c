"""Speech whose grammatical subject is nobody: "heißt es", "hieß es in der Mitteilung"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.preceding import before, interrupted
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act


def impersonal_drafts(scene: Scene) -> Iterator[Draft]:
    """Clauses such as "hieß es aus Regierungskreisen"; the cue is verb and pronoun, the source the phrase."""
    for index, clause in enumerate(scene.clauses):
        if clause.lemma not in scene.lexicon.words["saying_impersonally"] or clause.finite is None:
            continue
        pronoun = _pronoun(scene, clause)
        if pronoun is None:
            continue
        opener = scene.word(clause.opener).lower() if clause.opener is not None else ""
        if clause.kind is ClauseKind.SUB and opener in scene.lexicon.words["as_openers"]:
            zone = contents.around(scene, index, clause)
        else:
            inserted = interrupted(scene, clause) is not None
            zone = (None if inserted else contents.after(scene, index, clause)) or before(scene, index, clause)
        if zone is None:
            continue
        low, high = sorted((clause.finite, pronoun))
        cue: tuple[Range, ...] = ((low, high + 1),) if high == low + 1 else ((low, low + 1), (high, high + 1))
        source = _document(scene, clause)
        if source is None and clause.lemma in scene.lexicon.words["saying_in_texts"]:
            continue
        yield Draft(
            "heisst-es",
            clause.sentence,
            source,
            cue,
            zone.ranges,
            Act.SAY,
            borrow="running" if source is None and not _is_earlier(scene, clause) else "none",
        )


def _is_earlier(scene: Scene, clause: Clause) -> bool:
    """As in "Zunächst hatte es geheißen": what was said before is not said by who speaks now."""
    assert clause.finite is not None
    verb = scene.tokens[clause.finite].verb
    perfect = scene.tokens[clause.finite].lemma in scene.lexicon.words["perfect_auxiliaries"]
    return perfect and verb is not None and verb.tense == "past" and verb.mood == "ind"


def _pronoun(scene: Scene, clause: Clause) -> int | None:
    for first, last in clause.parts:
        for i in range(first, last):
            if scene.tokens[i].lemma == scene.lexicon.expletive and scene.tag(i) == "PPER":
                return i
    return None


def _document(scene: Scene, clause: Clause) -> Range | None:
    """The text that says so: "in der Mitteilung", "darin"."""
    for k in clause.objects:
        phrase = scene.phrases[k]
        if preposition_of(scene, phrase) in scene.lexicon.words["impersonal_source_prepositions"]:
            span = scene.span(phrase.first, phrase.last)
            if ends_in(scene.tokens[phrase.head].lemma.lower(), scene.lexicon.words["impersonal_occasions"]):
                continue  # "hieß es auf Anfrage"
            if not scene.timexes_near(span) and scene.tag(phrase.head) in ("NN", "NE"):
                return full_phrase(scene.analysis, k)
    own = (i for first, last in clause.parts for i in range(first, last) if scene.quote_of[i] < 0)
    return next(((i, i + 1) for i in own if scene.word(i).lower() in scene.lexicon.words["text_adverbs"]), None)
