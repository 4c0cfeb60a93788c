"""Written passages have the words that their records name, and their two halves share nothing."""

import pytest

from quality.written import KINDS, PARTS, WrongLineError, measure, parsed, passages


@pytest.mark.parametrize("part", PARTS)
def test_every_record_names_words_of_its_passage(part: str) -> None:
    for passage in passages(part):
        for record in (record for kind in KINDS.values() for record in passage[kind]):
            for start, end in (span for value in record.values() if isinstance(value, list) for span in spans(value)):
                assert 0 <= start < end <= len(passage["text"])


def spans(value: list[object]) -> list[list[int]]:
    if len(value) == 2 and all(isinstance(one, int) for one in value):
        return [value]  # type: ignore[list-item]
    return [one for one in value if isinstance(one, list)]


def test_no_passage_stands_in_both_halves() -> None:
    studied, held = ({passage["text"] for passage in passages(part)} for part in PARTS)
    assert len(studied) == len(held) == 77
    assert not studied & held


def test_a_block_is_read_with_what_is_right_too() -> None:
    passage = parsed(
        "a\nPeru gibt Lima Gold.\nX fact/possible | PER/null: gibt || Gold ; LIM: Lima\nD? fact | PER | Gold"
    )
    (deal,) = passage["exchanges"]
    assert (deal["status"], deal["status_also"], deal["sides"][0]["also"]) == ("fact", ["possible"], [None])
    assert [passage["text"][a:b] for a, b in deal["sides"][0]["gives"]] == ["gibt", "Gold"]
    assert passage["deployments"][0]["optional"]


def test_words_that_are_not_there_are_told() -> None:
    with pytest.raises(WrongLineError, match="Silber"):
        parsed("a\nPeru gibt Gold.\nB fact | PER | Silber")


@pytest.mark.slow
def test_each_half_is_measured() -> None:
    figures = measure(None)
    assert set(figures) == {f"{part}_{kind}_f1" for part in PARTS for kind in KINDS.values()}
    assert all(0 < figure <= 1 for figure in figures.values())
