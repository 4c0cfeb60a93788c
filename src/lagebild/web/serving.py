"""Serving: the application on a socket until somebody ends it."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files

import uvicorn

from lagebild.errors import UsageError
from lagebild.garbage import tables_spared
from lagebild.web.app import create_app
from lagebild.web.runs import Unfinished
from lagebild.web.settings import Settings


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens there. Raises UsageError where it cannot, with what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as made:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, port))
            made.listen(128)
        except OSError as problem:
            told = problem.strerror or str(problem)
            raise UsageError(
                f"{host}:{port}: cannot listen there: {told}; another --port (0 takes any that is free)"
            ) from problem
        yield made


def serve_forever(settings: Settings, listener: socket.socket, *, ready: Callable[[], None]) -> list[Unfinished]:
    """Answers until Ctrl-C; returns the additions that this cut off. Raises UsageError where the program lacks files
    of its own, StoreError for a bad base.
    """
    if not (files("lagebild.web") / "static" / "vendor" / "made-from").is_file():
        raise UsageError("fonts and scripts of the pages are not there; in a checkout scripts/assets makes them")
    app = create_app(settings)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, date_header=False, timeout_graceful_shutdown=3
    )
    # Requests leave nothing for the garbage collector, which would go through templates and routes again and again.
    with tables_spared() as loaded, suppress(KeyboardInterrupt):  # the way in which people end a server

        def begun() -> None:
            loaded()
            ready()

        _Server(config, begun).run(sockets=[listener])
    unfinished: list[Unfinished] = app.state.unfinished
    return unfinished


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer."""
        await super().startup(sockets)
        if self.started:
            self._ready()
