"""The people of 900 reports are told apart as well as the floors say; this needs no corpus."""

from pathlib import Path

from quality import table
from quality.identities import measure


def test_people_are_told_apart_as_well_as_the_floors_say() -> None:
    assert table.missed({"identities": measure(Path())}) == []
