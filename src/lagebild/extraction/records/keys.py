"""Keys of records, made from their content, so that the same report gives the same keys in every run."""

import hashlib

from lagebild.model.span import Span


def record_key(document: str, kind: str, *parts: object) -> str:
    """A key of sixteen hexadecimal digits; spans count by their place."""
    told = "|".join(str(tuple(part)) if isinstance(part, Span) else str(part) for part in parts)
    return hashlib.blake2b(f"{document}|{kind}|{told}".encode(), digest_size=8).hexdigest()
