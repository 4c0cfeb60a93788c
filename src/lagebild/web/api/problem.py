"""Problems: errors for programs, in the form of RFC 9457."""

from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

from lagebild.web.api.shapes import Problem

PROBLEM = "application/problem+json"
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "content": {PROBLEM: {}}, "description": told}
    for status, told in {
        400: "That cannot be done",
        404: "There is no such thing",
        409: "Somebody else was faster",
        413: "Too large",
        422: "A value is not what it should be",
        503: "The base cannot be read or written",
    }.items()
}
"""What can go wrong everywhere, for the description."""


def answer(status: int, detail: str) -> JSONResponse:
    """The answer that says what went wrong."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(told, status, media_type=PROBLEM)
