"""Which rows of the table of cue verbs a clause's verb may have: its own, its twin's, those of a verb around it."""

from functools import cache

from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.cue_clauses import is_reflexive
from lagebild.extraction.attributions.scene import Scene
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import Clause
from lagebild.model.attribution import Act

# Without a participle there is no state and no twin, and without an infinitive no verb around it.
FORMS_OF_MORE = frozenset(("VVPP", "VVINF"))


def rows_of(scene: Scene, index: int, clause: Clause) -> tuple[CueVerb, ...]:
    """The rows that the clause's verb may have here, in the order of the table; none where it tells a state."""
    forms = {scene.tag(i) for i in clause.predicate}
    if FORMS_OF_MORE.isdisjoint(forms):
        return scene.lexicon.verbs.get(clause.lemma, ())
    moods = _of_mood(scene, clause)
    if moods:
        return moods
    own = (*scene.lexicon.verbs.get(clause.lemma, ()), *_of_twin(scene, clause))
    rows = _with_causative(scene, clause, own)
    if not rows or not _is_state(scene, clause):
        return rows
    return tuple(cue for cue in rows if cue.act is Act.DEMAND and _is_called_upon(scene, index, clause, cue))


def as_told(scene: Scene, clause: Clause) -> Clause:
    """The clause as the rules read it: a state is told like the passive that led to it."""
    return clause._replace(passive=True) if _is_state(scene, clause) and not _of_mood(scene, clause) else clause


def _of_mood(scene: Scene, clause: Clause) -> tuple[CueVerb, ...]:
    """As in "Davon ist Holm *überzeugt*": the participle tells what somebody thinks, as an adjective would."""
    if clause.passive or not _is_state(scene, clause):
        return ()
    forms = {scene.word(i) for i in clause.predicate if scene.tag(i) == "VVPP"} - scene.lexicon.words["undergone"]
    rows = (cue for lemma in sorted(scene.lexicon.words["copula"]) for cue in scene.lexicon.verbs.get(lemma, ()))
    near = (cue for cue in rows if not cue.beginnings.isdisjoint(forms))
    return tuple(cue for cue in near if any(len(choice) == 1 and choice[0] in forms for choice in cue.fixed))


def _with_causative(scene: Scene, clause: Clause, own: tuple[CueVerb, ...]) -> tuple[CueVerb, ...]:
    """In "ließ wissen" the rows of the verb before the infinitive too, in "ließ sich erklären" only those."""
    lemmas = {scene.tokens[i].lemma for i in clause.predicate} & scene.lexicon.words["causative_verbs"] - {clause.lemma}
    if not lemmas or all(scene.tag(i) != "VVINF" for i in clause.predicate):
        return own
    around = tuple(cue for lemma in sorted(lemmas) for cue in scene.lexicon.verbs.get(lemma, ()) if cue.fixed)
    return tuple(cue for cue in around if cue.reflexive) if is_reflexive(scene, clause) else (*around, *own)


def _of_twin(scene: Scene, clause: Clause) -> tuple[CueVerb, ...]:
    """As in "hat gestanden, dass …": of "gestehen" as well as of "stehen"."""
    forms = {scene.word(i) for i in clause.predicate if scene.tag(i) == "VVPP"}
    if not forms or clause.passive:
        return ()
    twins = _twins(scene.lexicon.words["participle_twins"])
    if twins.keys().isdisjoint(forms):
        return ()
    lemmas = [verb for form, verbs in twins.items() if form in forms for verb in verbs if verb != clause.lemma]
    return tuple(cue for lemma in lemmas for cue in scene.lexicon.verbs.get(lemma, ()) if not cue.fixed)


@cache
def _twins(pairs: frozenset[str]) -> dict[str, list[str]]:
    """By a participle the verbs that it may be of besides the one that it looks like."""
    found: dict[str, list[str]] = {}
    for form, verb in (pair.split() for pair in sorted(pairs)):
        found.setdefault(form, []).append(verb)
    return found


def _is_state(scene: Scene, clause: Clause) -> bool:
    """As in "sind auf Hilfe angewiesen": a participle with "sein" is a state, unless its perfect takes "sein"."""
    if all(scene.tokens[i].tag != "VVPP" for i in clause.predicate):
        return False
    words = scene.lexicon.words
    if clause.lemma in words["perfect_with_sein"] or clause.lemma in words["copula"]:
        return False
    verbs = [scene.tokens[i] for i in clause.predicate]
    auxiliary = {token.lemma for token in verbs if token.tag.startswith("VA")}
    return auxiliary == words["copula"] and not any(token.tag == "VAPP" for token in verbs)


def _is_called_upon(scene: Scene, index: int, clause: Clause, cue: CueVerb) -> bool:
    """As in "sind aufgerufen, ihren Müll zu trennen": a state in which others have put them."""
    zone = contents.after(scene, index, clause) if "zu" in cue.takes and cue.to == "akk" else None
    return zone is not None and zone.kind == "zu"
