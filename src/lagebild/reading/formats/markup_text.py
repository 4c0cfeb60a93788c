"""Bytes of a web page or a mail part into text: what they really are outranks what they say they are."""

import codecs
import re

from lagebild.errors import InputError
from lagebild.reading.decode import decoded, refuse_binary

_HEAD = 4096
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_TOLD = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""Pages that call themselves Latin 1 hold the dashes and quotation marks of Windows; so browsers read them."""
_NO_CHARSET = frozenset(("utf-8", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"))
"""UTF-8 is none here, for the bytes are not; the others are Python's or dangerous."""
_WINDOWS = {chr(code): code for code in range(0x80, 0x100)}
_WINDOWS |= {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
"""What Latin 1 and Windows-1252 make of each byte beyond ASCII, back to the byte."""
_LATER = re.escape("".join(sign for sign, code in _WINDOWS.items() if code < 0xC0))
_TWICE = re.compile(f"[Â-ß][{_LATER}]|[à-ï][{_LATER}]{{2}}|[ð-ô][{_LATER}]{{3}}")
"""How UTF-8 looks that somebody took for Windows-1252 and encoded again: two signs for an umlaut."""
_FEWEST_TWICE = 3
_MOSTLY = 0.9
_ESCAPED = re.compile("[\udc80-\udcff]+")


def told_charset(media: str | None) -> str | None:
    """The charset of a content type such as "text/html; charset=iso-8859-1"."""
    found = _TOLD.search(media or "")
    return found[1] if found else None


def markup_text(data: bytes, told: str | None = None) -> str:
    """The text of the bytes; `told` is what a server or a mail's header says. Raises InputError for binary.

    Valid UTF-8 is UTF-8, whatever page and server say; a few broken bytes among UTF-8 are read as Windows-1252, as
    such glued-in parts mostly are. Umlauts that were encoded twice are mended.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded(data)
    if data[:_HEAD].count(0) > len(data[:_HEAD]) // 8:
        return decoded(data)  # UTF-16 without its mark, or binary
    refuse_binary(data)
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data):
        return _ESCAPED.sub(_as_windows, data.decode("utf-8", errors="surrogateescape"))
    for name in (told, *_named_inside(data)):
        if (encoding := _usable(name)) is not None:
            return data.decode(encoding, errors="replace")
    try:
        return decoded(data)
    except InputError:
        if data[:_HEAD].count(b"<") < 3:
            raise
        return data.decode("cp1252", errors="replace")


def _named_inside(data: bytes) -> list[str]:
    head = data[:_HEAD]
    return [found[1].decode("ascii") for pattern in (_META, _XML) if (found := pattern.search(head))]


def _usable(name: str | None) -> str | None:
    """The codec for a name, None where there is none that can be."""
    try:
        known = codecs.lookup(name or "").name
        b"a".decode(known)
    except (LookupError, ValueError):
        return None
    return None if known in _NO_CHARSET else _BROWSERS_READ.get(known, known)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether of the bytes beyond ASCII nearly all form signs of UTF-8."""
    inside = sum(map(len, _MULTIBYTE.findall(data)))
    return inside >= _MOSTLY * len(_HIGH.findall(data))


def _as_windows(broken: re.Match[str]) -> str:
    return bytes(ord(sign) - 0xDC00 for sign in broken[0]).decode("cp1252", errors="replace")


def _mended(text: str) -> str:
    """The text, with signs mended that were encoded twice, where there are several."""
    if sum(1 for _ in _TWICE.finditer(text[:500_000])) < _FEWEST_TWICE:
        return text
    return _TWICE.sub(_once, text)


def _once(twice: re.Match[str]) -> str:
    try:
        return bytes(_WINDOWS[sign] for sign in twice[0]).decode("utf-8")
    except UnicodeDecodeError:
        return twice[0]
