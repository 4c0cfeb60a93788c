"""Limits: what one input may cost, and how that is said."""

from dataclasses import dataclass

GIGABYTE = 1024**3
_PER_CHARACTER = 0.0002
"""Seconds; an ordinary text takes a twentieth of that, the worst that we know of a third."""
PATIENCE = 4.0
"""So many times its seconds an input may take by the clock on the wall, if it does not use the processor meanwhile:
another program may be using it."""
PATIENCE_OUTSIDE = 20.0
"""The same for a source, which may have to wait for a slow server; for standard input nobody knows how long."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of processor time for unpacking or parsing one input, `memory` in bytes for each child process."""

    seconds: float = 30.0
    memory: int = GIGABYTE

    def for_text(self, length: int) -> float:
        """Seconds for taking apart a text of so many characters: grows with it."""
        return self.seconds + _PER_CHARACTER * length


def too_slow(seconds: float) -> str:
    """For the person whose input it was."""
    return f"took more than {round(seconds, 1):g} s and was stopped"


def too_big(memory: int) -> str:
    """For the person whose input it was."""
    amount = f"{memory / GIGABYTE:.3g} GB" if memory >= GIGABYTE else f"{memory / 1024**2:.0f} MB"
    return f"needed more than {amount} of memory and was stopped"
