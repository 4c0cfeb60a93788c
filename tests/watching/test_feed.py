"""The Atom feed of a watch."""

from datetime import UTC, datetime

import feedparser
from lxml import etree

from lagebild.watching import News, NewsKind, Watch
from lagebild.watching.feed import feed

MADE = datetime(2031, 3, 1, 8, tzinfo=UTC)
FOUND = datetime(2031, 3, 2, 9, 30, tzinfo=UTC)
WATCH = Watch("hafen <1>", "Arica & Chile", MADE, FOUND)
NEWS = News(
    "w1", NewsKind.DENIAL, "Bonn denies what “Kroll” says", "c1", "800 Soldaten", "d1/r@5", "Nein & <nie>\x0b\ud83d",
    "d1", "Seepost", "2031-03-02",
)  # fmt: skip


def test_a_feed_reader_finds_title_id_day_author_and_words() -> None:
    read = feedparser.parse(feed(WATCH, [(FOUND, NEWS)]))
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.updated) == (
        "atom10",
        "Lagebild: hafen <1>",
        "2031-03-02T09:30:00Z",
    )
    (entry,) = read.entries
    assert (entry.title, entry.author) == ("denial: Bonn denies what “Kroll” says", "Seepost")
    assert entry.content[0].value == "“Nein & <nie>” (Seepost, 2031-03-02, d1/r@5)"
    assert entry.id.startswith("urn:uuid:")


def test_what_the_standard_asks_for_is_there_even_without_news() -> None:
    root = etree.fromstring(feed(WATCH, []))
    names = [etree.QName(child).localname for child in root]
    assert names == ["id", "title", "subtitle", "updated", "author"]
    assert root.findtext("{*}updated") == "2031-03-01T08:00:00Z"


def test_the_same_news_keep_their_id() -> None:
    later = datetime(2031, 4, 1, tzinfo=UTC)
    one, other = (feedparser.parse(feed(WATCH, [(at, NEWS)])).entries[0].id for at in (FOUND, later))
    assert one == other
