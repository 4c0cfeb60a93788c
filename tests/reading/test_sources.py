"""Whatever is named on the command line is taken apart into raw inputs, in order and without loss."""

import io
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lagebild.reading.documents import documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.fetcher import Fetcher
from lagebild.reading.fetch.validators import Remembered, Validator
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw
from lagebild.reading.source_options import FeedContent, SourceOptions
from lagebild.reading.sources import Item, spread, unpacked
from tests.reading.hostile_sources import PAGE, REPORT, TEXT, entity_bomb, info, item, record, rss
from tests.reading.site import Site, Visit

HERE = SourceOptions(allow_private=True, delay=0.0, time_limit=5.0)


def items(source: str | Path, options: SourceOptions = HERE) -> list[Item]:
    found = list(unpacked(str(source), options=options))
    assert pickle.loads(pickle.dumps(found)) == found
    return found


def raws(source: str | Path, options: SourceOptions = HERE) -> list[Raw]:
    found = items(source, options)
    assert all(isinstance(one, Raw | Validator) for one in found), found
    return [one for one in found if isinstance(one, Raw)]


def failures(source: str | Path, options: SourceOptions = HERE) -> list[str]:
    return [f"{one.origin}: {one.reason}" for one in items(source, options) if isinstance(one, Failure)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as it lies on a journalist's disk."""
    for name in ("b.txt", "a/z.HTML", "a/.versteckt.txt", ".git/x.txt", "c.zip", "d", "a/~$brief.docx", "B.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT, "utf-8")
    return tmp_path


def test_a_file_is_named_and_not_loaded(tmp_path: Path) -> None:
    file = tmp_path / "Deich.TXT"
    file.write_text(TEXT, "utf-8")
    (raw,) = raws(file)
    assert (raw.origin, raw.stem, raw.suffix, raw.path, raw.data) == (str(file), "Deich", ".txt", file, b"")


def test_a_folder_is_read_in_order_and_what_is_left_out_is_counted(folder: Path) -> None:
    found = items(folder)
    assert [one.stem for one in found if isinstance(one, Raw)] == ["B", "z", "b"]
    assert {one.reason: one.count for one in found if isinstance(one, Passed)} == {
        "hidden files and folders": 3,
        "files of kinds that are not read (1 .zip, 1 no suffix)": 2,
    }


def test_a_folder_is_spread_without_reading_it(folder: Path) -> None:
    assert [Path(one).name for one in spread(str(folder)) if isinstance(one, str)] == ["B.md", "z.HTML", "b.txt"]
    assert list(spread("-")) == ["-"]
    assert list(spread("https://d.example/")) == ["https://d.example/"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "rund").symlink_to(tmp_path)
    assert sum(isinstance(one, Raw) for one in items(tmp_path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "bericht.txt").symlink_to(tmp_path / "fehlt.txt")
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    (tmp_path / "ring.txt").symlink_to(tmp_path / "ring.txt")
    assert failures(tmp_path) == [
        f"{tmp_path / name}: is a link to a file that is not there" for name in ("bericht.txt", "ring.txt")
    ]


@pytest.mark.parametrize("name", ["bericht.txt", "bericht.jsonl", "bericht.warc", "bericht.warc.gz"])
def test_an_empty_file_is_a_failure_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    (raw,) = raws(tmp_path)
    assert list(documents_of(raw)) == [Failure(str(tmp_path / name), "is empty")]


def test_a_folder_without_reports_is_a_failure(tmp_path: Path) -> None:
    assert "has no files that can be read" in failures(tmp_path)[0]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nirgends.txt", "is not there"),
        ("www.d.example/a", "for a page write https://www.d.example/a"),
        ("@nirgends.txt", "is not there"),
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("x" * 5_000, "cannot be read"),
        ("a\0b", "names no file"),
        ("", "names no file"),
    ],
)
def test_what_is_not_there_is_said(source: str, reason: str) -> None:
    assert reason in failures(source)[0]


def test_a_file_whose_name_is_no_text_has_one_that_can_be_printed(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/gr\xfcn.txt")).write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("this disk takes only names that are text")
    (raw,) = raws(tmp_path)
    raw.origin.encode("utf-8")
    assert raw.content().decode() == TEXT


class Pipe(io.TextIOWrapper):
    """Standard input with bytes of ours."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "stems"),
    [
        (TEXT.encode(), ["stdin"]),
        (info() + record("https://d.example/a"), ["a"]),
        (rss(item("https://d.example/b", html=REPORT)), ["b"]),
    ],
)
def test_a_pipe_may_bring_a_text_an_archive_or_a_feed(
    data: bytes, stems: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Pipe(data))
    assert [raw.stem for raw in raws("-")] == stems


def test_a_pipe_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Pipe(TEXT.encode() * 100))
    assert "larger than" in failures("-", replace(HERE, pipe_limit=5_000))[0]


def test_a_page_becomes_a_raw_input_with_its_validator_behind_it(site: Site) -> None:
    site.pages["/lage/deich.html"] = lambda visit: visit.answer(etag='"1"')
    raw, validator = items(site.address("/lage/deich.html?utm_source=x"))
    assert isinstance(raw, Raw)
    assert (raw.stem, raw.suffix, raw.url) == ("deich", ".html", site.address("/lage/deich.html"))
    assert raw.origin == site.address("/lage/deich.html?utm_source=x")
    assert raw.fetched
    assert validator == Validator(site.address("/lage/deich.html?utm_source=x"), '"1"')


def with_feed(site: Site, *entries: str, etag: str = "") -> str:
    data = rss(*entries)
    site.pages["/feed"] = lambda visit: visit.answer(body=data, content_type="application/rss+xml", etag=etag)
    return site.address("/feed")


def test_entries_with_their_text_are_read_as_they_are_and_teasers_are_fetched(site: Site) -> None:
    site.pages["/b"] = Visit.answer
    feed = with_feed(
        site,
        item(site.address("/a?utm_medium=rss"), html=REPORT, day="Thu, 02 Jan 2031 00:30:00 +0100"),
        item(site.address("/b"), title="Meer", day="Fri, 03 Jan 2031 10:00:00 GMT"),
        item(None, teaser="Ohne Seite."),
    )
    own, page, alone = raws(feed)
    assert (own.origin, own.url, own.stem) == (f"{feed}, entry 1", site.address("/a"), "a")
    assert (own.day, own.title, own.publisher) == (date(2031, 1, 2), "Deich hält", "Deichbote")
    assert (page.origin, page.url, page.day, page.title) == (
        site.address("/b"),
        site.address("/b"),
        date(2031, 1, 3),
        "Meer",
    )
    assert page.fetched
    assert (alone.stem, alone.url) == ("feed-3", None)
    assert site.asked == ["/feed", "/b"]


@pytest.mark.parametrize(("content", "asked"), [("entry", []), ("auto", ["/b"]), ("page", ["/a", "/b"])])
def test_what_of_a_feed_is_read_can_be_chosen(site: Site, content: FeedContent, asked: list[str]) -> None:
    site.pages["/a"] = site.pages["/b"] = Visit.answer
    feed = with_feed(site, item(site.address("/a"), html=REPORT), item(site.address("/b")))
    assert len(raws(feed, replace(HERE, feed_content=content))) == 2
    assert site.asked == ["/feed", *asked]


def test_a_feed_in_a_file_is_read_and_offline_only_its_teasers_fail(tmp_path: Path, site: Site) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(rss(item("https://d.example/a", html=REPORT), item("https://d.example/b")))
    raw, failure = items(file, replace(HERE, offline=True))
    assert isinstance(raw, Raw)
    assert isinstance(failure, Failure)
    assert "--offline" in failure.reason


def test_an_entry_costs_only_itself(site: Site) -> None:
    feed = with_feed(
        site,
        item("javascript:alert(1)"),
        item("file:///etc/passwd"),
        item("http://169.254.169.254/latest"),
        item(site.address("/weg")),
        item(site.address("/feed")),
        item(site.address("/a"), html=REPORT),
        item(site.address("/a"), html=REPORT),
        etag='"1"',
    )
    found = items(feed)
    assert sum(isinstance(one, Failure) for one in found) == 4
    assert sum(isinstance(one, Passed) for one in found) == 1
    assert sum(isinstance(one, Raw) for one in found) == 1
    assert not any(isinstance(one, Validator) for one in found), "the next visit has to try again"


def test_a_recording_that_a_feed_links_to_is_passed_over_and_one_that_is_named_fails(site: Site) -> None:
    site.pages["/folge.mp3"] = lambda visit: visit.answer(body=b"ID3", content_type="audio/mpeg")
    found = items(with_feed(site, item(site.address("/folge.mp3"))))
    assert found == [Passed(site.address("/folge.mp3"), "recordings, pictures and other things that hold no report")]
    assert "audio/mpeg" in failures(site.address("/folge.mp3"))[0]


def test_an_unchanged_feed_is_passed_over_and_an_unchanged_page_too(site: Site) -> None:
    def versioned(body: bytes | str, media: str) -> Callable[[Visit], None]:
        def handler(visit: Visit) -> None:
            same = visit.headers.get("if-none-match") == '"1"'
            visit.answer(304 if same else 200, "" if same else body, content_type=media, etag='"1"')

        return handler

    site.pages["/feed"] = versioned(rss(item(site.address("/b"))), "application/rss+xml")
    site.pages["/b"] = versioned(PAGE, "text/html")
    memory = Remembered()
    first = items(site.address("/feed"), replace(HERE, validators=memory))
    assert [type(one) for one in first] == [Raw, Validator, Validator]
    for one in first:
        if isinstance(one, Validator):
            memory.keep(one)
    assert [type(one) for one in items(site.address("/feed"), replace(HERE, validators=memory))] == [Passed]


def test_a_hostile_feed_is_one_failure(site: Site) -> None:
    site.pages["/feed"] = lambda visit: visit.answer(body=entity_bomb(), content_type="text/xml")
    assert "declares entities" in failures(site.address("/feed"))[0]


def test_an_archive_at_an_address_is_opened(site: Site) -> None:
    data = info() + record("https://d.example/a")
    site.pages["/x.warc"] = lambda visit: visit.answer(body=data, content_type="application/warc")
    assert raws(site.address("/x.warc"))[0].url == "https://d.example/a"


def test_an_archive_in_a_file_is_streamed(tmp_path: Path) -> None:
    file = tmp_path / "x.warc"
    file.write_bytes(info() + record("https://d.example/a") + record("https://d.example/b"))
    assert [raw.origin for raw in raws(file)] == [f"{file}, record 2", f"{file}, record 3"]


@pytest.mark.parametrize("mark", ["", "@"])
def test_a_list_of_addresses_is_fetched_in_its_order(tmp_path: Path, site: Site, mark: str) -> None:
    for path in ("/a", "/b"):
        site.pages[path] = Visit.answer
    with_feed(site, item(site.address("/c"), html=REPORT))
    lines = (
        "# Deich",
        "",
        f"  {site.address('/b')}  # zuerst",
        "d.example/x",
        f"<{site.address('/a')}>",
        "/etc/passwd",
        site.address("/feed"),
        site.address("/a"),
    )
    file = tmp_path / ("liste.txt" if mark else "liste.urls")
    file.write_text("\r\n".join(lines), "utf-8")
    found = items(f"{mark}{file}")
    assert [one.url for one in found if isinstance(one, Raw)] == [site.address(path) for path in ("/b", "/a", "/c")]
    assert [(one.origin, one.reason) for one in found if isinstance(one, Failure)] == [
        (f"{file}, line 4", "'d.example/x' is no address; write https://d.example/x"),
        (f"{file}, line 6", "'/etc/passwd' is no address"),
    ]
    assert [one.count for one in found if isinstance(one, Passed)] == [1]


def test_an_empty_or_binary_list_is_a_failure(tmp_path: Path) -> None:
    file = tmp_path / "x.urls"
    file.write_text("# nichts\n", "utf-8")
    assert "holds no addresses" in failures(file)[0]
    file.write_bytes(bytes(range(256)) * 9)
    assert "binary" in failures(file)[0]


def test_lists_and_feeds_without_end_are_stopped(tmp_path: Path) -> None:
    large = tmp_path / "x.urls"
    large.write_text("https://d.example/\n" * 99, "utf-8")
    assert "split it" in failures(large, replace(HERE, size_limit=1_000))[0]
    feed = tmp_path / "x.xml"
    feed.write_bytes(rss(item(None, html="<p>Deich</p>" * 400_000)))
    assert "more than 4 MB" in failures(feed)[0]


def test_offline_every_address_is_refused_and_files_are_read(tmp_path: Path, folder: Path) -> None:
    offline = replace(HERE, offline=True)
    assert "--offline" in failures("https://d.example/", offline)[0]
    assert sum(isinstance(one, Raw) for one in items(folder, offline)) == 3


def test_several_sources_share_a_fetcher(site: Site) -> None:
    site.pages["/a"] = site.pages["/b"] = Visit.answer
    with Fetcher(HERE) as fetcher:
        for path in ("/a", "/b"):
            list(unpacked(site.address(path), options=HERE, fetcher=fetcher))
    assert [visit.path for visit in site.visits] == ["/robots.txt", "/a", "/b"]


FEED = """<rss version="2.0"><channel><title>Deichbote</title>
<item><title>Kurz</title><link>https://d.example/kurz</link><description>Die Schleuse …</description></item>
<item><title>Lang</title><link>https://d.example/lang</link><description>{}</description></item>
</channel></rss>"""


def test_a_folder_leads_to_the_network_only_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(FEED.format("Die Schleuse bleibt zu. " * 60), "utf-8")
    (tmp_path / "b.urls").write_text("https://d.example/1\nhttps://d.example/2\nkein Verweis\n", "utf-8")
    found = items(tmp_path)
    assert [one.title for one in found if isinstance(one, Raw)] == ["Lang"]
    assert [one.count for one in found if isinstance(one, Passed) and "--fetch" in one.reason] == [1, 2]
    assert [one.origin.rpartition("/")[2] for one in found if isinstance(one, Failure)] == ["b.urls, line 3"]
    asked = items(tmp_path, SourceOptions(fetch_inside=True, offline=True))
    assert sum("needs the network" in one.reason for one in asked if isinstance(one, Failure)) == 3
    named = items(tmp_path / "b.urls", SourceOptions(offline=True))
    assert sum("needs the network" in one.reason for one in named if isinstance(one, Failure)) == 2


def test_the_base_that_is_added_to_is_no_file_of_the_folder(folder: Path) -> None:
    base = folder / "lage.db"
    own = [base, folder / "lage.db-wal"]
    for file in own:
        file.touch()
    assert [one.count for one in spread(str(folder), without=own) if isinstance(one, Passed)] == [3, 2]
    assert [one.count for one in spread(str(folder)) if isinstance(one, Passed)] == [3, 4]
