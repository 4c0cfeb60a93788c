"""Referring: what a person writes to name a record, brought to the one record that is meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lagebild.errors import UsageError
from lagebild.judging import applied
from lagebild.judging.fields import KINDS
from lagebild.judging.sheet import Sheet, sheet_of
from lagebild.model.findings import Findings
from lagebild.model.naming import PLACED, name_on_wire
from lagebild.store import Store
from lagebild.store.referring import Reference
from lagebild.store.search.wanted import Wanted

SHORTEST = 4
"""Fewer letters of a key tell too little."""
NAMED = 5
"""So many candidates are listed where the words fit several."""


def the_record(store: Store, words: str) -> tuple[Reference, Findings]:
    """The record, with the judged findings of its document, rejected records among them.

    `words` are the record's key or "DOCUMENT/KEY", both cut as short as you like; "DOCUMENT/KIND:START-END" for
    records without a key, such as "d01234567/timex:38-47"; KIND may be left out where that leaves one. Raises
    UsageError where nothing or more than one thing is meant.
    """
    document, slash, name = words.rpartition("/")
    if not slash:
        if re.fullmatch(r"[0-9]+-[0-9]+", name) or ":" in name:
            raise UsageError(f"{words}: records without a key are named with their document: DOCUMENT/KIND:START-END")
        found = store.records_like(_long_enough(name))
        if len(found) != 1:
            raise UsageError(_which(words, [f"{item.document}/{item.record} ({item.kind})" for item in found]))
        document = found[0].document
    key = the_document(store, document)
    findings = applied(store.found(key), store.judgements(key), rejected=True).findings
    return Reference(key, *_within(sheet_of(findings), words, name)), findings


class Address(NamedTuple):
    """A document's key, and the key or "start-stop" of one of its records as it was given (None: the document)."""

    document: str
    record: str | None


def the_address(store: Store, words: str) -> Address:
    """The document of "DOCUMENT" or "DOCUMENT/RECORD", with the record as it is written."""
    document, _, record = words.strip().partition("/")
    return Address(the_document(store, document), record or None)


def in_these_documents(store: Store, wanted: Wanted) -> Wanted:
    """What is wanted, with the keys of its documents in full."""
    return replace(wanted, documents=tuple(the_address(store, words).document for words in wanted.documents))


def the_document(store: Store, words: str) -> str:
    """The document's key, which may be cut as short as it stays unlike others."""
    found = store.documents_like(_long_enough(words))
    if words in found or len(found) == 1:
        return words if words in found else found[0]
    if not found:
        raise UsageError(f"{words}: there is no document whose key begins so; `lagebild find` prints ids")
    raise UsageError(_which(words, found))


def _within(sheet: Sheet, words: str, name: str) -> tuple[str, str]:
    kind, _, name = name.rpartition(":")
    if kind and kind not in KINDS:
        raise UsageError(f"{words}: there are no records of the kind {kind!r}; there are {', '.join(KINDS)}")
    there = [(one, name_on_wire(item)) for one in ([kind] if kind else KINDS) for item in sheet.records[one]]
    exact = [item for item in there if item[1] == name]
    found = exact or [item for item in there if item[0] not in PLACED and item[1].startswith(_long_enough(name))]
    if len(found) == 1:
        return found[0]
    raise UsageError(_which(words, [f"{one}:{handle_}" for one, handle_ in found]))


def _long_enough(words: str) -> str:
    if len(words) < SHORTEST:
        raise UsageError(f"{words!r} is too short for a key; give at least {SHORTEST} letters")
    return words


def _which(words: str, found: Sequence[str]) -> str:
    if not found:
        return f"{words}: no record has a key that begins so"
    told = ", ".join(found[:NAMED]) + (", …" if len(found) > NAMED else "")
    return f"{words}: fits several; say which: {told}"
