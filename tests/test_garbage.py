"""Garbage: the tables are spared while many reports are read, and the collector is left as it was."""

import gc

from lagebild.garbage import tables_spared


def test_the_collector_waits_for_the_tables_and_then_spares_them() -> None:
    before = gc.get_freeze_count()
    with tables_spared() as loaded:
        assert not gc.isenabled()
        loaded()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with tables_spared() as loaded:
            loaded()
        assert not gc.isenabled()
    finally:
        gc.enable()
