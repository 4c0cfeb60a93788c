"""One claim on a page: on whose word it stands, every place that tells it, why these are one, what may be besides."""

from collections.abc import Iterator, Sequence

from lagebild.model.claim import Claim, Near, Stance, Telling
from lagebild.report.codes import with_names
from lagebild.report.layout import Line, Piece, shown, wrapped

_LANGUAGE = "en"
"""Of the page's own words."""
_HEAD = 10
_LONG = 12
"""So many entries of a list are shown where not all are asked for."""


def claim_page(claim: Claim, near: Sequence[Near] = (), *, width: int, full: bool = False) -> Iterator[Line]:
    """The claim for a person, with others that may be the same; without `full` long lists are cut."""
    documents = len(claim.documents)
    yield from wrapped([Piece(f"“{shown(claim.gloss)}”", "headline")], width=width)
    days = [telling.day for telling in claim.tellings if telling.day]
    span = f" · {days[0]} – {days[-1]}" if days and days[0] != days[-1] else f" · {days[0]}" if days else ""
    decided = " · decided by people" if claim.decided else ""
    yield (Piece(f"{claim.key} · told {len(claim.tellings)} times in {documents} documents{span}{decided}", "faint"),)
    if claim.origins:
        yield from _list("Origins", [_origin(claim, number) for number in range(len(claim.origins))], width, full)
    yield from _list("Tellings", [_told(telling) for telling in claim.tellings], width, full)
    refs = {telling.ref: number for number, telling in enumerate(claim.tellings, 1)}
    relations = [
        (f"{refs[item.one]} {item.kind.value} {refs[item.other]}", item.reason)
        for item in claim.relations if item.one in refs and item.other in refs
    ]  # fmt: skip
    yield from _list("How they stand to each other", relations, width, full, numbered=False)
    ties = [
        (f"{refs[tie.one]} = {refs[tie.other]}  {tie.score:.2f}", tie.reason)
        for tie in claim.ties if tie.one in refs and tie.other in refs
    ]  # fmt: skip
    yield from _list("Why these are one", ties, width, full, numbered=False)
    if near:
        several = len(claim.tellings) > 1
        others = [_near(item, own=several) for item in near]
        yield from _list("Perhaps the same", others, width, full, numbered=False)
        pair = f"{claim.key} {near[0].other}"
        yield (Piece(f"      lagebild claims merge {pair}   if they are one", "faint"),)
        yield (Piece(f"      lagebild claims apart {pair}   if they are not", "faint"),)


def _list(
    title: str, entries: list[tuple[str, str]], width: int, full: bool, *, numbered: bool = True
) -> Iterator[Line]:
    if not entries:
        return
    yield ()
    yield (Piece(title, "heading"),)
    kept = entries if full else entries[:_LONG]
    for number, (head, words) in enumerate(kept, 1):
        first = f"{number:4}  " if numbered else "  "
        pieces = [Piece(shown(head), "speaker"), Piece(f"  {shown(with_names(words, _LANGUAGE))}")]
        yield from wrapped(pieces, width=width, first=[Piece(first, "faint")], indent=_HEAD)
    if len(kept) < len(entries):
        yield (Piece(f"      … and {len(entries) - len(kept)} more; --all shows them", "faint"),)


def _origin(claim: Claim, number: int) -> tuple[str, str]:
    origin = claim.origins[number]
    interested = f" · {origin.interested}" if origin.interested else ""
    return origin.name or "nobody named", f"{origin.reason}{interested}"


def _near(item: Near, *, own: bool) -> tuple[str, str]:
    """The other claim; the telling of it that is most like one of this, where it is not the one that stands for it, and
    (`own`) that of this."""
    like = f" (“{item.other_telling.words}”)" if item.other_telling.words != item.other_gloss else ""
    beside = f"beside “{item.telling.words}”: " if own else ""
    return f"{item.other}  {item.score:.2f}", f"“{item.other_gloss}”{like}  {beside}{item.reason}"


def _told(telling: Telling) -> tuple[str, str]:
    voice = telling.voice.name or "nobody named"
    via = [name for name in telling.voice.via if name]
    through = f" (in {via[-1]})" if via else ""
    stance = "" if telling.stance is Stance.ASSERTS else f"{telling.stance.value}: "
    return f"{telling.day or 'undated'} {voice}{through}", f"{stance}“{telling.words}”  {telling.ref}"
