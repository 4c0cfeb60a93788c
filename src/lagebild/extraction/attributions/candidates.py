"""Which phrases of a clause may be the object of its verb, and which only look like it."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.scene import Scene
from lagebild.model.analysis import ACCUSATIVE, DATIVE, PLURAL, Clause, ClauseKind

VERB_SECOND = (ClauseKind.MAIN, ClauseKind.V2)


def bare_object(scene: Scene, clause: Clause, mask: int) -> int | None:
    """The object without preposition that fits; where two fit, the later one (dative precedes accusative)."""
    if clause.passive:
        subject = clause.subject
        if mask == ACCUSATIVE and subject is not None and not is_pronoun(scene, subject):
            return subject
        return None
    fitting = [
        k
        for k in clause.objects
        if scene.phrases[k].preposition is None
        and scene.phrases[k].agreement & mask
        and not is_pronoun(scene, k)
        and not is_time(scene, k)
        and not belongs_to_subject(scene, clause, k)
        and not shares_first_field(scene, clause, k)
        and not is_compared(scene, k)
    ]
    fitting = [k for k in fitting if not scene.is_attached(k)] or fitting
    if not fitting:
        return None
    two = mask == ACCUSATIVE and len(fitting) > 1 and scene.phrases[fitting[0]].agreement & DATIVE
    if two and not _is_enumerated(scene, scene.phrases[fitting[1]].first):
        return fitting[1]
    return fitting[0]


def _is_enumerated(scene: Scene, first: int) -> bool:
    """As in "fordert mehr Lehrer, *kleinere Klassen*", "sieht Vorteile und auch *Nachteile*": what stands before it is
    no dative."""
    before = first - 1 - (scene.tag(first - 1) == "ADV")
    return scene.word(first - 1) == "," or scene.tag(before) == "KON"


def has_object(scene: Scene, clause: Clause, fixed: tuple[int, ...]) -> bool:
    """Whether the clause has an object in the accusative only, or as a passive clause its subject; `fixed` words of
    the cue are none."""
    if clause.subject is None:
        return False
    k = clause.subject if clause.passive else bare_object(scene, clause, ACCUSATIVE)
    if k is None or is_pronoun(scene, k) or is_compared(scene, k):
        return False
    phrase = scene.phrases[k]
    if any(phrase.first <= i < phrase.last for i in fixed):
        return False
    if clause.passive:
        return True
    return not phrase.agreement & DATIVE or (scene.tag(phrase.head) == "NN" and not phrase.agreement & DATIVE & PLURAL)


def belongs_to_subject(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the phrase is a part of the subject: behind its "und", or an apposition behind its comma, or beside it
    before the finite verb of a verb-second clause, where there is room for one constituent only."""
    if clause.subject is None or k == clause.subject:
        return False
    subject, phrase = scene.phrases[clause.subject], scene.phrases[k]
    if phrase.first == subject.last + 1 and scene.word(subject.last) == ",":
        return True
    first, last = full_phrase(scene.analysis, clause.subject)
    if first <= phrase.first < last and scene.tag(phrase.first - 1) == "KON":
        return True  # "wie Polizei und *Feuerwehr* mitteilten"
    if first <= phrase.first < last and any(scene.word(i) == "," for i in range(first, phrase.first)):
        return True
    if clause.kind not in VERB_SECOND or clause.finite is None:
        return False
    return subject.first < clause.finite and phrase.first < clause.finite


def shares_first_field(scene: Scene, clause: Clause, k: int) -> bool:
    """As in "Aus Kiel, *Lübeck* und Bremen meldeten Retter …": before the finite verb of a main clause is room for one,
    and it begins with a preposition."""
    phrase = scene.phrases[k]
    if clause.kind not in VERB_SECOND or clause.finite is None or phrase.last > clause.finite:
        return False
    return scene.tag(clause.first) in ("APPR", "APPRART") and phrase.preposition is None


def is_compared(scene: Scene, k: int) -> bool:
    """As in "wie auch die Grünen": the phrase stands behind "wie" or "als"."""
    before = scene.phrases[k].first - 1
    return scene.tag(before) == "KOKOM" or (scene.tag(before) == "ADV" and scene.tag(before - 1) == "KOKOM")


def is_pronoun(scene: Scene, k: int) -> bool:
    """Whether the phrase is a pronoun, which says nothing by itself."""
    return scene.tag(scene.phrases[k].head) in ("PRF", "PPER", "PDS", "PIS", "PRELS", "PWS")


def is_time(scene: Scene, k: int) -> bool:
    """Whether the phrase tells when: "den ganzen Tag"."""
    span = scene.span(scene.phrases[k].first, scene.phrases[k].last)
    if scene.tokens[scene.phrases[k].head].lemma in scene.lexicon.words["times_counted"]:
        return True  # "ein weiteres Mal"
    return any(timex.span.contains(span) for timex in scene.timexes_near(span))
