"""Tellings: the verbs, nouns, adjectives and prepositions that tell a breach, each with its culprit."""

from collections.abc import Iterator

from lagebild.extraction.breaches.culprits import (
    NOBODY,
    Culprit,
    accused,
    admitting,
    bound_by,
    charged_in,
    culprit_of_act,
    culprit_of_clause,
    culprit_of_noun,
    culprit_of_said,
    in_state,
    is_any_state,
    judged_before,
    lately_acting,
    told_before,
)
from lagebild.extraction.breaches.draft import Draft
from lagebild.extraction.breaches.norms import Norms
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, noun_triggers, standing, verb_triggers
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

# So many characters before an adjective's phrase a genitive may stand: "Israels illegale Siedlungen".
NEAR = 20


def of_verb(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "Moskau verstößt damit gegen UN-Sanktionen"."""
    for trigger in verb_triggers(stage, norms.table):
        clause = stage.clauses[trigger.clause]
        if clause.modal in norms.words["allowing"] and is_negated(stage, clause):
            continue  # "Kein Gesetz darf der Verfassung widersprechen"
        opener = stage.tokens[clause.opener].text.lower() if clause.opener is not None else ""
        if opener in norms.words["in_order_to"] and is_negated(stage, clause):
            continue  # "um nicht gegen Sanktionen zu verstoßen"
        fixed = {stage.tokens[i].lemma.lower() for i in trigger.fixed} | {
            stage.tokens[i].text.lower() for i in trigger.fixed
        }
        subject = stage.subject(clause)
        if subject is not None and is_any_state(stage, subject):
            continue  # "Wenn ein Land das Abkommen bricht, …"
        mismatch = bool(fixed & norms.words["only_negated"])
        if mismatch and not is_negated(stage, clause):
            continue  # "ist mit dem EU-Recht vereinbar"
        named = (*standing(stage, clause, trigger.wording.parts["violates"]), *_behind_pointer(stage, norms, clause))
        for k in (*named, *_meant_before(stage, norms, clause, named)):
            if norms.is_none(k) or (
                not norms.is_rule(k) and trigger.wording.lemma not in norms.words["always_of_rules"]
            ):
                continue
            culprit = culprit_of_clause(stage, norms, trigger.clause, clause, k)
            if _is_seen_broken(stage, norms, clause):
                culprit = told_before(stage, norms, trigger.clause)
            blamed = accused(stage, trigger.span) if clause.kind is ClauseKind.INF and culprit.who else ()
            if blamed and len(culprit.who) == 1:
                culprit = Culprit(blamed, culprit.act)
            charged = charged_in(stage, norms, trigger.clause) if clause.kind is ClauseKind.INF else None
            speaking = clause.parent is not None and {p.code for p in stage.actor_of(clause.parent)}
            if charged and (not culprit.who or (speaking and {p.code for p in culprit.who} <= speaking)):
                culprit = Culprit(charged, culprit.act)
            if not culprit.who:
                culprit = Culprit(accused(stage, trigger.span) or admitting(stage, trigger.span), culprit.act)
            if not culprit.who and culprit.act is not None:
                culprit = Culprit(judged_before(stage, norms, trigger.clause), culprit.act)
            if not culprit.who and (not norms.is_rule(k) or _is_of_anybody(stage, norms, trigger.clause)):
                continue
            coming = clause.finite is not None and stage.tokens[clause.finite].lemma in stage.words["future"]
            if trigger.wording.lemma in norms.words["not_done"] and (not culprit.who or coming):
                continue  # "Das Abkommen ist noch nicht umgesetzt", "werde es nicht umsetzen"
            # "hatte keine Erlaubnis": the negation is the breach itself.
            without = mismatch or bool(fixed & stage.words["negations"])
            yield Draft(
                "breach-verb", trigger.span, culprit.who, culprit.act, stage.full(k), norms.name(k),
                not without and (is_negated(stage, clause) or _is_rejected(stage, norms, clause)),
                _is_doubtful(stage, norms, clause),
            )  # fmt: skip
            break


def _meant_before(stage: Stage, norms: Norms, clause: Clause, named: tuple[int, ...]) -> tuple[int, ...]:
    """As in "wies den Spruch zurück und hält sich nicht daran", "verstieß dagegen": the rule that was named last."""
    forms = stage.clause_words.own(clause).forms
    if named or norms.words["against_it"].isdisjoint(forms):
        return ()
    for k in range(len(stage.phrases) - 1, -1, -1):
        phrase = stage.phrases[k]
        if phrase.first >= clause.first:
            continue
        if stage.analysis.sentence_of[phrase.head] < clause.sentence - 1:
            return ()
        if norms.is_rule(k):
            return (k,)
    return ()


def _is_seen_broken(stage: Stage, norms: Norms, clause: Clause) -> bool:
    """As in "sehen das Verbot verletzt": who says so has not done it."""
    finite = stage.tokens[clause.finite].lemma if clause.finite is not None else ""
    return finite in norms.words["seeing"] and any(stage.tokens[i].tag == "VVPP" for i in clause.predicate)


def _is_of_anybody(stage: Stage, norms: Norms, index: int) -> bool:
    """As in "Wer solche Technik liefert, bricht die Sanktionen": nobody is told to have done so."""
    before = stage.clauses[index - 1] if index > 0 else None
    return before is not None and stage.tokens[before.first].text.lower() in norms.words["anybody"]


def _is_rejected(stage: Stage, norms: Norms, clause: Clause) -> bool:
    """As in "wies den Vorwurf zurück, gegen Sanktionen zu verstoßen"."""
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return False
    return stage.clauses[clause.parent].lemma in norms.words["rejecting"]


def of_noun(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "wirft Russland die Verletzung des Völkerrechts vor", "ein Verstoß gegen das Abkommen"."""
    for trigger in noun_triggers(stage, norms.table):
        k = trigger.phrase
        phrase = stage.phrases[k]
        places = trigger.wording.parts["violates"]
        if "self" in places:
            violates, norm = trigger.span, stage.tokens[phrase.head].lemma
            if norms.is_private(norm):
                continue
        else:
            always = trigger.wording.lemma in norms.words["always_of_rules"]
            near = beside_noun(stage, k, places)
            rule = next(
                (
                    other
                    for other in near
                    if norms.is_rule(other) or (always and stage.tokens[stage.phrases[other].head].tag == "NN")
                ),
                None,
            )
            if rule is None:
                continue
            violates, norm = stage.full(rule), norms.name(rule)
        index = trigger.clause
        culprit = culprit_of_noun(stage, norms, k, index)
        if not culprit.who:
            culprit = Culprit(accused(stage, trigger.span) or in_state(stage, norms, index, norm), culprit.act)
        if not culprit.who and index >= 0:
            culprit = Culprit(
                lately_acting(stage, norms, index) or bound_by(stage, norms, norm, k, places), culprit.act
            )
        clause = stage.clauses[index] if index >= 0 else None
        # "Die Verstöße sind nicht hinnehmbar" denies none.
        said_to_be = clause is not None and clause.lemma in norms.words["being"] and stage.subject(clause) != k
        yield Draft(
            "breach-noun", trigger.span, culprit.who, culprit.act, violates, norm,
            is_negated_noun(stage, phrase)
            or (clause is not None and said_to_be and is_negated(stage, clause))
            or (clause is not None and clause.lemma in norms.words["rejecting"]),
            clause is not None and _is_doubtful(stage, norms, clause),
        )  # fmt: skip


def of_adjective(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "die Annexion ist völkerrechtswidrig", "die rechtswidrige Besetzung der Krim"."""
    for i in stage.analysis.where.tagged("ADJD", "ADJA"):
        token = stage.tokens[i]
        word = token.lemma.lower()
        if word not in norms.table.adjectives:
            word = next((w for w in (token.text.lower()[:-n] for n in (1, 2)) if w in norms.table.adjectives), "")
        if not word:
            continue
        index = stage.analysis.clause_of[i]
        if token.tag == "ADJA" and stage.analysis.phrase_of[i] >= 0:
            culprit = culprit_of_act(stage, norms, index, stage.analysis.phrase_of[i])
        else:
            culprit = culprit_of_said(stage, norms, index, None)
            if culprit.act is None and word not in norms.words["loosely_said"]:
                culprit = _of_own_clause(stage, norms, index)
        guessed = (
            word in norms.words["loose_adjectives"] and token.tag == "ADJA" and not _is_told_beside(stage, i, culprit)
        )
        if culprit.act is None or not culprit.who or guessed:
            continue
        clause = stage.clauses[index]
        yield Draft(
            "breach-adjective", token.span, culprit.who, culprit.act, token.span, word,
            token.tag == "ADJD" and is_negated(stage, clause), _is_doubtful(stage, norms, clause),
        )  # fmt: skip


def _of_own_clause(stage: Stage, norms: Norms, index: int) -> Culprit:
    """As in "hält das Gebiet völkerrechtswidrig besetzt": it is said of the act of its own clause."""
    if index < 0:
        return NOBODY
    clause = stage.clauses[index]
    if clause.passive or not clause.predicate or clause.lemma in norms.words["being"] | norms.words["calling"]:
        return NOBODY
    who = (accused_of(stage, index) if clause.kind is ClauseKind.INF else ()) or stage.actor_of(index)
    return Culprit(who, stage.clause_span(index)) if who else NOBODY


def accused_of(stage: Stage, index: int) -> tuple[Party, ...]:
    """Whom the accusation is aimed at of which the clause is the content."""
    return accused(stage, stage.clause_span(index))


def _is_told_beside(stage: Stage, i: int, culprit: Culprit) -> bool:
    """Whether the words right around the adjective name who did it: "Israels illegale Siedlungen"."""
    k = stage.analysis.phrase_of[i]
    span = stage.full(k)
    around = Span(max(0, span.start - NEAR), span.end)
    return any(party.span is not None and party.span.overlaps(around) for party in culprit.who)


def of_preposition(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "Entgegen dem UN-Embargo lieferte die Türkei Waffen"."""
    breaking = norms.words["breaking_prepositions"] | norms.words["despite"]
    if breaking.isdisjoint(vocabulary_of(stage.findings, stage.language).lemmas):
        return
    for k, phrase in enumerate(stage.phrases):
        if stage.preposition(k) not in breaking or not norms.is_rule(k):
            continue
        index = stage.analysis.clause_of[phrase.head]
        subject = stage.subject(stage.clauses[index]) if index >= 0 else None
        who = stage.actor_of(index) if index >= 0 else ()
        if not who and subject is not None and not stage.clauses[index].passive:
            who = owners(stage, subject)  # "Ein nordkoreanisches Schiff transportierte …"
        at = stage.preposition_at(k)
        if not who or at is None:
            continue
        clause = stage.clauses[index]
        if stage.preposition(k) in norms.words["despite"] and not _defies(stage, norms, clause, k):
            continue
        yield Draft(
            "breach-preposition", stage.tokens[at].span, who, stage.clause_span(index), stage.full(k), norms.name(k),
            False, _is_doubtful(stage, norms, clause),
        )  # fmt: skip


def _defies(stage: Stage, norms: Norms, clause: Clause, k: int) -> bool:
    """As in "lieferte trotz des Embargos Kohle", "griff trotz der Waffenruhe an", "testete trotz des Verbots": the act
    is what the rule forbids."""
    noun = stage.tokens[stage.phrases[k].head].lemma
    if is_listed(noun, norms.words["embargoes"]):
        return clause.lemma in norms.words["trading"]
    if is_listed(noun, norms.words["bans"]) and clause.lemma in norms.words["defying"]:
        return True
    types = {row.type for row in stage.lexicon.verbs.get(clause.lemma, ())}
    return is_listed(noun, norms.words["truces"]) and EventType.ASSAULT in types


def _behind_pointer(stage: Stage, norms: Norms, clause: Clause) -> tuple[int, ...]:
    """As in "Das verletze die Souveränität": of two phrases that may be the subject the rule is not."""
    if clause.subject is None or clause.passive:
        return ()
    first = min((clause.subject, *clause.objects), key=lambda k: stage.phrases[k].first)
    points = stage.tokens[stage.phrases[first].head].text.lower() in norms.words["pointing_back"]
    return (clause.subject,) if points and first != clause.subject else ()


def _is_doubtful(stage: Stage, norms: Norms, clause: Clause) -> bool:
    if any(
        stage.tokens[i].text.lower() in norms.words["doubtful"]
        for first, last in clause.parts
        for i in range(first, last)
    ):
        return True
    if clause.modal in norms.words["hearsay_modals"] and any(stage.tokens[i].tag == "VVPP" for i in clause.predicate):
        return False
    return is_unreal(stage, clause)
