"""What a visitor chooses for themselves: language, light or dark, and the name under which they decide; help."""

from importlib.resources import files
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from starlette.responses import PlainTextResponse, RedirectResponse

from lagebild.web.choices import AUTHOR, LANGUAGE, THEME, THEMES
from lagebild.web.pairs import Values, page
from lagebild.web.visit import Visiting
from lagebild.web.words import LANGUAGES

router = APIRouter()
Word = Annotated[str, Form()]
_YEAR = 365 * 24 * 3600


@page(router, "/settings", "settings.html")
def settings(visit: Visiting) -> Values:
    """Choices, keys, and what the program stands on."""
    return {
        "author": visit.author or "",
        "base": str(visit.base.store.path),
        "writable": visit.bases.writable,
        "network": not visit.settings.offline,
        "_back": visit.request.query_params.get("back", "/"),
        "_themes": THEMES,
    }


@router.post("/settings", include_in_schema=False)
def choose(
    language: Word = "", theme: Word = "", author: Annotated[str | None, Form()] = None, back: Word = "/"
) -> RedirectResponse:
    """Keeps the choices in cookies of this browser."""
    target = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    answer = RedirectResponse(target, 303)
    for name, value, known in ((LANGUAGE, language, LANGUAGES), (THEME, theme, THEMES)):
        if value in known:
            answer.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="strict")
    if author is not None:
        name = quote(" ".join(author.split())[:80].encode("utf-8", "ignore"))
        answer.set_cookie(AUTHOR, name, max_age=_YEAR, httponly=True, samesite="strict")
    return answer


@router.get("/licences", include_in_schema=False)
def licences() -> PlainTextResponse:
    """The licences of what comes from others and is given out by this server."""
    path = files("lagebild.web") / "static" / "vendor" / "LICENCES.txt"
    told = path.read_text("utf-8") if path.is_file() else "Not made yet: scripts/assets makes the assets.\n"
    return PlainTextResponse(told)
