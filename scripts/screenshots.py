"""Takes the pictures of docs/screenshots from the demonstration: `python -m scripts.screenshots [NAME…]`.

Needs Chromium and what scripts/assets makes. Without names all are taken.
"""

import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from shutil import which
from typing import Any

import uvicorn

from lagebild.knowledge import KnowledgeBase
from lagebild.reading.demonstration import demonstration
from lagebild.web.app import create_app
from lagebild.web.settings import Settings

OUT = Path(__file__).parents[1] / "docs" / "screenshots"
WIDE, PHONE = {"width": 1200, "height": 820}, {"width": 390, "height": 780}
SCALE = 0.8
"""Smaller pictures, which can still be read."""


def main(names: list[str]) -> None:
    """Makes the demonstration, serves it, and takes the pictures."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demonstration.db"
        with KnowledgeBase(path) as base:
            base.watch("kursk", "Nordkorea Kursk")
            base.add(demonstration())
            base.look_for_news()
        address = _served(path)
        pages = _pages(path)
        OUT.mkdir(exist_ok=True)
        with sync_playwright() as started:
            chromium = which("chromium") or which("chromium-browser")
            browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, (page, how) in pages.items():
                if not names or name in names:
                    _take(browser, address + page, OUT / f"{name}.png", **how)
                    sys.stderr.write(f"{name}\n")
            browser.close()


def _pages(path: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """Each picture by name: which page, and how it is looked at."""
    with KnowledgeBase(path, write=False) as base:
        holding = max(base.documents(), key=lambda one: (len(one.findings.attributions), one.key))
        said = holding.findings.attributions[2].key
        actor, state = base.entity("Mark Rutte").key, base.entity("Russland").key
        claim = max(base.claims(), key=lambda one: (len({telling.document for telling in one.tellings}), one.key)).key
    article = f"/documents/{holding.key}"
    card = f"{article}?open=attribution:{said}"
    situation = "/situation?q=Nordkorea+Russland"
    phone, dark = {"viewport": PHONE}, {"color_scheme": "dark"}
    return {
        "overview": ("/", {}),
        "overview-phone": ("/", phone),
        "overview-english": ("/", {"locale": "en-GB"}),
        "article": (article, {}),
        "article-card": (card, {}),
        "article-dark": (card, dark),
        "article-phone": (card, phone),
        "statements": ("/statements", {}),
        "statements-dark": ("/statements", dark),
        "statements-phone": ("/statements", phone),
        "claims": ("/claims?least=2", {}),
        "claim": (f"/claims/{claim}", {}),
        "claims-near": ("/claims/near", {}),
        "situation": (situation, {}),
        "situation-deals": (f"{situation}#exchanges", {}),
        "situation-figures": (f"{situation}#figures", {}),
        "situation-network": (f"{situation}#network", {}),
        "situation-map": (f"{situation}#places", {}),
        "situation-dark": (f"{situation}#exchanges", dark),
        "situation-phone": (situation, phone),
        "situation-narrowed": (f"{situation}&actor=UKR", {}),
        "watches": ("/watches", {}),
        "watch": ("/watches/kursk", {}),
        "actor": (f"/entities/{actor}", {}),
        "positions": (f"/entities/{state}/positions", {}),
        "entities": ("/entities", {}),
        "same": ("/entities/suggestions", {}),
        "search": ("/search?q=Drohne", {}),
        "add": ("/add", {}),
        "judgements": ("/judgements", {}),
        "rules": ("/rules", {}),
    }


def _served(path: Path) -> str:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(path, author="Redaktion")), log_level="error"))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _take(browser: Any, address: str, target: Path, **how: Any) -> None:
    settings = {"viewport": WIDE, "locale": "de-DE", "reduced_motion": "reduce", "device_scale_factor": SCALE, **how}
    context = browser.new_context(**settings)
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    page.screenshot(path=str(target))
    context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
