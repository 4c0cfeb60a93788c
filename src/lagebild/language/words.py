"""Named word lists of a rule file, as frozen sets."""

from functools import cache

from lagebild.language.load import Language


@cache
def word_lists(language: Language, name: str) -> dict[str, frozenset[str]]:
    """The lists under `[words]` of `name`.toml."""
    return {key: frozenset(entries) for key, entries in language.rules(name)["words"].items()}
