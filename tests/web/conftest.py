"""A small base of invented reports with its pages, for every test here."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import lagebild
from lagebild.knowledge import KnowledgeBase
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.web.app import create_app
from lagebild.web.settings import Settings

REPORTS = (
    (
        "2031-03-13",
        "Hafenblatt",
        "Kroll: Die Schleuse bleibt zu",
        "Die Hafenwächterin Ada Kroll sagte am Montag: „Wir öffnen nicht.“ Rund 40 Boote warteten, sagte sie.\n\n"
        "Außenministerin Clara Wenden warnte, dass der Streit den Handel treffe. Russland habe 300 Drohnen geliefert, "
        "berichtete das „Hafenblatt“ 🚢 am Dienstag. Nach Angaben von Kroll hatte der Bootsmann gesagt, es komme Eis.",
    ),
    (
        "2031-03-12",
        "Tagesblick",
        "Nato wirft Russland Bruch des Embargos vor",
        "Die Nato hat Russland vorgeworfen, gegen das Embargo zu verstoßen. Moskau wies das zurück. Clara Wenden "
        "forderte, die Lieferungen bis Ende Juni zu stoppen. Die Ukraine meldete etwa 1.200 Verletzte.",
    ),
    (None, None, None, "Niemand wisse das, sagte Ada Kroll. Clara Wenden sagte, alle wüssten es."),
)


def filled(path: Path, reports: Any = REPORTS) -> Path:
    """A base at the path with these reports."""
    with KnowledgeBase(path) as base:
        for number, (day, publisher, title, text) in enumerate(reports):
            document = Document(
                id=f"bericht-{number}",
                text=text,
                language="de",
                title=title,
                publisher=publisher,
                date=date.fromisoformat(day) if day else None,
            )
            base.store.add(encode(lagebild.read_document(document)), engine="test")
        base.store.refresh_identities()
    return path


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base as it is at the beginning; nobody changes it."""
    return filled(tmp_path_factory.mktemp("web") / "berichte.db")


@pytest.fixture
def copy(reports: Path, tmp_path: Path) -> Path:
    """A base that a test may change."""
    with KnowledgeBase(reports, write=False) as base:
        base.back_up(tmp_path / "kopie.db")
    return tmp_path / "kopie.db"


Made = Callable[..., TestClient]


def a_visitor(path: Path, **settings: Any) -> TestClient:
    """Somebody who reads German and comes to the pages of this base."""
    app = create_app(Settings(path, author="Ada", **settings))
    return TestClient(app, base_url="http://127.0.0.1:8031", headers={"accept-language": "de"})


@pytest.fixture
def visitor() -> Iterator[Made]:
    """Makes a visitor of a base, who goes when the test ends."""
    with ExitStack() as stack:
        yield lambda path, **settings: stack.enter_context(a_visitor(path, **settings))


@pytest.fixture(scope="session")
def client(reports: Path) -> Iterator[TestClient]:
    """A visitor who only looks, and keeps nothing."""
    with a_visitor(reports) as client:
        yield client


@pytest.fixture(autouse=True)
def _no_cookies(client: TestClient) -> None:
    client.cookies.clear()


def first_document(client: TestClient, title: str = "Kroll") -> str:
    """The key of the document whose title begins so."""
    rows = client.get("/documents.json").json()["rows"]
    return next(str(row["document"]) for row in rows if (row["title"] or "").startswith(title))
