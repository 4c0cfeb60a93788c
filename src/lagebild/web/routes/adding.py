"""Adding reports: a text, files or an address, with what becomes of each; and the list of failures."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import RedirectResponse

from lagebild.errors import UsageError
from lagebild.intake.options import Options
from lagebild.web.filters import day
from lagebild.web.missing import MissingError
from lagebild.web.pairs import Values, page
from lagebild.web.runs import Runs, folder_for_uploads, written
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
Word = Annotated[str, Form()]
_LONGEST_NAME = 80
_MOST_BYTES = 150
"""File systems count bytes, and 255 of them are the most."""


@page(router, "/add", "add.html")
def add(visit: Visiting) -> Values:
    """The three ways to add, what was added lately, and what failed."""
    return {
        "runs": [_short(run) for run in _runs(visit).every()],
        "failures": len(visit.base.failures()),
        "network": not visit.settings.offline,
        "writable": visit.bases.writable,
        "largest": visit.settings.largest_upload // 1024**2,
    }


@page(router, "/add/runs/{id}", "run.html", part="part/run.html")
def run(visit: Visiting, id: str) -> Values:
    """One addition and what came of it so far."""
    found = _runs(visit).get(id)
    if found is None:
        raise MissingError(str(visit.tongue.words["add"]["unknown_run"]))
    return {"run": found}


@page(router, "/failures", "failures.html")
def failures(visit: Visiting) -> Values:
    """What could not be read, with the reason, the newest first."""
    return {
        "failures": [
            {
                "origin": one.origin,
                "reason": one.reason,
                "source": one.source,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "times": one.times,
            }
            for one in reversed(visit.base.failures())
        ],
        "writable": visit.bases.writable,
    }


@router.post("/add/text", include_in_schema=False)
def text(
    visit: Visiting, text: Word, title: Word = "", date: Word = "", publisher: Word = "", url: Word = ""
) -> RedirectResponse:
    """Adds a text that was pasted."""
    if not text.strip():
        raise UsageError(str(visit.tongue.words["add"]["no_text"]))
    when = day(date)
    folder = folder_for_uploads()
    name = _name(title or " ".join(text.split()[:6]))
    fields = {"id": name, "text": text, "title": title.strip(), "publisher": publisher.strip(), "url": url.strip()}
    path = written(folder, name, {**fields, "date": when.isoformat() if when else None})
    return _to(_runs(visit).add([path], title.strip() or name, _options(visit), folder=folder).id)


@router.post("/add/files", include_in_schema=False)
def files(
    visit: Visiting, files: Annotated[list[UploadFile], File()], date: Word = "", publisher: Word = ""
) -> RedirectResponse:
    """Adds files of any kind that `lagebild add` reads."""
    when = day(date)
    folder = folder_for_uploads()
    paths: list[Path] = []
    for number, upload in enumerate(file for file in files if file.filename):
        path = folder / str(number) / _name(Path(str(upload.filename)).stem, Path(str(upload.filename)).suffix)
        path.parent.mkdir()
        with path.open("wb") as target:
            shutil.copyfileobj(upload.file, target)
        paths.append(path)
    if not paths:
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(str(visit.tongue.words["add"]["no_file"]))
    # What somebody uploads holds reports; where a list or feed among them leads, nobody here has asked for.
    options = Options(day=when, publisher=publisher.strip() or None, offline=True)
    what = ", ".join(path.name for path in paths[:3]) + (" …" if len(paths) > 3 else "")
    return _to(_runs(visit).add([str(path) for path in paths], what, options, folder=folder).id)


@router.post("/add/address", include_in_schema=False)
def address(visit: Visiting, address: Word, date: Word = "") -> RedirectResponse:
    """Fetches a page, a feed or an archive, where the network is allowed."""
    words = visit.tongue.words["add"]
    if visit.settings.offline:
        raise UsageError(str(words["no_network"]))
    if not is_on_the_web(address.strip()):
        raise UsageError(str(words["no_address"]))
    options = replace(_options(visit), day=day(date))
    return _to(_runs(visit).add([address.strip()], address.strip(), options).id)


@router.post("/add/retry", include_in_schema=False)
def retry(visit: Visiting) -> RedirectResponse:
    """Tries again what failed."""
    return _to(_runs(visit).retry(str(visit.tongue.words["add"]["retried"]), _options(visit)).id)


def is_on_the_web(address: str) -> bool:
    """Whether it can be an address of a page."""
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


def _runs(visit: Visit) -> Runs:
    runs: Runs = visit.request.app.state.runs
    return runs


def _options(visit: Visit) -> Options:
    return Options(offline=visit.settings.offline)


def _short(run: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in run.items() if name != "happened"}


def _to(id: str) -> RedirectResponse:
    return RedirectResponse(f"/add/runs/{id}", 303)


def _name(words: str, suffix: str = "") -> str:
    """A name for a file, from a title or from the name that it had."""
    plain = re.sub(r"[^\w-]+", "-", words).strip("-")[:_LONGEST_NAME]
    short = plain.encode()[:_MOST_BYTES].decode(errors="ignore")
    return (short or "text") + (re.sub(r"[^\w.]", "", suffix)[:12] if suffix else "")
