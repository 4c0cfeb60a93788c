"""Union: which numbered things have been made one by now (Tarjan 1975, with path halving)."""


class Union:
    """Things by their numbers; one that nobody has joined stands for itself."""

    __slots__ = ("_above",)

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def root(self, number: int) -> int:
        """The least of all that are one with this one, which stands for them."""
        above = self._above
        while (up := above.get(number, number)) != number:
            above[number] = number = above.get(up, up)
        return number

    def join(self, one: int, other: int) -> None:
        """Makes them one, with all that are one with either."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._above[high] = low
