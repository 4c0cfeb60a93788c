"""Lists of addresses: one on a line, with empty lines and comments behind #."""

import re
from collections.abc import Iterator

from lagebild.errors import InputError
from lagebild.reading.decode import decoded
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.addresses import is_address
from lagebild.reading.passed import Passed

SUFFIX = ".urls"
_COMMENT = re.compile(r"(?:^|\s)#.*")


def addresses_of(data: bytes, *, origin: str) -> Iterator[str | Failure | Passed]:
    """The addresses of a list, each once, in its order; a line that holds none is a Failure.

    Only addresses are taken, no files: a list may come from somebody else.
    """
    try:
        lines = decoded(data).splitlines()
    except InputError as problem:
        yield Failure(origin, str(problem))
        return
    seen: set[str] = set()
    again = 0
    for number, line in enumerate(lines, 1):
        address = _COMMENT.sub("", line).strip().strip("<>")
        if not address:
            continue
        if not is_address(address):
            known = address[:200]
            hint = f"; write https://{known}" if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", known) else ""
            yield Failure(f"{origin}, line {number}", f"{known!r} is no address{hint}")
        elif address in seen:
            again += 1
        else:
            seen.add(address)
            yield address
    if again:
        yield Passed(origin, "addresses that stand there twice", again)
    if not seen:
        yield Failure(origin, "holds no addresses; write one on each line")
