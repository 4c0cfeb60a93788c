"""What several rules propose for the same words becomes one attribution."""

from lagebild.analysis.analyse import analyse
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.lexicon import cue_lexicon
from lagebild.extraction.attributions.merge import merged
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.language.load import Language
from lagebild.model import Act, Document, Findings

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
