"""Subjects: who of a clause's phrases speaks, where the form of the words leaves it open or the clause shares it."""

from typing import TYPE_CHECKING

from lagebild.analysis.phrases import full_phrase
from lagebild.model.analysis import ACCUSATIVE, DATIVE, NOMINATIVE, PLURAL, SINGULAR, Clause, ClauseKind, Phrase

if TYPE_CHECKING:
    from lagebild.extraction.attributions.scene import Scene

# Heads of a phrase that may speak: no article, no reflexive, relative, pointing or asking pronoun.
SPEAKERS = frozenset(("NN", "NE", "FM", "PPER", "ADJA", "CARD"))


def with_speaking_subject(scene: "Scene", clauses: list[Clause], index: int) -> Clause:
    """The clause with the subject that its reporting verb must have; clauses of other verbs stay as they are."""
    clause = clauses[index]
    if clause.lemma not in scene.lexicon.verbs or clause.passive or clause.finite is None:
        return clause
    if clause.finite < clause.first and clause.subject is not None:
        return clause  # "… hat A gelobt *und B verlangt*"
    if clause.subject is not None and _is_no_subject(scene, clause, scene.phrases[clause.subject]):
        clause = clause._replace(subject=None)
    if clause.subject is not None and scene.phrases[clause.subject].first < clause.first:
        clause = clause if _fits(scene, clause, clause.subject) else clause._replace(subject=None)
    shares = _may_share(scene, clause) or _goes_on(scene, clauses, index)
    chosen = shared_subject(scene, clauses, index, clause) if shares else None
    chosen = None if chosen is None or not _fits(scene, clause, chosen) else chosen
    if chosen is None:
        chosen = _better(scene, clause) if clause.subject is not None else _any(scene, clause)
    if chosen is None and clause.subject is None:
        chosen = shared_subject(scene, clauses, index, clause)
        chosen = _in_front(scene, clause) if chosen is None else chosen
    if chosen is None or chosen == clause.subject:
        return clause
    own = clause.subject is not None and scene.phrases[clause.subject].first >= clause.first
    before = (clause.subject,) if own else ()
    inside = {k for k in (*clause.objects, *before) if k != chosen}
    return clause._replace(subject=chosen, objects=tuple(sorted(inside)))


def _fits(scene: "Scene", clause: Clause, k: int) -> bool:
    """Whether a shared subject may be that of the verb: not "der Wert" that of "doch hoffen die Wirte"."""
    verb = scene.tokens[clause.finite].verb if clause.finite is not None else None
    if verb is None or verb.numbers != "p" or scene.phrases[k].agreement & PLURAL:
        return True
    first, last = full_phrase(scene.analysis, k)
    return any(scene.tag(i) == "KON" for i in range(first, last))


def _is_no_subject(scene: "Scene", clause: Clause, phrase: Phrase) -> bool:
    """As in "um 10 Uhr MEZ meldete", "als Aufgabe sah es X an": a time or a comparison."""
    before = phrase.first - 1
    if scene.tag(before) == "KOKOM" and before != clause.opener:
        return True
    words = scene.span(phrase.first, phrase.last)
    return any(timex.span.contains(words) for timex in scene.timexes_near(words))


def _better(scene: "Scene", clause: Clause) -> int | None:
    """As in "Das Thema hat Schulz angesprochen": of two possible subjects the one that can speak, else the first."""
    assert clause.subject is not None
    assert clause.finite is not None
    subject = scene.phrases[clause.subject]
    if not subject.agreement & ACCUSATIVE:
        return _name_before_dative(scene, clause, subject)
    speaks = _may_speak(scene, clause, subject) and scene.word(subject.head).lower() != scene.lexicon.expletive
    for k in clause.objects:
        other = scene.phrases[k]
        if scene.is_attached(k) or not _may_be_subject(scene, clause, other) or not scene.speaks(other):
            continue
        if _is_dateline(scene, other):
            continue
        if not other.agreement & SINGULAR and not subject.agreement & PLURAL and clause.finite < other.first:
            continue  # "die Besucher erwartet eine Sammlung": one thing does, as the verb tells
        beside = other.first == clause.finite + 1 or _opens(scene, clause, other)
        if beside and other.first < subject.first and _is_object_pronoun(scene, subject):
            return k  # "die Fischer hatten sie gebeten", "beschimpfen Kritiker sie"
        if other.first < clause.finite < subject.first:
            # Two that may both speak: the first is the subject ("Holm beschuldigte General Tann").
            ends = full_phrase(scene.analysis, k, coordinated=False)[1] == clause.finite
            if clause.kind in (ClauseKind.MAIN, ClauseKind.V2) and ends and _opens(scene, clause, other):
                return k
            continue
        if not speaks:
            return k
    return None


