"""What the caller may choose about an export."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`text` False leaves out the texts of the documents and keeps offsets and quoted words, for those who may not pass
    articles on. `excel` writes CSV as a German Excel opens it. `guard` keeps a spreadsheet from taking a cell for a
    formula."""

    text: bool = True
    excel: bool = False
    guard: bool = True
