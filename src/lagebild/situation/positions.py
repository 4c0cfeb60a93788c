"""Positions: what each actor says about the matter, and where they have changed it."""

from collections.abc import Iterable, Mapping, Sequence

from lagebild.comparison.positions import positions_of
from lagebild.language.load import Language
from lagebild.language.search import folded
from lagebild.model.claim import VoiceKind
from lagebild.model.keys import content_key
from lagebild.model.situation import Change, Position, Stand
from lagebild.situation.clusters import blocked
from lagebild.situation.context import Context, rank
from lagebild.situation.facts import Fact
from lagebild.situation.voices import voice_key

_LANGUAGE = "de"
"""Whose tables tell what is said."""


def positions(context: Context) -> tuple[Position, ...]:
    """One for each somebody with a name whom reports let speak, those who say most about the matter first."""
    said = [fact for fact in context.facts.get("attribution", ()) if fact.telling.voice.kind is VoiceKind.SPEAKER]
    changes = _changes(context)
    found = [_position(group, context, changes) for group in blocked(said, lambda fact: voice_key(fact.telling.voice))]
    return tuple(sorted(found, key=_order))


def _position(group: Sequence[Fact], context: Context, changes: Mapping[str, list[Change]]) -> Position:
    support = context.support(group)
    voices = [fact.telling.voice for fact in group]
    names = [voice.name or "" for voice in voices]
    key = voice_key(voices[0])
    return Position(
        key=content_key("p", key),
        name=_fullest(names),
        code=next((voice.code for voice in voices if voice.code), None),
        office=next((office for fact in group if (office := fact.report.office(fact.record.key))), None),
        stands=_stands(group, context),
        changes=tuple(changes.get(key, ())),
        support=support,
    )


def _fullest(names: Sequence[str]) -> str:
    """The name that reports use most; the full one of somebody whom they mostly call by a part of it."""
    usual = max(sorted(set(names)), key=lambda name: (names.count(name), len(name)))
    parts = set(usual.split())
    return max(sorted({name for name in names if parts <= set(name.split())}), key=len)


def _stands(group: Sequence[Fact], context: Context) -> tuple[Stand, ...]:
    """What was said, each thing once (a claim, or the very words), the closest to the question and the latest first."""
    found: dict[str, Stand] = {}
    ordered = sorted(group, key=lambda fact: (-fact.closeness, _backwards(fact.telling.day), fact.telling.ref))
    for fact in ordered:
        telling = fact.telling
        claim = context.matters.of(telling)
        same = f"{claim.key}/{telling.stance}" if claim else folded(telling.words)
        found.setdefault(
            same, Stand(fact.record.act.value, telling.words, telling.ref, telling.day, claim.key if claim else None)
        )
    return tuple(found.values())


def _changes(context: Context) -> dict[str, list[Change]]:
    """Where somebody says later what does not go with what they, or who spoke for the same side, said before."""
    found: dict[str, list[Change]] = {}
    claims = [claim for claim, _ in context.claims]
    voices = {telling.ref: telling.voice for claim in claims for telling in claim.tellings}
    words = {telling.ref: telling.words for claim in claims for telling in claim.tellings}
    for position in positions_of(claims, context.publications, Language(_LANGUAGE), together=True):
        for change in position.changes:
            voice = voices[change.one]
            if voice.kind is VoiceKind.SPEAKER:
                made = Change(change.turn.value, change.one, change.other, change.reason)
                found.setdefault(voice_key(voice), []).append(made)
    return {key: _told_once(made, words) for key, made in found.items()}


def _told_once(changes: Iterable[Change], words: Mapping[str, str]) -> list[Change]:
    """The changes without those that other reports tell in the same words."""
    return list({(item.turn, words[item.one], words[item.other]): item for item in reversed(list(changes))}.values())[
        ::-1
    ]


def _order(position: Position) -> tuple[object, ...]:
    closest = sum(1 for _ in position.stands)
    return (not position.changes, -position.support.closeness, -closest, *rank(position.support), position.key)


def _backwards(day: str | None) -> str:
    """Sorts the latest first, the undated last."""
    return "".join(chr(ord("9") - int(sign) + ord("0")) if sign.isdigit() else sign for sign in day) if day else "~"
