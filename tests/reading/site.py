"""A small web site on this machine for the tests, which can misbehave in every way that a page's handler likes."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore

from lagebild.reading.fetch.network import Network

PAGE = "<!DOCTYPE html><html lang=de><title>Deich</title><body><p>Der Deich hält, sagte Holm.</p></body></html>"


@dataclass(slots=True)
class Visit:
    """One request as the site saw it, and the means to answer it, properly or not."""

    path: str
    headers: dict[str, str]
    raw: socket.socket
    over: threading.Event

    def answer(self, status: int = 200, body: bytes | str = PAGE, **headers: str) -> None:
        """A proper answer; "content_type" is the header Content-Type, and None leaves one out."""
        data = body.encode() if isinstance(body, str) else body
        told = {"content-type": "text/html; charset=utf-8", "content-length": str(len(data))}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"HTTP/1.1 {status} so", *(f"{name}: {value}" for name, value in told.items() if value), "", ""]
        self.raw.sendall("\r\n".join(lines).encode("latin-1") + data)

    def send(self, data: bytes) -> bool:
        """Bytes as they are; False once the reader has gone."""
        try:
            self.raw.sendall(data)
        except OSError:
            return False
        return not self.over.is_set()


Handler = Callable[[Visit], None]


@dataclass(slots=True)
class Site:
    """Pages by path; what was asked for is kept in `visits`."""

    port: int
    pages: dict[str, Handler] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The full address of a path."""
        return f"http://{host}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        """The paths asked for, the robots.txt left out."""
        return [visit.path for visit in self.visits if visit.path != "/robots.txt"]


@contextmanager
def served(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A running site without pages, over TLS with a context for it; what it has not answers 404."""
    over = threading.Event()

    class Request(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            visit = Visit(self.path, headers, self.connection, over)
            site.visits.append(visit)
            handler = site.pages.get(self.path.partition("?")[0])
            try:
                if handler:
                    handler(visit)
                else:
                    visit.answer(404, "nicht da")
            except OSError:
                return
            finally:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """A reader that goes early is nothing to tell."""

    server = Server(("127.0.0.1", 0), Request)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(slots=True)
class Names:
    """A network in which the tests say which IP addresses a name has; every connection ends at the site."""

    site: Site
    known: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)

    def network(self) -> Network:
        """For a Fetcher."""
        return Network(resolve=self.resolve, connect=self.connect)

    def resolve(self, host: str, port: int) -> list[str]:
        """The next answer for the name; the last one stays. A name that is not known is what it is anywhere."""
        self.asked.append(host)
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = self.known[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        """A connection to the site, whatever the address."""
        self.reached.append(address)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.site.port, timeout, None, ())
