"""Claims of the key with those of the program that tell them: right origins, right first sayer, right relations."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quality.situations.found import FoundClaim, FoundRelation, FoundTelling
from quality.situations.key import Key, KeyClaim, KeyRelation, KeyVoice, reports
from quality.situations.meeting import Meeting
from quality.situations.voices import is_voice

KINDS = ("differs", "denies", "revises", "confirms")
"""Relations that count; that two say the same is no news."""


class Judged(NamedTuple):
    """A claim of the key with the claim of the program that has most of it, None where there is none, and with all
    that belong to it more than to any other."""

    claim: KeyClaim
    best: FoundClaim | None
    all: tuple[FoundClaim, ...]


class Related(NamedTuple):
    """Relations of one claim: those of the key that the program has, those that it lacks, and what it says beside
    them."""

    right: tuple[KeyRelation, ...]
    missed: tuple[KeyRelation, ...]
    wrong: tuple[str, ...]


def judged(key: Key, claims: Sequence[FoundClaim], meeting: Meeting) -> list[Judged]:
    """For each claim of the key with several tellings what the program has of it."""
    counts = {claim.key: _counts(claim, meeting) for claim in claims}
    mine = {claim.key: max(counts[claim.key], key=lambda id: (counts[claim.key][id], id), default=None)
            for claim in claims}  # fmt: skip
    found = []
    for claim in key.claims:
        belonging = tuple(one for one in claims if mine[one.key] == claim.id)
        best = max(belonging, key=lambda one: (counts[one.key][claim.id], one.key), default=None)
        found.append(Judged(claim, best, belonging))
    return found


def origins_right(item: Judged, *, only_first: bool = False) -> bool:
    """Whether the program tells a right number of origins; `only_first` asks for the one by the guide."""
    allowed = item.claim.origins[:1] if only_first else item.claim.origins
    return item.best is not None and len(item.best.origins) in allowed


def first_right(item: Judged, voices: Mapping[str, KeyVoice], *, report: bool = False) -> bool:
    """Whether the program tells who said it first, on the right day; `report` asks for the very report."""
    if item.best is None or item.best.first is None:
        return False
    first = {telling.ref: telling for telling in item.best.tellings}.get(item.best.first)
    wanted_report, wanted_voice = item.claim.first
    if first is None or not is_voice(first.voice, voices[wanted_voice]):
        return False
    return first.report == wanted_report or (not report and _day(first.report) == _day(wanted_report))


def related(item: Judged, voices: Mapping[str, KeyVoice]) -> Related:
    """Relations of all claims of the program that belong to the claim, once each."""
    right: set[KeyRelation] = set()
    wrong: set[str] = set()
    for one, relation in _relations(item):
        fitting = [wanted for wanted in item.claim.relations if _fits(one, relation, wanted, voices)]
        right.update(fitting)
        if not fitting:
            wrong.add(_told(one, relation))
    firm = [wanted for wanted in item.claim.relations if not wanted.optional]
    return Related(
        tuple(wanted for wanted in firm if wanted in right),
        tuple(wanted for wanted in firm if wanted not in right),
        tuple(sorted(wrong)),
    )


def _counts(claim: FoundClaim, meeting: Meeting) -> Counter[str]:
    told = {wanted for item in claim.tellings for wanted in meeting.get(item.ref, ())}
    return Counter(wanted.claim for wanted in told)


def _day(report: str) -> object:
    return reports()[report].date


def _relations(item: Judged) -> Iterator[tuple[dict[str, FoundTelling], FoundRelation]]:
    for claim in item.all:
        refs = {telling.ref: telling for telling in claim.tellings}
        for relation in claim.relations:
            if relation.kind in KINDS:
                yield refs, relation


def _fits(
    refs: Mapping[str, FoundTelling], relation: FoundRelation, wanted: KeyRelation, voices: Mapping[str, KeyVoice]
) -> bool:
    """Kind, what it is about and who: of two who differ in any order; a denial by whom, whatever it is set against."""
    if relation.kind != wanted.kind or (relation.about != wanted.about and wanted.kind in ("differs", "revises")):
        return False
    one, other = refs[relation.one].voice, refs[relation.other].voice
    by = voices[wanted.voice]
    if wanted.kind != "differs" or wanted.to is None:
        return is_voice(one, by)
    to = voices[wanted.to]
    return (is_voice(one, by) and is_voice(other, to)) or (is_voice(one, to) and is_voice(other, by))


def _told(refs: Mapping[str, FoundTelling], relation: FoundRelation) -> str:
    one, other = refs[relation.one], refs[relation.other]
    about = f" ({relation.about})" if relation.about else ""
    named = (" / ".join(telling.voice) or "?" for telling in (one, other))
    if relation.kind == "differs":
        return f"differs{about}: {' and '.join(sorted(named))}"
    return f"{relation.kind}{about}: {next(named)}"


def several(items: Iterable[Judged]) -> list[Judged]:
    """Those of claims with several tellings; of one telling there is nothing to count."""
    return [item for item in items if len(item.claim.tellings) > 1]
