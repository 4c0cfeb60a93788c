"""The pages in a real browser: no errors, nothing from elsewhere, by keyboard, on a phone, in the dark."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import uvicorn

from lagebild.knowledge import KnowledgeBase
from lagebild.web.app import create_app
from lagebild.web.settings import Settings
from tests.comparison.claims.reports import FIRE
from tests.web.conftest import filled
from tests.web.test_guard import HOSTILE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := which(name))), None)
ASSETS = Path(__file__).parents[2] / "src" / "lagebild" / "web" / "static" / "vendor" / "made-from"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
    pytest.mark.skipif(not ASSETS.is_file(), reason="fonts and scripts are not made yet: scripts/assets makes them"),
]
PAGES = (
    "/", "/statements", "/events", "/documents", "/figures", "/search?q=Kroll", "/entities", "/entities/suggestions",
    "/claims", "/claims/near", "/situation", "/situation?q=Kroll", "/watches",
    "/judgements", "/rules", "/add", "/failures", "/settings", "/nirgends",
)  # fmt: skip

NO_FAULT = ("404 (Not Found)", "was preloaded using link preload but not used")
"""What Chromium says of a page that is not there, and of a font that the page before had loaded already."""


class Server:
    """The pages of one base at an address of this machine."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(create_app(Settings(path, author="Ada")), log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def looked_at(reports: Path) -> Iterator[str]:
    server = Server(reports)
    yield server.address
    server.close()


@pytest.fixture
def changed(copy: Path) -> Iterator[str]:
    server = Server(copy)
    yield server.address
    server.close()


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[str]:
    server = Server(
        filled(tmp_path / "feind.db", (("2031-03-13", "<b>Blatt</b>", "<script>alert(0)</script>", HOSTILE),))
    )
    yield server.address
    server.close()


@pytest.fixture
def long(tmp_path: Path) -> Iterator[str]:
    sentence = "Ada Kroll sagte am {}. März, rund {} Boote warteten vor Bremen, und Russland greife an. "
    text = "\n\n".join("".join(sentence.format(n % 28 + 1, n * 10 + at) for at in range(8)) for n in range(40))
    server = Server(filled(tmp_path / "lang.db", (("2031-03-13", "Hafenblatt", "Ein langer Bericht", text),)))
    yield server.address
    server.close()


Opening = Callable[..., Any]


@pytest.fixture
def burnt(tmp_path: Path) -> Iterator[str]:
    """Reports of a fire, of which some tell the same in words too different to be sure."""
    path = filled(tmp_path / "brand.db", [(day, house, None, text) for day, house, text in FIRE.values()])
    with KnowledgeBase(path) as base:
        base.compare_claims()
    server = Server(path)
    yield server.address
    server.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Opening]:
    """Opens a page; at the end nothing may have gone wrong in it, and nothing may have been asked of another host."""
    told: list[str] = []
    contexts: list[Any] = []

    def open_(address: str, **how: Any) -> Any:
        context = browser.new_context(locale=how.pop("locale", "de-DE"), **how)
        contexts.append(context)
        page = context.new_page()
        host = re.match(r"http://[^/]+", address)
        assert host is not None
        page.on("request", lambda asked: None if asked.url.startswith((host[0], "data:")) else told.append(asked.url))
        page.on("pageerror", lambda problem: told.append(str(problem)))
        page.on("dialog", lambda dialog: told.append(f"asks: {dialog.message}"))
        page.on("console", lambda line: told.append(line.text) if line.type in ("error", "warning") else None)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [line for line in told if not any(words in line for words in NO_FAULT)] == []


def the_article(page: Any, address: str, **how: Any) -> Any:
    page = page(f"{address}/documents", **how)
    page.get_by_role("link", name="Kroll: Die Schleuse bleibt zu").click()
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody(looked_at: str, opened: Opening, path: str, scheme: str) -> None:
    page = opened(looked_at + path, color_scheme=scheme)
    assert serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_article_with_a_card_is_for_everybody(looked_at: str, opened: Opening, scheme: str) -> None:
    page = the_article(opened, looked_at, color_scheme=scheme)
    page.keyboard.press("j")
    page.wait_for_selector("#card .card")
    page.keyboard.press("e")
    assert serious(page) == []


