"""Word and Reading: what the tagger knows of a word form, and what the word is in its sentence."""

from lagebild.analysis.possibility import Possibility
from lagebild.analysis.weights import OfForm
from lagebild.model.analysis import Verb
from lagebild.model.quick import Replacing, quick


@quick
class Reading:
    """What one word is in its sentence. `agreement` is all that its form allows; only finite verbs have a `verb`."""

    tag: str
    lemma: str
    agreement: int = 0
    verb: Verb | None = None


@quick
class Word(Replacing):
    """What the model needs to know of a word form, computed once per form."""

    tags: tuple[str, ...]
    by_tag: dict[str, Possibility]
    readings: dict[str, Reading]
    """What it is with each tag, but for finite verbs of which the sentence has to tell the mood."""
    key: str
    """Its possible tags as one text."""
    shape: str
    """The same, but for closed classes the form itself."""
    low: str
    end: str
    verbal: str
    """The verb tags it may have, as one text; empty for none."""
    governs: int
    """The cases, genders and numbers of what may follow it if it is an article or an adjective without one, else 0."""
    nominal: int
    """Its own mask if it is a noun or an adjective, else 0."""
    weights: OfForm | None = None
    """What the model says of it; None where it has one tag only."""
