"""Pairs: a page and its JSON twin, from one function that returns values."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import APIRouter
from starlette.responses import HTMLResponse, JSONResponse, Response

Values = dict[str, Any]
View = Callable[..., Values]


def page(router: APIRouter, path: str, template: str, *, part: str | None = None) -> Callable[[View], View]:
    """Gives out what the function returns as a page at `path`, and as JSON at `path`.json.

    The function takes a `visit` and whatever the address says. A request for a part of the page gets the template
    `part`. Names in the values that begin with "_" are for the template alone.
    """

    def registered(view: View) -> View:
        @wraps(view)
        def html(**given: Any) -> HTMLResponse:
            visit = given["visit"]
            chosen = part if part and visit.is_part else template
            answer: HTMLResponse = visit.page(chosen, view(**given))
            answer.headers["vary"] = "HX-Request"
            return answer

        @wraps(view)
        def twin(**given: Any) -> JSONResponse:
            return JSONResponse({name: value for name, value in view(**given).items() if not name.startswith("_")})

        # The twin first: a key in an address would take ".json" for a part of it.
        router.add_api_route(twin_of(path), twin, response_class=JSONResponse, include_in_schema=False)
        router.add_api_route(path, html, response_class=HTMLResponse, include_in_schema=False)
        return view

    return registered


def twin_of(path: str) -> str:
    """Where the JSON twin of a page is."""
    return "/index.json" if path == "/" else f"{path}.json"


__all__ = ["Response", "Values", "View", "page", "twin_of"]
