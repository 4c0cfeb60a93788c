"""Pointing: clauses that ascribe what stands beside them by a word for it: "Das sagte Holm", "So erzählt es Holm"."""

from lagebild.extraction.attributions.contents import Zone, sentence_before
from lagebild.extraction.attributions.scene import Scene
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act

# In "So erzählt es der Sekretär" no more than a reflexive stands between verb and "es".
NEAR_IT = 2
# As many words may stand between "so" and its verb: "so jedenfalls".
LIMITING = 2
# "Auch zu diesem Ergebnis" has no more words.
LONGEST_FIELD = 5


def points_back(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """Whether the clause's object is a bare "das" or "dies" that points back, or "davor" in its place; the subject of
    "geht aus X hervor"."""
    first = clause.first + (scene.tag(clause.first) in ("KON", "ADV"))
    adverb = first + 1 == clause.finite and scene.tag(first) in ("PROAV", "PAV")
    if adverb and scene.word(first).lower().endswith(tuple(cue.prepositions)) and not clause.passive:
        return clause.kind is ClauseKind.MAIN
    if cue.act in (Act.SAY, Act.THINK) and cue.fixed and _names_what_was_said(scene, clause):
        return True
    candidates = [clause.subject] if clause.passive or cue.source == "from" else list(clause.objects)
    for k in candidates:
        if k is None:
            continue
        phrase = scene.phrases[k]
        word = scene.word(phrase.head).lower()
        if phrase.preposition is None and phrase.last - phrase.first == 1:
            if word in scene.lexicon.words["pointing"]:
                return True
            dative = "dat" in cue.takes and phrase.first == clause.first and clause.finite == phrase.last
            if dative and word in scene.lexicon.words["pointing_dative"]:
                return True  # "Dem widersprach Holm"
    return False


def _names_what_was_said(scene: Scene, clause: Clause) -> bool:
    """As in "*Zu diesem Schluss* kommt eine Studie", "*Diese Ansicht* vertritt Holm": the verb's own noun, with "this",
    is the first field."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or clause.finite - clause.first > LONGEST_FIELD:
        return False
    pointing = scene.lexicon.words["pointing_back"]
    return any(scene.tag(i) == "PDAT" and scene.tokens[i].lemma in pointing for i in range(clause.first, clause.finite))


def says_it_so(scene: Scene, clause: Clause) -> bool:
    """As in "So erzählt es der Sekretär", "So steht es im Bericht": "so" and "es" stand for the sentence before."""
    words = scene.lexicon.words
    if clause.finite is None or scene.word(clause.first).lower() not in words["frame_so"]:
        return False
    between = range(clause.first + 1, clause.finite)
    if len(between) > LIMITING or any(scene.tag(i) not in ("ADV", "KON") for i in between):
        return False
    behind = range(clause.finite + 1, min(clause.finite + 1 + NEAR_IT, clause.last))
    return any(scene.word(i).lower() in words["expletive"] for i in behind)


def pointed_at(scene: Scene, clause: Clause) -> Zone | None:
    """What "das" stands for: the part before a colon in the sentence, the clause before a comma, else the sentence
    before."""
    sentence = scene.sentences[clause.sentence]
    if (
        clause.first > sentence.first
        and not (sentence.headline and not _states(scene, clause))
        and (scene.word(clause.first - 1) in (":", "–", "-") or _follows_statement(scene, clause))
    ):
        start = scene.skip_marks(sentence.first, clause.first)
        end = clause.first
        while end > start and scene.is_mark(end - 1):
            end -= 1
        if end > start:
            return Zone("v2", ((start, end),))
    if clause.kind is not ClauseKind.MAIN or scene.skip_marks(sentence.first, sentence.last) < clause.first - 1:
        return None
    if sentence.headline:
        return None  # "Das sagt der Angeklagte" over what follows
    return sentence_before(scene, clause.sentence)


def _states(scene: Scene, clause: Clause) -> bool:
    """Whether a verb stands before the clause: not in "Hafen: Das sagt Holm"."""
    return any(scene.tokens[i].verb is not None for i in range(scene.sentences[clause.sentence].first, clause.first))


def _follows_statement(scene: Scene, clause: Clause) -> bool:
    """As in "Der Damm hält, *das sagt auch Holm*": right behind the comma of a main clause of the author's."""
    comma = clause.first - 1
    if scene.word(comma) != "," or clause.kind is not ClauseKind.MAIN or scene.clause_of[comma - 1] < 0:
        return False
    chain = scene.ancestors(scene.clause_of[comma - 1])
    before = scene.clauses[chain[-1]]
    ascribes = any(not cue.fixed for cue in scene.lexicon.verbs.get(before.lemma, ()))
    stated = before.finite is not None and scene.mood(before) == "ind" and not ascribes
    return before.kind is ClauseKind.MAIN and stated and scene.quote_of[comma - 1] < 0
