"""Where the content of a reporting clause stands, begins and ends."""

import pytest

from tests.extraction.attributions.golden import content, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Eis trage nicht, sagte Holm, man warte ab.", "Das Eis trage nicht … man warte ab"),
        ("„Das Eis“, sagte Holm, „trägt nicht.“", "Das Eis … trägt nicht"),
        ("Holm sagte, das Eis trage nicht und der See sei tief.", "das Eis trage nicht und der See sei tief"),
        (
            "Holm sagte, dass das Eis nicht trage und dass der See tief sei.",
            "dass das Eis nicht trage und dass der See tief sei",
        ),
        ("Holm sagte, das Eis trage nicht, weil es taue.", "das Eis trage nicht, weil es taue"),
        ("Holm sagte, das Eis trage nicht, und ging.", "das Eis trage nicht"),
        ("Holm sagte, dass das Eis nicht trage, und ging.", "dass das Eis nicht trage"),
        ("Dass das Eis trage, bestritt Holm.", "Dass das Eis trage"),
        ("Holm erklärte sich bereit, das Boot zu bauen.", "das Boot zu bauen"),
        ("Das Eis trägt nicht – das sagt Holm.", "Das Eis trägt nicht"),
        ("Das Eis, sagte Holm, trage nicht.", "Das Eis … trage nicht"),
        ("Das Eis, so sagte es Holm am Abend, trägt nicht und bricht.", "Das Eis … trägt nicht und bricht"),
        ("Das Eis, das auf dem See liegt, sagte Holm, trage nicht.", "Das Eis, das auf dem See liegt … trage nicht"),
        ("Der Plan, das Eis zu brechen, meint Holm, ist gut.", "Der Plan, das Eis zu brechen … ist gut"),
        ("Auf dem See, teilte Holm mit, werde gebaut.", "Auf dem See … werde gebaut"),
        ("Das Eis, sagte Holm, der gerade vom See kam, trage nicht.", "Das Eis … trage nicht"),
        ("Das Eis sei, betonte Holm, sehr dünn.", "Das Eis sei … sehr dünn"),
        ("Man habe, sagte Holm, alles versucht.", "Man habe … alles versucht"),
        ("Das Eis werde, hieß es, bald brechen.", "Das Eis werde … bald brechen"),
        ("Wenn es taut, warnt Holm, kann das Eis brechen.", "Wenn es taut … kann das Eis brechen"),
        ("Weil das Geld fehle, klagte Holm, müsse man warten.", "Weil das Geld fehle … müsse man warten"),
        ("Es gehe darum, sagte Holm, das Eis zu messen.", "Es gehe darum … das Eis zu messen"),
        ("Er wisse, sagte Holm, dass es taut.", "Er wisse … dass es taut"),
        ("Das Eis sei dünn, sagte Holm, Wirt am See.", "Das Eis sei dünn"),
        ("Holm hatte versprochen, entschieden gegen Lärm vorzugehen.", "entschieden gegen Lärm vorzugehen"),
        ("Es gehe darum, sagte Holm, den „Fall Eis“ zu klären.", "Es gehe darum … den „Fall Eis“ zu klären"),
        ("Holm sagte, dass das Eis hält, seine Werte fallen also gut aus.", "dass das Eis hält"),
        ("Holm verrät, wie man Fisch brät und auch Wirte geben Rat.", "wie man Fisch brät"),
        ("Warum es taut, lässt sich dem Papier entnehmen.", "Warum es taut"),
        ("„Weg mit dem Eis“ klang es in Sprechchören.", "Weg mit dem Eis"),
        ("„Das Eis trägt“, sagt einer von ihnen.", "Das Eis trägt"),
        ("Das Eis taute: Wer kam, sank dem Bericht zufolge ein.", "Wer kam, sank … ein"),
        ("Holm sagte, er freue sich: „Das Eis trägt.“", "er freue sich: „Das Eis trägt"),
        ("Holm sagte dem Blatt, die 13 Räte würden gehen: „Es taut.“", "die 13 Räte würden gehen: „Es taut"),
        ("Laut Holm war es den ersten Erkenntnissen zufolge dünn.", "war es den ersten Erkenntnissen zufolge dünn"),
        ("Holm forderte den Rat auf, zu sagen, dass es taut.", "zu sagen, dass es taut"),
        ("Ein Skandal, findet Holm.", "Ein Skandal"),
        ("Zu dünn, urteilt Holm.", "Zu dünn"),
        ("Das Eis, erklärte am Freitag die Wehr, trage nicht.", "Das Eis … trage nicht"),
        ("Geht es nach dem Willen der Werft, wird das Eis gebrochen.", "wird das Eis gebrochen"),
        ("Holm drohte, das Eis zu brechen, sollte es tauen.", "das Eis zu brechen, sollte es tauen"),
        ("Holm warnte vor einer Flut, sollte das Eis brechen.", "einer Flut, sollte das Eis brechen"),
        ("Holm riet, die „Rote Hütte am See“ zu verkaufen.", "die „Rote Hütte am See“ zu verkaufen"),
        ("Holm sagte, wenn es taue, bleibe man zu Hause.", "wenn es taue, bleibe man zu Hause"),
        ("Holm wehrte sich: „Das Eis trägt“, sagte er am Abend.", "Das Eis trägt"),
        ("Die Werft teilte mit: Der Dieb hat kein Motiv.", "Der Dieb hat kein Motiv"),
        ("Es wird wärmer – das Eis trage nicht, warnte Holm.", "das Eis trage nicht"),
        ("Ein guter Tag (das Eis trage nicht, sagte Holm) ging zu Ende.", "das Eis trage nicht"),
        ("Der Fischer schrie „Das Eis bricht“ über den See.", "Das Eis bricht"),
        ("Holm gab sich stolz: „Ein guter Start“, sagte er.", "Ein guter Start"),
    ],
)  # fmt: skip
def test_the_content_is_all_that_is_said_and_nothing_else(text: str, expected: str) -> None:
    assert [content(text, said) for said in found(text)] == [expected]


