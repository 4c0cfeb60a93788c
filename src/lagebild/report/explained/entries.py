"""The row of our tables, or of the reader's own, that a record was found by, with its example."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language, Row
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.explained.places import clause_at, tokens_in
from lagebild.report.explained.records import Record

_UNTOLD = frozenset(("example", "misfire"))
_SHORTEST_ENDING = 4


class Entry(NamedTuple):
    """Where the row stands, its filled columns, and the example that the tests run."""

    where: str
    columns: dict[str, str]
    example: str | None


def entry_of(record: Record, findings: Findings, language: Language) -> Entry | None:
    """The row, None where a record is found by form alone or no row can be told."""
    finder = _FINDERS.get(record.kind)
    row = finder(record, findings, language) if finder else None
    return row if isinstance(row, Entry) or row is None else _entry(row)


def rows_of(lemma: str, tables: Iterable[str], language: Language) -> Iterator[tuple[str, Row]]:
    """Every row for that word in those tables, nouns by the longest listed end."""
    for table in tables:
        for row in _with_lemma(language.table(table), lemma):
            yield table, row


def _entry(row: Row) -> Entry:
    columns = {name: cell for name, cell in row.items() if cell and name not in _UNTOLD}
    return Entry(row.where, columns, row.get("example") or None)


def _said(record: Record, findings: Findings, language: Language) -> Row | None:
    said = record.item
    words = [span.of(findings.document.text) for span in said.cue]
    if not words:
        return None
    if said.rule.startswith("frame"):
        return next((row for row in language.table("cue_frames") if _is_cue(row["cue"], words)), None)
    lemmas = _lemmas(findings, said.cue)
    table = "cue_nouns" if said.rule.startswith("noun") else "cue_verbs"
    return _best(_any(language, (table,), lemmas), act=said.act.value)


def _event(record: Record, findings: Findings, language: Language) -> Row | None:
    event = record.item
    if event.rule == "attribution":
        said = next((item for item in findings.attributions if item.key == event.attribution), None)
        return _said(record._replace(item=said), findings, language) if said else None
    table = "event_nouns" if event.rule == "event-noun" else "event_verbs"
    rows = [row for row in language.table(table) if row["lemma"] == event.lexeme and row["type"] == event.type.value]
    return _best(rows, mode=event.mode or "", context=event.context or "")


def _tied(record: Record, findings: Findings, language: Language) -> Row | None:
    text = findings.document.text
    for span in record.item.tie:
        words = " ".join(span.of(text).replace(",", " ").split()).lower()
        for row in language.table("exchange_ties"):
            if " ".join(row["words"].replace(",", " ").split()) == words:
                return row
    return _best(_any(language, ("exchange_words",), _lemmas(findings, record.item.tie)))


def _worded(table: str) -> Callable[[Record, Findings, Language], Row | None]:
    def finder(record: Record, findings: Findings, language: Language) -> Row | None:
        return _best(_any(language, (table,), _lemmas(findings, (record.item.trigger,))))

    return finder


def _ruled(name: str) -> Callable[[Record, Findings, Language], Entry | None]:
    """The rule of that name in a TOML file."""

    def finder(record: Record, findings: Findings, language: Language) -> Entry | None:
        del findings
        for file in _FILES[name]:
            for rule in _rules(language, file):
                if rule.get("name") == record.item.rule:
                    examples = rule.get("examples") or [None]
                    columns = {key: str(value) for key, value in rule.items() if key == "name"}
                    first = examples[0]
                    told = " = ".join(map(str, first)) if isinstance(first, list) else first
                    return Entry(f"resources/{language.code}/{file}.toml", columns, told)
        return None

    return finder


def _rules(language: Language, file: str) -> list[dict[str, Any]]:
    try:
        found = language.rules(file).get("rule", [])
    except ResourceError:
        return []
    return found if isinstance(found, list) else []


def _place(record: Record, findings: Findings, language: Language) -> Row | None:
    del findings
    for row in language.table("places"):
        if record.item.name in (row["name"].lstrip("="), *row.get("names", "").split("|")):
            return row
    return None


_FILES = {"time": ("times",), "furniture": ("furniture",)}
_FINDERS: dict[str, Callable[[Record, Findings, Language], Row | Entry | None]] = {
    "attribution": _said,
    "event": _event,
    "exchange": _tied,
    "breach": _worded("breach_words"),
    "threat": _worded("threat_words"),
    "deployment": _worded("deployment_words"),
    "time": _ruled("time"),
    "furniture": _ruled("furniture"),
    "place": _place,
}


def _is_cue(column: str, words: list[str]) -> bool:
    """Whether the cue's words are those of the row, of which "|" parts alternatives."""
    pieces = column.split()
    told = " ".join(words).split()
    return len(pieces) == len(told) and all(
        word.lower() in piece.lower().split("|") for word, piece in zip(told, pieces, strict=True)
    )


def _lemmas(findings: Findings, spans: Iterable[Span]) -> list[str]:
    """What the words may be listed as: the verb of their clause with its particle, then each by itself."""
    found: dict[str, None] = {}
    for span in spans:
        clause = clause_at(findings, span.start)
        tokens = tokens_in(findings, span)
        if clause is not None and any(index in clause.predicate for index, _ in tokens):
            found[clause.lemma] = None
        found.update((name, None) for _, token in tokens for name in (token.lemma, token.text))
    return list(found)


def _any(language: Language, tables: tuple[str, ...], lemmas: Iterable[str]) -> list[Row]:
    return next((rows for lemma in lemmas if (rows := [row for _, row in rows_of(lemma, tables, language)])), [])


def _with_lemma(rows: tuple[Row, ...], lemma: str) -> list[Row]:
    exact = [row for row in rows if row["lemma"] == lemma]
    if exact:
        return exact
    lower = lemma.lower()
    ends = {lower[start:] for start in range(1, len(lower) - _SHORTEST_ENDING + 1)}
    fitting = [row for row in rows if row["lemma"].startswith("-") and row["lemma"][1:].lower() in ends]
    longest = max((len(row["lemma"]) for row in fitting), default=0)
    return [row for row in fitting if len(row["lemma"]) == longest]


def _best(rows: list[Row], **wanted: str) -> Row | None:
    """The row that agrees in the most columns, the first of equals."""
    return max(rows, key=lambda row: sum(row.get(name, "") == value for name, value in wanted.items()), default=None)
