"""Characters that a format cannot hold, replaced one by one so that offsets stay true."""

import re

UNKNOWN = "\ufffd"
_LONE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def whole(text: str) -> str:
    """The text with halves of surrogate pairs, which UTF-8 cannot hold, replaced."""
    return _LONE.sub(UNKNOWN, text)


def for_xml(text: str) -> str:
    """The text with what no XML 1.0 document may hold (control characters, U+FFFE) replaced."""
    return _NOT_XML.sub(UNKNOWN, text)
