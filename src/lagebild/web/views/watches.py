"""Watches: questions that the base keeps, with what is new for each."""

from datetime import datetime
from typing import Any

from lagebild.watching import News, Watch

Values = dict[str, Any]


def in_short(watch: Watch) -> Values:
    """A watch as a list shows it."""
    return {
        "name": watch.name,
        "words": watch.words,
        "made": watch.made.isoformat(),
        "looked": watch.looked.isoformat(),
        "news": watch.news,
        "unread": watch.unread,
    }


def told(found: datetime, item: News, *, unread: bool) -> Values:
    """One of the news, with the place that it stands on."""
    document, _, record = item.ref.partition("/")
    return {
        "key": item.key,
        "kind": item.kind.value,
        "sentence": item.sentence,
        "words": item.words,
        "outlet": item.outlet,
        "day": item.day,
        "document": document,
        "telling": item.ref,
        "open": record.partition("@")[0],
        "claim": item.claim,
        "gloss": item.gloss,
        "found": found.isoformat(),
        "unread": unread,
    }
