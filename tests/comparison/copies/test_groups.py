"""What ties the members of a group."""

from itertools import permutations

from lagebild.comparison.copies.boilerplate import Own
from lagebild.comparison.copies.groups import Tie, ties
from lagebild.comparison.copies.likeness import Likeness, Relation, likeness, relation
from lagebild.comparison.copies.passages import passages
from lagebild.comparison.copies.words import report_words, word_spans
from tests.comparison.copies.texts import OTHER, REPORT, SENTENCES

TEXTS = {
    "a": REPORT,
    "b": " ".join([*SENTENCES[3:], OTHER.split(". ")[0]]),
    "c": " ".join([*SENTENCES[6:], *OTHER.replace(". ", ".|").split("|")[:3]]),
    "d": OTHER[:40],
}


def compared(left: str, right: str) -> tuple[Likeness, Relation | None]:
    found = likeness(report_words(TEXTS[left]), report_words(TEXTS[right]))
    return found, relation(found)


def test_each_member_is_tied_to_the_first_or_to_one_that_is_tied_in_any_order() -> None:
    assert compared("a", "c")[1] is not Relation.COPY, "the chain is what is tested"
    expected = (
        Tie("b", "a", Relation.COPY, compared("b", "a")[0]),
        Tie("c", "b", Relation.COPY, compared("c", "b")[0]),
    )
    for members in permutations("abcd"):
        assert ties(members, "a", compared) == expected


def test_passages_are_the_same_words_in_both_texts_whatever_their_punctuation() -> None:
    left, right = "Vorab: Das Tor, sagte sie, klemmt seit Montag.", "Neu. „Das Tor sagte sie klemmt seit Montag“ Ende"
    (found,) = passages(Own(report_words(left)), word_spans(left), Own(report_words(right)), word_spans(right))
    assert found.left.of(left) == "Das Tor, sagte sie, klemmt seit Montag"
    assert found.right.of(right) == "Das Tor sagte sie klemmt seit Montag"
    assert found.words == 7


def test_passages_of_a_text_without_its_footer_stand_at_their_places() -> None:
    text = "Bote heute: das alte Tor von Krollsand klemmt"
    own = Own(report_words(text)[2:], ((2, 8),))
    (found,) = passages(own, word_spans(text), own, word_spans(text))
    assert found.left.of(text) == found.right.of(text) == "das alte Tor von Krollsand klemmt"
