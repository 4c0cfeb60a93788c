"""Pages from a site that behaves, and from one that does its worst."""

import gzip
import shutil
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from lagebild.reading.failure import Failure
from lagebild.reading.fetch.fetched import Fetched
from lagebild.reading.fetch.fetcher import Fetcher, user_agent
from lagebild.reading.fetch.manners import Clock
from lagebild.reading.fetch.network import Network
from lagebild.reading.fetch.validators import Remembered, Validator
from lagebild.reading.passed import Passed
from lagebild.reading.source_options import SourceOptions
from tests.reading.site import PAGE, Names, Site, Visit, served

HERE = SourceOptions(allow_private=True, delay=0.0, time_limit=5.0, size_limit=100_000)
"""A run that may fetch from this machine."""


def page(site: Site, path: str = "/", options: SourceOptions = HERE) -> Fetched:
    with Fetcher(options) as fetcher:
        found = fetcher.fetch(site.address(path))
    assert isinstance(found, Fetched), found
    return found


def why(address: str, options: SourceOptions = HERE, fetcher: Fetcher | None = None) -> str:
    with fetcher or Fetcher(options) as opened:
        found = opened.fetch(address)
    assert isinstance(found, Failure), found
    assert found.origin == address
    return found.reason


def test_a_page_comes_with_its_address_and_content_type(site: Site) -> None:
    site.pages["/deich"] = lambda visit: visit.answer(content_type="text/html; charset=iso-8859-1")
    found = page(site, "/deich?id=3&utm_source=rss#top")
    assert (found.data.decode(), found.suffix, found.media) == (PAGE, ".html", "text/html; charset=iso-8859-1")
    assert found.url == site.address("/deich?id=3")
    assert datetime.now(UTC) - found.at < timedelta(minutes=1)


def test_the_site_learns_who_asks(site: Site) -> None:
    site.pages["/"] = Visit.answer
    page(site, options=replace(HERE, contact="redaktion@deichbote.example"))
    assert site.visits[-1].headers["user-agent"] == user_agent("redaktion@deichbote.example")
    assert user_agent("redaktion@deichbote.example").startswith("Lagebild")
    assert "(+redaktion@deichbote.example)" in user_agent("redaktion@deichbote.example")
    assert user_agent("a\r\nX-Evil: 1").count("\n") == 0


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://127.1:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::1]:{port}/",
        "http://0.0.0.0:{port}/",
    ],
)
def test_this_machine_is_refused_however_it_is_written(site: Site, address: str) -> None:
    assert "only public addresses" in why(address.format(port=site.port), SourceOptions())
    assert site.visits == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("ftp://site.example/a", "only addresses that begin with http"),
        ("http://", "names no site"),
        ("http://holm:geheim@site.example/", "user name or password"),
        ("http://site.example:99999/", "no address that can be fetched"),
        ("http://exa mple/\x00", "no address that can be fetched"),
        ("http://" + "a" * 9_000, "9007 characters"),
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("http://100.100.100.200/", "metadata"),
        ("http://[fd00:ec2::254]/", "metadata"),
        ("http://224.0.0.1/", "multicast"),
        ("http://[64:ff9b::a9fe:a9fe]/", "link-local"),
    ],
)
def test_what_cannot_or_must_not_be_fetched_is_said_even_where_private_addresses_are_allowed(
    address: str, reason: str
) -> None:
    assert reason in why(address)


@pytest.mark.parametrize("name", ["nirgends.example", "münchen.example", "a" * 300 + ".example"])
def test_a_name_that_nobody_has_is_said(site: Site, name: str) -> None:
    fetcher = Fetcher(HERE, network=Names(site, {}).network())
    assert f"no site is called {name}" in why(f"http://{name}/", fetcher=fetcher)


def test_a_resolver_that_hangs_costs_its_page_no_more_than_the_time_to_connect(site: Site) -> None:
    over = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        over.wait(10)
        return []

    fetcher = Fetcher(replace(HERE, connect_limit=0.2), network=Network(resolve=hang))
    assert "did not answer within 0.2 seconds" in why("http://langsam.example/", fetcher=fetcher)
    over.set()