def _name_before_dative(scene: "Scene", clause: Clause, subject: Phrase) -> int | None:
    """As in "Holm sagte der „Hafenpost“": behind the verb "der" may be a dative, the name in front says it."""
    if not subject.agreement & DATIVE or clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return None
    for k in clause.objects:
        other = scene.phrases[k]
        name = scene.tag(other.head) == "NE" and _opens(scene, clause, other) and _may_be_subject(scene, clause, other)
        if name and other.last == clause.finite and clause.finite < subject.first:
            return k
    return None


def _may_speak(scene: "Scene", clause: Clause, subject: Phrase) -> bool:
    """Whether the subject can speak; a relative pronoun where its noun can, not in "das Verbot, das X fordert"."""
    reflexive = any(scene.tag(scene.phrases[k].head) == "PRF" for k in clause.objects)
    if subject.last - subject.first == 1 and scene.word(subject.head).lower() in scene.lexicon.words["pointing"]:
        return False  # "Das wiederum bestreitet Holm"
    if scene.tag(subject.head) != "PRELS" or clause.kind is not ClauseKind.REL or reflexive:
        return scene.speaks(subject)
    at = clause.first - 1
    while at > 0 and (scene.is_mark(at) or scene.tag(at) in ("KON", "ADV")):
        at -= 1
    k = scene.phrase_of[at]
    return k < 0 or scene.tag(scene.phrases[k].head) != "NN" or scene.speaks(scene.phrases[k])


def _is_object_pronoun(scene: "Scene", phrase: Phrase) -> bool:
    """Whether the phrase is a pronoun that the accusative may be as well, but no "es"."""
    return scene.tag(phrase.head) == "PPER" and bool(phrase.agreement & ACCUSATIVE) and phrase.agreement & PLURAL != 0


def _opens(scene: "Scene", clause: Clause, phrase: Phrase) -> bool:
    """Whether nothing but adverbs stands before the phrase in its clause."""
    return all(scene.tag(i) in ("ADV", "KON", "$(", "ADJD") for i in range(clause.first, phrase.first))


def _may_be_subject(scene: "Scene", clause: Clause, phrase: Phrase) -> bool:
    if phrase.preposition is not None or not phrase.agreement & NOMINATIVE or scene.tag(phrase.head) not in SPEAKERS:
        return False
    if _is_no_subject(scene, clause, phrase) or clause.finite is None:
        return False
    verb = scene.tokens[clause.finite].verb
    return verb is None or "p" in verb.numbers or bool(phrase.agreement & SINGULAR)


def _any(scene: "Scene", clause: Clause) -> int | None:
    """As in "Ärzte ohne Grenzen teilte mit", "75 Prozent sagen": the phrase beside the verb, whatever its number."""
    assert clause.finite is not None
    for k in clause.objects:
        phrase = scene.phrases[k]
        if phrase.preposition is not None or not phrase.agreement & NOMINATIVE or _is_no_subject(scene, clause, phrase):
            continue
        if scene.tag(phrase.head) not in SPEAKERS or scene.word(phrase.head) in scene.lexicon.words["second_persons"]:
            continue
        if phrase.first == clause.finite + 1:
            return k
        if phrase.last <= clause.finite and _opens(scene, clause, phrase) and not _is_dateline(scene, phrase):
            return k
    return None


def _is_dateline(scene: "Scene", phrase: Phrase) -> bool:
    """As in "*Wien* – Die Kurie warnt": a name before a dash tells where the report comes from."""
    return scene.word(phrase.last) in scene.lexicon.words["breaks"] and scene.tag(phrase.head) == "NE"


