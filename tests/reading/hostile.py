"""Hostile inputs, made when a test runs: each a file that was built, or broke, so that a reader hangs, bursts or lies.

`HOSTILE` names them all with their suffix; each must end in documents or in a failure that says why, within seconds.
"""

# ruff: noqa: E501 - markup reads better unbroken

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

SENTENCE = "Die Behörde hat den Hafen am Mittwoch gesperrt, wie die Polizei in Holmsand mitteilte. "


class Hostile(NamedTuple):
    """`reason` is in the failure's words; None where the input may also be read."""

    name: str
    suffix: str
    make: Callable[[], bytes]
    reason: str | None
    slow: bool = False
    """Whether reading it, or making it, takes more than about a second."""


def nested(tag: str, depth: int) -> bytes:
    """A page in which an element is inside itself, again and again."""
    inside = f"<p>{SENTENCE * 3}</p>".encode()
    return (
        b"<!DOCTYPE html><html><body>"
        + f"<{tag}>".encode() * depth
        + inside
        + f"</{tag}>".encode() * depth
        + b"</body></html>"
    )


def deep_and_many() -> bytes:
    """Everything that is looked for, 5,000 times each at the bottom of 200 divs that are all called a date."""
    piece = "<h1>Tor <b>zu</b></h1><time datetime=2024-12-04>4.12.2024</time><p class=byline>Von Ada Kroll</p><q>Ja</q><a href=x>y</a><header>z</header>"
    deep = "<div class='date author lead'>" * 200
    return f"<html><body>{deep}{f'<span class=date>{SENTENCE}</span>' * 10_000}{piece * 5_000}</body></html>".encode()


def many_paragraphs(count: int) -> bytes:
    """A page of paragraphs without end."""
    return b"<!DOCTYPE html><html><body>" + b"<p>Text\n" * count + b"</body></html>"


def unclosed_tables(count: int) -> bytes:
    return b"<html><body>" + b"<table><tr><td><a href=x>y" * count


def attribute_flood() -> bytes:
    return (
        b"<html><body><p "
        + b" ".join(b"a%d=1" % at for at in range(200_000))
        + b">"
        + SENTENCE.encode() * 4
        + b"</body></html>"
    )


def long_line_page() -> bytes:
    return b"<html><body><p>" + b"wort " * 2_000_000 + b"</p></body></html>"


def bracket_flood() -> bytes:
    return b"<html><body>" + b"<" * 3_000_000


def entity_flood() -> bytes:
    return b"<html><body><p>" + b"&amp;" * 2_000_000 + b"</p></body></html>"


def linked_data_bomb() -> bytes:
    script = b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>"
    return b"<html><head>" + script * 5 + b"</head><body><p>" + SENTENCE.encode() * 5 + b"</p></body></html>"


def script_only() -> bytes:
    return b"<html><body><script>document.write('" + SENTENCE.encode() * 20 + b"')</script></body></html>"


def empty_article() -> bytes:
    return b"<html><head><title>Schleuse</title></head><body><article><h1>Schleuse</h1></article></body></html>"


def consent_wall() -> bytes:
    return (
        "<html lang=de><head><title>Deichbote</title></head><body><div><h1>Weiter mit Werbung lesen</h1><p>Besuchen Sie uns wie "
        "gewohnt mit Werbung und Tracking. Ihre Zustimmung können Sie jederzeit widerrufen.</p><p>Wir und unsere 180 Partner "
        "verarbeiten Daten und setzen Cookies ein, wenn Sie zustimmen.</p><p>Jetzt mit dem Pur-Abo werbefrei lesen.</p>"
        "<button>Alle akzeptieren</button></div></body></html>"
    ).encode()


def forged_page() -> bytes:
    """Dates of a future that no report is from."""
    return (
        '<html lang=de><head><meta property="article:published_time" content="2199-01-01T00:00:00Z"><script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Schleuse","datePublished":"9999-12-31"}</script></head><body><h1>Schleuse</h1>'
        f"<p>{SENTENCE * 5}</p></body></html>"
    ).encode()


BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))


def billion_laughs(root: str) -> bytes:
    """Entities of entities of entities."""
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{BILLION}]><{root}><headline>&a10;</headline></{root}>'.encode()


def external_entity(root: str) -> bytes:
    """An entity that stands for a file of the machine."""
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><{root}><headline>&e;</headline></{root}>'.encode()


def external_dtd() -> bytes:
    """A DTD on a server that must not be asked; the item itself is sound."""
    return (
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf><body><body.head><hedline><hl1>Schleuse</hl1>'
        f"</hedline></body.head><body.content><p>{SENTENCE}</p></body.content></body></nitf>"
    ).encode()


def xml_nested() -> bytes:
    return b'<?xml version="1.0"?><newsItem>' + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</newsItem>"


def docx(document: bytes, **parts: bytes) -> bytes:
    """A Word file around the XML of a document."""
    kinds = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


_WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def word_of(*paragraphs: str) -> bytes:
    """A Word file of paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return docx(b'<?xml version="1.0" encoding="UTF-8"?>' + _WORD % body.encode())


def zip_bomb_docx() -> bytes:
    """200 MB of blanks in a document of a few kilobytes."""
    return docx(_WORD % (b" " * 200_000_000))


def lying_zip_docx() -> bytes:
    """The same, whose directory says that it is small."""
    data = bytearray(docx(_WORD % (b" " * 60_000_000)))
    name = b"word/document.xml"
    size = struct.pack("<I", len(_WORD % (b" " * 60_000_000)))
    at = data.rfind(name)  # the entry in the central directory; sizes stand 22 bytes before the name
    place = data.find(size, at - 46, at)
    data[place : place + 4] = struct.pack("<I", 900)
    return bytes(data)


def many_parts_docx() -> bytes:
    return docx(_WORD % b"", **{f"x/{at}": b"" for at in range(20_000)})


def docx_billion_laughs() -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a0 "lol">{BILLION}]>'.encode()
    return docx(head + _WORD % b"<w:p><w:r><w:t>&a10;</w:t></w:r></w:p>")


def docx_external_entity() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return docx(head + _WORD % b"<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")


def overlapping_zip() -> bytes:
    """A zip whose directory lists the same bytes a thousand times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", _WORD % (b" " * 30_000_000))
        first = archive.infolist()[0]
        for at in range(1000):
            twin = zipfile.ZipInfo(f"word/{at}.xml")
            twin.compress_type, twin.file_size, twin.compress_size = (
                first.compress_type,
                first.file_size,
                first.compress_size,
            )
            twin.CRC, twin.header_offset = first.CRC, first.header_offset
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
        archive._didModify = True  # type: ignore[attr-defined]
    return out.getvalue()


def gzip_bomb() -> bytes:
    """A gigabyte in a megabyte."""
    machine = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = bytes(10_000_000)
    return b"".join([*(machine.compress(piece) for _ in range(100)), machine.flush()])


def truncated_gzip() -> bytes:
    return gzip.compress(SENTENCE.encode() * 2_000)[:-60]


def pdf(*objects: bytes, trailer: bytes = b"", header: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of these objects, numbered from 1, of which the first is the catalogue."""
    out = bytearray(header)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def sound_pdf() -> bytes:
    """A small PDF in order."""
    text = b"BT /F1 12 Tf 50 700 Td (Die Schleuse von Holmsand bleibt gesperrt.) Tj ET"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream(text), _FONT)


def pdf_page_loop() -> bytes:
    """A page tree that has itself as a branch and says it holds a million pages."""
    return pdf(
        _CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 500000 >>",
    )


def pdf_form_loop() -> bytes:
    """A drawing that draws itself."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    form = stream(
        b"/X Do /X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    )
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream(b"/X Do"), form)


def pdf_bomb() -> bytes:
    """A content stream that unpacks to 300 MB."""
    packed = zlib.compress(b"BT /F1 1 Tf (x) Tj ET\n" * 14_000_000, 1)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    return pdf(
        _CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream(packed, b"/Filter /FlateDecode"), _FONT
    )


