"""Given names with whose they are; two that a hyphen joins are one: "Karl-Heinz"."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from lagebild.language.load import Language


class GivenNames(Mapping[str, str]):
    """The genders of given names: "m", "f" or "u" for both; a joined name has that of its first part which tells one.

    Iterating yields those that the table lists.
    """

    def __init__(self, listed: dict[str, str]) -> None:
        self._listed = listed

    def __contains__(self, name: object) -> bool:
        if name in self._listed:
            return True
        return isinstance(name, str) and "-" in name and all(part in self._listed for part in name.split("-"))

    def lists(self, name: str) -> bool:
        """Whether the table itself has the name, and not only its parts."""
        return name in self._listed

    def among(self, words: Collection[str]) -> bool:
        """Whether any of the words is a given name; quicker than to ask for each."""
        if not self._listed.keys().isdisjoint(words):
            return True
        return any(word in self for word in words if "-" in word)

    def __getitem__(self, name: str) -> str:
        if name in self._listed or name not in self:
            return self._listed[name]
        genders = [self._listed[part] for part in name.split("-")]
        return next((gender for gender in genders if gender in ("m", "f")), genders[0])

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


@cache
def given_names(language: Language) -> GivenNames:
    """The given names of given_names.tsv, read once."""
    rows = language.table("given_names")
    return GivenNames({name: row["gender"] for row in rows for name in row["names"].split()})
