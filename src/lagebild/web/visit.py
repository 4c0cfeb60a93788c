"""Visit: one request with everything that a page needs to answer it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import unquote, urlencode

from fastapi import Depends, Request
from starlette.responses import HTMLResponse

from lagebild.knowledge import KnowledgeBase
from lagebild.web.bases import Bases
from lagebild.web.beside.beside import Beside
from lagebild.web.choices import AUTHOR, LANGUAGE
from lagebild.web.comparing import Comparing
from lagebild.web.remembered import Remembered
from lagebild.web.rendering import render
from lagebild.web.settings import Settings
from lagebild.web.words import Tongue, chosen, tongue


@dataclass(frozen=True, slots=True)
class Visit:
    """`base` is open for reading while the request lasts; `tongue` is the visitor's language."""

    request: Request
    base: KnowledgeBase
    tongue: Tongue

    @property
    def settings(self) -> Settings:
        """What the server was told."""
        settings: Settings = self.request.app.state.settings
        return settings

    @property
    def bases(self) -> Bases:
        """The connections, for who has to write."""
        bases: Bases = self.request.app.state.bases
        return bases

    @property
    def comparing(self) -> Comparing:
        """What keeps claims up to date."""
        comparing: Comparing = self.request.app.state.comparing
        return comparing

    @property
    def telling(self) -> Beside:
        """The process that tells what takes long to tell."""
        telling: Beside = self.request.app.state.telling
        return telling

    @property
    def memory(self) -> Remembered:
        """What was worked out already."""
        memory: Remembered = self.request.app.state.remembered
        return memory

    @property
    def state(self) -> tuple[int, ...]:
        """Another value whenever the base or what is known of its claims has changed."""
        return (*self.base.store.state(), self.comparing.rounds)

    @property
    def author(self) -> str | None:
        """Who decides: the name that the visitor gave, else the server's."""
        return unquote(self.request.cookies.get(AUTHOR, "")) or self.settings.author

    @property
    def is_part(self) -> bool:
        """Whether only a part of the page is asked for."""
        return self.request.headers.get("hx-request") == "true" and not self.request.headers.get("hx-boosted")

    @property
    def is_for_programs(self) -> bool:
        """Whether values are asked for and no page."""
        return self.request.url.path.endswith(".json")

    @property
    def can_wait(self) -> bool:
        """Whether what takes long is in this answer: programs, parts of pages and people without scripts wait, others
        see the page first."""
        return self.is_part or self.is_for_programs or "wait" in self.request.query_params

    def address(self, **changed: Any) -> str:
        """The address of this page with other values of its parameters; None takes one out."""
        return self.address_at(self.request.url.path, **changed)

    def address_at(self, path: str, **changed: Any) -> str:
        """The same parameters at another path."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name not in changed]
        for name, value in changed.items():
            values = value if isinstance(value, list | tuple) else [value]
            kept.extend((name, str(one)) for one in values if one not in (None, ""))
        query = urlencode(kept)
        return path + (f"?{query}" if query else "")

    def page(self, template: str, values: dict[str, Any], *, status: int = 200) -> HTMLResponse:
        """The page that the template makes of the values."""
        return HTMLResponse(render(template, self, values), status)


def visit(request: Request) -> Iterator[Visit]:
    """The visit of a request; the base is given back when it is answered."""
    bases: Bases = request.app.state.bases
    with bases.reading() as base:
        yield Visit(request, base, spoken(request))


def spoken(request: Request) -> Tongue:
    """The language in which a request is answered."""
    accepted = request.headers.get("accept-language", "")
    return tongue(chosen(request.query_params.get("lang"), request.cookies.get(LANGUAGE), accepted))


Visiting = Annotated[Visit, Depends(visit)]
