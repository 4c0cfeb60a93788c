"""What several rules propose for the same words becomes one attribution."""

import lagebild
from lagebild.analysis.analyse import analyse
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.lexicon import cue_lexicon
from lagebild.extraction.attributions.merge import merged, without
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.language.load import Language
from lagebild.model import Act, Document, Findings
from tests.extraction.attributions.golden import content, found

GERMAN = Language("de")
TEXT = "Holm und die Werft sagten heute , das Eis sei fest ."


def scene() -> Scene:
    document = Document("a", TEXT, "de")
    return Scene(Findings(document, analysis=analyse(document, GERMAN)), cue_lexicon(GERMAN))


def draft(rule: str, source: Range | None, cue: Range, content: Range = (7, 11)) -> Draft:
    return Draft(rule, 0, source, (cue,), (content,), Act.SAY)


def one_sentence(*drafts: Draft) -> list[Draft]:
    return merged(scene(), [drafts])[0]


def test_the_same_proposal_counts_once() -> None:
    proposal = draft("verb-v2", (0, 1), (4, 5))
    assert one_sentence(proposal, proposal) == [proposal]


def test_a_frame_and_hearsay_join_their_cues() -> None:
    frame = draft("frame-preposition", (0, 1), (1, 2))
    hearsay = draft("hearsay", None, (4, 5))
    joined = frame._replace(cue=((1, 2), (4, 5)))
    assert one_sentence(frame, hearsay) == one_sentence(hearsay, frame) == [joined]


def test_two_sources_of_the_same_words_are_two_attributions() -> None:
    agency, minister = draft("frame-preposition", (0, 1), (1, 2)), draft("verb-v2", (2, 4), (4, 5))
    assert one_sentence(agency, minister) == [agency, minister]


def test_a_verb_wins_over_hearsay_on_the_same_words() -> None:
    verb = draft("verb-v2", (0, 1), (4, 5))
    assert one_sentence(draft("hearsay", None, (9, 10)), verb) == [verb]


def test_different_words_are_different_attributions() -> None:
    one, other = draft("verb-v2", (0, 1), (4, 5), (7, 9)), draft("verb-dass", (0, 1), (4, 5), (9, 11))
    assert one_sentence(one, other) == [one, other]


def test_who_is_referred_to_has_the_content_beside_it() -> None:
    verb = draft("verb-v2", (0, 1), (4, 5))
    reference = Draft("frame-reference", 0, (2, 4), ((1, 2),), (), Act.SAY)
    assert one_sentence(reference, verb) == [verb, reference._replace(content=verb.content)]


def test_a_reference_without_anything_said_is_none() -> None:
    assert one_sentence(Draft("frame-reference", 0, (2, 4), ((1, 2),), (), Act.SAY)) == []


def test_what_cue_and_content_both_claim_is_the_cues_unless_nothing_is_left() -> None:
    assert without(((3, 9),), ((5, 6), (8, 9))) == ((3, 5), (6, 8))
    said = found("Die Werft erklärte ihren Verzicht.")
    assert [content("Die Werft erklärte ihren Verzicht.", one) for one in said] == ["ihren Verzicht"]


def test_a_reference_says_what_its_host_says_without_its_own_words() -> None:
    text = "Laut Hafenpost ist der Mann unter Berufung auf die Polizei geflohen."
    assert [content(text, said) for said in found(text) if said.rule == "frame-reference"] == [
        "ist der Mann … geflohen"
    ]


def test_of_two_frames_around_one_clause_the_first_holds_the_second() -> None:
    first, second = sorted(found("Nach Angaben der Polizei ist der Mann laut Zeugen geflohen."), key=lambda a: a.cue)
    assert (first.within, second.within) == (None, first.key)


def test_a_reference_with_nothing_left_to_ascribe_is_no_attribution() -> None:
    text = "nach Angaben unter Berufung auf Das sagte Holm."
    assert all(found.content for found in lagebild.read(text, language="de").attributions)