def test_a_statement_inside_another_is_found_within_it() -> None:
    text = "Das Amt teilte mit, Holm habe gewarnt, dass das Eis nicht trage."
    outer, inner = found(text)
    assert (outer.within, inner.within) == (None, outer.key)
    assert [said.speaker for said in (outer, inner)] == ["Amt", "Holm"]
    assert outer.content[0].contains(inner.content[0])


def test_who_goes_on_speaking_behind_and_is_not_the_subject_of_what_was_said() -> None:
    text = "Holm sagte, das Eis brauche Zeit und fügte hinzu: „Das bleibt so.“"
    assert [(said.speaker, content(text, said)) for said in found(text)] == [
        ("Holm", "das Eis brauche Zeit"),
        ("Holm", "Das bleibt so"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein bot am Sonntag Kurse an, die Schule gab Einblicke.",
        "Der Verein bemerkte die Schäden, die Schule half bei der Suche.",
    ],
)
def test_a_sentence_that_goes_on_behind_an_object_is_the_authors(text: str) -> None:
    assert [said for said in found(text) if said.rule == "verb-v2"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Wie der Rat mitteilte, bedankte sich Holm.",
        "Der Winter kommt: Am See, einem der tiefsten, attackierten Fischer ein Boot.",
        "Holm fragt sich, wer behauptet, das Eis trage.",
        "Auf dem See lag das Boot namens „Weiße Möwe“, und Holm las in der „Rathaus Post“.",
    ],
)
def test_what_merely_stands_before_or_beside_a_cue_is_no_content(text: str) -> None:
    assert [said for said in found(text) if said.rule in ("verb-before", "verb-quote", "verb-v2")] == []


def test_a_demand_inside_what_somebody_says_counts_by_itself() -> None:
    text = "Wie der Rat mitteilte, wurden alle Fischer aufgefordert, das Eis zu meiden."
    assert [(said.rule, content(text, said)) for said in found(text)] == [
        ("verb-wie", "wurden alle Fischer aufgefordert, das Eis zu meiden"),
        ("verb-zu", "das Eis zu meiden"),
    ]


def test_who_was_heard_calling_is_quoted() -> None:
    text = "Die Zeugin hat gehört, wie der Dieb „Hallo Leute“ rief, berichtete der Wirt."
    assert [(said.speaker, content(text, said)) for said in found(text)] == [
        ("Wirt", "Die Zeugin hat gehört, wie der Dieb „Hallo Leute“ rief"),
        ("Dieb", "Hallo Leute"),
    ]


def test_content_never_crosses_into_the_next_sentence() -> None:
    text = "Holm sagte, das Eis trage nicht. Der See ist tief."
    assert [content(text, said) for said in found(text)] == ["das Eis trage nicht"]
