"""An intake goes on whatever becomes of single inputs, and gives the sink all of them in order."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lagebild.errors import StoreError, UsageError
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options, Units
from lagebild.intake.take import again, take
from lagebild.intake.tally import Happened, Outcome, Tally
from tests.intake.memory import Memory

UNITS = Units(*(f"tests.intake.acts:{name}" for name in ("unpack", "parse", "extract")))
LIMITS = Limits(seconds=30, memory=400 * 1024**2)
HASTY = Limits(seconds=1.0, memory=400 * 1024**2)
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems end it by watching, which takes longer")


def taken(*sources: str, sink: Memory | None = None, workers: int = 1, limits: Limits = LIMITS) -> tuple[Memory, Tally]:
    """What the sink has after the sources were taken."""
    sink = sink or Memory()
    return sink, take(sources, sink=sink, workers=workers, limits=limits, units=UNITS)


def test_sources_are_taken_in_their_order_and_counted() -> None:
    sink, tally = taken("eins zwei", "raw:drei many:vier,fünf,sechs sieben", workers=2)
    assert sink.happened == [
        *("eins", "zwei", "through eins zwei", "drei", "vier", "fünf", "sechs", "sieben"),
        "through raw:drei many:vier,fünf,sechs sieben",
    ]
    assert (tally.added, tally.failed, tally.attributions, tally.events) == (7, 0, 7, 14)
    assert (tally.sources, tally.total, tally.undated, tally.interrupted) == (2, 2, 7, False)


def test_the_order_is_that_of_the_inputs_even_where_the_first_takes_longest() -> None:
    sink, _ = taken("later!slow eins raw:!slow zwei many:drei,later!slow2,vier fünf", workers=3)
    assert sink.texts == ["later!slow", "eins", "!slow", "zwei", "drei", "later!slow2", "vier", "fünf"]
    assert len({json.loads(found)["process"] for found in sink.found.values()}) > 1


def test_nothing_to_take_is_taken() -> None:
    assert taken()[1].documents == 0


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        ("abort", "made the program that reads it crash (SIGABRT)"),
        ("exit", "made the program that reads it crash (exit code 3)"),
        ("spin", "took more than 1 s and was stopped"),
        ("silent", "took more than 1 s and was stopped"),
        ("hang", "took more than 1 s and was stopped"),
        ("out", "needed more than 400 MB of memory and was stopped"),
        pytest.param("eat", "needed more than 400 MB of memory and was stopped", marks=linux),
        ("fault", "our fault, please report this: KeyError: 'gibt es nicht' (acts.py, line"),
        ("unreadable", "is not German"),
    ],
)
@pytest.mark.parametrize("where", ["{}", "later{}", "raw:parse{}", "many:davor,parse{},danach"])
def test_what_costs_a_child_its_life_is_a_failure_and_the_others_go_on(act: str, reason: str, where: str) -> None:
    if act == "hang" and where == "{}":
        pytest.skip("a source may wait for a server; the test below has the patience")
    limits = HASTY if "took" in reason else LIMITS
    source = f"vorher {where.format('!' + act)} nachher"
    sink, tally = taken(source, "zuletzt", limits=limits)
    (failed,) = sink.failures.values()
    assert failed.startswith(reason)
    assert (tally.failed, tally.failures[0].outcome) == (1, Outcome.BROKEN if act == "fault" else Outcome.FAILED)
    unpacking = where == "{}"
    assert sink.texts == [
        "vorher",
        *(["davor"] if "many" in where else []),
        *([] if unpacking else ["nachher"]),
        "zuletzt",
    ]
    # What a source still held when it was cut off is not known, so its earlier failures stand.
    assert (f"through {source}" in sink.happened) == (not unpacking)
    assert "through zuletzt" in sink.happened


def test_even_a_source_that_waits_is_given_up_at_last() -> None:
    sink, _ = taken("!hang", "zuletzt", limits=Limits(seconds=0.1))
    assert sink.failures["!hang"] == "took more than 0.1 s and was stopped"
    assert "through zuletzt" in sink.happened


def test_many_items_may_take_longer_than_one() -> None:
    sink, _ = taken(" ".join(f"!busy{number}" for number in range(24)), limits=HASTY)
    assert (len(sink.texts), sink.failures) == (24, {})


def test_a_failure_says_how_much_was_read_before_it() -> None:
    sink, _ = taken("eins zwei !abort", "many:drei,parse!abort")
    assert [reason[-17:] for reason in sink.failures.values()] == ["(after 2 reports)", " (after 1 report)"]


def test_our_own_fault_comes_with_its_trace() -> None:
    happened: list[Happened] = []
    take(["later!fault"], sink=Memory(), units=UNITS, watch=lambda one, _: happened.append(one))
    assert 'raise KeyError("gibt es nicht")' in (happened[0].trace or "")


def test_failures_that_a_child_tells_of_are_kept_with_what_to_name_again() -> None:
    sink, tally = taken("eins bad:seite2 drei")
    assert (sink.failures, sink.sources) == ({"seite2": "is no report"}, {"seite2": "eins bad:seite2 drei"})
    assert sink.happened[:3] == ["eins", "seite2: failed", "drei"]
    assert tally.counts[Outcome.FAILED] == 1


def test_what_the_sink_refuses_is_a_failure() -> None:
    sink, tally = taken("eins refused drei")
    assert (sink.failures, sink.texts, tally.failed) == (
        {"refused": "holds what no file can hold"},
        ["eins", "drei"],
        1,
    )


def test_what_is_there_already_is_not_taken_apart_again() -> None:
    sink, _ = taken("eins later!abort zwei")
    found = dict(sink.found)
    _, tally = taken("zwei eins raw:eins", sink=sink)
    assert (tally.counts[Outcome.THERE], tally.added, sink.found) == (3, 0, found)


def test_the_same_report_twice_in_one_run_is_taken_apart_once() -> None:
    sink, tally = taken("later!slow later!slow eins", workers=2)
    assert (sink.texts, tally.counts[Outcome.THERE]) == (["later!slow", "eins"], 1)


def test_a_report_that_fails_twice_is_tried_once() -> None:
    sink, tally = taken("later!abort later!abort eins", workers=2)
    assert (tally.failed, sink.texts) == (2, ["eins"])


def test_options_that_cannot_be_end_the_run() -> None:
    with pytest.raises(UsageError, match="no such engine"):
        taken("eins later!usage zwei")


def test_what_libraries_print_disturbs_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    sink, _ = taken("!chatter later!chatter raw:parse!chatter")
    assert (sink.texts, capfd.readouterr()) == (["!chatter", "later!chatter", "parse!chatter"], ("", ""))


def test_what_is_given_for_all_is_what_documents_do_not_say() -> None:
    options = Options(publisher="Deichbote", language="de")
    sink = Memory()
    take(["eins"], sink=sink, units=UNITS, options=options)
    assert len(sink.found) == 1
    again_with_others = take(["eins"], sink=sink, units=UNITS)
    assert again_with_others.added == 1, "another publisher makes it another document"


def test_many_documents_stream_past_one_that_takes_long() -> None:
    sink, tally = taken("later!slow numbers:2000", workers=2)
    assert tally.added == 2001
    assert sink.texts == ["later!slow", *(f"Nummer {number}" for number in range(2000))]


def test_no_more_is_unpacked_than_there_is_room_for() -> None:
    """The sink stands still after the first document: what was asked about by then is what was on its way."""

    class Slow(Memory):
        waiting = 0

        def add(self, document, found):  # type: ignore[no-untyped-def]
            if not self.texts:
                time.sleep(1)
                self.waiting = len(self.seen_texts)
            return super().add(document, found)

    sink = Slow()
    taken("numbers:3000", sink=sink)
    assert (len(sink.texts), sink.waiting <= 256) == (3000, True)


@pytest.mark.parametrize("where", ["add", "settle"])
def test_of_what_the_sink_has_lost_nobody_hears_that_it_is_safe(where: str) -> None:
    class Full(Memory):
        """Takes all back when the third comes; then there is nothing to settle any more."""

        lost = False

        def add(self, document, found):  # type: ignore[no-untyped-def]
            if len(self.texts) == 2 and where == "add":
                self.fill()
            return super().add(document, found)

        def settle(self) -> None:
            if self.lost or where == "settle":
                self.fill()

        def fill(self) -> None:
            already, self.lost = self.lost, True
            raise StoreError("taken back" if already else "the disk is full")

    heard: list[Happened] = []
    with pytest.raises(StoreError, match="the disk is full"):
        take(["eins zwei drei vier"], sink=Full(), workers=1, units=UNITS, watch=lambda one, tally: heard.append(one))
    assert heard == []


def test_outside_the_main_thread_it_runs_as_well() -> None:
    held: list[Tally] = []
    thread = threading.Thread(target=lambda: held.append(taken("eins")[1]))
    thread.start()
    thread.join()
    assert held[0].added == 1


ROOT = Path(__file__).parents[2]
FINDING_TESTS = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}
"""Lets children of children find the units of work in tests.intake.acts."""
INTERRUPTED = """
import os, signal, sys
from lagebild.intake.options import Units
from lagebild.intake.take import take
from tests.intake.memory import Memory

