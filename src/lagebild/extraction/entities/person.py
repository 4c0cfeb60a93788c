"""Person: what a document tells of somebody whom it names."""

from dataclasses import dataclass, field

from lagebild.extraction.entities.known import Term


@dataclass(slots=True)
class Person:
    """A person whom the document names in full."""

    name: str
    first: int
    gender: str | None = None
    titles: set[str] = field(default_factory=set)
    code: str | None = None
    known: Term | None = None
    parties: set[str] = field(default_factory=set)
    """Usual names of the parties in the titles and in parentheses behind the name: "(CDU)", "AfD-Chef"."""
    office: str | None = None
    """The first title told of the person, as a dictionary has it."""
    age: str | None = None
    """In years, as digits."""
