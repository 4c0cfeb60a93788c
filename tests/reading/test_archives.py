"""Web archives give up their pages, and what is broken in them costs only itself."""

import datetime
import gzip
import tracemalloc
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.reading.archives import is_archive, pages_of
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw
from tests.reading.hostile_sources import PAGE, info, members, record

A, B, C = (record(f"https://d.example/{name}", f"{PAGE}<!-- {name} -->") for name in "abc")
Pack = Callable[[bytes], bytes]


def opened(data: bytes, limit: int = 1_000_000) -> list[Raw | Failure | Passed]:
    return list(pages_of(BytesIO(data), origin="x.warc", limit=limit))


def told(data: bytes, limit: int = 1_000_000) -> list[str]:
    """Addresses of the pages and reasons of everything else, in order."""
    return [item.url or "-" if isinstance(item, Raw) else item.reason for item in opened(data, limit)]


def addresses(*names: str) -> list[str]:
    return [f"https://d.example/{name}" for name in names]


def test_a_page_brings_what_the_archive_knows_of_it() -> None:
    page = opened(info() + record("https://d.example/lage/deich.html#top", media="text/html; charset=iso-8859-1"))[0]
    assert isinstance(page, Raw)
    assert (page.origin, page.stem, page.suffix) == ("x.warc, record 2", "deich", ".html")
    assert (page.media, page.url) == ("text/html; charset=iso-8859-1", "https://d.example/lage/deich.html")
    assert page.fetched == datetime.datetime(2031, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert page.day is None
    assert page.data.decode() == PAGE


@pytest.mark.parametrize(
    "pack", [bytes, gzip.compress, lambda data: members([data]), lambda data: members([data, b""])]
)
def test_archives_are_read_packed_and_unpacked(pack: Pack) -> None:
    assert told(pack(A + B + C)) == addresses("a", "b", "c")
    assert told(members([A, B, C])) == addresses("a", "b", "c")


def test_only_pages_that_were_answered_with_success_are_taken_and_the_rest_is_counted() -> None:
    data = b"".join(
        (
            info(),
            A,
            record("https://d.example/b", kind="request"),
            record("https://d.example/c", kind="metadata"),
            record("https://d.example/d", kind="revisit"),
            record("https://d.example/e.jpg", b"\xff\xd8", media="image/jpeg"),
            record("https://d.example/f", status="404 Not Found"),
            record("https://d.example/g", status="301 Moved", extra="Location: /a\r\n"),
            record("https://d.example/robots.txt", "User-agent: *", media="text/plain"),
            record("https://d.example/h.js", "x()", media="text/javascript"),
            record("https://d.example/i", "Der Deich hält.", kind="resource", media="text/plain"),
        )
    )
    found = opened(data)
    assert [item.url for item in found if isinstance(item, Raw)] == addresses("a", "i")
    assert {item.reason: item.count for item in found if isinstance(item, Passed)} == {
        "records that only say that a page had not changed": 1,
        "records of images, scripts and other things that hold no report": 3,
        "records of pages that the site refused or moved": 2,
    }


@pytest.mark.parametrize("length", [0, 10, 60, 10_000, 1_500_000, 10**12, 10**17])
@pytest.mark.parametrize("several", [False, True])
def test_a_wrong_length_costs_only_its_record(length: int, several: bool) -> None:
    wrong = record("https://d.example/b", length=length)
    for data in (A + wrong + C + A, members([A, wrong, C, A])) if several else (A + wrong + C + A,):
        found = opened(data)
        assert [item.url for item in found if isinstance(item, Raw)] == addresses("a", "c", "a")
        assert "has a wrong length, so it is left out" in told(data)


def test_every_length_may_be_wrong() -> None:
    wrong = [record(f"https://d.example/{n}", length=10**9 if n % 2 else 3) for n in range(20)]
    found = opened(A + b"".join(wrong) + B)
    assert [item.url for item in found if isinstance(item, Raw)] == addresses("a", "b")
    assert sum(isinstance(item, Failure) and item.origin.startswith("x.warc, record") for item in found) == 20


def test_garbage_between_records_costs_only_itself() -> None:
    garbage = b"\x00\xffMist\r\nWARC\r\nWARC/9\r\n" * 9_000
    damaged = "is damaged there; what cannot be read is left out"
    assert told(garbage + A + garbage + B + garbage) == [damaged, *addresses("a"), damaged, *addresses("b"), damaged]
    assert [item for item in told(members([A]) + garbage + members([B, C])) if item != damaged] == addresses(*"abc")


def test_a_record_whose_head_never_ends_is_passed() -> None:
    endless = b"WARC/1.0\r\n" + b"X-Long: " + b"x" * 200_000 + b"\r\n"
    assert told(A + endless + B)[0::2] == addresses("a", "b")


def test_an_archive_that_breaks_off_yields_what_comes_before() -> None:
    assert told((A + B)[:-200]) == [*addresses("a"), "breaks off, so it is left out"]
    assert told(members([A, B])[:-50])[:2] == [*addresses("a"), "breaks off, so it is left out"]
    assert told(gzip.compress(A + B)[:-12])[:1] == addresses("a")


def test_a_damaged_member_costs_only_its_record() -> None:
    packed = bytearray(members([B]))
    packed[100:130] = bytes(30)
    found = told(members([A]) + bytes(packed) + members([C, A]))
    assert [item for item in found if item.startswith("https")] == addresses("a", "c", "a")
    assert len(found) > 3


def test_what_sites_sent_packed_is_unpacked() -> None:
    zipped = record("https://d.example/b", gzip.compress(PAGE.encode()), extra="Content-Encoding: gzip\r\n")
    chunked = record("https://d.example/c", b"5\r\n<p>ab\r\n0\r\n\r\n", extra="Transfer-Encoding: chunked\r\n")
    kept = record("https://d.example/d", extra="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
    pages = [item.data for item in opened(zipped + chunked + kept) if isinstance(item, Raw)]
    assert pages == [PAGE.encode(), b"<p>ab", PAGE.encode()]


def test_a_bomb_in_a_record_stops_at_the_limit() -> None:
    bomb = record("https://d.example/b", gzip.compress(bytes(200_000_000)), extra="Content-Encoding: gzip\r\n")
    tracemalloc.start()
    found = told(A + bomb + C)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [addresses("a")[0], "is larger than 0.953674 MB, so it is left out", addresses("c")[0]]
    assert peak < 20_000_000


def test_large_records_are_named_if_they_are_pages_and_counted_if_not() -> None:
    large = record("https://d.example/b", PAGE * 50)
    film = record("https://d.example/c", bytes(40_000), media="video/mp4")
    found = told(A + large + film + B, limit=20_000)
    assert found[0::2] == addresses("a", "b")
    assert "larger than" in found[1]
    assert "images" in found[3]


def test_a_page_cut_off_by_the_crawler_is_left_out() -> None:
    assert "cut off" in told(record("https://d.example/a", head="WARC-Truncated: length\r\n"))[0]


def test_archives_are_told_by_their_first_bytes() -> None:
    assert is_archive(info())
    assert is_archive(members([info()])[:100])
    assert not any(is_archive(head) for head in (b"", b"\x1f\x8b", b"\x1f\x8b\x08junk", b"<html>", gzip.compress(b"x")))


@given(st.binary(max_size=2_000), st.integers(0, 5))
def test_any_bytes_are_an_archive_that_is_read_without_a_crash(noise: bytes, where: int) -> None:
    whole = members([A, B])
    cut = len(whole) * where // 5
    for data in (
        noise,
        b"WARC/1.0\r\n" + noise,
        b"\x1f\x8b\x08" + noise,
        whole[:cut] + noise + whole[cut:],
        A + noise + B,
    ):
        assert len(opened(data)) <= 40


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_in_a_record_are_read_without_a_crash(head: bytes, body: bytes) -> None:
    odd = b"WARC/1.0\r\nWARC-Type: response\r\n" + head + b"\r\nContent-Type: application/http\r\n"
    odd += f"Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"
    assert b"\n" in head or addresses("c")[0] in told(odd + C)


class Endless:
    """An archive larger than memory would bear, made as it is read."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts

    def read(self, size: int) -> bytes:
        return next(self._parts, b"")


def test_memory_does_not_grow_with_the_archive() -> None:
    def peak(count: int) -> int:
        film = record("https://d.example/f", bytes(500_000), media="video/mp4")
        stream = Endless(chain.from_iterable(repeat((A, film, B), count)))
        tracemalloc.start()
        for _ in pages_of(stream, origin="x", limit=1_000_000):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(60) < 1.2 * peak(6) + 500_000
