"""Connections that only go where they may: the address that was checked is the one connected to, and time runs out."""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from lagebild.errors import InputError
from lagebild.reading.fetch.reachable import objection

Option = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
_TRIED = 4
"""Addresses of one name that are tried before a site counts as not answering."""


def _resolved(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _connected(address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
    return httpcore.SyncBackend().connect_tcp(address, port, timeout, None, ())


@dataclass(frozen=True, slots=True)
class Network:
    """The two things asked of the machine: the IP addresses of a name, and a connection to one of them."""

    resolve: Callable[[str, int], Sequence[str]] = _resolved
    connect: Callable[[str, int, float | None], httpcore.NetworkStream] = _connected


class Transport(httpx.BaseTransport):
    """Sends requests for httpx over checked connections; each carries its own deadline as the extension "deadline".

    Environment variables do not turn it to a proxy, which would resolve the names again, unchecked.
    """

    def __init__(self, network: Network, *, allow_private: bool) -> None:
        self._backend = _Checked(network, allow_private=allow_private)
        # A new connection for each page: sites close those kept open in the pause between two, at the worst moment.
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=self._backend, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends one request; what goes wrong comes as httpcore's errors, an address that is refused as InputError."""
        self._backend.begin(request.extensions["deadline"])
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Ends every connection, even one that another thread waits for."""
        self._backend.abort()
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Checked(httpcore.NetworkBackend):
    """Resolves a name once, leaves out what may not be reached, and connects to what is left."""

    def __init__(self, network: Network, *, allow_private: bool) -> None:
        self._network = network
        self._allow_private = allow_private
        # One request at a time on each thread, several threads on one pool.
        self._thread = threading.local()
        self._open: set[_Timed] = set()
        self._lock = threading.Lock()

    def begin(self, deadline: float) -> None:
        self._thread.deadline = deadline

    def left(self) -> float:
        """Seconds that the request of this thread has left."""
        return float(self._thread.deadline) - time.monotonic()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Option] | None = None,
    ) -> httpcore.NetworkStream:
        ends = time.monotonic() + min(timeout or self.left(), self.left())
        problem: Exception | None = None
        for address in self._reachable(host, port, ends)[:_TRIED]:
            if (left := ends - time.monotonic()) <= 0:
                break
            try:
                return self._watched(self._network.connect(address, port, left))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                problem = failed
        raise problem or httpcore.ConnectTimeout()

    def _reachable(self, host: str, port: int, ends: float) -> list[str]:
        addresses = _in_time(lambda: self._network.resolve(host, port), ends)
        refused = None
        reachable = []
        for address in addresses:
            kind = objection(address, allow_private=self._allow_private)
            if kind is None:
                reachable.append(address)
            else:
                refused = f"{host} is {kind}" if address == host.strip("[]") else f"{host} is {kind} ({address})"
        if refused and not reachable:
            raise InputError(f"is not fetched: {refused}; only public addresses are, unless private ones are allowed")
        return reachable

    def _watched(self, stream: httpcore.NetworkStream) -> "_Timed":
        watched = _Timed(stream, self)
        with self._lock:
            self._open.add(watched)
        return watched

    def forget(self, stream: "_Timed") -> None:
        with self._lock:
            self._open.discard(stream)

    def abort(self) -> None:
        with self._lock:
            streams = tuple(self._open)
        for stream in streams:
            stream.abort()


class _Timed(httpcore.NetworkStream):
    """A connection on which no single wait outlasts what the request has left, so that dripping bytes do not help."""

    def __init__(self, stream: httpcore.NetworkStream, backend: _Checked) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if (left := self._backend.left()) <= 0:
            raise httpcore.ReadTimeout()
        return self._stream.read(max_bytes, min(timeout or left, left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if (left := self._backend.left()) <= 0:
            raise httpcore.WriteTimeout()
        self._stream.write(buffer, min(timeout or left, left))

    def close(self) -> None:
        self._backend.forget(self)
        self._stream.close()

    def abort(self) -> None:
        raw = self._stream.get_extra_info("socket")
        if isinstance(raw, socket.socket):
            try:
                raw.shutdown(socket.SHUT_RDWR)
            except OSError:
                return

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        self._backend.forget(self)
        left = max(self._backend.left(), 0.001)
        return self._backend._watched(self._stream.start_tls(ssl_context, server_hostname, min(timeout or left, left)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _in_time(resolve: Callable[[], Sequence[str]], ends: float) -> Sequence[str]:
    """What the name resolves to; the system's resolver knows no time limit, so it is left behind when time is up."""
    answer: list[Sequence[str]] = []
    problem: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answer.append(resolve())
        except (OSError, UnicodeError) as failed:
            problem.append(failed)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(ends - time.monotonic(), 0.0))
    if problem:
        raise httpcore.ConnectError("its name is not known") from problem[0]
    if not answer:
        raise httpcore.ConnectTimeout()
    return answer[0]