def pdf_of_pictures() -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>"
    picture = stream(
        b"\xff", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    return pdf(
        _CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream(b"500 0 0 700 0 0 cm /I Do"), picture
    )


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password."""
    key = b"<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>"
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
        % (key, key)
    )
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>", trailer=lock)


def mime_nested() -> bytes:
    """A mail in a mail in a mail."""
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(3_000))
    return (
        "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@b>\n"
        + parts
        + "Content-Type: text/plain\n\n"
        + SENTENCE
    ).encode()


def mail_header_flood() -> bytes:
    return (
        b"From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1@b>\nSubject: "
        + b"=?utf-8?q?=C3=A4?= " * 100_000
        + b"\n\n"
        + SENTENCE.encode()
    )


def json_nested() -> bytes:
    return b'{"text": ' + b"[" * 200_000


def json_number() -> bytes:
    return b'{"text": "x", "id": ' + b"9" * 100_000 + b"}"


def wrong_columns() -> bytes:
    return "Überschrift;Artikel;Tag\nSchleuse;Die Schleuse ist zu.;4.12.2024\n".encode()


def open_quote_csv() -> bytes:
    return b'id,text\n1,"' + SENTENCE.encode() * 400_000


def nul_csv() -> bytes:
    return b"id,text\n1,a\x00b\n2,c\n"


def damaged_parquet() -> bytes:
    return b"PAR1" + bytes(range(256)) * 40 + struct.pack("<I", 9_000) + b"PAR1"


def markdown_nested() -> bytes:
    return b"> " * 20_000 + SENTENCE.encode()


def markdown_brackets() -> bytes:
    return b"[" * 100_000 + b"a" + b"](" * 50_000


def markdown_stars() -> bytes:
    return b"*a **b " * 100_000


def ninjs_nested() -> bytes:
    return json.dumps({"uri": "urn:x", "headline": "x", "body_xhtml": "<div>" * 50_000 + SENTENCE}).encode()


def junk() -> bytes:
    return bytes((at * 7919 + at // 3) % 256 for at in range(20_000))


HOSTILE: tuple[Hostile, ...] = (
    Hostile("50,000 nested divs", ".html", lambda: nested("div", 50_000), "nested more than"),
    Hostile("50,000 nested spans", ".html", lambda: nested("span", 50_000), "nested more than"),
    Hostile("1,500 nested divs", ".html", lambda: nested("div", 1_500), "nested more than"),
    Hostile("200 nested divs", ".html", lambda: nested("div", 200), None),
    Hostile("dates, headlines and bylines, deep and many", ".html", deep_and_many, "too many elements nested too deep"),
    Hostile("a million paragraphs", ".html", lambda: many_paragraphs(1_000_000), "elements"),
    Hostile("50,000 paragraphs", ".html", lambda: many_paragraphs(50_000), None, slow=True),
    Hostile("tables that never close", ".html", lambda: unclosed_tables(9_000), None),
    Hostile("200,000 attributes", ".html", attribute_flood, None),
    Hostile("a paragraph of ten megabytes", ".html", long_line_page, None, slow=True),
    Hostile("three million brackets", ".html", bracket_flood, None, slow=True),
    Hostile("two million entities", ".html", entity_flood, None, slow=True),
    Hostile("JSON-LD nested without end", ".html", linked_data_bomb, None),
    Hostile("a page of scripts only", ".html", script_only, "without"),
    Hostile("an empty article", ".html", empty_article, "without a text"),
    Hostile("a consent wall", ".html", consent_wall, "consent"),
    Hostile("forged dates", ".html", forged_page, None),
    Hostile("billion laughs in NewsML", ".xml", lambda: billion_laughs("newsItem"), "entities"),
    Hostile("external entity in NewsML", ".xml", lambda: external_entity("newsItem"), "entities"),
    Hostile("external DTD in NITF", ".xml", external_dtd, None),
    Hostile("nested XML", ".xml", xml_nested, "broken XML"),
    Hostile("zip bomb as DOCX", ".docx", zip_bomb_docx, "unpacks to", slow=True),
    Hostile("zip bomb as DOCX that lies", ".docx", lying_zip_docx, "damaged"),
    Hostile("20,000 parts as DOCX", ".docx", many_parts_docx, "parts"),
    Hostile("billion laughs in DOCX", ".docx", docx_billion_laughs, None),
    Hostile("external entity in DOCX", ".docx", docx_external_entity, None),
    Hostile("overlapping zip as DOCX", ".docx", overlapping_zip, "unpacks to", slow=True),
    Hostile("truncated DOCX", ".docx", lambda: word_of(SENTENCE)[:-100], "damaged"),
    Hostile("gzip bomb", ".txt.gz", gzip_bomb, "holds more than", slow=True),
    Hostile("truncated gzip", ".txt.gz", truncated_gzip, "breaks off"),
    Hostile("PDF with a loop of pages", ".pdf", pdf_page_loop, "pages"),
    Hostile("PDF that draws itself", ".pdf", pdf_form_loop, "seconds", slow=True),
    Hostile("PDF that unpacks to 300 MB", ".pdf", pdf_bomb, None, slow=True),
    Hostile("truncated PDF", ".pdf", lambda: sound_pdf()[:150], "PDF"),
    Hostile("PDF of pictures", ".pdf", pdf_of_pictures, "pictures only"),
    Hostile("encrypted PDF", ".pdf", encrypted_pdf, "encrypted"),
    Hostile("nested MIME", ".eml", mime_nested, None),
    Hostile("flood of encoded words", ".eml", mail_header_flood, None),
    Hostile("nested JSON", ".json", json_nested, "nested too deeply"),
    Hostile("a number of 100,000 digits", ".json", json_number, "JSON"),
    Hostile("wrong columns", ".csv", wrong_columns, "'Artikel'"),
    Hostile("CSV with an open quotation", ".csv", open_quote_csv, "quotation mark"),
    Hostile("CSV with NUL", ".csv", nul_csv, None),
    Hostile("damaged Parquet", ".parquet", damaged_parquet, "damaged Parquet"),
    Hostile("nested Markdown", ".md", markdown_nested, "nests"),
    Hostile("brackets in Markdown", ".md", markdown_brackets, None, slow=True),
    Hostile("stars in Markdown", ".md", markdown_stars, None, slow=True),
    Hostile("ninjs with nested divs", ".json", ninjs_nested, "nested more than"),
    *(
        Hostile(f"junk as {suffix}", suffix, junk, "")
        for suffix in (
            ".txt",
            ".md",
            ".pdf",
            ".docx",
            ".eml",
            ".json",
            ".jsonl",
            ".csv",
            ".parquet",
            ".xml",
            ".html",
            "",
        )
    ),
)
"""Every one by its name; `.txt.gz` stands for a text packed by gzip."""
