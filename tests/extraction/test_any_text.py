"""Whatever the text, nothing breaks: spans point at words of it, records fit together, the same comes out twice."""

import json
from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import lagebild
from lagebild.model import Attribution, Findings, Form
from lagebild.model.codec import decode, encode

PUBLISHED = date(2024, 12, 4)

FRAGMENTS = [
    *(
        "Petra Holm",
        "Ministerin Petra Holm",
        "Holm",
        "der Niederländer",
        "die Kanzlerin",
        "das Ministerium",
        "er",
        "sie",
    ),
    *("Mark Rutte", "die Nato", "Moskau", "die „Hafenpost“", "ein Sprecher der Werft", "der Chef der Werft, Karl Tann"),
    *("sagte", "sagten", "teilte", "mit", "warf", "vor", "warnte", "forderte", "auf", "hieß es", "erklärte", "nannte"),
    *("dass", "ob", "wie", "was", "wonach", "demnach", "laut", "zufolge", "so", "nach Angaben", "nach eigenen Angaben"),
    *("unter Berufung auf", "den Angaben zufolge", "der Vorwurf", "die Forderung nach", "ihrer Ansicht nach", "soll"),
    *("der Damm halte", "der Hafen sei leer", "es komme Eis", "den Vertrag gebrochen zu haben", "gestohlen haben"),
    *("„Wir gehen“", "„", "“", "»", "«", "‚Eis‘", '"', "(", ")", ":", ",", ".", "!", "?", "–", ";", "…", "\n", "\n\n"),
    *("am Montag", "vor Wochen", "rund 50.000 Soldaten", "3 Prozent", "Mehr zum Thema", "Das", "Dies", "nicht", "und"),
    *("im Gegenzug für", "dafür", "nur wenn", "unter der Bedingung, dass", "hat seinen Preis"),
    *("verstößt gegen das Abkommen", "droht der EU mit Krieg", "entsendet Panzer nach Mali", "völkerrechtswidrig"),
    *(
        "Das sagte Holm.",
        "Man habe alles geprüft.",
        "Holm: Der Hafen bleibt zu",
        "Er will es gesehen haben.",
        "😀",
        "ä",
    ),
]

TEXTS = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="Er sagte, „“:.-\n()ß😀\u0301", max_size=80),
    st.lists(st.sampled_from(FRAGMENTS), max_size=24).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join),
)


def read(text: str) -> Findings:
    return lagebild.read(text, date=PUBLISHED, language="de")


def check_spans(text: str, found: Findings) -> None:
    spans = [mention.span for mention in found.mentions]
    spans += [timex.span for timex in found.timexes]
    spans += [quantity.span for quantity in found.quantities]
    spans += [piece.span for piece in found.furniture]
    for said in found.attributions:
        spans += [*said.cue, *said.content, *(span for span in (said.source, said.to) if span is not None)]
    assert [span for span in spans if not 0 <= span.start < span.end <= len(text)] == []


def check_attribution(text: str, found: Findings, said: Attribution) -> None:
    assert said.content
    for parts in (said.cue, said.content):
        assert list(parts) == sorted(parts)
        assert all(not left.overlaps(right) for left, right in combinations(parts, 2))
    assert found.analysis is not None
    places = {_sentence(found, span.start) for span in said.content} | {
        _sentence(found, span.end - 1) for span in said.content
    }
    assert len(places - {None}) <= 1, "content crosses a sentence border"
    assert 0 < said.confidence <= 1
    assert said.rule
    assert said.speaker_reason
    assert said.form in Form


def _sentence(found: Findings, at: int) -> int | None:
    """The sentence that holds the code point; None between sentences (a mark at the edge of the content)."""
    analysis = found.analysis
    assert analysis is not None
    for number, sentence in enumerate(analysis.sentences):
        if analysis.tokens[sentence.first].start <= at < analysis.tokens[sentence.last - 1].end:
            return number
    return None


def check(text: str) -> None:
    found = read(text)
    check_spans(text, found)
    for said in found.attributions:
        check_attribution(text, found, said)
    keys = [said.key for said in found.attributions]
    assert len(keys) == len(set(keys))
    assert {said.within for said in found.attributions} - {None} <= set(keys)
    assert all(said.within != said.key for said in found.attributions)
    entities = {entity.key for entity in found.entities}
    assert len(entities) == len(found.entities)
    assert {mention.entity for mention in found.mentions} == entities
    assert {said.entity for said in found.attributions} - {None} <= entities
    wire = encode(found)
    assert encode(decode(wire)) == wire
    assert json.dumps(encode(read(text)), ensure_ascii=False) == json.dumps(wire, ensure_ascii=False)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("")
@example("Er sagte: „")
@example("„“")
@example("Ihrer Ansicht nach reicht das nicht, sagte Ute Wald.")
@example("Der Bote soll nach Angaben der Werft, so Holm, laut dpa gestohlen haben, sagte sie.")
def test_any_text_gives_records_that_point_into_it_and_fit_together(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(FRAGMENTS).map(lambda pieces: " ".join(pieces[:40])))
def test_any_order_of_german_fragments_does_too(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
@example("Laut Polizei soll der Mann am Montag in Oslo drei Wagen gestohlen haben.")
@example("Laut Hafenpost ist der Mann unter Berufung auf die Polizei geflohen.")
def test_cue_and_content_share_no_word(text: str) -> None:
    for said in read(text).attributions:
        assert all(not cue.overlaps(part) for cue in said.cue for part in said.content)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
@example("Nach Angaben der Polizei ist der Mann laut Zeugen geflohen.")
def test_nesting_never_goes_in_a_circle(text: str) -> None:
    outer = {said.key: said.within for said in read(text).attributions}
    for key in outer:
        seen: set[str] = set()
        at: str | None = key
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = outer[at]
