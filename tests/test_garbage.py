"""Garbage: the tables are spared while many reports are read, and the collector is left as it was."""

import gc

import lagebild
from lagebild.garbage import tables_spared

REPORT = """Minister reist an die Grenze

Die Regierung hat 4.000 Soldaten an die Grenze verlegt. "Wir bleiben", sagte Minister Karl Holm am Dienstag.
Die Opposition warf ihm vor, das Parlament übergangen zu haben. Die Werft Norwald liefere Boote, sagte er; sie drohe mit
Abzug, wenn die EU ihre Strafen nicht aufhebe. Der Konzern widersprach.
"""


def test_reading_leaves_no_garbage_behind() -> None:
    lagebild.read(REPORT, language="de")
    gc.collect()
    gc.disable()
    try:
        found = lagebild.read(REPORT, language="de")
        assert found.attributions
        del found
        lagebild.read("Es eile, sagte Holm.", language="de")  # what is kept for one document makes room for the next
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_waits_for_the_tables_and_then_spares_them() -> None:
    before, thresholds = gc.get_freeze_count(), gc.get_threshold()
    with tables_spared() as loaded:
        assert not gc.isenabled()
        loaded()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == thresholds


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with tables_spared() as loaded:
            loaded()
        assert not gc.isenabled()
    finally:
        gc.enable()
