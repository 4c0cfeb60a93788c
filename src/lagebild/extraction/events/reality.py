"""Reality: whether a clause or a noun phrase tells its act as not done, or as only possible."""

from lagebild.analysis.quotations import QUOTES
from lagebild.extraction.events.stage import Stage
from lagebild.language.endings import without_ending
from lagebild.model.analysis import NOMINATIVE, Clause, ClauseKind, Phrase


def is_negated(stage: Stage, clause: Clause) -> bool:
    """As in "greift nicht an", "liefert keine Waffen", "weigert sich, Waffen zu liefern"; not "nicht nur"."""
    words = stage.words["negations"]
    if clause.kind is ClauseKind.INF and clause.parent is not None:
        parent = stage.clauses[clause.parent]
        if parent.lemma in stage.words["refusing"] and parent.sentence == clause.sentence:
            return True
    for first, last in clause.parts:
        for i in range(first, last):
            token = stage.tokens[i]
            if token.tag != "PTKNEG" and token.lemma.lower() not in words:
                continue
            following = stage.tokens[i + 1].text.lower() if i + 1 < len(stage.tokens) else ""
            if following not in stage.words["not_only"]:
                return True
    return False


def is_unreal(stage: Stage, clause: Clause) -> bool:
    """As in "will angreifen", "wird angreifen", "wenn … angreift", "könnte angreifen", "um anzugreifen"."""
    if clause.modal is not None and clause.modal in stage.words["unreal_modals"]:
        return True
    if clause.opener is not None:
        opener = stage.tokens[clause.opener].text.lower()
        if opener in stage.words["conditions"] or opener in stage.words["purposes"]:
            return True
    if _is_risk(stage, clause):
        return True
    if clause.finite is None:
        return False
    finite = stage.tokens[clause.finite]
    if finite.verb is None:
        return False
    future = finite.lemma in stage.words["future"] and not clause.passive
    if future and finite.verb.tense == "pres":
        return True
    return finite.verb.mood == "kon2" and finite.lemma in stage.words["hypothetical"]


def _is_risk(stage: Stage, clause: Clause) -> bool:
    """As in "das Risiko, dass Peru angreift", "der Plan, Truppen zu schicken"."""
    if clause.parent is None or clause.kind not in (ClauseKind.SUB, ClauseKind.INF):
        return False
    before = stage.analysis.phrase_of[clause.first - 2] if clause.first > 1 else -1
    return before >= 0 and stage.tokens[stage.phrases[before].head].lemma in stage.words["risks"]


def is_negated_noun(stage: Stage, phrase: Phrase) -> bool:
    """As in "keine Gespräche"."""
    return any(stage.tokens[i].lemma.lower() in stage.words["negations"] for i in range(phrase.first, phrase.head))


def is_unreal_noun(stage: Stage, phrase: Phrase) -> bool:
    """As in "ein möglicher Angriff", "geplante Sanktionen"."""
    for i in range(phrase.first, phrase.head):
        token = stage.tokens[i]
        if (
            token.tag == "ADJA"
            and {token.lemma.lower(), without_ending(token.text.lower())} & stage.words["unreal_adjectives"]
        ):
            return True
    return False


def looms(stage: Stage, clause: Clause) -> bool:
    """As in "dem Land droht der Bankrott": of the two phrases without a preposition one is what comes upon the other,
    and nobody threatens."""
    if clause.lemma not in stage.words["looming"]:
        return False
    bare = [k for k in (clause.subject, *clause.objects) if k is not None and not stage.preposition(k)]
    for k in bare:
        phrase, head = stage.phrases[k], stage.tokens[stage.phrases[k].head]
        kind = stage.cast.known.kind_of(head.lemma) if head.tag == "NN" else ("person", None)
        thing = (kind is None or kind[0] == "thing") and phrase.agreement & NOMINATIVE
        if stage.tokens[phrase.first - 1].text in QUOTES:
            continue  # "mit „harten“ Gegenmaßnahmen"
        if thing and not stage.parties.of_full(k) and not stage.timexes.overlapping(stage.parties.span_of(phrase)):
            return True
    return False
