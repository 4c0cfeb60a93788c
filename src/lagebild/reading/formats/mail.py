"""E-mail (.eml): the text or HTML part of a mail or newsletter, with subject, sender and day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr

from lagebild.errors import InputError
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.reading.decode import refuse_binary
from lagebild.reading.failure import Failure
from lagebild.reading.formats.blocks import html_tree, paragraphs_of
from lagebild.reading.formats.days import day_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.joined_lines import joined
from lagebild.reading.formats.known import Known, first, in_future
from lagebild.reading.formats.markup_text import markup_text
from lagebild.reading.formats.page import read_page
from lagebild.reading.formats.paragraphs import one_line, text_of
from lagebild.reading.raw import Raw

_LARGEST = 60_000_000
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_KNOWN = re.compile(
    rb"^(?:From|Subject|Message-ID|MIME-Version|Received|Return-Path|Date|To|Delivered-To|Content-Type):", re.I | re.M
)
_FEWEST_KNOWN = 3
_WRAPPED = 55
"""Signs from which on a line may have been broken by the mail program; a shorter one ends a paragraph."""
_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_LONGEST_HEADER = 2_000
_REPORTS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".html", ".htm", ".eml")
_POORER = 0.5
"""A text part with less than this share of the HTML part's words only says that there is one."""


def is_mail(head: bytes) -> bool:
    """Whether bytes begin with the header of a mail."""
    header = _HEADER.match(head[:16_384])
    return header is not None and len({name.lower() for name in _KNOWN.findall(header[0])}) >= _FEWEST_KNOWN


def read_mail(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One document, the subject as its title and first line. Attached reports are not read: failures name them."""
    data = raw.content()
    if len(data) > _LARGEST:
        raise InputError(f"is a mail of more than {_LARGEST:,} bytes; save its attachments as files of their own")
    message = _parsed(data)
    if (page := _saved_page(message, raw)) is not None:
        yield from read_page(page, asked)
        return
    parts = list(_parts(message))
    plain = [text for kind, text in parts if kind == "plain"]
    marked = [text for kind, text in parts if kind == "html"]
    paragraphs, source = _chosen("\n\n".join(plain), "\n".join(marked))
    if not paragraphs:
        raise InputError("is a mail without text; if its report is attached, save the attachment as a file of its own")
    title = first([Known(_header(message, "Subject"), "Subject")])
    heading = title.value if title and title.value not in map(one_line, paragraphs[:2]) else ""
    yield _document(raw, message, text_of([heading, *paragraphs]), title, source, asked)
    for name in _attachments(message):
        yield Failure(f"{raw.origin}, attachment {name}", "is not read; save it as a file of its own and name that")


def _parsed(data: bytes) -> Message:
    refuse_binary(data)
    try:
        message = message_from_bytes(data, policy=compat32)
    except RecursionError as problem:
        raise InputError("nests parts in parts too deeply for a mail") from problem
    if not any(name in message for name in ("From", "Subject", "Date", "Message-ID")):
        raise InputError("has no header of a mail (From, Subject, Date); if it is text, name it .txt")
    return message


def _saved_page(message: Message, raw: Raw) -> Raw | None:
    """The page that a browser saved as one file (.mhtml), which has the form of a mail."""
    place = message.get("Snapshot-Content-Location")
    if place is None and "<saved by" not in str(message.get("From", "")).lower():
        return None
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            charset = part.get_param("charset")
            media = f"text/html; charset={charset}" if isinstance(charset, str) else "text/html"
            address = str(place or part.get("Content-Location") or "")
            return replace(
                raw,
                data=content,
                path=None,
                media=media,
                url=raw.url or (address if address.startswith("http") else None),
            )
    return None


def _document(raw: Raw, message: Message, text: str, title: Known | None, source: str, asked: Asked) -> Document:
    sender = _sender(_header(message, "From"))
    listed = message.get("List-Id") is not None or message.get("List-Unsubscribe") is not None
    known = [("title", title.source)] if title else []
    if sender:
        known.append(("publisher" if listed else "author", "From"))
    day = day_of(_header(message, "Date"))
    if day is not None and in_future(day, asked.today):
        known.append(("date", f"Date says {day.isoformat()}, which cannot be"))
        day = None
    elif day is not None:
        known.append(("date", "Date"))
    return Document(
        id=raw.stem,
        text=text,
        title=title.value if title else None,
        date=day,
        author=None if listed else sender,
        publisher=sender if listed else None,
        origin=raw.origin,
        known_from=(*known, ("text", source)),
    )


def _parts(message: Message) -> Iterator[tuple[str, str]]:
    """The readable parts that are no attachments, as "plain" or "html" with their text."""
    for part in message.walk():
        kind = part.get_content_type()
        if (
            kind not in ("text/plain", "text/html")
            or part.get_filename()
            or part.get_content_disposition() == "attachment"
        ):
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            charset = part.get_param("charset")
            yield kind.removeprefix("text/"), markup_text(content, charset if isinstance(charset, str) else None)


def _attachments(message: Message) -> Iterator[str]:
    """The names of attachments that may be reports; pictures, invitations and signatures are none."""
    for part in message.walk():
        name = one_line(_decoded(part.get_filename() or ""))
        if name.lower().endswith(_REPORTS) and part.get_content_disposition() == "attachment":
            yield name[-100:]


def _chosen(plain: str, marked: str) -> tuple[list[str], str]:
    """The paragraphs of the text part, or of the HTML part where the text part holds much less."""
    tree = html_tree(marked) if marked.strip() else None
    from_markup = _without_notes(map(one_line, paragraphs_of(tree))) if tree is not None else []
    from_plain = _without_notes(_unwrapped(plain))
    if sum(map(len, from_plain)) < _POORER * sum(map(len, from_markup)) or not from_plain:
        return from_markup, "HTML part"
    return from_plain, "text part"


def _unwrapped(text: str) -> Iterator[str]:
    """The paragraphs of a mail's text: lines that the mail program broke are one again; quoted mails are left out."""
    text = _SIGNATURE.split(text.replace("\r\n", "\n"))[0]
    for block in re.split(r"\n[ \t]*\n", text):
        paragraph, last = "", 0
        for line in block.split("\n"):
            if _QUOTED.match(line):
                continue
            if paragraph and last < _WRAPPED:
                yield paragraph
                paragraph = ""
            paragraph, last = joined(paragraph, line) if paragraph else line.strip(), len(line.strip())
        if paragraph:
            yield paragraph


def _without_notes(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs without links to see the mail in a browser, to leave the list, and the like."""
    notes = [re.compile(pattern) for pattern in Language("de").rules("pages")["mail"]["patterns"]]
    return [
        line
        for line in paragraphs
        if line.strip() and not (len(line) <= 300 and any(note.search(line) for note in notes))
    ]


def _header(message: Message, name: str) -> str:
    value = message.get(name)
    return one_line(_decoded(str(value)[:_LONGEST_HEADER])) if value is not None else ""


def _decoded(value: str) -> str:
    """A header with its encoded words decoded; as it stands where they are broken."""
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _sender(value: str) -> str | None:
    """The name of a sender, or else the address."""
    name, address = parseaddr(value)
    return one_line(name) or one_line(address) or None