sink, told = Memory(), []
def watch(happened, tally):
    told.append(happened)
    if len(told) == 5:
        os.kill(os.getpid(), signal.SIGINT)
units = Units(*("tests.intake.acts:" + name for name in ("unpack", "parse", "extract")))
tally = take(["numbers:100 later!hang"], sink=sink, units=units, watch=watch)
print(tally.interrupted, len(sink.texts) == tally.added == len(told), 5 <= tally.added < 100)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_ends_the_run_at_once_and_what_the_sink_has_stays() -> None:
    command = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30, env=FINDING_TESTS)
    assert done.stdout.split() == ["True", "True", "True"]
    assert done.stderr == ""


@linux
def test_children_do_not_outlive_a_parent_that_was_killed() -> None:
    """One waits, one spins, one is held up in C: without a parent all of them end by themselves."""
    script = """
from tests.intake.test_take import *
take(["later!spin later!silent later!hang numbers:9"], sink=Memory(), workers=4, limits=Limits(seconds=1), units=UNITS)
"""
    parent = subprocess.Popen([sys.executable, "-c", script], env=FINDING_TESTS)
    begun = time.monotonic()
    while len(children := children_of(parent.pid)) < 4 and parent.poll() is None and time.monotonic() < begun + 30:
        time.sleep(0.05)
    assert children
    time.sleep(0.3)
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 60
    while any(alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [child for child in children if alive(child)] == []


def children_of(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_to_name_again_does_not_depend_on_the_folder_one_is_in(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.jsonl").touch()
    monkeypatch.chdir(tmp_path)
    assert again("a.jsonl", "a.jsonl, line 3") == str(tmp_path / "a.jsonl")
    assert again("@liste.txt", "https://deichbote.example/a") == "https://deichbote.example/a"
    assert again("-", "standard input, line 2") == "-"
    assert again("weg.txt", "weg.txt") == str(tmp_path / "weg.txt")
