"""What was built, or broke, so that a reader hangs, bursts or lies ends in documents or in a failure that says why."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.model.document import Document
from lagebild.reading.documents import SUFFIXES, documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw
from tests.reading.hostile import HOSTILE, Hostile, sound_pdf, word_of

SECONDS, MEGABYTES = 30, 1_000
_CHILD = """
import resource, sys
from tests.reading.hostile import HOSTILE
from tests.reading.test_hostile import raw_of, read
hostile = next(one for one in HOSTILE if one.name == sys.argv[1])
raw = raw_of(hostile)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read(hostile, raw)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) // 1024)
"""


def raw_of(hostile: Hostile) -> Raw:
    packed = hostile.suffix.endswith(".gz")
    return Raw(
        origin="feindlich",
        stem="feindlich.txt" if packed else "feindlich",
        data=hostile.make(),
        suffix=".gz" if packed else hostile.suffix,
    )


def read(hostile: Hostile, raw: Raw) -> None:
    start = time.process_time()
    items = list(documents_of(raw))
    assert time.process_time() - start < SECONDS
    assert items
    assert all("root:" not in (item.text if isinstance(item, Document) else item.reason) for item in items)
    if hostile.reason is not None:
        assert isinstance(items[0], Failure), items[0]
        assert hostile.reason in items[0].reason


@pytest.mark.parametrize("hostile", [one for one in HOSTILE if not one.slow], ids=lambda one: one.name)
def test_it_is_read_or_refused_with_a_word(hostile: Hostile) -> None:
    read(hostile, raw_of(hostile))


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_it_takes_no_more_than_half_a_minute_and_a_gigabyte(hostile: Hostile) -> None:
    command = [sys.executable, "-c", _CHILD, hostile.name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < MEGABYTES


@given(st.binary(max_size=400), st.sampled_from(sorted(SUFFIXES)))
@settings(deadline=None, max_examples=150)
def test_any_bytes_under_any_suffix_are_documents_or_failures(data: bytes, suffix: str) -> None:
    if suffix.startswith(".pdf"):
        return  # a process each; the seeds below go there
    check(data, suffix)


SEEDS = (
    b"<!DOCTYPE html><html><head><meta name='date' content='2024-12-04'></head><body><h1>Tor</h1><p>Wort</p>",
    b"%PDF-1.7\n1 0 obj\n",
    b"PK\x03\x04\x14\x00word/document.xml",
    b"PAR1\x15\x04\x15",
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
    b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    b'{"uri": "u", "headlines": [{"value": "x"}], "bodies": [{"value": "<p>x"}]}',
    b'{"text": "x", "date": "2024-12-04"}\n{"text": "y"}',
    b'id;text;date\n1;"x";4.12.2024\n',
    b'<?xml version="1.0"?><newsMessage><itemSet><newsItem guid="g"><contentSet><inlineXML><p>x</p>',
    b"---\ntitle: x\ndate: 2024-12-04\n---\n# y\n\n| a | b |\n|---|---|\n",
)


@given(
    st.sampled_from(SEEDS), st.binary(max_size=60), st.sampled_from(sorted(SUFFIXES - {".pdf", ".pdf.gz"})), st.data()
)
@settings(deadline=None, max_examples=150)
def test_any_damage_to_what_begins_well_is_named(seed: bytes, more: bytes, suffix: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(seed)))
    check(seed[:at] + more + seed[at:], suffix)


@given(st.data())
@settings(deadline=None, max_examples=15)
def test_any_damage_to_a_whole_file_is_named(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from((sound_pdf(), word_of("Die Schleuse ist zu."))))
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    check(whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + length :], "")


def check(data: bytes, suffix: str) -> None:
    items = list(documents_of(Raw(origin="x", stem="x", data=data, suffix=suffix)))
    for item in items:
        if isinstance(item, Failure):
            assert "report this" not in item.reason, (data, suffix, item)
        else:
            assert item.text.strip()