def _may_share(scene: "Scene", clause: Clause) -> bool:
    """As in "… und forderte X auf": behind "und" and the verb stands no subject of its own."""
    at = clause.first
    return (
        scene.tag(at) == "KON" and scene.word(at).lower() in scene.lexicon.words["sharing"] and clause.finite == at + 1
    )


def _goes_on(scene: "Scene", clauses: list[Clause], index: int) -> bool:
    """As in "…, nannte die Gebühren aber zu hoch": behind the comma and the verb stands what cannot speak, or
    "aber" tells that he who spoke before goes on."""
    clause = clauses[index]
    at = clause.first
    if clause.finite != at or scene.word(at - 1) != "," or scene.mood(clause) != "ind":
        return False
    k = _any(scene, clause) if clause.subject is None else clause.subject
    if k is None:
        return False
    subject = scene.phrases[k]
    if not subject.agreement & ACCUSATIVE or subject.first < at or scene.word(subject.head) == scene.lexicon.expletive:
        return False
    contrast = any(scene.word(i) in scene.lexicon.words["contrasts"] for i in range(at + 1, clause.last))
    return (contrast and not _closes_speech(scene, clauses, index)) or scene.is_thing(subject)


def _closes_speech(scene: "Scene", clauses: list[Clause], index: int) -> bool:
    """As in "Die Preise müssten sinken, erklärte zugleich die SPD": what stands before is said, in marks or in the
    Konjunktiv, by who stands here."""
    clause = clauses[index]
    if scene.tag(clause.first - 2) == "$(":
        return True
    ahead = (c for c in reversed(clauses[:index]) if c.kind in (ClauseKind.MAIN, ClauseKind.V2))
    last = next(ahead, None)
    return last is not None and last.sentence == clause.sentence and scene.mood(last).startswith("kon")


def shared_subject(scene: "Scene", clauses: list[Clause], index: int, clause: Clause) -> int | None:
    """The subject of the clause before that this one goes on: "Holm lobte ihn, sprach aber von Fehlern"."""
    at = clause.first + (scene.tag(clause.first) == "KON")
    if clause.finite != at or clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return None
    kon = scene.mood(clause).startswith("kon1")
    for k in range(index - 1, -1, -1):
        other = clauses[k]
        if other.sentence != clause.sentence:
            return None
        if other.kind not in (ClauseKind.MAIN, ClauseKind.V2) or other.finite is None:
            continue
        if scene.quote_of[other.finite] != scene.quote_of[clause.finite]:
            continue
        if not kon and scene.mood(other).startswith("kon1") and other.kind is ClauseKind.V2:
            continue
        if may_go_on(scene, other):
            continue
        return other.subject
    return None


def may_go_on(scene: "Scene", clause: Clause) -> bool:
    """Whether the clause shares a subject: in "Holm kam, *sah das Haus* und lobte …" an object may follow its verb."""
    at = clause.first + (scene.tag(clause.first) == "KON")
    follows = scene.tag(clause.first) == "KON" or scene.word(clause.first - 1) == ","
    if clause.finite != at or not follows or at == scene.sentences[clause.sentence].first:
        return False
    before = scene.clause_of[clause.first - 1 - (scene.word(clause.first - 1) == ",")]
    if before < 0 or scene.analysis.clauses[before].kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return False  # "als er kam, *lobte Holm ihn*"
    return clause.subject is None or bool(scene.phrases[clause.subject].agreement & ACCUSATIVE)


def _in_front(scene: "Scene", clause: Clause) -> int | None:
    """As in "„Hafenpost“ berichtet", "Ute Wald, Leiterin des Amtes, erklärte": cut off by a mark before the verb."""
    if clause.finite != clause.first or clause.finite == 0:
        return None
    sentence = scene.sentences[clause.sentence]
    k = scene.phrase_of[scene.skip_marks(sentence.first, sentence.last)]
    if k < 0 or scene.phrases[k].preposition is not None or not scene.phrases[k].agreement & NOMINATIVE:
        return None
    if _is_dateline(scene, scene.phrases[k]):
        return None
    last = full_phrase(scene.analysis, k)[1]
    while last < clause.finite and scene.is_mark(last):
        last += 1
    return k if last == clause.finite and scene.speaks(scene.phrases[k]) else None
