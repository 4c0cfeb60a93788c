"""A briefing as Markdown: headings, lists and tables, footnotes to the exact words."""

import re
from collections.abc import Iterable, Iterator

from lagebild.report.briefing.pages import Briefing, Entry, Footnote, Run, Section, Table
from lagebild.report.briefing.wording import labels

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~^$])")
_UNFIT = re.compile(r"[<>\s]")
_AT_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown_page(briefing: Briefing) -> str:
    """The whole page. Words of reports are escaped, so that nothing in them becomes markup."""
    return "\n".join(_lines(briefing)) + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    words = labels(briefing.language)
    yield f"# {escaped(briefing.title)}"
    yield ""
    if briefing.facts:
        yield escaped(" · ".join(briefing.facts))
        yield ""
    if briefing.as_of:
        yield f"**{escaped(briefing.as_of)}**"
        yield ""
    for notice in briefing.notices:
        yield f"> {escaped(notice)}"
        yield ""
    for section in briefing.sections:
        yield from _section(section, briefing)
    if briefing.documents:
        yield f"## {words['sections']['documents']}"
        yield ""
        for day, outlet, title, url in briefing.documents:
            yield f"- {escaped(day)} · {escaped(outlet)} · {_linked(title, url)}"
        yield ""
        yield f"## {words['sections']['method']}"
        yield ""
        for line in briefing.method:
            yield escaped(line)
            yield ""
    for note in briefing.footnotes:
        yield _footnote(note, briefing)


def _section(section: Section, briefing: Briefing) -> Iterator[str]:
    words = labels(briefing.language)
    yield f"## {escaped(section.heading)}"
    yield ""
    if section.explained:
        yield f"*{escaped(section.explained)}*"
        yield ""
    for entry in section.entries:
        yield from _entry(entry, briefing, 0)
    if section.entries:
        yield ""
    for table in section.tables:
        yield from _table(table)
    if section.more:
        told = words["page"]["more_one"] if section.more == 1 else words["page"]["more"].format(section.more)
        yield escaped(told)
        yield ""
    if section.id == "key_points":
        for _, word, meaning in briefing.certainties:
            yield f"- **{escaped(word)}**: {escaped(meaning)}"
        yield ""
        yield f"*{escaped(briefing.origin_explained)}*"
        yield ""


def _entry(entry: Entry, briefing: Briefing, depth: int) -> Iterator[str]:
    mark = labels(briefing.language)["certainty"].get(entry.certainty or "", "")
    lead = " · ".join(f"**{escaped(part)}**" for part in (mark, entry.lead) if part)
    told = _runs(entry.runs)
    yield f"{'  ' * depth}- {lead + ' – ' if lead else ''}{told}"
    for inner in entry.inner:
        yield from _entry(inner, briefing, depth + 1)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs).strip()


def _run(run: Run) -> str:
    notes = "".join(f"[^{number}]" for number in run.notes)
    if run.kind == "name" and run.text.strip():
        core = run.text.strip()
        before, after = run.text.split(core, 1)
        return f"{before}**{escaped(core)}**{after}{notes}"
    return escaped(run.text) + notes


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.caption)}**"
    yield ""
    yield "| " + " | ".join(escaped(name) for name in table.columns) + " |"
    yield "|" + "|".join(" ---: " if place in table.numeric else " --- " for place in range(len(table.columns))) + "|"
    for row in table.rows:
        yield "| " + " | ".join(_runs(cell) for cell in row) + " |"
    yield ""


def _footnote(note: Footnote, briefing: Briefing) -> str:
    opening, closing = labels(briefing.language)["format"]["quotes"]
    words = "".join(
        f"**{escaped(text)}**" if marked and text.strip() else escaped(text) for text, marked in note.pieces
    )
    title = _linked(note.title or note.url or "", note.url)
    return f"[^{note.number}]: {escaped(note.source)}: {opening}{words}{closing} {title}".rstrip()


def _linked(text: str, url: str | None) -> str:
    if url is None or not url.startswith(("http://", "https://")):
        return escaped(text)
    address = _UNFIT.sub("", url)
    return f"[{escaped(text)}](<{address}>)"


def escaped(text: str) -> str:
    """The text on one line, its signs that Markdown would take for markup made plain."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(text.splitlines()))
    return _AT_START.sub(r"\1\\\2", plain)