@pytest.mark.parametrize("path", [*PAGES, "article"])
def test_on_a_phone_and_at_twice_the_size_nothing_sticks_out(looked_at: str, opened: Opening, path: str) -> None:
    for width, height in ((360, 740), (640, 450)):
        how: dict[str, Any] = {"viewport": {"width": width, "height": height}}
        page = the_article(opened, looked_at, **how) if path == "article" else opened(looked_at + path, **how)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_click_on_a_mark_opens_its_card_and_the_address_keeps_it(looked_at: str, opened: Opening) -> None:
    page = the_article(opened, looked_at)
    page.locator(".m-statements").first.click()
    page.wait_for_selector("#card .card")
    assert "Ada Kroll" in page.locator("#card").inner_text()
    assert "open=attribution" in page.url
    page.reload()
    assert "Ada Kroll" in page.locator("#card .card").inner_text()
    page.locator("#card .close").click()
    assert "open=" not in page.url
    page.go_back()
    page.wait_for_selector("#card .card")


def test_layers_are_switched_and_the_address_keeps_them(looked_at: str, opened: Opening) -> None:
    page = the_article(opened, looked_at)
    page.get_by_role("button", name="Zahlen").click()
    assert page.get_by_role("button", name="Zahlen").get_attribute("aria-pressed") == "false"
    assert "figures" not in page.url.split("layers=")[1]
    page.reload()
    assert page.get_by_role("button", name="Zahlen").get_attribute("aria-pressed") == "false"


def test_a_review_by_keyboard_alone(changed: str, opened: Opening) -> None:
    page = the_article(opened, changed)
    page.keyboard.press("j")
    page.wait_for_selector("#card .card")
    page.keyboard.press("a")
    page.wait_for_selector("#card .st-accepted")
    page.wait_for_selector(".said .st-accepted")
    page.keyboard.press("u")
    page.wait_for_selector("#card .st-accepted", state="detached")
    page.keyboard.press("x")
    page.wait_for_selector("#card .is-rejected, #card.is-rejected, .card.is-rejected")
    page.goto(f"{changed}/judgements")
    page.get_by_role("button", name="Zurück").first.click()
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("Zurückgenommen").count() >= 1


def test_keys_that_follow_each_other_quickly_are_done_in_their_order(changed: str, opened: Opening) -> None:
    page = the_article(opened, changed)
    page.keyboard.press("j")
    page.wait_for_selector("#card .card")
    page.keyboard.press("a")
    page.keyboard.press("x")
    page.wait_for_selector("#card .is-rejected, .card.is-rejected")
    assert page.locator("#card .notice.bad").count() == 0


