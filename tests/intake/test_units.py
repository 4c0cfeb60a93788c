"""What a server said is kept once all from there is safe, and not where something of it failed."""

from datetime import date

from lagebild.intake.items import framed
from lagebild.intake.options import GIVEN, Options
from lagebild.intake.take import again, take
from lagebild.intake.tally import Outcome
from lagebild.model.document import Document
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.formats.known import FILE_MADE
from lagebild.reading.passed import Passed
from tests.intake.memory import Memory
from tests.intake.test_take import UNITS


def taken(source: str) -> Memory:
    sink = Memory()
    take([source], sink=sink, units=UNITS)
    return sink


def test_what_a_server_said_is_kept_behind_all_that_came_from_there() -> None:
    sink = taken("later!slow said:https://a.example eins said:https://b.example")
    assert sink.happened[:4] == ["later!slow", "visited https://a.example", "eins", "visited https://b.example"]


def test_a_page_that_failed_will_be_sent_again() -> None:
    sink = taken("later!unreadable said:https://a.example eins said:https://b.example")
    assert [one for one in sink.happened if one.startswith("visited")] == ["visited https://b.example"]


def test_a_feed_with_an_entry_that_failed_will_be_sent_again() -> None:
    sink = taken("bad:https://feed.example said:https://a.example eins said:https://feed.example")
    assert [one for one in sink.happened if one.startswith("visited")] == []


def test_nothing_is_told_before_it_is_safe() -> None:
    class Settling(Memory):
        def settle(self) -> None:
            self.happened.append("safe")

    sink = Settling()
    take(
        ["numbers:40"],
        sink=sink,
        units=UNITS,
        watch=lambda happened, _: sink.happened.append(f"told {happened.origin}"),
    )
    for number in range(40):
        given, told = sink.happened.index(f"Nummer {number}"), sink.happened.index(f"told Nummer {number}")
        assert "safe" in sink.happened[given:told]
    assert sink.happened.count("safe") < 40


def test_what_is_passed_over_is_no_failure() -> None:
    sink = Memory()
    tally = take(["pass:Bilder eins"], sink=sink, units=UNITS)
    assert (tally.failed, tally.counts[Outcome.PASSED], tally.passed) == (0, 3, {"are pictures": 3})


def test_what_comes_from_an_entry_of_a_feed_is_tried_again_by_the_feed() -> None:
    assert again("https://feed.example", "https://feed.example, entry 3") == "https://feed.example"


def test_what_is_given_for_all_says_so() -> None:
    options = Options(day=date(2031, 1, 8), publisher="Deichbote")
    told = options.given(Document(id="a", text="Text"))
    assert (told.date, told.publisher) == (date(2031, 1, 8), "Deichbote")
    assert told.known_from == (("date", GIVEN), ("publisher", GIVEN))
    own = Document(id="a", text="Text", date=date(2030, 1, 1), publisher="Bote", known_from=(("date", "meta"),))
    assert options.given(own) == own


def test_a_given_day_outranks_the_day_on_which_a_file_was_made() -> None:
    made = Document(id="a", text="Text", date=date(2030, 1, 1), known_from=(("date", f"{FILE_MADE} (PDF)"),))
    told = Options(day=date(2031, 1, 8)).given(made)
    assert (told.date, told.known_from) == (date(2031, 1, 8), (("date", GIVEN),))


def test_frames_of_what_is_no_document_say_their_kind() -> None:
    assert [framed(item).kind for item in (Passed("a", "b"), Validator("a"))] == ["passed", "validator"]
