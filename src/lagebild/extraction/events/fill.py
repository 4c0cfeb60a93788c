"""Fill: sides that the words beside a trigger leave open and the report tells elsewhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lagebild.extraction.events.draft import BY_ANYBODY, COUP, Draft
from lagebild.extraction.events.nouns import is_owned
from lagebild.extraction.events.scenes import state_at
from lagebild.extraction.events.stage import Stage
from lagebild.model.analysis import PLURAL
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import EventType, Party

POLICE_WORK = frozenset(("arrest", "investigate", "prosecute", "convict", "release"))
SEIZED = frozenset(("arrest", "release"))
OWN = ["-OPP", "-CVL", "-MED", "-JUD"]
INSIDE = ("-OPP", "-CVL", "-JUD")
FIGHTS = frozenset((EventType.ASSAULT, EventType.MOBILIZE))
QUARRELS = frozenset((EventType.ASSAULT, EventType.MOBILIZE, EventType.SANCTION, EventType.THREATEN))
SPOKEN = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.REQUEST))
ANSWERED = SPOKEN - {EventType.THREATEN}
AIMED = QUARRELS - {EventType.THREATEN}
SHARED = frozenset((EventType.AID, EventType.COOPERATE))
FRIENDLY = frozenset((EventType.AID, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE, EventType.CONSULT))
# What a state does to its own people where the report names no other.
DOMESTIC = frozenset((EventType.COERCE, EventType.CONCEDE))
# What somebody else would do whom these acts are aimed at, and what the speaker does himself.
OF_ADDRESSEE = frozenset((Act.ACCUSE, Act.DEMAND, Act.CRITICISE))
# What those who demand it without an addressee would do themselves.
PROMISED = frozenset((EventType.SANCTION, EventType.AID))
# The lexeme of an accusation that says what somebody did; criticism has another.
CHARGE = Act.ACCUSE.value
OF_SPEAKER = frozenset((Act.ANNOUNCE, Act.THREATEN))


def filled(stage: Stage, drafts: Sequence[Draft], addressed: dict[str, tuple[Party, Party | None]]) -> list[Draft]:
    """The drafts, with missing sides taken from the attribution around them, from the fights and the accusations that
    the report tells, and from the state in which something happens.

    `addressed` holds for the key of an attribution who speaks and at whom it is aimed.
    """
    done = [_from_attribution(stage, draft, addressed) for draft in drafts]
    attackers, quarrels, words = _attackers(done), _relations(done, QUARRELS), _relations(done, SPOKEN)
    accused = {
        (draft.recipient.code): draft.actor
        for draft in done
        if draft.type in (EventType.ACCUSE, EventType.REQUEST) and draft.actor and draft.recipient
    }
    charged = {
        draft.recipient.code: draft.actor
        for draft in done
        if draft.lexeme == CHARGE and draft.actor and draft.recipient
    }
    punished = Counter(d.recipient.code for d in done if d.type is EventType.SANCTION and d.recipient is not None)
    done = [_answered(stage, draft, charged, accused) for draft in done]
    done = [_fought(draft, attackers, quarrels, words, punished) for draft in done]
    partners = _relations(done, FRIENDLY)
    done = [_partnered(stage, draft, partners) for draft in done]
    done = [_at_home(stage, draft) for draft in done]
    done = [_against_own(stage, draft) for draft in done]
    return [_suspected(stage, draft) for draft in done]


def _suspected(stage: Stage, draft: Draft) -> Draft:
    """Whom police arrest or investigate in a political report are people of the state, where somebody stands there who
    is no side; else nobody in particular."""
    if draft.recipient is not None or draft.negated or not _is_police_work(draft) or not stage.is_political():
        return draft
    actor = draft.actor or Party(stage.parties.focus.at(draft.token), None)
    if not _is_state(stage, actor) or (draft.actor is not None and actor.span not in stage.parties.weak):
        return draft
    if (not draft.closed and draft.mode not in SEIZED) or not _is_somebody_named(stage, draft):
        return draft._replace(actor=actor, needs="actor")
    return draft._replace(actor=actor, recipient=Party(f"{actor.code}-CVL", None))


def _is_somebody_named(stage: Stage, draft: Draft) -> bool:
    """Whether a noun says whom it was done to: "die Festnahme zweier Männer", not "die Festnahmen"."""
    if draft.rule != "event-noun":
        return True
    phrase = stage.phrases[stage.analysis.phrase_of[draft.token]]
    following = stage.analysis.phrase_of[phrase.last + 1] if phrase.last + 1 < len(stage.tokens) else -1
    by = following >= 0 and stage.preposition(following) in stage.words["owner_prepositions"]
    return by or is_owned(stage, phrase)


def _is_police_work(draft: Draft) -> bool:
    """Nouns only for what is done to a person: "die Festnahme des Mannes", not "die Ermittlungen"."""
    return draft.mode in (POLICE_WORK if draft.rule == "event-verb" else SEIZED) and draft.rule != "attribution"


def _from_attribution(stage: Stage, draft: Draft, addressed: dict[str, tuple[Party, Party | None]]) -> Draft:
    """As in "warf Russland Unterstützung vor", "forderte von Caracas die Freilassung", "drohte mit Sanktionen"."""
    if draft.rule != "event-noun" or draft.mutual:
        return draft
    holder: Attribution | None = next(iter(stage.holding(draft.trigger)), None)
    if holder is None or holder.key not in addressed or not _is_near(stage, draft, holder):
        return draft
    speaker, target = addressed[holder.key]
    if draft.actor is None:
        own = holder.act in OF_SPEAKER or (holder.act is Act.DEMAND and target is None and draft.type in PROMISED)
        actor = speaker if own else target if holder.act in OF_ADDRESSEE else None
        if actor is not None and (draft.recipient is None or draft.recipient.code != actor.code):
            draft = draft._replace(actor=actor)
    if draft.recipient is None and holder.act is Act.THREATEN and target is not None:
        draft = draft._replace(recipient=target)
    return draft


def _is_near(stage: Stage, draft: Draft, holder: Attribution) -> bool:
    """Whether the noun stands in the clause of the cue itself and not in a clause with a subject of its own."""
    if not holder.cue:
        return False
    return stage.analysis.clause_of[stage.token_at(holder.cue[0].start)] == draft.clause


def _relations(drafts: Sequence[Draft], types: frozenset[EventType]) -> dict[str, Counter[str]]:
    """With whom each side has to do in acts of these types, and how often the report tells so."""
    found: dict[str, Counter[str]] = {}
    for draft in drafts:
        if draft.type in types and draft.actor is not None and draft.recipient is not None and not draft.negated:
            for one, other in ((draft.actor, draft.recipient), (draft.recipient, draft.actor)):
                if one.code[:3] != other.code[:3]:
                    found.setdefault(one.code, Counter())[other.code] += 1
    return found


def _attackers(drafts: Sequence[Draft]) -> dict[str, Counter[str]]:
    """Who attacks each side in the report."""
    found: dict[str, Counter[str]] = {}
    for draft in drafts:
        if draft.type is EventType.ASSAULT and draft.actor is not None and draft.recipient is not None:
            found.setdefault(draft.recipient.code, Counter())[draft.actor.code] += 1
    attacks = [draft for draft in drafts if draft.type is EventType.ASSAULT and not draft.negated]
    others = {draft.recipient.code for draft in attacks if draft.recipient is not None}
    ones = {draft.actor.code for draft in attacks if draft.actor is not None} - others
    if not found and len(ones) == 1 and len(others) == 1:
        # One side attacks and another is attacked: where the report tells of no more, they fight each other.
        found[min(others)] = Counter(ones)
        found[min(ones)] = Counter(others)
    return found


def _most(counts: Counter[str] | None) -> Party | None:
    """The side that stands out among those counted, if one does."""
    if not counts:
        return None
    ranked = counts.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return Party(ranked[0][0], None)


def _fought(
    draft: Draft,
    attackers: dict[str, Counter[str]],
    quarrels: dict[str, Counter[str]],
    words: dict[str, Counter[str]],
    punished: Counter[str],
) -> Draft:
    """The other side of a fight or quarrel where the report tells of one above all."""
    tested = draft.type is EventType.MOBILIZE and draft.mode == "weapons"
    if draft.mode == COUP:
        return draft
    if draft.type in AIMED and not draft.closed and not tested and draft.actor is not None and draft.recipient is None:
        known = attackers.get(draft.actor.code) if draft.type in FIGHTS else None
        found = _most(known) or _most(quarrels.get(draft.actor.code))
        if found is None and draft.type is EventType.SANCTION:
            found = _most(punished) or _most(words.get(draft.actor.code))
        return draft._replace(recipient=found)
    if draft.type is EventType.ASSAULT and draft.actor is None and draft.recipient is not None:
        return draft._replace(actor=_most(attackers.get(draft.recipient.code)))
    return draft


def _partnered(stage: Stage, draft: Draft, partners: dict[str, Counter[str]]) -> Draft:
    """Aid or cooperation whose other side the sentence leaves out is with whom the report tells of above all."""
    if draft.type not in SHARED or draft.closed or draft.actor is None or draft.recipient is not None:
        return draft
    partner = _most(partners.get(draft.actor.code))
    if partner is None or not _is_state(stage, draft.actor) or not _is_state(stage, partner):
        return draft
    return draft._replace(recipient=partner)


def _answered(stage: Stage, draft: Draft, charged: dict[str, Party], accused: dict[str, Party]) -> Draft:
    """A denial answers whoever charges its speaker in the report, else the only one who charges anybody there, else
    whoever criticises its speaker."""
    broken = draft.lexeme in stage.words["wrongdoing"]  # "verstoße gegen das Abkommen" answers nobody.
    if draft.type is EventType.REJECT and draft.actor is not None and draft.recipient is None and not broken:
        accusers = {party.code: party for party in charged.values()}
        only = next(iter(accusers.values())) if len(accusers) == 1 else None
        accuser = charged.get(draft.actor.code) or only or accused.get(draft.actor.code)
        if accuser is not None and accuser.code != draft.actor.code:
            return draft._replace(recipient=Party(accuser.code, None))
    return draft


def _at_home(stage: Stage, draft: Draft) -> Draft:
    """People protest against their own state, and it is their own state that arrests them."""
    actor, recipient = draft.actor, draft.recipient
    if draft.type is EventType.PROTEST:
        if actor is not None and _is_state(stage, actor):
            if recipient is not None and _is_state(stage, recipient) and recipient.code != actor.code:
                return draft._replace(type=EventType.ACCUSE, mode=None, context="diplomatic")
            actor = replace(actor, code=actor.code + "-CVL")
            draft = draft._replace(actor=actor)
        if actor is None and recipient is None and _is_held(stage, draft):
            there = state_at(stage, draft.clause, draft.token)
            home = there.code if there is not None else stage.parties.focus.at(draft.token)
            actor = Party(home + "-CVL", None)
            draft = draft._replace(actor=actor)
        if recipient is None and actor is not None and actor.code.endswith(("-CVL", "-OPP")):
            return draft._replace(recipient=Party(actor.code[:-4], None))
        if actor is None and recipient is not None and _is_state(stage, recipient):
            return draft._replace(actor=Party(recipient.code + "-CVL", None))
    if draft.mode == COUP and recipient is None:
        state = Party(stage.parties.focus.at(draft.token), None)
        own = actor is not None and actor.code == state.code
        return draft._replace(actor=None if own else actor, recipient=state)
    if draft.type in DOMESTIC and actor is None and recipient is not None and recipient.code[-4:] in OWN:
        if draft.rule == "event-verb" and draft.type is EventType.COERCE and draft.mode in BY_ANYBODY:
            return draft
        return draft._replace(actor=Party(recipient.code[:-4], None))
    return draft


def _is_held(stage: Stage, draft: Draft) -> bool:
    """Whether a protest of nobody in particular is told as one that took place: "es kam zu Unruhen"."""
    if draft.rule != "event-noun" or draft.closed or draft.negated or draft.unreal:
        return False
    if draft.clause >= 0 and stage.clauses[draft.clause].lemma in stage.words["prevented"]:
        return False
    k = stage.analysis.phrase_of[draft.token]
    word = stage.tokens[draft.token]
    objection = not stage.phrases[k].agreement & PLURAL and word.lemma.lower() in stage.words["objections"]
    if objection or stage.preposition(k) in stage.words["not_held"]:
        return False
    return bool(stage.parties.focus.named)


def _against_own(stage: Stage, draft: Draft) -> Draft:
    """Whom the opposition, the courts or the people of a state accuse, ask or refuse is that state, where nobody else
    stands there."""
    actor = draft.actor
    if draft.recipient is not None or draft.closed or actor is None or draft.type not in ANSWERED:
        return draft
    state, _, kind = actor.code.partition("-")
    if not kind or f"-{kind}" not in INSIDE or not stage.parties.sides.is_state(state):
        return draft
    return draft._replace(recipient=Party(state, None))


def _is_state(stage: Stage, party: Party) -> bool:
    return stage.parties.sides.is_state(party.code)
