"""Bytes to text: UTF-8 first, marks of byte order, then what a detector makes of them; binary is refused."""

import codecs

from lagebild.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The 32-bit marks stand before the 16-bit ones, which they begin with."""
_LIKELY = ("cp1252", "iso8859_15", "mac_roman", "cp850", "utf_16_le", "utf_16_be")
_LOOKED_AT = 65_536
_CONTROLS = bytes({*range(9), 11, *range(14, 27), *range(28, 32)})
_BINARY = 0.02
"""Share of control bytes from which on something is no text; a stray NUL in a report stays far under it."""


def decoded(data: bytes) -> str:
    """The text of the bytes. Raises InputError for what is binary or in no encoding that can be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _detected(data, problem)
    refuse_binary(data)
    return text


def encoding_of(head: bytes) -> str:
    """The encoding of a file that begins with these bytes, for reading it piece by piece; a sign may be cut at the end.

    Raises InputError as `decoded` does.
    """
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if marked is not None:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as problem:
        return _likely(head, problem)
    refuse_binary(head)
    return "utf-8"


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InputError(f"begins with the mark of {encoding} but is not: {problem.reason}") from problem


def _detected(data: bytes, broken: UnicodeDecodeError) -> str:
    encoding = _likely(data, broken)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InputError(f"looks like {encoding} but is not: {problem.reason}; convert it to UTF-8") from problem


def _likely(data: bytes, broken: UnicodeDecodeError) -> str:
    # Loaded only here: most reports are UTF-8, and the detector is slow to import.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LOOKED_AT], cp_isolation=list(_LIKELY)).best()
    if best is None or not best.encoding.startswith("utf_16"):
        refuse_binary(data)
    if best is None:
        place = f"byte {broken.start + 1} is 0x{data[broken.start]:02x}"
        raise InputError(f"is not UTF-8 ({place}), and its encoding cannot be told; convert it to UTF-8") from broken
    return str(best.encoding)


def refuse_binary(data: bytes) -> None:
    """Raises InputError where the beginning holds too many control bytes for a text in any encoding of single bytes."""
    head = data[:_LOOKED_AT]
    if len(head) - len(head.translate(None, _CONTROLS)) > _BINARY * len(head):
        raise InputError("is binary, not text")
