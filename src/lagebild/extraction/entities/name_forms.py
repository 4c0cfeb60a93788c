"""Forms of names: which other spellings of a name mean the same."""


def is_inflected(name: str, usual: str) -> bool:
    """As "Deutschen Wetterdienst" of "Deutscher Wetterdienst": the first word with another ending."""
    first, _, rest = name.partition(" ")
    begun, _, ended = usual.partition(" ")
    return bool(rest) and rest == ended and first[:-1].rstrip("en") == begun[:-1].rstrip("en") and name != usual


def with_particle(surname: str) -> tuple[str, ...]:
    """Other forms of a surname with a particle: of "al-Assad" also "Al-Assad" and "Assad"."""
    front, _, name = surname.partition("-")
    return (f"{front.title()}-{name}", name) if front.islower() and name else ()
