"""Wanted: what a search asks for, in words and filters."""

from dataclasses import dataclass, fields
from datetime import date


@dataclass(frozen=True, slots=True)
class After:
    """A place in an answer: the day and key of a document, and how many of its rows came before. An answer that goes on
    there is the same whatever was added meanwhile to newer days."""

    day: str | None
    document: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything given must hold; of several values of one filter one has to.

    `words` is raw input: words in any form or as parts of others, "phrases" as they are, -word for what must not be
    there. For records, the record's own words have to match. `speakers` and `publishers` are names or parts of names.
    `entities` are names or codes of whom a document mentions, or, for records, whom the record mentions or names as a
    side. `actors` and `recipients` are codes ("PRK") or names ("Nordkorea"). `since` and `until` are days of
    publication, both included; with `happened` they are days on which an event happened. `countries` are where.
    """

    words: str = ""
    about: str = ""
    """The same, for words that have to stand anywhere in the report, whatever the record's own words are."""
    since: date | None = None
    until: date | None = None
    happened: bool = False
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    """Keys of entities across documents: who says it, does it, has it or is to blame for it."""
    toward: tuple[str, ...] = ()
    """Keys of entities across documents: to whom it is done."""
    standings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    least: float = 0.0
    """The least confidence of a record."""
    superseded: bool = False
    """Older versions of documents too."""

    after: "After | None" = None
    """Only what comes after that place in the order of the answer."""

    def given(self) -> set[str]:
        """The names of the filters that ask for something."""
        return {item.name for item in fields(self) if getattr(self, item.name) != item.default}
