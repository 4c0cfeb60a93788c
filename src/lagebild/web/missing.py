"""Missing: an address that names something that is not there."""

from collections.abc import Iterator
from contextlib import contextmanager

from lagebild.errors import LagebildError, UsageError
from lagebild.knowledge import KnowledgeBase
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding


class MissingError(LagebildError):
    """There is nothing of that name: the message says what was asked for."""


@contextmanager
def found() -> Iterator[None]:
    """Says of what an address names, where it is not there, that it is missing and not that it is wrong."""
    try:
        yield
    except (UsageError, LookupError) as problem:
        raise MissingError(str(problem.args[0] if problem.args else problem)) from problem


def the_holding(base: KnowledgeBase, key: str) -> Holding:
    """The document whose key begins so. Raises MissingError where there is none."""
    with found():
        address = base.address(key.replace("/", " "))
    return base.document(address.document)


def the_findings(base: KnowledgeBase, document: str, kind: str, name: str) -> Findings:
    """The findings of a document with rejected records among them, in which a record is named."""
    with found():
        return base.record(f"{document}/{kind}:{name}")[1]
