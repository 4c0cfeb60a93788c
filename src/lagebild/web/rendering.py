"""Rendering: values through a template into HTML; everything is escaped unless the program made it."""

import json
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lagebild.version import VERSION
from lagebild.web.choices import THEME, THEMES
from lagebild.web.words import LANGUAGES, Tongue

if TYPE_CHECKING:
    from lagebild.web.visit import Visit

HTMX = {
    "includeIndicatorStyles": False,
    "allowEval": False,
    "allowScriptTags": False,
    "selfRequestsOnly": True,
    "historyCacheSize": 0,
    "scrollIntoViewOnBoost": False,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "4(09|22)", "swap": True},
        {"code": "[45]..", "swap": False, "error": True},
    ],
}
"""How htmx behaves: nothing inline, nothing from elsewhere, and what a form is told when it is refused is shown."""


def render(template: str, visit: "Visit", values: dict[str, Any]) -> str:
    """The HTML of a page, or of a part of one."""
    spoken = visit.tongue
    return (
        _environment()
        .get_template(template)
        .render(
            **values, visit=visit, t=spoken.words, labels=spoken.labels, say=spoken, theme=_theme(visit.request),
            here=_here(visit.request),
        )
    )  # fmt: skip


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("lagebild.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "asset": asset,
        "htmx": json.dumps(HTMX),
        "version": VERSION,
        "languages": LANGUAGES,
        "query": lambda **parts: urlencode([(k, v) for k, v in parts.items() if v not in (None, "")]),
    }
    environment.filters["drawn"] = Markup  # pictures that the program drew, their words escaped by it
    environment.filters["path"] = lambda words: quote(str(words), safe="")
    return environment


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes with what is in it, so that browsers may keep it."""
    path = files("lagebild.web") / "static" / name
    mark = sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else "missing"
    return f"/static/{name}?{mark}"


def render_problem(request: Request, spoken: Tongue, status: int, told: str) -> str:
    """The page that says what went wrong; its head has the name of the status already, in the visitor's language."""
    values = {"status": status, "told": "" if told == HTTPStatus(status).phrase else told, "request": request}
    return (
        _environment()
        .get_template("problem.html")
        .render(**values, t=spoken.words, labels=spoken.labels, say=spoken, theme=_theme(request), here=_here(request))
    )


def _theme(request: Request) -> str:
    theme = request.cookies.get(THEME, "auto")
    return theme if theme in THEMES else "auto"


def _here(request: Request) -> str:
    """The address of the page, to come back to."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
