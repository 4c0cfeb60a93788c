"""Content types: which can hold a report, and under which suffix readers know them."""

from pathlib import PurePosixPath

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "application/json": ".json",
    "text/json": ".json",
    "application/ld+json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/json-lines": ".jsonl",
    "text/csv": ".csv",
    "application/vnd.apache.parquet": ".parquet",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/warc": ".warc",
}
_SAYS_NOTHING = frozenset(
    ("", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip")
)
"""Types of servers that do not know what they send; the end of the address tells more."""
READABLE = frozenset((*_SUFFIXES.values(), ".htm", ".xhtml", ".ndjson", ".markdown", ".gz", ""))


def bare(media: str | None) -> str:
    """The type alone of "Text/HTML; charset=utf-8": "text/html"."""
    return (media or "").partition(";")[0].strip().lower()


def suffix_for(media: str | None, *, path: str) -> str | None:
    """The suffix that fits what a server says it sends, or the address's own where that says nothing.

    None where the type can hold no report (images, films, programs, style sheets).
    """
    kind = bare(media)
    if kind in _SUFFIXES:
        return _SUFFIXES[kind]
    if kind not in _SAYS_NOTHING:
        return None
    own = PurePosixPath(path).suffix.lower()
    if own in READABLE:
        return own
    return "" if kind == "" else None
