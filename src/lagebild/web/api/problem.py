"""Problems: errors for programs, in the form of RFC 9457."""

from http import HTTPStatus

from starlette.responses import JSONResponse

PROBLEM = "application/problem+json"


def answer(status: int, detail: str) -> JSONResponse:
    """The answer that says what went wrong."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(told, status, media_type=PROBLEM)