def test_offline_nothing_is_fetched(site: Site) -> None:
    assert "--offline" in why(site.address(), replace(HERE, offline=True))
    assert site.visits == []


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    site.pages["/"] = Visit.answer
    names = Names(site, {"wechsel.example": [["93.184.216.34"], ["127.0.0.1"]]})
    with Fetcher(replace(HERE, allow_private=False, robots=False), network=names.network()) as fetcher:
        assert isinstance(fetcher.fetch("http://wechsel.example/"), Fetched)
    assert names.asked == ["wechsel.example"]
    assert names.reached == ["93.184.216.34"]
    assert site.visits[-1].headers["host"] == "wechsel.example"


def test_of_a_name_with_public_and_private_addresses_only_the_public_are_used(site: Site) -> None:
    site.pages["/"] = Visit.answer
    names = Names(site, {"halb.example": [["10.0.0.1", "93.184.216.34"]], "ganz.example": [["10.0.0.1", "::1"]]})
    fetcher = Fetcher(replace(HERE, allow_private=False), network=names.network())
    assert isinstance(fetcher.fetch("http://halb.example/"), Fetched)
    assert "ganz.example is this machine (::1)" in why("http://ganz.example/", fetcher=fetcher)
    assert set(names.reached) == {"93.184.216.34"}


@pytest.mark.parametrize(
    "target", ["http://intern.example/x", "http://hier.example:22/", "http://wolke.example/latest"]
)
def test_a_redirect_to_a_private_address_is_refused(site: Site, target: str) -> None:
    site.pages["/"] = lambda visit: visit.answer(302, location=target)
    names = Names(
        site,
        {
            "aussen.example": [["93.184.216.34"]],
            "intern.example": [["192.168.1.1"]],
            "hier.example": [["::1"]],
            "wolke.example": [["169.254.169.254"]],
        },
    )
    fetcher = Fetcher(replace(HERE, allow_private=False), network=names.network())
    assert "only public addresses" in why("http://aussen.example/", fetcher=fetcher)
    assert set(names.reached) == {"93.184.216.34"}


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("javascript:alert(1)", "only addresses that begin with http"),
        ("http://a:b@site.example/", "user name or password"),
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("/", "in a circle"),
        ("/weiter", "redirects more than 5 times"),
    ],
)
def test_redirects_that_lead_astray_are_not_followed(site: Site, target: str, reason: str) -> None:
    site.pages["/"] = lambda visit: visit.answer(302, location=target)
    site.pages["/weiter"] = lambda visit: visit.answer(302, location=f"/weiter?{len(site.visits)}")
    assert reason in why(site.address())
    assert len(site.asked) <= 6


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    site.pages["/alt"] = lambda visit: visit.answer(301, location="neu?utm_medium=feed")
    site.pages["/neu"] = Visit.answer
    found = page(site, "/alt")
    assert (found.address, found.url) == (site.address("/alt"), site.address("/neu"))


