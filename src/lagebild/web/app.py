"""The application: routes, guard and errors put together; one place turns errors into answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from lagebild.errors import EvidenceError, LagebildError, StoreError, UsageError
from lagebild.version import VERSION
from lagebild.web.api import asking, matters, problem, v1
from lagebild.web.bases import Bases
from lagebild.web.beside.beside import Beside
from lagebild.web.comparing import FEW, Comparing
from lagebild.web.deciding import ConflictError
from lagebild.web.guard import HEADERS, Guard
from lagebild.web.missing import MissingError
from lagebild.web.remembered import Remembered
from lagebild.web.rendering import render_problem
from lagebild.web.routes import (
    adding,
    claims,
    documents,
    entities,
    judging,
    ledgers,
    overview,
    search,
    settings,
    situations,
    watches,
)
from lagebild.web.runs import Runs, Unfinished
from lagebild.web.settings import Settings
from lagebild.web.visit import spoken

ROUTERS = (
    overview.router, situations.router, claims.router, watches.router, documents.router, ledgers.router, search.router,
    entities.router, judging.router, adding.router, settings.router,
)  # fmt: skip
"""All pages."""
_YEAR = 365 * 24 * 3600
_THREADS = 8
"""Requests that are worked at together."""
_PRESSED = 4
"""How hard pages are compressed: at 9 that takes four times as long, and saves a twentieth."""


def create_app(settings: Settings) -> FastAPI:
    """The application for one base, which is made where there is none. Raises StoreError where it cannot be opened."""
    remembered = Remembered()
    bases = Bases(settings.base, changed=remembered.changed)
    comparing, telling, reading = Comparing(settings.base), Beside(settings.base), Beside(settings.base)

    def added() -> None:
        remembered.changed()
        with bases.reading() as base:
            if base.store.count() > FEW or base.watches():
                comparing.begin()

    runs = Runs(settings.base, done=added)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # More threads would only take turns: pages are made by one program.
        to_thread.current_default_thread_limiter().total_tokens = _THREADS
        yield
        comparing.close()
        telling.close()
        reading.close()
        app.state.unfinished = runs.close()
        bases.close()

    app = FastAPI(
        title="Lagebild",
        version=VERSION,
        summary="Who says what, when and how many in news reports, with the exact words.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=lifespan,
    )
    app.state.settings, app.state.bases, app.state.runs, app.state.remembered = settings, bases, runs, remembered
    app.state.reading = reading
    app.state.comparing, app.state.telling, app.state.unfinished = comparing, telling, list[Unfinished]()
    for router in (*ROUTERS, v1.router, matters.router, asking.router):
        app.include_router(router)
    app.mount("/static", _Files(directory=str(files("lagebild.web") / "static")), name="static")
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=_PRESSED)
    app.add_middleware(Guard, settings=settings)
    for kind in (LagebildError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _answered)
    return app


class _Files(StaticFiles):
    """Files whose addresses change with what is in them, so that browsers keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept for a year where its address says which version it is."""
        answer = await super().get_response(path, scope)
        if answer.status_code == 200 and scope["query_string"]:
            answer.headers["cache-control"] = f"public, max-age={_YEAR}, immutable"
        return answer


async def _answered(request: Request, error: Exception) -> Response:
    """What went wrong: as problem+json for programs, as a page with a way on for people."""
    status, told = told_of(error)
    path = request.url.path
    if path.startswith("/api/") or path.endswith(".json"):
        answer: Response = problem.answer(status, told)
    else:
        answer = HTMLResponse(render_problem(request, spoken(request), status, told), status)
    # What is our fault is answered outside of the guard, which adds its headers to everything else.
    answer.headers.update({**HEADERS, **(getattr(error, "headers", None) or {})})
    return answer


def told_of(error: Exception) -> tuple[int, str]:
    """The status of the answer, and what is said."""
    match error:
        case MissingError():
            return 404, str(error)
        case ConflictError():
            return 409, str(error)
        case EvidenceError():
            return 422, str(error)
        case UsageError():
            return 400, str(error)
        case StoreError():
            return 503, str(error)
        case LagebildError():
            return 400, str(error)
        case RequestValidationError():
            return 422, "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
        case HTTPException():
            return error.status_code, str(error.detail)
        case _:
            return 500, "our fault; what was written before is safe"
