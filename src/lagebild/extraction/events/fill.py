"""Fill: sides that the words beside a trigger leave open and the report tells elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.stage import Stage
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import EventType, Party

OWN = ["-OPP", "-CVL", "-MED", "-JUD"]
FIGHTS = frozenset((EventType.ASSAULT, EventType.MOBILIZE))
# What a state does to its own people where the report names no other.
DOMESTIC = frozenset((EventType.COERCE, EventType.CONCEDE))
# What somebody else would do whom these acts are aimed at, and what the speaker does himself.
OF_ADDRESSEE = frozenset((Act.ACCUSE, Act.DEMAND, Act.CRITICISE))
OF_SPEAKER = frozenset((Act.ANNOUNCE, Act.THREATEN))


def filled(stage: Stage, drafts: Sequence[Draft], addressed: dict[str, tuple[Party, Party | None]]) -> list[Draft]:
    """The drafts, with missing sides taken from the attribution around them, from the fights and the accusations that
    the report tells, and from the state in which something happens.

    `addressed` holds for the key of an attribution who speaks and at whom it is aimed.
    """
    done = [_from_attribution(stage, draft, addressed) for draft in drafts]
    fights = _opponents(done)
    accused = {
        (draft.recipient.code): draft.actor
        for draft in done
        if draft.type in (EventType.ACCUSE, EventType.REQUEST) and draft.actor and draft.recipient
    }
    done = [_answered(draft, accused) for draft in done]
    done = [_fought(draft, fights) for draft in done]
    done = [_aided(draft, _partners(done)) for draft in done]
    return [_at_home(draft) for draft in done]


def _from_attribution(stage: Stage, draft: Draft, addressed: dict[str, tuple[Party, Party | None]]) -> Draft:
    """As in "warf Russland Unterstützung vor", "forderte von Caracas die Freilassung", "drohte mit Sanktionen"."""
    if draft.rule != "event-noun" or draft.mutual:
        return draft
    holder: Attribution | None = next(iter(stage.holding(draft.trigger)), None)
    if holder is None or holder.key not in addressed or not _is_near(stage, draft, holder):
        return draft
    speaker, target = addressed[holder.key]
    if draft.actor is None:
        actor = target if holder.act in OF_ADDRESSEE else speaker if holder.act in OF_SPEAKER else None
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


def _opponents(drafts: Sequence[Draft]) -> dict[str, list[Party]]:
    """Against whom each side fights in the report."""
    found: dict[str, list[Party]] = {}
    for draft in drafts:
        if draft.type is not EventType.ASSAULT or draft.actor is None or draft.recipient is None or draft.negated:
            continue
        _pair(found, draft.actor, draft.recipient)
    if not found:
        _pair_halves(found, drafts)
    return found


def _pair(found: dict[str, list[Party]], left: Party, right: Party) -> None:
    for one, other in ((left, right), (right, left)):
        known = found.setdefault(one.code, [])
        if other.code not in {party.code for party in known}:
            known.append(other)


def _pair_halves(found: dict[str, list[Party]], drafts: Sequence[Draft]) -> None:
    """One side attacks and another is attacked: where the report tells of no more, they fight each other."""
    attacks = [draft for draft in drafts if draft.type is EventType.ASSAULT and not draft.negated]
    attackers = {draft.actor.code: draft.actor for draft in attacks if draft.actor is not None}
    attacked = {draft.recipient.code: draft.recipient for draft in attacks if draft.recipient is not None}
    if len(attackers) == 1 and len(attacked) == 1 and set(attackers) != set(attacked):
        _pair(found, *attackers.values(), *attacked.values())


def _partners(drafts: Sequence[Draft]) -> dict[str, list[Party]]:
    """Whom each side helps in the report."""
    found: dict[str, list[Party]] = {}
    for draft in drafts:
        if draft.type is EventType.AID and draft.actor is not None and draft.recipient is not None:
            known = found.setdefault(draft.actor.code, [])
            if draft.recipient.code not in {party.code for party in known}:
                known.append(draft.recipient)
    return found


def _aided(draft: Draft, partners: dict[str, list[Party]]) -> Draft:
    """Aid whose recipient the sentence leaves out goes to the only one whom the report names."""
    if draft.type is EventType.AID and draft.actor is not None and draft.recipient is None:
        known = partners.get(draft.actor.code, [])
        if len(known) == 1:
            return draft._replace(recipient=Party(known[0].code, None))
    return draft


def _fought(draft: Draft, fights: dict[str, list[Party]]) -> Draft:
    """The other side of a fight where the report tells of one opponent only."""
    if draft.type not in FIGHTS:
        return draft
    if draft.actor is not None and draft.recipient is None:
        known = fights.get(draft.actor.code, [])
        if len(known) == 1:
            return draft._replace(recipient=Party(known[0].code, None))
    if draft.actor is None and draft.recipient is not None and draft.type is EventType.ASSAULT:
        known = fights.get(draft.recipient.code, [])
        if len(known) == 1:
            return draft._replace(actor=Party(known[0].code, None))
    return draft


def _answered(draft: Draft, accused: dict[str, Party]) -> Draft:
    """A denial answers whoever accuses its speaker in the report."""
    if draft.type is EventType.REJECT and draft.actor is not None and draft.recipient is None:
        accuser = accused.get(draft.actor.code)
        if accuser is not None and accuser.code != draft.actor.code:
            return draft._replace(recipient=Party(accuser.code, None))
    return draft


def _at_home(draft: Draft) -> Draft:
    """People protest against their own state, and it is their own state that arrests them."""
    actor, recipient = draft.actor, draft.recipient
    if draft.type is EventType.PROTEST:
        if actor is not None and _is_state(actor):
            if recipient is not None and _is_state(recipient) and recipient.code != actor.code:
                return draft._replace(type=EventType.ACCUSE, mode=None, context="diplomatic")
            actor = replace(actor, code=actor.code + "-CVL")
            draft = draft._replace(actor=actor)
        if recipient is None and actor is not None and actor.code.endswith(("-CVL", "-OPP")):
            return draft._replace(recipient=Party(actor.code[:-4], None))
        if actor is None and recipient is not None and _is_state(recipient):
            return draft._replace(actor=Party(recipient.code + "-CVL", None))
    if draft.type in DOMESTIC and actor is None and recipient is not None and recipient.code[-4:] in OWN:
        return draft._replace(actor=Party(recipient.code[:-4], None))
    return draft


def _is_state(party: Party) -> bool:
    return len(party.code) == 3 and party.code.isalpha() and party.code.isupper()
