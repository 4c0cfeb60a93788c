"""Feeds of all kinds give up their entries; hostile ones are refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.errors import InputError
from lagebild.reading.feeds import LARGEST, Entry, entries_of, is_feed, outlet
from tests.reading.hostile_sources import REPORT, TEXT, entity_bomb, external_entity, item, rss

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Deichbote</title><link href="https://d.example/"/><id>x</id><updated>2031-01-02T03:04:05Z</updated>
<entry><title type="html">Deich &amp;amp; &lt;b&gt;Meer&lt;/b&gt;</title><link href="/lage/deich"/><id>a</id>
<author><name>Wiebke Holm</name></author><published>2031-01-02T00:30:00+01:00</published>
<updated>2031-02-03T00:30:00+01:00</updated><summary>kurz</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{REPORT}<script>alert(1)</script></div></content>
</entry></feed>""".encode()
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://d.example/"><title>Deichbote</title><link>https://d.example/</link></channel>
<item rdf:about="https://d.example/a"><title>Deich</title><link>https://d.example/a</link>
<description>{TEXT}</description><dc:date>2031-01-02T23:30:00+01:00</dc:date></item></rdf:RDF>""".encode()
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Deichbote",
        "language": "de",
        "items": [
            {
                "id": "1",
                "url": "https://d.example/a",
                "title": "Deich",
                "content_html": REPORT,
                "date_published": "2031-01-02T00:30:00+01:00",
                "authors": [{"name": "Wiebke Holm"}],
            },
            {"id": "2", "content_text": "Der Deich <hält>.\n\nNoch."},
            "kein Eintrag",
        ],
    }
).encode()


def entries(data: bytes, address: str | None = "https://d.example/feed") -> list[Entry]:
    return list(entries_of(data, address=address))


def test_an_atom_entry_brings_its_text_and_what_is_known_of_it() -> None:
    (entry,) = entries(ATOM)
    assert (entry.address, entry.title) == ("https://d.example/lage/deich", "Deich & Meer")
    assert (entry.day, entry.publisher, entry.author) == (date(2031, 1, 2), "Deichbote", "Wiebke Holm")
    assert entry.language == "de"
    assert entry.whole
    assert TEXT.strip() in entry.html
    assert "alert" not in entry.html


def test_an_entry_becomes_a_page_that_says_what_the_feed_said() -> None:
    page = entries(ATOM)[0].page.decode()
    assert '<html lang="de">' in page
    assert "<title>Deich &amp; Meer</title>" in page
    assert '<meta name="author" content="Wiebke Holm">' in page
    assert TEXT.strip() in page


def test_an_rss_item_brings_its_text_or_its_teaser() -> None:
    whole, teaser = entries(
        rss(
            item("https://d.example/a", html=REPORT, day="Thu, 02 Jan 2031 00:30:00 +0100"),
            item("https://d.example/b", title="Meer &amp; Deich"),
        )
    )
    assert (whole.whole, teaser.whole) == (True, False)
    assert (whole.day, teaser.day) == (date(2031, 1, 2), None)
    assert (teaser.title, teaser.language) == ("Meer & Deich", "de-de")


def test_a_long_text_that_breaks_off_is_a_teaser() -> None:
    for end in ("…", "...", "[…]", "[...]", "&#8230;</p>"):
        assert not entries(rss(item("https://d.example/a", html=REPORT + end)))[0].whole


def test_an_rdf_feed_is_read() -> None:
    (entry,) = entries(RDF)
    assert (entry.address, entry.day, entry.publisher) == ("https://d.example/a", date(2031, 1, 2), "Deichbote")


def test_a_json_feed_is_read() -> None:
    first, second, odd = entries(JSON)
    assert (first.title, first.day, first.author) == ("Deich", date(2031, 1, 2), "Wiebke Holm")
    assert first.whole
    assert second.html == "<p>Der Deich &lt;hält&gt;.</p>\n<p>Noch.</p>"
    assert odd.html == ""


@pytest.mark.parametrize(
    ("title", "site", "publisher"),
    [
        ("Deichbote - Schlagzeilen", "https://www.deichbote.example/", "Deichbote"),
        ("Schlagzeilen | DEICH BOTE", "https://deichbote.example/feed", "DEICH BOTE"),
        ("Grüner Bote: Politik", "https://gruener-bote.example", "Grüner Bote: Politik"),
        ("Grünbote – die Zeitung", "https://politik.gruenbote.example", "Grünbote"),
        ("Deichbote - Deichbote Politik", "https://deichbote.example", "Deichbote - Deichbote Politik"),
        ("Lage - Politik", "https://deichbote.example", "Lage - Politik"),
        ("Lage - Politik", None, "Lage - Politik"),
        ("Lage - Politik", "http://[", "Lage - Politik"),
        (None, "https://deichbote.example", None),
    ],
)
def test_the_publisher_is_the_part_of_a_title_that_the_site_is_called_by(
    title: str | None, site: str | None, publisher: str | None
) -> None:
    assert outlet(title, site) == publisher


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_encodings_are_told(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    data = rss(item("https://d.example/a")).decode().replace('"utf-8"', f'"{name}"').encode(encoding)
    assert is_feed(data)
    assert "Grünhafen" in entries(data)[0].html


@pytest.mark.parametrize(
    "data", [ATOM, RDF, JSON, rss(), b"\xef\xbb\xbf  \n" + rss(), b"<rss version='0.91'><channel>"]
)
def test_feeds_are_told_by_their_first_bytes(data: bytes) -> None:
    assert is_feed(data[:4096])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!DOCTYPE html><html><body><rss></body></html>",
        b'<?xml version="1.0"?><NewsML><rss/></NewsML>',
        b'<feed xmlns="urn:other">',
        b'{"version": "1.0", "text": "https://jsonfeed.org"}',
        b"Der Deich <rss>",
    ],
)
def test_other_things_are_no_feeds(data: bytes) -> None:
    assert not is_feed(data)


@pytest.mark.parametrize("encoding", ["u_f-8", "utf-7", "rot13", "idna", "hex", "x" * 99])
def test_an_encoding_that_nobody_knows_costs_no_more_than_its_feed(encoding: str) -> None:
    data = rss(item("https://d.example/a")).replace(b'"utf-8"', f'"{encoding}"'.encode())
    assert entries(data)[0].address == "https://d.example/a"


def test_no_file_is_shown_by_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("Losung Wattwurm", "utf-8")
    for encoding in ("utf-8", "utf-16"):
        data = external_entity(str(secret)).decode().replace('"utf-8"', f'"{encoding}"').encode(encoding)
        assert is_feed(data)
        with pytest.raises(InputError, match="declares entities"):
            entries(data)


def test_a_bomb_of_entities_is_refused() -> None:
    with pytest.raises(InputError, match="declares entities"):
        entries(entity_bomb())
    hidden = entity_bomb().replace(b"<!DOCTYPE", b"<!-- <rss> --><!DOCTYPE")
    with pytest.raises(InputError, match="declares entities"):
        entries(hidden)


def test_a_report_may_write_about_entities() -> None:
    assert (
        "ENTITY" in entries(rss(item("https://d.example/a", html=f"{REPORT}<p>&lt;!ENTITY a</p><!ENTITY b>")))[0].html
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html></html>", "no feed"),
        (b"<rss>" + bytes(LARGEST), "more than 4 MB"),
        (b"<rss><channel>" + b"<a>" * 300_000, "nested too deeply"),
        (b"<rss><channel>" + b"<a " * 500_000, "no proper XML"),
        (b'<?xml version="1.0" encoding="undefined"?><rss></rss>', "cannot be understood"),
        (b'{"version": "https://jsonfeed.org/version/1"', "breaks off"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "without items"),
        (b'{"items":' + b"[" * 100_000, "breaks off or is nested"),
    ],
)
def test_what_is_no_feed_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        entries(data)


@pytest.mark.parametrize("day", ["gestern", "2031-13-45", "Thu, 99 Foo 2031", "9" * 400, "0000-00-00T00:00", "+"])
def test_a_day_without_sense_is_none(day: str) -> None:
    assert entries(rss(item("https://d.example/a", day=day)))[0].day is None


@given(st.binary(max_size=800), st.integers(0, 9))
def test_any_bytes_are_read_or_refused_as_a_feed(noise: bytes, where: int) -> None:
    whole = rss(item("https://d.example/a", html=REPORT[:100]))
    cut = len(whole) * where // 9
    for data in (noise, b"<rss>" + noise, whole[:cut] + noise + whole[cut:], whole[:cut] + noise, b"{" + noise):
        try:
            found = entries(data)
        except InputError:
            continue
        assert len(found) <= 400


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_json_is_read_or_refused_as_a_feed(value: object) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [value, {"title": value, "authors": value, "url": value}],
    }
    assert len(entries(json.dumps({**feed, "title": value, "language": value}).encode())) == 2
