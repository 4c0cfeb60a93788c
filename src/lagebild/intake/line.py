"""Line: results in the order of the inputs, whatever the order in which they come."""

from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Place(Generic[Result]):
    """Where the results of one input belong; it may hold places of its own, for the documents of a file.

    `name` are numbers that sort as the places stand.
    """

    __slots__ = ("_made", "_open", "_parts", "name")

    def __init__(self, name: tuple[int, ...] = ()) -> None:
        self.name = name
        self._parts: deque[Place[Result] | Result] = deque()
        self._open = True
        self._made = 0

    def place(self) -> "Place[Result]":
        """A new place behind what is here."""
        inner: Place[Result] = Place((*self.name, self._made))
        self._made += 1
        self._parts.append(inner)
        return inner

    def put(self, result: Result) -> None:
        """A result behind what is here."""
        self._parts.append(result)

    def close(self) -> None:
        """Nothing more will come here."""
        self._open = False

    def ready(self) -> Iterator[Result]:
        """Takes out what has nothing to wait for before it."""
        while self._parts:
            first = self._parts[0]
            if isinstance(first, Place):
                yield from first.ready()
                if not first.over:
                    return
                self._parts.popleft()
            else:
                self._parts.popleft()
                yield first

    @property
    def over(self) -> bool:
        """Whether everything was here and has been taken out."""
        return not self._open and not self._parts
