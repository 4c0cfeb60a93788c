"""What the program has wrong, in lines for a person: claims that are cut or mixed, origins, relations, figures."""

from collections import Counter
from collections.abc import Iterator

from quality.situations.figures import anywhere, present
from quality.situations.judged import first_right, origins_right, related, several
from quality.situations.key import KeyClaim, KeyRelation
from quality.situations.score import Scored

LONGEST = 150
"""Characters of a telling that are shown."""


def errors(item: Scored) -> Iterator[tuple[str, list[str]]]:
    """Headings with their lines, the gravest first."""
    yield "claims of the program that mix claims of the key", _mixed(item)
    yield "claims of the key that the program cuts", _cut(item)
    yield "tellings of the key that the program does not have", _unmet(item)
    yield "origins", _origins(item)
    yield "first sayer", _first(item)
    yield "relations", _relations(item)
    yield "figures", _figures(item)


def _mixed(item: Scored) -> list[str]:
    found = []
    for claim in item.found.claims:
        of = {wanted for one in claim.tellings for wanted in item.meeting.get(one.ref, ())}
        counts = Counter(one.claim for one in of)
        if len(counts) > 1:
            pairs = sum(a * b for a in counts.values() for b in counts.values()) - sum(n * n for n in counts.values())
            lines = [f"{claim.key}: {dict(counts.most_common())}"]
            lines += [f"    {one.claim} {one.place.report}: {_cropped(one.words)}" for one in sorted(of)]
            found.append((-pairs, "\n".join(lines)))
    return [line for _, line in sorted(found)]


def _cut(item: Scored) -> list[str]:
    found = []
    for claim in item.key.claims:
        parts: Counter[str] = Counter()
        examples: dict[str, str] = {}
        for telling in claim.tellings:
            for part in sorted(item.standing.get(telling, ())):
                parts[part] += 1
                examples.setdefault(part, f"{telling.place.report}: {_cropped(telling.words)}")
        if len(parts) > 1:
            lines = [f"{claim.id} {claim.gloss}: in {len(parts)} claims"]
            lines += [f"    {number} x {part} {examples[part]}" for part, number in parts.most_common()]
            found.append((-len(parts), "\n".join(lines)))
    return [line for _, line in sorted(found)]


def _unmet(item: Scored) -> list[str]:
    return [
        f"{one.claim} {one.place.report}: {_cropped(one.words)}"
        for one in item.key.tellings
        if one not in item.standing
    ]


def _origins(item: Scored) -> list[str]:
    return [
        f"{_named(one.claim)}: {len(one.best.origins) if one.best else 'nothing'} "
        f"({', '.join(one.best.origins) if one.best else ''}), right is {' or '.join(map(str, one.claim.origins))}"
        for one in several(item.judged)
        if not origins_right(one)
    ]


def _first(item: Scored) -> list[str]:
    found = []
    for one in several(item.judged):
        if not first_right(one, item.key.voices):
            refs = {telling.ref: telling for telling in one.best.tellings} if one.best else {}
            first = refs.get(one.best.first) if one.best and one.best.first else None
            said = f"{'/'.join(first.voice)} in {first.report}" if first else "nobody"
            found.append(f"{_named(one.claim)}: {said}, right is {one.claim.first[1]} in {one.claim.first[0]}")
    return found


def _relations(item: Scored) -> list[str]:
    lines = []
    for one in several(item.judged):
        result = related(one, item.key.voices)
        lines += [f"{_named(one.claim)}: missed {_relation(missed)}" for missed in result.missed]
        lines += [f"{_named(one.claim)}: wrong {wrong}" for wrong in result.wrong]
    return lines


def _figures(item: Scored) -> list[str]:
    lines = []
    for ledger in item.key.ledgers:
        right = present(ledger, item.found.ledgers, item.key.voices)
        elsewhere = anywhere(ledger, item.found.ledgers, item.key.voices)
        for value in ledger.values:
            if value not in right:
                what = "in another ledger" if value in elsewhere else "missing"
                lines.append(
                    f"{ledger.id} {ledger.gloss}: {value.words} ({value.source}, {value.place.report}): {what}"
                )
    return lines


def _named(claim: KeyClaim) -> str:
    return f"{claim.id} {claim.gloss}"


def _relation(relation: KeyRelation) -> str:
    about = f" ({relation.about})" if relation.about else ""
    return f"{relation.kind}{about}: {relation.voice}" + (f" and {relation.to}" if relation.to else "")


def _cropped(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
