"""A situation as the content of a briefing, whatever the format: sections in order, footnotes, notices."""

from collections.abc import Iterator, Sequence

from lagebild.model.situation import Certainty, Situation
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.footnotes import Footnotes
from lagebild.report.briefing.pages import Briefing, Entry, Section
from lagebild.report.briefing.sections.claims import claims
from lagebild.report.briefing.sections.deployments import deployments
from lagebild.report.briefing.sections.disputes import contradictions
from lagebild.report.briefing.sections.events import events
from lagebild.report.briefing.sections.exchanges import exchanges
from lagebild.report.briefing.sections.figures import figures
from lagebild.report.briefing.sections.key_points import key_points
from lagebild.report.briefing.sections.origins import interested, single_origin
from lagebild.report.briefing.sections.positions import positions
from lagebild.report.briefing.sections.relations import network, places
from lagebild.report.briefing.sections.threats import breaches, threats
from lagebild.report.briefing.wording import Wording

SECTIONS = (
    key_points, exchanges, deployments, figures, contradictions, claims, threats, breaches, events, positions, network,
    places, single_origin, interested,
)  # fmt: skip
"""The page from top to bottom, between its head and its notes."""
LOOKED_FOR = ("exchanges", "deployments", "figures", "contradictions", "claims", "threats", "breaches", "events")
"""Sections of which a reader is told where there are none."""


def briefing_of(situation: Situation, *, language: str = "de", most: int | None = 10, drawn: bool = False) -> Briefing:
    """The content, at most `most` entries of each list (None: all); with pictures where `drawn`.

    Raises UsageError for a language that no briefing is written in.
    """
    wording = Wording(situation, language)
    desk = Desk(situation, wording, Footnotes(situation, wording), most, drawn)
    sections = tuple(section for make in SECTIONS if (section := make(desk)) is not None)
    return Briefing(
        language=language,
        quoted_language=_most_common([item.language for item in situation.documents]) or language,
        title=_title(situation, wording),
        facts=tuple(_facts(situation, wording)),
        as_of=_as_of(situation, wording),
        notices=tuple(_notices(situation, wording, sections)),
        origin_explained=wording.word("explained", "origin"),
        certainties=tuple(_certainties(sections, wording)),
        sections=sections,
        footnotes=desk.notes.all(),
        documents=tuple(
            (wording.day(item.day), wording.outlet(item.key), item.title or item.key, item.url)
            for item in situation.documents
        ),
        method=tuple(_method(situation, sections, wording)),
    )


def _most_common(codes: Sequence[str]) -> str | None:
    return max(sorted(set(codes)), key=codes.count, default=None)


def _title(situation: Situation, wording: Wording) -> str:
    scope = situation.scope
    about = ", ".join(part for part in (scope.words.strip(), *map(wording.side, scope.entities)) if part)
    return wording.word("page", "title", about=about or wording.word("page", "everything"))


def _facts(situation: Situation, wording: Wording) -> Iterator[str]:
    """How much it stands on, and from which days."""
    counts = situation.counts
    if not counts.documents:
        return
    told = wording.number_of("counts", "documents", counts.documents)
    if counts.reports < counts.documents:
        told = f"{told}, {wording.number_of('counts', 'reports', counts.reports)}"
    yield told
    for name, number in (("outlets", counts.outlets), ("voices", counts.voices), ("claims", counts.claims)):
        if number:
            yield wording.number_of("counts", name, number)
    first, last = situation.first_day, situation.last_day
    if first is None or last is None:
        yield wording.word("page", "no_days")
    elif first == last:
        yield wording.word("page", "span_day", first=wording.day(first))
    else:
        yield wording.word("page", "span", first=wording.day(first), last=wording.day(last))


def _as_of(situation: Situation, wording: Wording) -> str | None:
    day = situation.scope.as_of
    return wording.word("page", "as_of", day=wording.day(day)) if day else None


def _notices(situation: Situation, wording: Wording, sections: tuple[Section, ...]) -> Iterator[str]:
    """What a reader must know before the first line."""
    notes = situation.notes
    if "no_documents" in notes:
        yield wording.word("notices", "no_documents")
    if situation.missing:
        asked = wording.listed([wording.quoted(words) for words in situation.missing])
        yield wording.word("notices", "missing", words=asked)
    if "no_documents" in notes:
        yield wording.word("notices", "no_documents_hint")
    if "undated_left_out" in notes:
        yield wording.number_of("notices", "undated_left_out", situation.counts.undated)
    undated = sum(item.day is None for item in situation.documents)
    if "undated" in notes and 1 < undated == len(situation.documents):
        yield wording.word("notices", "all_undated")
    elif "undated" in notes:
        yield wording.number_of("notices", "undated", undated)
    for name in ("one_document", "nothing_told"):
        if name in notes:
            yield wording.word("notices", name)
    if sections and not situation.key_points:
        yield wording.word("notices", "no_key_points")


def _certainties(sections: tuple[Section, ...], wording: Wording) -> Iterator[tuple[str, str, str]]:
    used = {kind for section in sections for entry in section.entries for kind in _marks(entry)}
    for kind in Certainty:
        if kind.value in used:
            yield kind.value, wording.certainty(kind.value), wording.word("certainty_meaning", kind.value)


def _marks(entry: Entry) -> Iterator[str]:
    if entry.certainty is not None:
        yield entry.certainty
    for inner in entry.inner:
        yield from _marks(inner)


def _method(situation: Situation, sections: Sequence[Section], wording: Wording) -> Iterator[str]:
    there = {section.id for section in sections}
    absent = [wording.word("sections", name) for name in LOOKED_FOR if name not in there]
    if absent and sections:
        yield wording.word("method", "absent", sections=wording.listed([wording.quoted(name) for name in absent]))
    for name in ("reads", "merges", "origins", "misses", "truth"):
        yield wording.word("method", name)
    if "no_claims" in situation.notes:
        yield wording.word("method", "no_claims")
