"""The noun that a relative pronoun stands for."""

import pytest

import lagebild


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Er nahm an einem Treffen mit einer Anwältin in Husum teil, die Eile angekündigt hatte.", "Anwältin in Husum"),
        ("Er sprach mit einer Botin aus Kiel, die neue Beweise angekündigt hatte.", "Botin aus Kiel"),
        ("Er sprach mit Angela Merkel, die neue Beweise angekündigt hatte.", "Angela Merkel"),
    ],
)
def test_a_bare_name_that_says_where_is_not_meant(text: str, speaker: str) -> None:
    said = lagebild.read(text, language="de").attributions
    assert [item.speaker for item in said] == [speaker]
