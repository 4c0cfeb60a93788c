"""Positions: what each voice said on a matter over time, and where it changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lagebild.comparison.amounts import Verdict, agreement, comparable, thing_of, told
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins import Publications
from lagebild.comparison.origins.sides import UNDATED, Side
from lagebild.comparison.relations.voices import Said, voices_of
from lagebild.language.load import Language
from lagebild.model.attribution import Act
from lagebild.model.claim import Claim, Figure, Telling


class Turn(StrEnum):
    """How a voice changed."""

    ADMITS = "admits"
    """It denied the matter or left it open, and now says that it is so."""
    DENIES = "denies"
    """It said that it is so or left it open, and now denies it."""
    RETREATS = "retreats"
    """It said or denied it, and now leaves it open."""
    FIGURE = "figure"
    """It gives another figure."""
    DROPS = "drops"
    """It demanded it, and now is against it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a voice said on one day, as one or more documents tell it; `telling` is the first of them, `documents` all
    that have the same of it."""

    telling: Telling
    speaker: str
    side: Side
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A later statement against an earlier one, given by the refs of their tellings; `reason` is a sentence."""

    turn: Turn
    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """A voice on the matter of a claim, in the order of publication. `name` is the speaker's; where those of one state
    or body were taken together, its code, and each statement says who spoke."""

    name: str
    identity: str | None
    code: str | None
    claim: str
    gloss: str
    statements: tuple[Statement, ...]
    changes: tuple[Change, ...]


def positions_of(
    claims: Iterable[Claim], publications: Publications, language: Language, *, together: bool = False
) -> tuple[Position, ...]:
    """The positions of all who speak themselves in these claims: those who changed first, then by claim and name.

    `together` takes all who speak for one state or body as one voice: a government may deny by one mouth and admit by
    another. The same for every order of tellings; documents without a day come last and change nothing.
    """
    found: list[Position] = []
    for claim in claims:
        lines: dict[tuple[str, str], list[Said]] = {}
        for said in _printed_once(voices_of(claim, publications, language), publications):
            code = _code(said, publications) if together else None
            if said.voice[0] in ("speaker", "state", "outlet"):
                lines.setdefault(("code", code) if code else said.voice, []).append(said)
        found.extend(_position(claim, key, line, language) for key, line in lines.items())
    return tuple(sorted(found, key=lambda item: (not item.changes, item.claim, item.name, item.identity or "")))


def _printed_once(line: Sequence[Said], publications: Publications) -> Iterator[Said]:
    """What is said, each copy of a report under the day of the first: who prints it again says nothing anew."""
    first: dict[tuple[str, str], str | None] = {}
    for said in line:
        group = publications.of(said.telling.document).group or said.telling.document
        day = first.setdefault((group, said.telling.words), said.telling.day)
        yield replace(said, telling=replace(said.telling, day=day))


def _code(said: Said, publications: Publications) -> str | None:
    """For which state or body somebody speaks, by his words here, else by his office in whatever report."""
    post = publications.posts.get(plain(said.telling.voice.name or ""))
    return said.telling.voice.code or (post.code if post else None)


def _position(claim: Claim, key: tuple[str, str], line: Sequence[Said], language: Language) -> Position:
    voices = [said.telling.voice for said in line]
    codes = sorted({voice.code for voice in voices if voice.code})
    identities = sorted({voice.identity for voice in voices if voice.identity})
    statements = tuple(_statements(line))
    name = key[1] if key[0] == "code" else line[0].name
    return Position(
        name=name,
        identity=identities[0] if len(identities) == 1 and key[0] != "code" else None,
        code=codes[0] if len(codes) == 1 else None,
        claim=claim.key,
        gloss=claim.gloss,
        statements=statements,
        changes=tuple(_changes(name, statements, language)),
    )


def _statements(line: Sequence[Said]) -> Iterator[Statement]:
    """What was said on one day, of one kind and with the same figures, is one statement in many documents."""
    same: dict[tuple[object, ...], list[Said]] = {}
    for said in line:
        figures = tuple((figure.low, figure.high, figure.unit, figure.counted) for figure in said.telling.figures)
        same.setdefault((said.telling.day, said.name, said.side, said.telling.act, figures), []).append(said)
    for group in same.values():
        documents = tuple(dict.fromkeys(said.telling.document for said in group))
        yield Statement(group[0].telling, group[0].name, group[0].side, documents)


def _changes(name: str, statements: Sequence[Statement], language: Language) -> Iterator[Change]:
    """Each statement of a later day against the last one before that it can be held against."""
    for number, now in enumerate(statements):
        before = [item for item in statements[:number] if _earlier(item, now)]
        if not before:
            continue
        last = before[-1]
        if last.side is not now.side:
            yield _turned(name, now, last)
        yield from _figures(name, now, before, language)


def _earlier(one: Statement, other: Statement) -> bool:
    return (one.telling.day or UNDATED) < (other.telling.day or "")


def _turned(name: str, now: Statement, last: Statement) -> Change:
    who = now.speaker if now.speaker == last.speaker else f"{now.speaker} ({name}; before: {last.speaker})"
    demanded = last.telling.act == Act.DEMAND
    if now.side is Side.FOR:
        turn, words = Turn.ADMITS, "now says that it is so, after " + _before(last)
    elif now.side is Side.AGAINST and demanded:
        turn, words = Turn.DROPS, "demanded it, and now is against it"
    elif now.side is Side.AGAINST:
        turn, words = Turn.DENIES, "now denies it, after " + _before(last)
    else:
        turn, words = Turn.RETREATS, "now leaves it open, after " + _before(last)
    days = f"{last.telling.day} to {now.telling.day}"
    return Change(turn, now.telling.ref, last.telling.ref, f"{who} {words} ({days})")


def _before(last: Statement) -> str:
    return {
        Side.FOR: "saying that it is so",
        Side.AGAINST: "denying it",
        Side.OPEN: "leaving it open",
    }[last.side]


def _figures(name: str, now: Statement, before: Sequence[Statement], language: Language) -> Iterator[Change]:
    """Figures that no earlier one for the same thing goes with, against the last of these."""
    for figure in now.telling.figures:
        old = [
            (item, other)
            for item in before
            for other in item.telling.figures
            if _comparable(figure, now, other, item, language)
        ]
        verdicts = [found.verdict for _, other in old if (found := agreement(figure, other))]
        if verdicts and all(verdict is Verdict.DIFFERS for verdict in verdicts):
            item, other = old[-1]
            reason = f"{now.speaker if now.speaker == item.speaker else name} says {told(figure)}, before {told(other)}"
            days = f"{item.telling.day} to {now.telling.day}"
            yield Change(Turn.FIGURE, now.telling.ref, item.telling.ref, f"{reason} ({days})")


def _comparable(one: Figure, now: Statement, other: Figure, before: Statement, language: Language) -> bool:
    return comparable(thing_of(one, now.telling.words, language), thing_of(other, before.telling.words, language))
