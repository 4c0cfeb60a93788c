"""Characters that a format cannot hold, replaced one by one so that offsets stay true."""

import json
import re
from typing import Any

UNKNOWN = "\ufffd"
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What some readers take for the end of a line, and JSON may hold as it is."""
_LONE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def whole(text: str) -> str:
    """The text with halves of surrogate pairs, which UTF-8 cannot hold, replaced."""
    return _LONE.sub(UNKNOWN, text)


def json_line(value: Any) -> str:
    """The value as JSON that is one line for every reader."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_LINE_ENDS)


def for_xml(text: str) -> str:
    """The text with what no XML 1.0 document may hold (control characters, U+FFFE) replaced."""
    return _NOT_XML.sub(UNKNOWN, text)
