"""Pauses of a long article in a real browser: `python bench/article.py [--words 5000] [--times 12]`.

Serves one invented report of so many words, reads it as a person does (scrolls through all of it, opens cards by mouse
and keyboard, switches layers, decides), and prints the longest tasks of the page's main thread: in processor time,
which is what they cost whatever else the machine does, and as they were seen. Needs Chromium and Playwright.
"""

import argparse
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn

import lagebild
from lagebild.knowledge import KnowledgeBase
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.web.app import create_app
from lagebild.web.settings import Settings

SENTENCES = (
    "Die Hafenwächterin Ada Kroll sagte am {day}. März: „Wir öffnen die Schleuse nicht, solange das Eis steht.“",
    "Rund {number} Boote warteten vor Bremen, berichtete der Hafenmeister, der seit vielen Jahren im Dienst ist.",
    "Nach Angaben von Außenministerin Clara Wenden griff Russland in der Nacht die Ukraine mit {number} Drohnen an.",
    "In den engen Gassen der Altstadt roch es nach Teer, und über den Dächern zogen die Möwen ihre langen Kreise.",
    "Wenden warnte, der Streit treffe den Handel, und forderte, die Lieferungen bis Ende Juni einzustellen.",
    "Wer am Abend durch die Straßen ging, sah hinter den Fenstern das gelbe Licht der Lampen und hörte leise Musik.",
    "Der Bürgermeister, der lange geschwiegen hatte, blieb auch an diesem Tag in seinem weißen Haus am breiten Fluss.",
)
GAP_MS = 350
_CATEGORIES = ["toplevel", "devtools.timeline"]
_TASKS = ("RunTask", "ThreadControllerImpl::RunTask")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--times", type=int, default=12, help="so many cards are opened")
    parser.add_argument("--show", type=int, default=8, help="so many of the longest tasks are told")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lang.db"
        key = _filled(path, asked.words)
        with _served(path) as address:
            told = _read(f"{address}/documents/{key}", asked.times)
    print(f"{told['words']} words, {told['marks']} marks, {told['statements']} statements")
    for act, tasks in told["tasks"].items():
        tasks.sort(reverse=True)
        longest = ", ".join(f"{cpu:.0f}" for cpu, _, _ in tasks[: asked.show])
        seen = max((wall for _, wall, _ in tasks), default=0)
        print(f"{act:10} longest tasks in ms of processor time: {longest:40} longest as seen {seen:.0f} ms")


def _filled(path: Path, words: int) -> str:
    text = ""
    number = 0
    while len(text.split()) < words:
        paragraph = [SENTENCES[(number + at) % len(SENTENCES)] for at in range(5)]
        number += 5
        text += " ".join(paragraph).format(day=number % 28 + 1, number=number * 10) + "\n\n"
    document = Document(id="lang", text=text.strip(), language="de", title="Ein langer Bericht", date=date(2031, 3, 13))
    with KnowledgeBase(path) as base:
        added = base.store.add(encode(lagebild.read_document(document)), engine="bench")
        base.store.refresh_identities()
    return added.key


@contextmanager
def _served(path: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(Settings(path, author="Ada")), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def _read(address: str, times: int) -> dict[str, Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        told: dict[str, Any] = {"tasks": {}}
        acts = {
            "open": lambda: (page.goto(address), page.wait_for_load_state("networkidle")),
            "scroll": lambda: _scrolled(page),
            "marks": lambda: _clicked(page, times),
            "keys": lambda: _pressed(page, ["j"] * times),
            "layers": lambda: _pressed(page, ["1", "1", "2", "2", "6", "6"]),
            "decide": lambda: _pressed(page, ["a", "j", "x", "u"]),
        }
        for name, act in acts.items():
            browser.start_tracing(page=page, categories=_CATEGORIES)
            act()
            page.wait_for_timeout(GAP_MS)
            told["tasks"][name] = _tasks(browser.stop_tracing())
        told["words"] = page.evaluate("document.querySelector('#text').textContent.split(/\\s+/).length")
        told["marks"] = page.locator("#text .m").count()
        told["statements"] = page.locator(".said .say").count()
        browser.close()
    return told


def _scrolled(page: Any) -> None:
    page.mouse.move(500, 500)
    for way in (900, 3000, -2500):
        for _ in range(12):
            page.mouse.wheel(0, way)
            page.wait_for_timeout(60)


def _clicked(page: Any, times: int) -> None:
    count = page.locator("#text .m").count()
    for number in range(times):
        page.locator("#text .m").nth(number * count // times).evaluate("(mark) => mark.click()")
        page.wait_for_timeout(GAP_MS)


def _pressed(page: Any, keys: list[str]) -> None:
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(GAP_MS)


def _tasks(trace: bytes) -> list[tuple[float, float, str]]:
    """Processor time, time seen and name of each task of the main thread of the page that did most."""
    events = json.loads(trace)["traceEvents"]
    threads = [event for event in events if event.get("name") == "thread_name"]
    main = {(one["pid"], one["tid"]) for one in threads if one["args"]["name"] == "CrRendererMain"}
    found: dict[int, list[tuple[float, float, str]]] = {}
    for one in events:
        if one.get("ph") == "X" and one["name"] in _TASKS and (one["pid"], one["tid"]) in main:
            took = (one.get("tdur", one["dur"]) / 1000, one["dur"] / 1000, one["name"])
            found.setdefault(one["pid"], []).append(took)
    return max(found.values(), key=lambda tasks: sum(cpu for cpu, _, _ in tasks), default=[])


if __name__ == "__main__":
    main()
