"""NotReachedError: a site that did not answer, so that asking it again is little use for now."""

from lagebild.errors import InputError


class NotReachedError(InputError):
    """No answer came at all: no such name, no connection, silence, or something that is no HTTP."""
