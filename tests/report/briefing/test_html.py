"""The HTML page: one file, nothing from outside, nothing of a report taken for markup."""

import dataclasses
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from lagebild.model.situation import Scope
from lagebild.report.briefing import briefing_of, html_page
from lagebild.situation import situation_of
from tests.situation.reports import held, situation


def _page(language: str = "de") -> str:
    return html_page(briefing_of(situation(), language=language, drawn=True))


def _found(node: Any, path: str) -> list[Any]:
    return list(node.xpath(path))


def test_the_page_is_whole_and_takes_nothing_from_outside() -> None:
    page = _page()
    assert page.startswith("<!doctype html>\n") or page.lstrip().startswith("<!doctype html>")
    assert re.findall(r"<(?:script|link|img|iframe|object)\b", page) == []
    assert re.findall(r"url\(|@import", page) == []
    assert "default-src 'none'" in page


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tree = html.fromstring(_page())
    ids = _found(tree, "//@id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in _found(tree, "//a/@href") if link.startswith("#")]
    assert inside
    assert [link for link in inside if link not in ids] == []


def test_each_number_leads_to_the_words_and_back() -> None:
    tree = html.fromstring(_page())
    for note in _found(tree, "//ol[@class='notes']/li"):
        assert _found(note, "./blockquote//mark")
        back = _found(note, "./a[@class='back']/@href")[0][1:]
        assert _found(tree, f"//*[@id='{back}']")


def test_the_page_has_landmarks_headings_and_a_language() -> None:
    tree = html.fromstring(_page("en"))
    assert tree.get("lang") == "en"
    assert len(_found(tree, "//h1")) == 1
    assert all(_found(tree, f"//{name}") for name in ("header", "main", "footer", "nav"))
    assert _found(tree, "//span[@class='quote' and @lang='de']")
    assert all(_found(table, ".//th[@scope='col']") for table in _found(tree, "//table"))


def test_every_picture_has_its_list_or_table() -> None:
    tree = html.fromstring(_page())
    for section in _found(tree, "//section[.//figure]"):
        assert _found(section, ".//table | .//ul[@class='entries']")


def test_nothing_in_a_report_becomes_markup_or_a_link() -> None:
    hostile = held(
        "böse", 'Kasachstan drohte <script>alert(1)</script> Usbekistan mit Krieg & "Tod".', publisher="<b>Blatt</b>"
    )
    findings = hostile.findings
    document = type(findings.document)(
        **{name: getattr(findings.document, name) for name in findings.document.__slots__}
        | {"url": "javascript:alert(1)", "title": "</title><script>"}
    )
    bad = dataclasses.replace(hostile, findings=dataclasses.replace(findings, document=document))
    page = html_page(briefing_of(situation_of([bad], scope=Scope('"><script>')), drawn=True))
    assert "<script" not in page
    assert "javascript:" not in page
    assert "<b>Blatt" not in page


def test_the_same_situation_gives_the_same_bytes() -> None:
    assert _page() == _page()


def test_an_empty_situation_has_a_page_that_says_so() -> None:
    page = html_page(briefing_of(situation_of([], scope=Scope("Grönland")), drawn=True))
    assert "Kein Bericht passt" in page


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_fits_a_phone(scheme: str, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    (tmp_path / "lage.html").write_text(_page(), "utf-8")
    flags = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*flags.split(), "--no-first-run", "--disable-quic"]
        )
        page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme, bypass_csp=True)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "lage.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        found = axe.Axe().run(page)
        browser.close()
    told = [(item["id"], [node["target"] for node in item["nodes"]][:3]) for item in found.response["violations"]]
    assert told == []
    assert len(asked) == 1
