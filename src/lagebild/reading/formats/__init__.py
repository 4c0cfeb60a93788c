"""FORMATS: every file format that can be read, with what tells it and who reads it."""

from lagebild.reading.formats.format import Asked, Format, Reader, never
from lagebild.reading.formats.json_records import begins_like_records, read_json, read_json_lines
from lagebild.reading.formats.mail import is_mail, read_mail
from lagebild.reading.formats.markdown import read_markdown
from lagebild.reading.formats.newsml import is_xml, read_xml
from lagebild.reading.formats.packed import is_zip
from lagebild.reading.formats.page import has_markup, is_page, read_page
from lagebild.reading.formats.parquet import is_parquet, read_parquet
from lagebild.reading.formats.pdf import is_pdf, read_pdf
from lagebild.reading.formats.plain import read_plain
from lagebild.reading.formats.table import read_table
from lagebild.reading.formats.unread import is_unread, refuse, refuse_archive
from lagebild.reading.formats.word import is_word, read_word

__all__ = ["FORMATS", "SUFFIXES", "Asked", "Format", "Reader", "named"]

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: tuple[Format, ...] = (
    Format("PDF", (".pdf",), ("application/pdf",), is_pdf, never, read_pdf),
    Format("Parquet", (".parquet",), ("application/vnd.apache.parquet",), is_parquet, never, read_parquet, many=True),
    Format("Word", (".docx",), (_DOCX,), is_word, never, read_word),
    Format("other archive", (), ("application/zip",), is_zip, never, refuse_archive),
    Format("unreadable", (), (), is_unread, never, refuse),
    Format(
        "web page", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), is_page, has_markup, read_page
    ),
    Format("XML", (".xml",), ("application/xml", "text/xml"), is_xml, never, read_xml, many=True),
    Format("e-mail", (".eml", ".mhtml", ".mht"), ("message/rfc822", "multipart/related"), never, is_mail, read_mail),
    Format(
        "JSON lines",
        (".jsonl", ".ndjson"),
        ("application/x-ndjson", "application/jsonl"),
        never,
        never,
        read_json_lines,
        many=True,
    ),
    Format(
        "JSON",
        (".json",),
        ("application/json", "application/ld+json"),
        never,
        begins_like_records,
        read_json,
        many=True,
    ),
    Format("CSV", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), never, never, read_table, many=True),
    Format("Markdown", (".md", ".markdown"), ("text/markdown",), never, never, read_markdown),
    Format("plain text", (".txt", ".text"), ("text/plain",), never, never, read_plain),
)
"""In the order in which their first bytes are asked; what none of them knows is plain text or nothing."""

SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)
"""What the names of files end in that can be read; each may be packed by gzip and end in ".gz" then."""


def named(suffix: str, media: str | None, head: bytes, *, of_the_web: bool) -> Format:
    """The format of an input: what its first bytes surely say, then its name, then what they likely say.

    `of_the_web` lets the content type go before the suffix: an address that ends in ".php" or ".md" says little.
    """
    sure = next((format for format in FORMATS if format.surely(head)), None)
    if sure is not None:
        return sure
    kind = (media or "").split(";")[0].strip().lower()
    by_media = next((format for format in FORMATS if kind and kind in format.media), None)
    by_suffix = next((format for format in FORMATS if suffix in format.suffixes), None)
    likely = next((format for format in FORMATS if format.likely(head)), None)
    told = (by_media, by_suffix) if of_the_web else (by_suffix, by_media)
    return next((format for format in (*told, likely) if format is not None), FORMATS[-1])
