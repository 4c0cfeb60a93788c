"""The mood of reported speech: when Konjunktiv I and II, or what looks like the past, pass on somebody's words."""

from enum import IntEnum
from typing import NamedTuple

from lagebild.extraction.attributions.scene import Scene
from lagebild.model.analysis import Clause, ClauseKind, Sentence, Token

PARTICIPLES = frozenset(("VVPP", "VAPP", "VMPP"))
# How many words of fixed words may stand behind the clause.
LONGEST_FIXED = 4
# What a second main clause of the same account begins with: "und", "außerdem", "dabei".
ADDING = frozenset(("KON", "ADV", "PROAV", "ADJD"))


class Account(IntEnum):
    """How the sentence before was told."""

    OWN = 0
    """In the author's voice."""
    ASCRIBED = 1
    """Somebody's words or opinion, in the indicative, quoted or as a phrase."""
    REPORTED = 2
    """Somebody's words in the Konjunktiv."""


class Before(NamedTuple):
    """What went before a sentence."""

    account: Account
    lately: bool = False
    """Whether somebody spoke a few sentences before."""
    demanded: bool = False
    """Whether he asked for something right before, or warned."""


def reported_from(scene: Scene, number: int, before: Before) -> int | None:
    """The token from which on the sentence stands in the mood of reported speech, None where it does not.

    Konjunktiv I says so by itself; Konjunktiv II only where reported speech is already running, because it
    may also be the author's own "would". Where somebody spoke lately, a plural that could not be anything else goes
    on with him behind the author's own sentence; where he asked for something, so does "sollten".
    """
    sentence = scene.sentences[number]
    mains = [scene.clauses[k] for k in scene.clauses_in[number] if stands_alone(scene, scene.clauses[k])]
    if not mains or mains[0].finite is None:
        return None
    mood, finite = scene.mood(mains[0]), mains[0].finite
    if mood == "kon1":
        return None if is_authors(scene, mains[0], sentence) else sentence.first
    if before.account is Account.OWN:
        return sentence.first if before.lately and mood == "kon2" and _takes_up(scene, mains[0]) else None
    if _looks_indicative(scene, mains, before):
        return sentence.first
    if mood == "kon2":
        if finite == scene.skip_marks(sentence.first, sentence.last):
            return None
        return sentence.first if _carries_on(scene, mains, before) else None
    for clause in mains[1:]:
        if (
            clause.kind is ClauseKind.MAIN
            and is_plainly_reported(scene, clause)
            and not is_authors(scene, clause, sentence)
        ):
            if any(scene.quote_of[i] >= 0 for i in range(sentence.first, clause.first)):
                return sentence.first
            joined = scene.is_mark(clause.first - 1) or scene.tag(clause.first) == "KON"
            return clause.first + (scene.tag(clause.first) == "KON") if joined else sentence.first
    return None


def is_plainly_reported(scene: Scene, clause: Clause) -> bool:
    """Konjunktiv I that cannot be taken for a plural in the indicative."""
    assert clause.finite is not None
    token = scene.tokens[clause.finite]
    shown = token.lemma in scene.lexicon.words["copula"] or (token.verb is not None and "s" in token.verb.numbers)
    return scene.mood(clause) == "kon1" and shown


def reports(scene: Scene, clause: Clause, before: Account) -> bool:
    """Whether the clause's mood reports by itself, or does so because a report is running."""
    if is_plainly_reported(scene, clause):
        return True
    return before is not Account.OWN and scene.mood(clause) == "kon2" and _is_substitute(scene, clause)


def stands_alone(scene: Scene, clause: Clause) -> bool:
    """Whether the clause is a main clause or built like one; "als werde es kalt" is not."""
    if clause.finite is None:
        return False
    if clause.kind is ClauseKind.MAIN:
        return True
    if clause.kind is ClauseKind.SUB and clause.parent is None and scene.tag(clause.first) == "PWAV":
        # "Wie viele Städte habe auch Oslo …": the verb is second, so the w-word opens no clause.
        return clause.finite + 1 < clause.last and is_plainly_reported(scene, clause)
    return clause.kind is ClauseKind.V2 and scene.word(clause.first).lower() not in scene.lexicon.words["as_if"]


def _carries_on(scene: Scene, mains: list[Clause], before: Before) -> bool:
    """Whether Konjunktiv II reports. "Hätten" and "könnten" stand in for a Konjunktiv I that looks like the
    indicative; "könnte" and "wäre" would be "könne" and "sei", so they report only where the report goes on behind
    them, and so do "könnten" behind a quotation that is no warning."""
    finite = mains[0].finite
    assert finite is not None
    denied = _is_denied(scene, mains[0])
    if scene.tokens[finite].lemma in scene.lexicon.words["everyday_konjunktiv"] and not denied:
        return False
    guessed = scene.tokens[finite].lemma in scene.lexicon.words["guessing_modals"]
    guesses = guessed and before.account is Account.ASCRIBED and not before.demanded
    if (_is_substitute(scene, mains[0]) and not guesses) or (denied and before.account is Account.REPORTED):
        return True
    clauses = (scene.clauses[k] for k in scene.clauses_in[mains[0].sentence])
    if any(clause.finite is not None and is_plainly_reported(scene, clause) for clause in clauses):
        return True
    return _is_reported_behind(scene, mains[0].sentence) and (guesses or before.account is Account.REPORTED)


