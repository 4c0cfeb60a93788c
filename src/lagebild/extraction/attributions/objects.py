"""Content that is only a phrase: "warf Russland *Unterstützung* vor", "sprach von *einem Fehler*"."""

from lagebild.extraction.attributions.calling import CALLING, called, is_bare_name
from lagebild.extraction.attributions.candidates import bare_object, belongs_to_subject, is_time
from lagebild.extraction.attributions.contents import after
from lagebild.extraction.attributions.extents import extent_of, with_extraposed
from lagebild.extraction.attributions.judging import JUDGING, judged
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import meant_by, preposition_of
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import ACCUSATIVE, DATIVE, GENITIVE, Clause, ClauseKind
from lagebild.model.attribution import Act

# Of these a person is the target, and what he is praised or blamed for the content.
BLAMING = (Act.PRAISE, Act.CRITICISE)


def object_content(
    scene: Scene, index: int, clause: Clause, cue: CueVerb, fixed: tuple[int, ...] = ()
) -> tuple[Range, ...] | None:
    """The phrase (or the two phrases of "X als Y") that the verb reports, with all that belongs to it.

    `fixed` are tokens of the cue beside its verb ("verantwortlich" in "macht X für Y verantwortlich").
    """
    takes = cue.takes
    if "akkadj" in takes and (found := judged(scene, index, clause, cue)) is not None and _is_done(scene, found):
        return found
    if takes & CALLING:
        pair = called(scene, index, clause, cue, fixed)
        if pair:
            return _with_what_it_is(scene, index, clause, pair)
        if clause.passive and not clause.objects and takes & {"akkals", "akkfür"}:
            return None
    if takes & JUDGING and (verdict := judged(scene, index, clause, cue)) is not None:
        return _with_what_it_is(scene, index, clause, verdict)
    # "verlangt nach dem Treffen mehr Geld": beside an object the preposition is not the verb's.
    plain = "akk" in takes and not fixed and bare_object(scene, clause, ACCUSATIVE) is not None
    for wanted in sorted(t for t in takes if t.startswith("p:") and not plain):
        for k in clause.objects:
            phrase = scene.phrases[k]
            if phrase.preposition is None or preposition_of(scene, phrase) != wanted[2:]:
                continue
            if any(phrase.first <= i < phrase.last for i in fixed) or belongs_to_subject(scene, clause, k):
                continue
            if scene.tag(phrase.head) in ("PRF", "PPER", "PRELS", "PWS") or _is_occasion(scene, k):
                continue
            if _is_superlative(scene, k):
                continue
            if wanted in cue.to.split() and scene.kind(phrase) == "person":
                continue  # "appelliert an die Entführer" tells to whom, not what
            return with_extraposed(scene, clause, k, extent_of(scene, index, clause, k, fixed))
    reason = _reason(scene, index, clause, cue) if clause.passive else None
    if reason is not None:
        return reason
    for case, mask in (("akk", ACCUSATIVE), ("akkq", ACCUSATIVE), ("dat", DATIVE), ("gen", GENITIVE)):
        if case not in takes:
            continue
        bare = bare_object(scene, clause, mask)
        if bare is None and case == "akk" and clause.kind is ClauseKind.REL:
            related = _relative_object(scene, clause)
            if related is not None:
                return (related,)
        if bare is None or (clause.lemma in scene.lexicon.words["listing_verbs"] and is_bare_name(scene, bare)):
            continue
        extent = extent_of(scene, index, clause, bare, fixed)
        if case == "akkq" and not any(
            scene.quote_of[i] >= 0 and scene.quotes[scene.quote_of[i]].spoken for i in range(*extent)
        ):
            continue
        return with_extraposed(scene, clause, bare, extent)
    return None


def _with_what_it_is(scene: Scene, index: int, clause: Clause, pair: tuple[Range, ...]) -> tuple[Range, ...]:
    """As in "nannte *es* „schade“, *dass niemand kam*": the pair with the clause that "es" stands for."""
    stands_for = any(last - first == 1 and scene.word(first).lower() == scene.lexicon.expletive for first, last in pair)
    zone = after(scene, index, clause) if stands_for else None
    if zone is None or zone.kind not in ("dass", "zu") or any(last > zone.ranges[0][0] for _, last in pair):
        return pair
    return (*pair, *zone.ranges)


def _reason(scene: Scene, index: int, clause: Clause, cue: CueVerb) -> tuple[Range, ...] | None:
    """As in "für *ihren Mut* wurde sie gelobt": what somebody is praised or blamed for."""
    if cue.act not in BLAMING or cue.to != "akk" or clause.subject is None:
        return None
    target = scene.phrases[clause.subject]
    if scene.tag(target.head) not in ("PPER", "NE") and scene.kind(target) != "person":
        return None
    for k in clause.objects:
        phrase = scene.phrases[k]
        governed = preposition_of(scene, phrase) in scene.lexicon.words["received_for"]
        if governed and scene.tag(phrase.head) == "NN" and not _is_occasion(scene, k):
            return (extent_of(scene, index, clause, k, ()),)
    return None


def _is_done(scene: Scene, found: tuple[Range, ...]) -> bool:
    """Whether a participle closes what is judged: "sah *seine Thesen bestätigt*, als Gäste in Schichten schliefen"."""
    return scene.tag(found[-1][1] - 1) == "VVPP"


def _is_occasion(scene: Scene, k: int) -> bool:
    """As in "verlangte *nach der Sitzung* mehr Geld", "sprach am Montag von …": when or where it was said."""
    words, phrase = scene.lexicon.words, scene.phrases[k]
    head = scene.tokens[phrase.head]
    preposition = preposition_of(scene, phrase)
    means = preposition in words["means_prepositions"] and head.lemma in words["means_nouns"]
    venue = preposition in words["venue_prepositions"] and head.lemma in words["venues"]
    return means or venue or is_time(scene, k)


def _is_superlative(scene: Scene, k: int) -> bool:
    """As in "zweifeln *am meisten*": preposition and adjective say how, and name no thing."""
    phrase = scene.phrases[k]
    fused = phrase.preposition is not None and scene.tag(phrase.preposition) == "APPRART"
    return fused and phrase.last - phrase.first == 1 and scene.tag(phrase.head) in ("ADJA", "PIS", "PIAT")


def _relative_object(scene: Scene, clause: Clause) -> Range | None:
    """As in "die Pläne, die X verkündete": what the relative pronoun stands for, where it is the object."""
    candidates = [clause.subject] if clause.passive else list(clause.objects)
    for k in candidates:
        if k is None:
            continue
        phrase = scene.phrases[k]
        if (
            scene.tag(phrase.head) == "PRELS"
            and phrase.preposition is None
            and (clause.passive or phrase.agreement & ACCUSATIVE)
        ):
            return meant_by(scene, clause, phrase)
    return None
