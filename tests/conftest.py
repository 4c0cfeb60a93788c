"""What several tests share: the folder of annotated articles, and findings made by hand."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from lagebild.model.analysis import Furniture
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex
from quality.shared import shared_folder

# A busy machine, or the first example, which loads the lexicon, must not fail a property.
settings.register_profile("lagebild", deadline=None)
settings.load_profile("lagebild")

TEXT = (
    "Wächter: Schleuse bleibt zu\n\n"
    "Die Hafenwächterin Ada Kroll sagte am Montag: „Wir öffnen nicht.“ Rund 40 Boote warteten, sagte sie, "
    "der Bootsmann habe gewarnt, dass Eis komme.Mehr zum Thema"
)


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.fixture
def shared() -> Path:
    """The folder with the annotated articles and corpora; tests that need it are skipped where it is not."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("the annotated articles are not here (LAGEBILD_SHARED names their folder)")
    return folder


@pytest.fixture
def findings() -> Findings:
    """Findings of every kind in one small report, with a statement inside another."""
    return Findings(
        document=Document(id="hafen", text=TEXT, language="de", date=date(2031, 1, 7), publisher="Deichbote"),
        furniture=(Furniture(at("Mehr zum Thema"), "link"),),
        entities=(
            Entity("e1", EntityKind.PERSON, "Ada Kroll", office="Hafenwächterin", gender="f"),
            Entity("e2", EntityKind.PERSON, "Bootsmann", gender="m"),
        ),
        mentions=(
            Mention(at("Die Hafenwächterin Ada Kroll"), "e1", "name", "full name", 0.95),
            Mention(at("sie"), "e1", "pronoun", "the last woman named", 0.8),
            Mention(at("der Bootsmann"), "e2", "description", "its own words", 0.7),
        ),
        timexes=(Timex(at("am Montag"), "DATE", "2031-01-06", "day", True, None, "weekday", 0.9),),
        quantities=(Quantity(at("Rund 40 Boote"), 40.0, 40.0, "about", None, at("Boote"), None, "count", 0.9),),
        places=(Place(at("Schleuse"), "Schleuse", PlaceKind.CITY, "DEU", 54.5, 9.5, 4.0, "made by hand", "hand", 0.9),),
        attributions=(
            Attribution(
                key="a1",
                source=at("Die Hafenwächterin Ada Kroll"),
                speaker="Ada Kroll",
                entity="e1",
                speaker_reason="full name",
                cue=(at("sagte"),),
                content=(at("Wir öffnen nicht."),),
                form=Form.DIRECT,
                act=Act.SAY,
                to=None,
                within=None,
                rule="verb.quotation",
                confidence=0.96,
            ),
            Attribution(
                key="a2",
                source=at("sie"),
                speaker="Ada Kroll",
                entity="e1",
                speaker_reason="the last woman named",
                cue=(at("sagte", 1),),
                content=(at("Rund 40 Boote warteten"), at("der Bootsmann habe gewarnt, dass Eis komme")),
                form=Form.INDIRECT,
                act=Act.SAY,
                to=None,
                within=None,
                rule="verb.around",
                confidence=0.55,
            ),
            Attribution(
                key="a3",
                source=at("der Bootsmann"),
                speaker="Bootsmann",
                entity="e2",
                speaker_reason="its own words",
                cue=(at("gewarnt"),),
                content=(at("dass Eis komme"),),
                form=Form.INDIRECT,
                act=Act.WARN,
                to=None,
                within="a2",
                rule="verb.that",
                confidence=0.9,
            ),
        ),
        notes=("a note",),
    )
