"""docs/serve.md knows every option of `lagebild serve` and every page."""

import re
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from lagebild.cli.serve import serve
from lagebild.web.app import ROUTERS

PAGE = (Path(__file__).parents[2] / "docs" / "serve.md").read_text("utf-8")
INNER = {"/licences", "/situation.css"}


@pytest.mark.parametrize("option", sorted({name for item in serve.params for name in item.opts if name[:2] == "--"}))
def test_every_option_is_documented(option: str) -> None:
    assert option in PAGE or option in {"--host", "--port", "--author"}


def test_every_page_is_in_the_table() -> None:
    routes = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    pages = {route.path for route in routes if "GET" in (route.methods or ()) and not route.path.endswith(".json")}
    first = {f"/{path.split('/')[1]}" for path in pages} - INNER - {"/records", "/"}
    assert {page for page in first if not re.search(rf"`{page}\b", PAGE)} == set()
