"""Feeds and web archives for the tests, good ones and such as are made to do harm."""

import gzip
from collections.abc import Iterable

TEXT = "Der Deich bei Grünhafen hält, sagte die Deichgräfin Wiebke Holm am Dienstag vor dem Landtag. "
REPORT = "".join(f"<p>{TEXT * 4}</p>" for _ in range(5))
"""Long enough to be a whole report."""
PAGE = f"<!DOCTYPE html><html lang=de><head><title>Deich</title></head><body><article>{REPORT}</article></body></html>"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"


def rss(*items: str, title: str = "Deichbote", before: str = "") -> bytes:
    """An RSS feed of the items."""
    head = f'<?xml version="1.0" encoding="utf-8"?>{before}<rss version="2.0" xmlns:content="{_CONTENT}">'
    channel = f"<channel><title>{title}</title><link>https://d.example/</link><language>de-de</language>"
    return f"{head}{channel}{''.join(items)}</channel></rss>".encode()


def item(link: str | None, *, title: str = "Deich hält", html: str = "", teaser: str = TEXT, day: str = "") -> str:
    """One item; `html` is its full text, `day` a date as RSS writes it."""
    parts = (
        f"<link>{link}</link>" if link else "",
        f"<title>{title}</title>",
        f"<description>{teaser}</description>",
        f"<content:encoded><![CDATA[{html}]]></content:encoded>" if html else "",
        f"<pubDate>{day}</pubDate>" if day else "",
    )
    return f"<item>{''.join(parts)}</item>"


def external_entity(secret: str) -> bytes:
    """A feed that would show the content of a file, if the reader let it."""
    declared = f'<!DOCTYPE rss [<!ENTITY geheim SYSTEM "file://{secret}">]>'
    return rss(item("https://d.example/a", teaser="&geheim;", html=REPORT), before=declared)


def entity_bomb() -> bytes:
    """A feed that grows to gigabytes when its entities are put in."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return rss(item("https://d.example/a", teaser="&e11;"), before=f'<!DOCTYPE rss [<!ENTITY e0 "Deich">{levels}]>')


def record(
    address: str,
    body: bytes | str = PAGE,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media: str | None = "text/html; charset=utf-8",
    extra: str = "",
    head: str = "",
    length: int | None = None,
) -> bytes:
    """One WARC record; `extra` are lines of the HTTP head, `head` of the record's own, `length` a false length."""
    data = body.encode() if isinstance(body, str) else body
    outer = f"Content-Type: {media}\r\n" if media else ""
    if kind == "response":
        data = f"HTTP/1.1 {status}\r\n{outer}{extra}\r\n".encode("latin-1") + data
        outer = "Content-Type: application/http; msgtype=response\r\n"
    size = len(data) if length is None else length
    lines = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-01-02T03:04:05Z\r\n"
    lines += f"WARC-Record-ID: <urn:x:{address}>\r\n{outer}{head}Content-Length: {size}\r\n\r\n"
    return lines.encode() + data + b"\r\n\r\n"


def info() -> bytes:
    """The record with which archives begin."""
    return record("urn:info", "software: test", kind="warcinfo", media="application/warc-fields")


def members(records: Iterable[bytes]) -> bytes:
    """Each record compressed by itself, as archives are."""
    return b"".join(gzip.compress(one, 6, mtime=0) for one in records)
