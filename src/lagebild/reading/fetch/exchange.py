"""One request and its answer: read as far as it is wanted, as large as it may be, for as long as it may take."""

import socket
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import httpcore
import httpx

from lagebild.errors import InputError
from lagebild.reading.fetch.decompress import plain_pieces
from lagebild.reading.fetch.not_reached import NotReachedError

_WITH_BODY = range(200, 300)


class Answer(NamedTuple):
    """What a site answered; `body` is empty unless the answer was a success."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    body: bytes


class Sender(NamedTuple):
    """What requests go out through, with what all of them carry. The cookies of a run are kept: some sites redirect for
    ever those who bring none back."""

    transport: httpx.BaseTransport
    headers: Mapping[str, str]
    cookies: httpx.Cookies

    def send(self, request: httpx.Request) -> httpx.Response:
        """The head of the answer; its body is still to be read."""
        self.cookies.set_cookie_header(request)
        response = self.transport.handle_request(request)
        response.request = request
        self.cookies.extract_cookies(response)
        return response


def exchange(
    sender: Sender,
    url: httpx.URL,
    *,
    headers: Mapping[str, str],
    accept: Callable[[httpx.Response], None],
    size_limit: int,
    connect_limit: float,
    time_limit: float,
    time_left: float,
) -> Answer:
    """Asks once. `accept` sees the head of a success and raises InputError where its body is not wanted. `time_left` is
    what this request may still take of the `time_limit`.

    Raises NotReachedError where no whole answer came, InputError for one that is too large, too slow or refused.
    """
    seconds = httpx.Timeout(time_left, connect=min(connect_limit, time_left))
    extensions = {"timeout": seconds.as_dict(), "deadline": time.monotonic() + time_left}
    request = httpx.Request("GET", url, headers={**sender.headers, **headers}, extensions=extensions)
    try:
        response = sender.send(request)
    except httpcore.ReadTimeout as problem:
        raise NotReachedError(_slow(time_limit)) from problem
    except (*_FAILURES, OSError) as problem:
        raise NotReachedError(_reason(url, problem, connect_limit=connect_limit)) from problem
    try:
        if response.status_code not in _WITH_BODY:
            return Answer(url, response.status_code, response.headers, b"")
        accept(response)
        return Answer(url, response.status_code, response.headers, _body(response, size_limit))
    except (httpcore.ReadTimeout, httpcore.WriteTimeout) as problem:
        raise InputError(_slow(time_limit)) from problem
    except (*_FAILURES, OSError) as problem:
        raise InputError("breaks off in the middle; try again later") from problem
    finally:
        response.close()


_FAILURES = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
)


def _body(response: httpx.Response, size_limit: int) -> bytes:
    if _number(response.headers.get("content-length")) > size_limit:
        raise InputError(_large(size_limit))
    pieces = plain_pieces(_counted(response.iter_raw(), size_limit), response.headers.get("content-encoding", ""))
    return b"".join(_counted(pieces, size_limit))


def _counted(pieces: Iterator[bytes], size_limit: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > size_limit:
            raise InputError(_large(size_limit))
        yield piece


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 20 else 0


def _reason(url: httpx.URL, problem: Exception, *, connect_limit: float) -> str:
    cause = problem.__cause__ or problem.__context__ or problem
    if isinstance(problem, httpcore.ConnectTimeout):
        return f"cannot be fetched: {url.host} did not answer within {connect_limit:g} seconds; try again later"
    if isinstance(cause, socket.gaierror | UnicodeError) or "name is not known" in str(problem):
        return f"cannot be fetched: no site is called {url.host}; check the address and the connection"
    if "CERTIFICATE_VERIFY_FAILED" in str(problem):
        return f"is not fetched: {url.host} cannot prove that it is {url.host} (its certificate is not valid)"
    if isinstance(problem, httpcore.ConnectError):
        return f"cannot be fetched: {url.host} takes no connection ({problem}); try again later"
    if isinstance(problem, httpcore.ProtocolError | httpx.ProtocolError):
        return f"cannot be fetched: what {url.host} answers is no proper HTTP; try again later"
    return "cannot be fetched: the connection broke; try again later"


def _slow(time_limit: float) -> str:
    return f"is not fetched: it took longer than {time_limit:g} seconds; try again later"


def _large(size_limit: int) -> str:
    return f"is not fetched: it is larger than {size_limit / 1_048_576:g} MB; save it and name the file"
