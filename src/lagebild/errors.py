"""Every error we raise on purpose, as one small tree.

LagebildError
├── InputError        one input cannot be read; the others can
│   └── LanguageError its language has no resources here
├── UsageError        the caller asked for something that cannot be
│   └── JudgementError a judgement names a record, a field or a value that is not there
├── BulkError         a bulk run cannot go on: its folder, its engine
├── ResourceError     a resource file, ours or the user's, is malformed
└── StoreError        the knowledge base cannot be opened, read or written
    └── EvidenceError a record does not stand on words of its document
"""


class LagebildError(Exception):
    """The root: catch this to catch everything that Lagebild raises on purpose."""


class InputError(LagebildError):
    """One input cannot be read: the message names it and says why."""


class LanguageError(InputError):
    """The text is in a language that Lagebild has no resources for."""


class UsageError(LagebildError):
    """The caller asked for something that cannot be: a wrong date, an unknown engine."""


class JudgementError(UsageError):
    """A judgement cannot be made: it names a record, a field or a value that is not there, or has no author."""


class BulkError(LagebildError):
    """A bulk run cannot begin or go on: the message names the folder or the engine and says what to do."""


class ResourceError(LagebildError):
    """A resource file is malformed: the message names file, line and what was expected."""


class StoreError(LagebildError):
    """The knowledge base cannot be opened, read or written: the message names the file and says what to do."""


class EvidenceError(StoreError):
    """A record does not stand on the words of its document, so it was not stored."""
