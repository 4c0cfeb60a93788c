"""What agencies send: ninjs in its versions, NewsML-G2 and NITF."""

# ruff: noqa: E501 - what is read is written in one line

import datetime
import json
from typing import Any

import pytest

from lagebild.model.document import Document
from lagebild.reading.documents import documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw

FIRST, SECOND = "Holmsand (xpa) – Die Schleuse ist seit Mittwoch zu.", "Das sagte Hafenkapitänin Ada Kroll."
DAY = datetime.date(2024, 12, 4)


def read(data: str, suffix: str) -> list[Document | Failure]:
    return list(
        documents_of(
            Raw(origin=f"x{suffix}", stem="x", data=data.encode(), suffix=suffix), today=datetime.date(2026, 1, 1)
        )
    )


def only(data: str, suffix: str) -> Document:
    (item,) = read(data, suffix)
    assert isinstance(item, Document), item
    return item


NINJS_1 = {
    "uri": "urn:xpa:1", "type": "text", "versioncreated": "2024-12-05T08:00:00Z", "firstcreated": "2024-12-04T10:30:00Z",
    "headline": "Schleuse zu", "byline": "Jana Petersen", "language": "de-DE", "provider": "xpa",
    "body_xhtml": f"<p>{FIRST}</p><p>{SECOND}</p>", "body_text": FIRST,
}  # fmt: skip
NINJS_3 = {
    "standard": {"name": "ninjs", "version": "3.0"}, "uri": "https://xpa.example/1", "contentcreated": "2024-12-04T10:30:00+01:00",
    "versioncreated": "2024-12-05T08:00:00Z", "headlines": [{"role": "main", "value": "Schleuse zu"}], "by": "Jana Petersen",
    "language": "de", "infosources": [{"name": "xpa", "uri": "x"}],
    "bodies": [{"contenttype": "text/plain", "value": FIRST}, {"contenttype": "text/html", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
}  # fmt: skip


@pytest.mark.parametrize("item", [NINJS_1, NINJS_3])
def test_a_ninjs_item_is_read_with_its_facts(item: dict[str, Any]) -> None:
    found = only(json.dumps(item), ".json")
    assert found.text.split("\n\n") == ["Schleuse zu", FIRST, SECOND]
    assert (found.id, found.title, found.author, found.publisher, found.date, found.language) == (
        item["uri"], "Schleuse zu", "Jana Petersen", "xpa", DAY, "de",
    )  # fmt: skip
    assert dict(found.known_from)["date"].startswith("ninjs ")


def test_ninjs_comes_in_lines_too_and_pictures_are_named() -> None:
    lines = [
        json.dumps(NINJS_1),
        json.dumps({"uri": "urn:2", "type": "picture", "headline": "Tor"}),
        json.dumps({"uri": "urn:3", "headline": "leer"}),
    ]
    first, second, third = read("\n".join(lines), ".jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert "'picture'" in second.reason
    assert isinstance(third, Failure)
    assert "without a text" in third.reason


def item(number: int, body: str, kind: str = "ninat:text", status: str = "stat:usable") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:xpa.example:{number}" version="1" xml:lang="de">
  <itemMeta><itemClass qcode="{kind}"/><provider literal="xpa"><name>X-Presse-Agentur</name></provider>
    <versionCreated>2024-12-05T08:00:00Z</versionCreated><firstCreated>2024-12-04T10:30:00+01:00</firstCreated><pubStatus qcode="{status}"/></itemMeta>
  <contentMeta><headline>Schleuse zu</headline><by>Jana Petersen</by><language tag="de-DE"/></contentMeta>
  <contentSet>{body}</contentSet></newsItem>"""


XHTML = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>nicht</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML>'
NITF = f'<nitf><head><docdata><doc-id id-string="xpa-9"/><date.issue norm="20241204T103000+0100"/><doc.copyright holder="xpa"/></docdata></head><body><body.head><hedline><hl1>Schleuse zu</hl1></hedline><byline>Jana Petersen<byttl>Korrespondentin</byttl></byline></body.head><body.content><block><p>{FIRST}</p><p>{SECOND}</p></block></body.content><body.end><tagline>nicht</tagline></body.end></body></nitf>'
PLAIN = f'<inlineData contenttype="text/plain">{FIRST}\n\n{SECOND}</inlineData>'


@pytest.mark.parametrize("body", [XHTML, f"<inlineXML>{NITF}</inlineXML>", PLAIN])
def test_a_newsml_item_is_read_whatever_its_body_is_written_in(body: str) -> None:
    found = only(item(1, body), ".xml")
    assert found.text.split("\n\n") == ["Schleuse zu", FIRST, SECOND]
    assert (found.id, found.title, found.author, found.publisher, found.date, found.language) == (
        "urn:newsml:xpa.example:1", "Schleuse zu", "Jana Petersen", "X-Presse-Agentur", DAY, "de",
    )  # fmt: skip


def test_a_newsml_message_holds_several_items_and_a_bad_one_costs_only_itself() -> None:
    message = (
        '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f"{item(1, XHTML)}{item(2, '', kind='ninat:picture')}{item(3, XHTML, status='stat:canceled')}{item(4, '')}{item(5, PLAIN)}</itemSet></newsMessage>"
    )
    found = read(message, ".xml")
    assert [type(one) for one in found] == [Document, Failure, Failure, Failure, Document]
    assert [
        word in one.reason
        for word, one in zip(("picture", "withdrawn", "without a text"), found[1:4], strict=True)
        if isinstance(one, Failure)
    ] == [True] * 3
    assert isinstance(found[1], Failure)
    assert found[1].origin == "x.xml, item 2"


def test_nitf_alone_is_read() -> None:
    found = only(f'<?xml version="1.0"?>{NITF}', ".xml")
    assert found.text.split("\n\n") == ["Schleuse zu", FIRST, SECOND]
    assert (found.id, found.title, found.publisher, found.date) == ("xpa-9", "Schleuse zu", "xpa", DAY)
    assert found.author == "Jana Petersen"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('<?xml version="1.0"?><rss><channel/></rss>', "is a feed"),
        ('<?xml version="1.0"?><urlset/>', "is a feed"),
        ('<?xml version="1.0"?><rechnung/>', "<rechnung>"),
        ('<?xml version="1.0"?><newsMessage/>', "without a news item"),
        ('<?xml version="1.0"?><newsItem>', "broken XML"),
    ],
)
def test_other_xml_is_named(data: str, reason: str) -> None:
    (found,) = read(data, ".xml")
    assert isinstance(found, Failure)
    assert reason in found.reason
