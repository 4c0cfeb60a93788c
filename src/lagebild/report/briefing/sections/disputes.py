"""The section of contradictions: what some tell and others deny, and what they tell differently."""

from collections.abc import Sequence

from lagebild.model.situation import Contradiction
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Entry, Run, Section
from lagebild.report.briefing.sections.claims import perhaps_the_same

_VOICES = 4
_SENTENCE = 4
_CLAUSE = 7
"""Fewer words are no sentence, or no clause that can be understood by itself."""


def contradictions(desk: Desk) -> Section | None:
    """An entry for each, both sides with their words."""
    found = desk.situation.contradictions
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="contradictions",
        heading=words.word("sections", "contradictions"),
        explained=words.word("explained", "contradictions"),
        entries=tuple(
            Entry(dispute_runs(item, desk), "disputed", inner=() if item.about else perhaps_the_same(item.claim, desk))
            for item in kept
        ),
        more=len(found) - len(kept),
    )


def dispute_runs(item: Contradiction, desk: Desk) -> tuple[Run, ...]:
    """What is told by whom, and who says against it what."""
    words = desk.wording
    head = words.word("points", f"about_{item.about}") if item.about else None
    runs = [*([Run(head + " ", "name")] if head else []), *_first_words(item, desk)]
    against = words.word("points", "stands_against") if item.about else None
    names = _since(item.other, words.listed(_names(item.other, desk)), desk)
    if against:
        runs += [Run(f" – {against} "), *_words_of(item.other, desk), Run(f" ({names})")]
    else:
        runs += [Run(" – " + words.word("points", "denied_by", names=names) + " "), *_words_of(item.other, desk)]
    if item.settled:
        runs.append(Run(f" · {words.word('points', 'settled')}", "faint"))
    return tuple(runs)


def _first_words(item: Contradiction, desk: Desk) -> list[Run]:
    """The words that stand for those who tell it, and their origins: who only repeats it is not named."""
    wording = desk.wording
    one = set(item.one)
    origins = [origin for origin in item.support.origins if one & set(origin.tellings)]
    names = _few([wording.origin_name(origin) for origin in origins], desk) if origins else _names(item.one, desk)
    return [*_words_of(item.one, desk), Run(f" ({_since(item.one, wording.listed(names), desk)})")]


def _since(refs: Sequence[str], names: str, desk: Desk) -> str:
    """The names with the day on which the first of them said it: a denial may be older than what it stands against."""
    days = sorted({telling.day for ref in refs if (telling := desk.wording.telling(ref)) is not None and telling.day})
    if not days:
        return names
    since = desk.wording.word("points", "from_day" if len(days) > 1 else "on_day", day=desk.wording.short_day(days[0]))
    return f"{names}, {since}"


def _words_of(refs: Sequence[str], desk: Desk) -> list[Run]:
    told = [telling for ref in refs if (telling := desk.wording.telling(ref)) is not None]
    if not told:
        return []
    # The first says it before the others; of a mere part ("als Falschmeldung") its sentence says most to a reader.
    best = told[0]
    whole = len(best.words.split()) >= (_SENTENCE if best.words[:1].isupper() else _CLAUSE)
    words = best.words if whole else desk.notes.sentence(best.ref) or best.words
    return [desk.quote(words, notes=desk.notes.of(refs[:_VOICES]))]


def _names(refs: Sequence[str], desk: Desk) -> list[str]:
    return _few([desk.voice(ref) for ref in refs], desk)


def _few(told: Sequence[str], desk: Desk) -> list[str]:
    """Each name once; of many the first, and how many more."""
    names = list(dict.fromkeys(told))
    if len(names) <= _VOICES:
        return names
    return [*names[: _VOICES - 1], desk.wording.word("points", "more").format(len(names) - _VOICES + 1)]
