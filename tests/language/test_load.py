"""Resources, ours and the user's."""

from datetime import date
from pathlib import Path

import pytest

from lagebild.errors import ResourceError, UsageError
from lagebild.language.load import Language, language_of, languages

HEADER = "name\tvariants"


def users(folder: Path, content: str, name: str = "media.tsv") -> Language:
    (folder / name).write_text(content, "utf-8")
    return language_of("de", folder)


def test_the_users_rows_come_last_and_win_by_key(tmp_path: Path) -> None:
    language = users(tmp_path, f"# a comment\n\n{HEADER}\nSpiegel\tmine\nDeichbote\n")
    rows = {row["name"]: row["variants"] for row in language.table("media", key=("name",))}
    assert (rows["Spiegel"], rows["Deichbote"]) == ("mine", "")
    assert len(rows) == len(Language("de").table("media", key=("name",))) + 1


def test_the_columns_may_stand_in_another_order_and_some_may_be_missing(tmp_path: Path) -> None:
    row = users(tmp_path, "variants\tname\nBote\tDeichbote\n").table("media", key=("name",))[-1]
    assert (row["name"], row["variants"]) == ("Deichbote", "Bote")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name\tcolour\nDeichbote\n", r"media\.tsv:1: the columns must be name, variants"),
        ("variants\nDeichbote\n", r"media\.tsv:1: the columns must be"),
        ("", r"media\.tsv:1: the columns must be"),
        (f"{HEADER}\n\nDeichbote\tBote\tzu viel\n", r"media\.tsv:3: 3 columns, the header names 2"),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    language = users(tmp_path, content)
    with pytest.raises(ResourceError, match=message):
        language.table("media", key=("name",))


def test_a_table_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "media.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(ResourceError, match=r"media\.tsv: not UTF-8"):
        language_of("de", tmp_path).table("media")


def test_a_slip_in_the_name_of_a_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"cue_verb\.tsv: .* did you mean cue_verbs\.tsv\?"):
        users(tmp_path, "lemma", name="cue_verb.tsv")


def test_other_files_may_lie_in_the_users_folder(tmp_path: Path) -> None:
    users(tmp_path, "notes to myself", name="README.md")


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        language_of("de", tmp_path / "fehlt")


def test_lists_of_rules_are_added_also_inside_tables(tmp_path: Path) -> None:
    ours = Language("de").rules("entities")["words"]
    key = min(ours)
    theirs = users(tmp_path, f'[words]\n{key} = ["neu"]\n', name="entities.toml").rules("entities")["words"]
    assert theirs[key] == [*ours[key], "neu"]
    assert set(theirs) == set(ours)


def test_broken_rules_are_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"times\.toml: .* line 1"):
        users(tmp_path, "no toml [", name="times.toml").rules("times")


def test_cells_are_days_and_numbers_or_their_line_is_named(tmp_path: Path) -> None:
    row = users(tmp_path, f"{HEADER}\n2031-03-13\t0.5\n").table("media")[-1]
    assert (row.day("name"), row.number("variants")) == (date(2031, 3, 13), 0.5)
    with pytest.raises(ResourceError, match=r"media\.tsv:2: '0\.5' is not a day"):
        row.day("variants")
    with pytest.raises(ResourceError, match=r"media\.tsv:2: '2031-03-13' in the column 'name' is not a number"):
        row.number("name")


def test_german_can_be_read() -> None:
    assert languages() == ("de",)


def test_a_folder_of_tables_is_one_table_and_rows_may_be_joined(tmp_path: Path) -> None:
    (tmp_path / "idioms").mkdir()
    users(tmp_path, "phrase\tthing\nEis brechen\tpeace\n", name="idioms/b.tsv")
    language = users(tmp_path, "thing\tphrase\npeace\tEis schmelzen\n", name="idioms/a.tsv")
    rows = language.table("idioms")[-2:]
    assert [(row["phrase"], row.where.endswith(f"{name}.tsv:2")) for row, name in zip(rows, "ab", strict=True)] == [
        ("Eis schmelzen", True),
        ("Eis brechen", True),
    ]
    joined = {row["thing"]: row["phrase"] for row in language.table("idioms", key=("thing",), joined="phrase")}
    assert joined["peace"].endswith("Eis schmelzen brechen")


def test_joined_rows_agree_in_all_else_or_both_are_named(tmp_path: Path) -> None:
    language = users(tmp_path, "thing\tkind\twords\nBote\tpeople\tA B\nBote\t\tB C\n", name="same_matter.tsv")
    row = language.table("same_matter", key=("thing",), joined="words")[-1]
    assert (row["kind"], row["words"]) == ("people", "A B C")
    mine = tmp_path / "mine"
    (mine / "same_matter").mkdir(parents=True)
    users(mine, "thing\tkind\twords\nBote\tpeople\tA B\n", name="same_matter.tsv")
    language = users(mine, "thing\tkind\nBote\tthing\n", name="same_matter/b.tsv")
    with pytest.raises(ResourceError, match=r"b\.tsv:2: kind is 'thing', but 'people' in .*same_matter\.tsv:2"):
        language.table("same_matter", key=("thing",), joined="words")