def test_words_are_corrected_by_selecting_them(changed: str, opened: Opening) -> None:
    page = the_article(opened, changed)
    page.keyboard.press("j")
    page.wait_for_selector("#card .card")
    page.keyboard.press("e")
    page.evaluate(
        """() => {
            const words = "Außenministerin Clara Wenden";
            const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
            let first = null, last = null;
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf("Außenministerin");
                if (at >= 0 && !first) first = [walker.currentNode, at];
                const end = walker.currentNode.data.indexOf("Wenden");
                if (first && end >= 0 && !last) last = [walker.currentNode, end + 6];
            }
            const range = document.createRange();
            range.setStart(...first);
            range.setEnd(...last);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.wait_for_timeout(50)
    field = page.locator("#card form.field").first
    field.get_by_role("button", name="Markierte Wörter").click()
    assert field.locator("input[name=value]").input_value() == "Außenministerin Clara Wenden"
    field.get_by_role("button", name="Speichern").click()
    page.wait_for_selector("#card .st-corrected")
    assert "Außenministerin Clara Wenden" in page.locator("#card blockquote").inner_text()


def test_suggestions_are_chosen_with_arrows(looked_at: str, opened: Opening) -> None:
    page = opened(f"{looked_at}/rules")
    page.keyboard.press("/")
    page.keyboard.type("wend")
    page.wait_for_selector("#suggestions [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entities/**")
    assert page.locator("h1").inner_text() == "Clara Wenden"


def test_a_text_is_pasted_and_its_progress_seen(changed: str, opened: Opening) -> None:
    page = opened(f"{changed}/add")
    page.get_by_label("Text", exact=True).fill("Die Hafenwächterin Ada Kroll sagte am Montag, das Eis werde dicker.")
    page.get_by_label("Überschrift").fill("Eis im Hafen")
    page.get_by_role("button", name="Text aufnehmen").click()
    page.get_by_text("Fertig").wait_for(timeout=60_000)
    page.locator(".happened a").first.click()
    assert page.locator("h1").inner_text() == "Eis im Hafen"


def test_markup_in_a_report_does_nothing(hostile: str, opened: Opening) -> None:
    for path in ("/", "/documents", "/statements", "/entities"):
        opened(hostile + path)
    page = opened(f"{hostile}/documents")
    page.locator(".row a").first.click()
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    assert "<script>alert(1)</script>" in page.locator("#text").inner_text()
    assert page.locator("#text img, #text svg, #text script").count() == 0


def test_without_scripts_pages_still_lead_on(looked_at: str, opened: Opening) -> None:
    page = the_article(opened, looked_at, java_script_enabled=False)
    page.locator(".said .say").first.click()
    assert "Ada Kroll" in page.locator("#card .card").inner_text()


def the_claim(opened: Opening, address: str, **how: Any) -> Any:
    """The page of a claim that may be the same as others."""
    page = opened(f"{address}/claims/near", **how)
    with page.expect_navigation(wait_until="networkidle"):
        page.locator(".pairs a[href^='/claims/']").first.click()
    return page


def first_other(page: Any) -> str:
    """Where the second claim of the first pair is."""
    side = page.locator(".near li").first.locator(".pair > div").nth(1)
    return str(side.locator(".side a").get_attribute("href"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_claims_that_may_be_one_are_for_everybody(burnt: str, opened: Opening, scheme: str) -> None:
    for width in (1200, 360):
        page = the_claim(opened, burnt, color_scheme=scheme, viewport={"width": width, "height": 800})
        assert page.locator(".near li").count() > 0
        assert serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scripts", [True, False])
def test_whether_claims_are_one_is_decided_by_keyboard_with_scripts_and_without(
    burnt: str, opened: Opening, scripts: bool
) -> None:
    page = the_claim(opened, burnt, java_script_enabled=scripts)
    other = first_other(page)
    group = page.locator(".near [role=group]").first
    assert "Ist das dasselbe wie" in str(group.get_attribute("aria-label"))
    group.get_by_role("button", name="Nicht dasselbe").focus()
    with page.expect_navigation(wait_until="networkidle"):
        page.keyboard.press("Enter")
    assert page.locator(f".near a[href='{other}']").count() == 0
    assert "/claims/c" in page.url
    page.goto(f"{burnt}/claims/near")
    other = first_other(page)
    page.get_by_role("button", name="Dasselbe: zusammenlegen").first.focus()
    with page.expect_navigation(wait_until="networkidle"):
        page.keyboard.press("Enter")
    assert page.url == f"{burnt}/claims/near"
    assert page.locator(f".near a[href='{other}']").count() == 0


def test_a_long_article_opens_cards_without_a_pause(long: str, opened: Opening) -> None:
    page = opened(f"{long}/documents")
    page.get_by_role("link", name="Ein langer Bericht").click()
    page.wait_for_load_state("networkidle")
    assert page.locator(".m").count() > 400
    longest = page.evaluate(
        """async () => {
            let longest = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
            }).observe({ type: "longtask" });
            for (const say of [...document.querySelectorAll(".said .say")].slice(0, 5)) {
                say.click();
                await new Promise((done) => setTimeout(done, 400));
                scrollBy(0, 600);
            }
            await new Promise((done) => setTimeout(done, 200));
            return longest;
        }"""
    )
    page.wait_for_load_state("networkidle")
    print(f"longest task {longest:.0f} ms")
    assert longest < 1000  # a busy machine; on a quiet one it is below 100


def serious(page: Any) -> list[str]:
    """What axe finds that keeps people out."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
