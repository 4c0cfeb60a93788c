"""Recent: what a function gave lately, so that an endless stream of reports does not fill the memory."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Given = TypeVar("Given")

MANY = 100_000
"""Different words of 10,000 reports or so: whoever keeps as many asks for few of them anew."""


class Recent(dict[Asked, Given]):
    """The results of a function by what it was asked: `recent[word]` asks it where nothing is kept.

    What is kept costs no more than a look into a dict. When there are too many, all are forgotten at once: to
    note for each when it was asked for last would cost more than to ask a second time.
    """

    __slots__ = ("_function", "_many")

    def __init__(self, function: Callable[[Asked], Given], *, times: int = 1) -> None:
        """So many times MANY are kept."""
        super().__init__()
        self._function, self._many = function, times * MANY

    def __missing__(self, asked: Asked) -> Given:
        given = self._function(asked)
        if len(self) >= self._many:
            self.clear()
        self[asked] = given
        return given
