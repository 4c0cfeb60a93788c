"""Uses of verbs of saying that pass on nobody's words: plans, aims, customs, what only might be, what nobody says."""

from lagebild.analysis.relatives import antecedent
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.attributions.unspoken import vouches
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act

# With "können" in the present these only might be said or thought.
MERELY_POSSIBLE = (Act.THINK, Act.DEMAND, Act.THREATEN)
# What one does something for: "kam, um für Frieden zu werben"; not "um ihn als Chef zu bestätigen".
AIMS = (Act.DEMAND, Act.WARN, Act.CRITICISE, Act.ASK, Act.ACCUSE, Act.THREATEN)


def is_plan(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "will fordern" is a plan of the author's voice, no attribution; so is what somebody should or must say."""
    asks = any(clause.modal in choice for choice in cue.fixed)  # "will wissen, ob …"
    # "Holm müsse sagen" passes on a demand; "müsste sagen" is the author's own.
    words, mood = scene.lexicon.words, scene.mood(clause)
    unreal = mood == "kon2" and clause.modal in words["compelling_modals"]
    planned = clause.modal in words["plan_modals"] and (mood == "ind" or unreal)
    return planned and not asks and cue.lemma != clause.modal and not _is_done_all_the_same(scene, clause, cue)


def _is_done_all_the_same(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "musste einräumen", where it was said, and "wollte nicht bestätigen", where that was the answer."""
    words = scene.lexicon.words
    verb = scene.tokens[clause.finite].verb if clause.finite is not None else None
    if clause.modal in words["compelling_modals"]:
        return verb is not None and verb.tense == "past" and cue.lemma in words["conceding"]
    negated = any(scene.tag(i) == "PTKNEG" for first, last in clause.parts for i in range(first, last))
    return clause.modal in words["declining_modals"] and negated and cue.lemma in words["declining"]


def is_aim(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "ohne Namen zu nennen": not said at all; and as in "um zu warnen" before the clause that it serves."""
    opener = scene.word(clause.first if clause.opener is None else clause.opener).lower()
    words = scene.lexicon.words
    if clause.kind is not ClauseKind.INF or opener not in words["purpose"]:
        return False
    first = clause.first == scene.sentences[clause.sentence].first
    return opener not in words["aims"] or first or cue.act not in AIMS


def is_said_by_nobody(scene: Scene, clause: Clause) -> bool:
    """As in "niemand weiß", "Bitten Sie den Chef": no one is the source, or the reader; "sie fürchte, jemand …" is
    what she says."""
    if _subject_is_among(scene, clause, "no"):
        return True
    if scene.mood(clause).startswith("kon"):
        return False
    nobodies = scene.lexicon.words["nobodies"]
    ahead = (scene.phrases[k] for k in clause.objects if clause.finite is not None)
    ahead_nobody = any(
        p.last == clause.finite and p.preposition is None and scene.word(p.head).lower() in nobodies for p in ahead
    )
    return ahead_nobody or _subject_is_among(scene, clause, "nobodies") or _is_reader(scene, clause)


def _is_reader(scene: Scene, clause: Clause) -> bool:
    """As in "Bitten Sie den Chef": a capital within the sentence tells the polite form."""
    if clause.subject is None:
        return False
    head = scene.phrases[clause.subject].head
    return scene.word(head) in scene.lexicon.words["polite_you"] and not (
        head == scene.sentences[clause.sentence].first or scene.is_mark(head - 1)
    )


def is_custom(scene: Scene, clause: Clause, draft: Draft) -> bool:
    """As in "man nennt ihn den Eisernen", "wie man sagt": usage, not speech; "man fürchtet, dass …" is somebody's, and
    so is a clause that "jemand" says."""
    if _subject_is_among(scene, clause, "somebodies"):
        return draft.rule not in ("verb-dass", "verb-v2")
    return (
        _subject_is_among(scene, clause, "anybody")
        and (draft.phrase_content or not scene.mood(clause).startswith("kon"))
        and draft.rule != "verb-dass"
    )


def _subject_is_among(scene: Scene, clause: Clause, words: str) -> bool:
    if clause.subject is None:
        return False
    return scene.word(scene.phrases[clause.subject].head).lower() in scene.lexicon.words[words]


def is_no_voice(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "Das Spiel verlangt Geduld", "Wärme geht von der Sonne aus": with a phrase these verbs report only where
    the subject is somebody."""
    if clause.subject is None or clause.passive or clause.lemma not in scene.lexicon.words["voices_only"]:
        return False
    subject = clause.subject
    if scene.tag(scene.phrases[subject].head) == "PRELS":
        meant = antecedent(scene.analysis, clause, scene.phrases[subject])
        subject = subject if meant is None else meant
    at = scene.phrases[subject].head
    head = scene.tokens[at]
    named = scene.quote_of[at] >= 0 and not scene.quotes[scene.quote_of[at]].spoken
    voice = bool(cue.source) or vouches(scene, subject) or named
    return not voice and not head.lemma.endswith(tuple(scene.lexicon.words["person_endings"]))


def is_no_report(scene: Scene, clause: Clause, act: Act) -> bool:
    """With a mere phrase as content nobody reports where he only might ("falls er den Ort nennt"), where it is to be
    expected ("ist mit Schnee zu rechnen")."""
    words = scene.lexicon.words
    opener = scene.word(clause.opener).lower() if clause.opener is not None else ""
    if clause.kind is ClauseKind.SUB and opener in words["conditions"]:
        return True
    obliged = clause.finite is not None and scene.tokens[clause.finite].lemma in words["perfect_auxiliaries"]
    if obliged and any(scene.tag(i) in ("PTKZU", "VVIZU") for i in clause.predicate):
        return True  # "hat seinen Ruf zu verteidigen"
    if clause.modal in words["possible_modals"] and (act is Act.PRAISE or act in MERELY_POSSIBLE):
        verb = scene.tokens[clause.finite].verb if clause.finite is not None else None
        # "können auf Gewinne hoffen", "kann sich über ein Rad freuen"; but "konnte keine Reue erkennen".
        return act is Act.PRAISE or verb is None or verb.tense != "past"
    if any(scene.tokens[i].lemma in words["future"] and scene.tag(i) == "VAFIN" for i in clause.predicate):
        return not clause.passive  # "sie werden ihre Einigkeit betonen"
    if any(scene.word(i) in words["never"] for first, last in clause.parts for i in range(first, last)):
        return True  # "fragte nie nach dem Preis"
    tags = {scene.tag(i) for i in clause.predicate}
    return bool(tags & {"PTKZU", "VVIZU"}) and any(scene.tokens[i].lemma in words["copula"] for i in clause.predicate)


def needs_source(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """Whether the verb tells nobody's words without a source: a state of mind ("ist nicht sicher, dass …"), a text that
    is not there ("dahinter steht die Erkenntnis, dass …")."""
    if clause.lemma in scene.lexicon.words["copula"]:
        return cue.act is Act.THINK and clause.subject is None
    named = clause.subject is not None and scene.tag(scene.phrases[clause.subject].head) == "NN"
    return cue.source == "from" and named and not clause.passive and not is_to_be_learned(scene, clause)


def is_to_be_learned(scene: Scene, clause: Clause) -> bool:
    """As in "war am Rande der Messe zu hören": from whom or what need not be said."""
    tags = {scene.tag(i) for i in clause.predicate}
    lemmas = {scene.tokens[i].lemma for i in clause.predicate}
    return "PTKZU" in tags and bool(lemmas & scene.lexicon.words["copula"])


def is_part_of_account(scene: Scene, clause: Clause, act: Act) -> bool:
    """As in "Holm sagte, *er freue sich: „Bald.“*": the quotation goes on with what the verb before ascribes, unless
    there it is said too ("er habe geantwortet: „Nein.“")."""
    if (
        act not in (Act.THINK, Act.PRAISE)
        or clause.kind is not ClauseKind.V2
        or clause.parent is None
        or not scene.mood(clause).startswith("kon")
    ):
        return False
    around = scene.clauses[clause.parent]
    return around.lemma in scene.lexicon.verbs and around.first < clause.first and scene.mood(around) == "ind"


def first_person_in_quotation(scene: Scene, clause: Clause) -> bool:
    """As in "„Ich glaube, es eilt“, sagte sie": what the speaker of a quotation says of himself is the quotation's."""
    if clause.finite is None or scene.quote_of[clause.finite] < 0:
        return False
    if clause.subject is None:
        return True
    return scene.word(scene.phrases[clause.subject].head).lower() in scene.lexicon.words["first_persons"]
