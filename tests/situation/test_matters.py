"""Claims cut to the documents of a situation."""

from dataclasses import replace

from lagebild.comparison.claims.gather import claims_of
from lagebild.comparison.origins import publications_of
from lagebild.model.claim import Claim, Stance, Voice, VoiceKind
from lagebild.model.span import Span
from lagebild.situation.matters import Matters, contested, cut_to, glossed, weighed
from tests.report.briefing.drawing.pieces import TELLING
from tests.situation.reports import GERMAN, holding, holdings

ALL = claims_of(holdings(), GERMAN)
SENT = max(ALL, key=lambda claim: len(claim.tellings))


def test_of_a_claim_only_what_the_documents_tell_remains() -> None:
    cut = cut_to(SENT, {"danfang", "dabschrift"})
    assert cut is not None
    assert {telling.document for telling in cut.tellings} == {"danfang", "dabschrift"}
    refs = {telling.ref for telling in cut.tellings}
    assert cut.glossed in refs
    assert all({tie.one, tie.other} <= refs for tie in cut.ties)


def test_a_claim_that_the_documents_do_not_tell_is_none() -> None:
    assert cut_to(SENT, {"dwieder"}) is None


def test_origins_are_told_anew_from_what_the_documents_say() -> None:
    chosen = [holding("anfang"), holding("abschrift")]
    known = weighed(ALL, publications_of(chosen, GERMAN))
    for claim in known:
        refs = {telling.ref for telling in claim.tellings}
        assert {ref for origin in claim.origins for ref in origin.tellings} <= refs


def test_the_words_that_stand_for_a_claim_are_the_closest_to_the_question() -> None:
    close = {SENT.tellings[-1].ref: 1.0}
    assert glossed(SENT, close).glossed == SENT.tellings[-1].ref


def test_a_sentence_of_its_own_stands_for_a_claim_rather_than_a_part() -> None:
    words = glossed(SENT, {}).gloss
    assert words in {telling.words for telling in SENT.tellings}
    assert words[0].isupper()


def test_a_record_finds_the_claim_that_tells_it() -> None:
    matters = Matters(weighed(ALL, publications_of(holdings(), GERMAN)))
    for claim in matters.claims:
        for telling in claim.tellings:
            if telling.kind != "sentence":
                found = matters.of(replace(telling, words="", figures=()))
                assert found is not None


def test_a_claim_that_somebody_denies_is_contested() -> None:
    known = weighed(ALL, publications_of(holdings(), GERMAN))
    assert any(contested(claim) for claim in known)


def test_who_says_both_himself_or_has_no_name_contests_nothing() -> None:
    denied, told = TELLING, replace(TELLING, spans=(Span(9, 12),), stance=Stance.ASSERTS)
    denied = replace(denied, stance=Stance.DENIES)
    nobody = replace(denied, voice=Voice(VoiceKind.UNNAMED, None))
    other = replace(denied, voice=Voice(VoiceKind.SPEAKER, "Ada Kroll"))
    assert not contested(Claim("c1", told.words, told.ref, (told, denied)))
    assert not contested(Claim("c1", told.words, told.ref, (told, nobody)))
    assert contested(Claim("c1", told.words, told.ref, (told, other)))
