"""Tokens: where an answer goes on, as words that a visitor need not understand."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from lagebild.errors import UsageError
from lagebild.store.search.wanted import After


def token(after: After) -> str:
    """The place as a token."""
    told = json.dumps([after.day, after.document, after.rows], separators=(",", ":"))
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def place(given: str) -> After:
    """The place that a token stands for. Raises UsageError for words that are no token."""
    try:
        day, document, rows = json.loads(urlsafe_b64decode(given + "=" * (-len(given) % 4)))
        if isinstance(document, str) and isinstance(rows, int) and (day is None or isinstance(day, str)):
            (document + (day or "")).encode()  # half of a surrogate pair, which JSON can hold, is a ValueError
            return After(day, document, rows)
    except (ValueError, TypeError):
        pass
    raise UsageError(f"{given[:40]!r} is no place to go on from; take the one that the page before gave")


def number_token(number: int) -> str:
    """A place in a list that is counted through."""
    return urlsafe_b64encode(f"n{number}".encode()).decode().rstrip("=")


def number(given: str) -> int:
    """The number that such a token stands for. Raises UsageError for words that are no token."""
    try:
        told = urlsafe_b64decode(given + "=" * (-len(given) % 4)).decode()
        if told.startswith("n") and told[1:].isascii() and told[1:].isdigit() and len(told) < 12:
            return int(told[1:])
    except ValueError:
        pass
    raise UsageError(f"{given[:40]!r} is no place to go on from; take the one that the page before gave")