def _is_reported_behind(scene: Scene, sentence: int) -> bool:
    """Whether the next sentence shows by its Konjunktiv I that the account goes on."""
    if sentence + 1 >= len(scene.sentences):
        return False
    nexts = [scene.clauses[k] for k in scene.clauses_in[sentence + 1] if stands_alone(scene, scene.clauses[k])]
    return bool(nexts) and is_plainly_reported(scene, nexts[0])


def _is_substitute(scene: Scene, clause: Clause) -> bool:
    """Whether the plural stands in for a Konjunktiv I that looks like the indicative: "hätten" for "haben"."""
    assert clause.finite is not None
    token = scene.tokens[clause.finite]
    everyday = token.lemma in scene.lexicon.words["everyday_konjunktiv"]
    plural = token.verb is not None and token.verb.numbers == "p"
    return plural and not everyday and token.lemma not in scene.lexicon.words["copula"]


def _takes_up(scene: Scene, clause: Clause) -> bool:
    """As in "Die Kassen würden geleert", "Helfer hätten sie gerettet": no condition, no wish, no "hätten können"."""
    words = scene.lexicon.words
    if not _is_substitute(scene, clause) or clause.lemma in words["hypothetical_verbs"]:
        return False
    finite = clause.finite
    assert finite is not None
    if finite == scene.skip_marks(scene.sentences[clause.sentence].first, finite + 1):
        return False
    others = (scene.clauses[k] for k in scene.clauses_in[clause.sentence])
    if any(other.opener is not None and scene.word(other.opener).lower() in words["conditions"] for other in others):
        return False
    tags = {scene.tag(i) for i in clause.predicate}
    lemma = scene.tokens[finite].lemma
    if lemma in words["perfect_auxiliaries"]:
        return not PARTICIPLES.isdisjoint(tags) and "VMINF" not in tags
    return lemma in words["substitutes"]


def _looks_indicative(scene: Scene, mains: list[Clause], before: Before) -> bool:
    """Konjunktiv II in the shape of a past tense: "die Städte sollten zahlen", and in the midst of a report "die Lager
    leerten sich", where the rest of the sentence or the next one reports too."""
    clause = mains[0]
    finite = clause.finite
    assert finite is not None
    token = scene.tokens[finite]
    if token.verb is None or token.verb.numbers != "p" or token.verb.tense != "past" or not _is_weak(token):
        return False
    if token.lemma in scene.lexicon.words["hearsay_modals"]:
        wanted = before.demanded or before.account is Account.REPORTED
        return wanted and scene.clause_of[scene.sentences[clause.sentence].first] == scene.clause_of[finite]
    if any(is_plainly_reported(scene, other) and scene.tag(other.first) in ADDING for other in mains[1:]):
        return True
    return before.account is not Account.OWN and _is_reported_behind(scene, clause.sentence)


def _is_weak(token: Token) -> bool:
    """Whether the past tense is built from the infinitive's stem: its Konjunktiv looks the same."""
    stem = token.lemma[:-2] if token.lemma.endswith("en") else token.lemma[:-1]
    return token.text.lower().startswith(stem.lower()) and len(token.text) > len(token.lemma)


def _is_denied(scene: Scene, clause: Clause) -> bool:
    """As in "sie dürften nicht", which forbids, where "sie dürften" guesses."""
    words = scene.lexicon.words
    own = (i for a, b in clause.parts for i in range(a, b))
    denied = any(scene.tag(i) == "PTKNEG" or scene.word(i).lower() in words["no"] for i in own)
    return denied and clause.lemma not in words["copula"]


def is_authors(scene: Scene, clause: Clause, sentence: Sentence) -> bool:
    """Konjunktiv I that is not reported: a wish ("Es lebe …", "Sei es …"), an order ("Klicke hier"), a remark of the
    author's own ("Hier sei daran erinnert")."""
    words = scene.lexicon.words
    finite = clause.finite
    assert finite is not None
    start = scene.skip_marks(sentence.first, sentence.last)
    word = scene.word(finite).lower()
    if is_fixed(scene, clause):
        return True
    if finite == start and (word in words["wishes"] or clause.subject is None):
        return True
    if (
        clause.lemma in words["copula"]
        and scene.is_mark(finite - 1)
        and scene.word(finite + 1).lower() == scene.lexicon.expletive
    ):
        return True
    if word in words["hails"] and scene.word(start).lower() == scene.lexicon.expletive:
        return True
    remark = clause.lemma in words["remarks"] and clause.lemma != scene.tokens[finite].lemma
    return (
        remark
        and not any(scene.tag(i) == "VAPP" for i in clause.predicate)
        and scene.tokens[finite].lemma in words["copula"]
    )


def is_fixed(scene: Scene, clause: Clause) -> bool:
    """As in "Sage und schreibe vier Tage", "Es sei denn, es taut": the words are fixed and tell of no speech."""
    last = min(clause.last + LONGEST_FIXED, scene.sentences[clause.sentence].last)
    text = scene.analysis.words(clause.first, last).lower()
    return any(words in text for words in scene.lexicon.words["fixed_konjunktiv"])