def test_over_tls_a_name_has_to_prove_itself_though_the_connection_goes_to_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key", "-out", "cert", "-days", "2")
    if shutil.which("openssl") is None:
        pytest.skip("needs the program openssl, to make a certificate")
    subprocess.run(
        [*made, "-subj", "/CN=x", "-addext", "subjectAltName=DNS:echt.example"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    with served(context) as site:
        site.pages["/"] = Visit.answer
        names = Names(site, {name: [["93.184.216.34"]] for name in ("echt.example", "falsch.example")})
        fetcher = Fetcher(replace(HERE, allow_private=False, robots=False), network=names.network())
        assert isinstance(fetcher.fetch("https://echt.example/"), Fetched)
        assert site.visits[-1].headers["host"] == "echt.example"
        assert "certificate is not valid" in why("https://falsch.example/", fetcher=fetcher)


def test_a_site_that_wants_its_cookie_back_gets_it(site: Site) -> None:
    def picky(visit: Visit) -> None:
        if visit.headers.get("cookie") == "gelesen=ja":
            visit.answer()
        else:
            visit.answer(302, location="/los", set_cookie="gelesen=ja; Path=/")

    site.pages["/"], site.pages["/los"] = picky, lambda visit: visit.answer(302, location="/seite")
    site.pages["/seite"] = picky
    assert page(site).data.decode() == PAGE


def endless(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while visit.send(b"<p>Der Deich h\xc3\xa4lt.</p>" * 100):
        pass


def slow_drip(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while visit.send(b"x"):
        visit.over.wait(0.05)


def slow_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Slow: ")
    while visit.send(b"x"):
        visit.over.wait(0.05)


def silence(visit: Visit) -> None:
    visit.over.wait(10)


BOMB = gzip.compress(bytes(30_000_000))
"""Thirty megabytes that travel as thirty kilobytes."""


def bomb(visit: Visit) -> None:
    visit.answer(body=BOMB, content_encoding="gzip")


def cut_off(visit: Visit) -> None:
    visit.answer(body=PAGE[:40], content_length="4000")


def broken_gzip(visit: Visit) -> None:
    visit.answer(body=gzip.compress(PAGE.encode())[:-12], content_encoding="gzip")


def no_gzip(visit: Visit) -> None:
    visit.answer(content_encoding="gzip")


def brotli(visit: Visit) -> None:
    visit.answer(content_encoding="br")


def large_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\n")
    while visit.send(b"X-Large: " + b"x" * 10_000 + b"\r\n"):
        pass


def no_http(visit: Visit) -> None:
    visit.send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


def hang_up(visit: Visit) -> None:
    return


def bad_chunks(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnope")


def announced_large(visit: Visit) -> None:
    visit.answer(content_length="99999999999")


@pytest.mark.parametrize(
    ("handler", "reason"),
    [
        (endless, "larger than"),
        (bomb, "larger than"),
        (announced_large, "larger than"),
        (slow_drip, "longer than 1 seconds"),
        (slow_headers, "longer than 1 seconds"),
        (silence, "longer than 1 seconds"),
        (cut_off, "breaks off"),
        (broken_gzip, "breaks off"),
        (no_gzip, "cannot be decompressed"),
        (brotli, "not asked for (br)"),
        (large_headers, "no proper HTTP"),
        (no_http, "no proper HTTP"),
        (hang_up, "no proper HTTP"),
        (bad_chunks, "breaks off"),
    ],
)
def test_a_site_that_misbehaves_costs_only_its_page(site: Site, handler: Callable[[Visit], None], reason: str) -> None:
    site.pages["/"] = handler
    began = time.monotonic()
    assert reason in why(site.address(), replace(HERE, time_limit=1.0, robots=False))
    assert time.monotonic() - began < 5


def test_redirects_share_the_time_of_one_page(site: Site) -> None:
    def slow(visit: Visit) -> None:
        visit.over.wait(0.3)
        visit.answer(302, location=f"/langsam?{len(site.visits)}")

    site.pages["/langsam"] = slow
    assert "longer than 0.5 seconds" in why(site.address("/langsam"), replace(HERE, time_limit=0.5, robots=False))


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "x-gzip", "raw deflate", "identity", ""])
def test_compressed_pages_are_read(site: Site, encoding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(PAGE.encode()),
        "x-gzip": gzip.compress(PAGE.encode()),
        "deflate": zlib.compress(PAGE.encode()),
        "raw deflate": raw.compress(PAGE.encode()) + raw.flush(),
    }.get(encoding, PAGE.encode())
    site.pages["/"] = lambda visit: visit.answer(body=packed, content_encoding=encoding.removeprefix("raw "))
    assert page(site).data.decode() == PAGE


@pytest.mark.parametrize("media", ["image/jpeg", "video/mp4", "application/zip", "text/css", "text/javascript"])
def test_what_holds_no_report_is_refused_before_it_is_read(site: Site, media: str) -> None:
    def film(visit: Visit) -> None:
        visit.send(f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: 900\r\n\r\n".encode())

    site.pages["/bild"] = film
    assert media in why(site.address("/bild"))


@pytest.mark.parametrize(
    ("path", "media", "suffix"),
    [
        ("/a.php", "text/html", ".html"),
        ("/a.pdf", "application/octet-stream", ".pdf"),
        ("/a.PDF", "application/pdf", ".pdf"),
        ("/a", None, ""),
        ("/a.xml", "text/xml; charset=utf-8", ".xml"),
        ("/feed", "application/rss+xml", ".rss"),
    ],
)
def test_the_suffix_follows_the_content_type(site: Site, path: str, media: str | None, suffix: str) -> None:
    site.pages[path] = lambda visit: visit.answer(content_type=media or "")
    assert page(site, path).suffix == suffix


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "check the address"), (403, "save the page in your browser"), (410, "any more"), (500, "try again later")],
)
def test_a_refusal_says_what_to_do(site: Site, status: int, reason: str) -> None:
    site.pages["/"] = lambda visit: visit.answer(status)
    assert reason in why(site.address())


def test_a_page_that_robots_txt_forbids_is_not_fetched(site: Site) -> None:
    site.pages["/robots.txt"] = lambda visit: visit.answer(
        body="User-agent: *\nDisallow: /intern\n\nUser-agent: lagebild\nDisallow: /nie\n", content_type="text/plain"
    )
    for path in ("/intern", "/nie", "/immer"):
        site.pages[path] = Visit.answer
    with Fetcher(HERE) as fetcher:
        found = [fetcher.fetch(site.address(path)) for path in ("/intern", "/nie", "/immer")]
    assert [type(item) for item in found] == [Fetched, Failure, Fetched]
    assert [visit.path for visit in site.visits] == ["/robots.txt", "/intern", "/immer"]
    assert isinstance(page(site, "/nie", replace(HERE, robots=False)), Fetched)


@pytest.mark.parametrize("body", [b"\xff\xfe\x00" * 999, b"<html>nein</html>", b"User-agent: *\nDisallow", b"*" * 9999])
def test_a_robots_txt_without_sense_forbids_nothing(site: Site, body: bytes) -> None:
    site.pages["/robots.txt"] = lambda visit: visit.answer(body=body)
    site.pages["/"] = Visit.answer
    assert page(site).data


def test_while_robots_txt_cannot_be_had_nothing_is_fetched(site: Site) -> None:
    site.pages["/robots.txt"] = lambda visit: visit.answer(500)
    site.pages["/"] = Visit.answer
    assert "robots.txt of 127.0.0.1 cannot be had (500)" in why(site.address())
    assert site.asked == []


class Waits:
    """A clock that writes down what is waited for and lets it pass at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.passed = 0.0

    def clock(self) -> Clock:
        waits = self

        class Stop(threading.Event):
            def wait(self, timeout: float | None = None) -> bool:
                waits.seconds.append(round(timeout or 0.0, 1))
                waits.passed += timeout or 0.0
                return False

        return Clock(stop=Stop(), now=lambda: waits.passed)


def test_a_busy_site_is_given_the_time_that_it_asks_for(site: Site) -> None:
    def busy(visit: Visit) -> None:
        visit.answer(429 if len(site.asked) < 2 else 200, retry_after="7")

    site.pages["/"] = busy
    waits = Waits()
    with Fetcher(HERE, clock=waits.clock()) as fetcher:
        assert isinstance(fetcher.fetch(site.address()), Fetched)
    assert waits.seconds == [7.0]


def test_without_a_time_the_pauses_grow(site: Site) -> None:
    site.pages["/"] = lambda visit: visit.answer(503)
    waits = Waits()
    assert "busy (503)" in why(site.address(), fetcher=Fetcher(HERE, clock=waits.clock()))
    assert waits.seconds == [5.0, 10.0]


@pytest.mark.parametrize("dated", [False, True])
def test_a_site_that_asks_for_too_long_a_pause_is_left_alone(site: Site, dated: bool) -> None:
    until = datetime.now(UTC) + timedelta(hours=1, seconds=30)
    wish = format_datetime(until, usegmt=True) if dated else "3600"
    site.pages["/"] = lambda visit: visit.answer(429, retry_after=wish)
    site.pages["/zwei"] = Visit.answer
    with Fetcher(HERE) as fetcher:
        first, second = fetcher.fetch(site.address()), fetcher.fetch(site.address("/zwei"))
    assert isinstance(first, Failure)
    assert isinstance(second, Failure)
    assert "run again in 60 minutes" in first.reason == second.reason
    assert site.asked == ["/"]


@pytest.mark.parametrize("wish", ["-1", "soon", "9" * 30, "Thu, 99 Foo", "\xff"])
def test_a_wish_without_sense_is_none(site: Site, wish: str) -> None:
    site.pages["/"] = lambda visit: visit.answer(429, retry_after=wish)
    waits = Waits()
    assert "busy" in why(site.address(), fetcher=Fetcher(HERE, clock=waits.clock()))
    assert waits.seconds == [5.0, 10.0]


def test_between_two_requests_to_one_site_there_is_a_pause(site: Site) -> None:
    site.pages["/robots.txt"] = lambda visit: visit.answer(body="User-agent: *\nCrawl-delay: 3\n")
    site.pages["/"] = Visit.answer
    waits = Waits()
    with Fetcher(replace(HERE, delay=1.0), clock=waits.clock()) as fetcher:
        for number in range(3):
            fetcher.fetch(site.address(f"/{number}"))
    assert waits.seconds == [1.0, 3.0, 3.0]


def test_a_site_that_never_answers_is_not_asked_for_ever(site: Site) -> None:
    site.pages["/"] = hang_up
    with Fetcher(replace(HERE, robots=False)) as fetcher:
        reasons = [fetcher.fetch(site.address()) for _ in range(6)]
    assert len(site.asked) == 4
    assert "4 times in a row" in reasons[-1].reason  # type: ignore[union-attr]


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    def versioned(visit: Visit) -> None:
        told = visit.headers.get("if-none-match"), visit.headers.get("if-modified-since")
        known = told == ('"v1"', "Thu, 02 Jan 2031 03:04:05 GMT")
        visit.answer(
            304 if known else 200, "" if known else PAGE, etag='"v1"', last_modified="Thu, 02 Jan 2031 03:04:05 GMT"
        )

    site.pages["/alt"] = lambda visit: visit.answer(302, location="/")
    site.pages["/"] = versioned
    first = page(site, "/alt")
    assert first.validator == Validator(site.address("/"), '"v1"', "Thu, 02 Jan 2031 03:04:05 GMT")
    memory = Remembered()
    memory.keep(first.validator)
    with Fetcher(replace(HERE, validators=memory)) as fetcher:
        second = fetcher.fetch(site.address("/alt"))
    assert isinstance(second, Passed)
    assert "not changed" in second.reason


def test_a_page_is_fetched_once_a_run_by_whatever_address(site: Site) -> None:
    site.pages["/"] = Visit.answer
    site.pages["/alt"] = lambda visit: visit.answer(301, location="/")
    with Fetcher(HERE) as fetcher:
        found = [
            fetcher.fetch(site.address(path)) for path in ("/alt", "/?utm_source=rss", "/alt#unten", "/weg", "/weg")
        ]
    assert [type(one) for one in found] == [Fetched, Passed, Passed, Failure, Failure]
    assert site.asked == ["/alt", "/", "/weg", "/weg"]


def test_a_304_that_nobody_asked_for_is_a_failure(site: Site) -> None:
    site.pages["/"] = lambda visit: visit.answer(304, "")
    assert "304" in why(site.address())


def test_closing_ends_what_is_under_way(site: Site) -> None:
    site.pages["/"] = silence
    fetcher = Fetcher(replace(HERE, time_limit=30.0, robots=False))
    found: list[object] = []
    asking = threading.Thread(target=lambda: found.append(fetcher.fetch(site.address())))
    asking.start()
    while not site.visits:
        time.sleep(0.01)
    fetcher.close()
    asking.join(5)
    assert isinstance(found[0], Failure)
