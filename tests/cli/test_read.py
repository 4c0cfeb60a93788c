"""`lagebild read`, from the outside: what comes out, and what happens to bad input."""

import importlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import lagebild
from lagebild.cli.main import DONE, INTERRUPTED, OUR_FAULT, SOME_FAILED, WRONG_USE, main
from lagebild.version import compiled

GERMAN = (
    "Streit um die Brücke\n\n"
    "Die Bürgermeisterin Ada Kroll hat den Bau am Montag verteidigt. "
    "„Wir brauchen diese Brücke“, sagte Kroll in Husum. "
    "Der Fluss sei für die Boote kein Hindernis.\n"
)
ENGLISH = (
    "The minister said on Monday that the bridge would be closed for repairs. Officials had warned for years that the "
    "structure was no longer safe, and the council has now agreed to pay for the work.\n"
)
SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "findings.schema.json"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report in a file."""
    file = tmp_path / "bruecke.txt"
    file.write_text(GERMAN, "utf-8")
    return file


class Run:
    """What one run of the command line left behind."""

    def __init__(self, code: int, captured: Any) -> None:
        self.code = code
        self.out: str = captured.out
        self.err: str = captured.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs the command line inside this process."""

    def runner(*arguments: str | Path) -> Run:
        code = main([str(argument) for argument in arguments])
        return Run(code, capsys.readouterr())

    return runner


def outside(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs the command line as a process of its own."""
    return subprocess.run([sys.executable, "-m", "lagebild", *arguments], input=stdin, capture_output=True, check=False)


def test_one_report_is_one_object_that_fits_the_schema(run: Any, report: Path) -> None:
    done = run("read", report, "--json", "--date", "2031-01-08")
    assert done.code == DONE
    wire = json.loads(done.out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(wire)
    assert (wire["id"], wire["date"], wire["language"]) == ("bruecke", "2031-01-08", "de")
    assert wire["text"] == GERMAN
    assert wire["attributions"]


def test_several_reports_are_an_array(run: Any, report: Path, tmp_path: Path) -> None:
    second = tmp_path / "zweite.txt"
    second.write_text(GERMAN, "utf-8")
    done = run("read", report, second, "--json")
    assert [wire["id"] for wire in json.loads(done.out)] == ["bruecke", "zweite"]


def test_json_lines_hold_one_report_each(run: Any, report: Path) -> None:
    done = run("read", report, report, "--jsonl")
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["bruecke", "bruecke"]


def test_one_file_with_many_records_is_an_array(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    records = [{"id": name, "text": GERMAN, "date": "2031-01-08"} for name in ("a", "b", "c")]
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    done = run("read", file, "--json")
    assert [wire["id"] for wire in json.loads(done.out)] == ["a", "b", "c"]


def test_the_date_of_the_record_outranks_the_option(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(json.dumps({"id": "a", "text": GERMAN, "date": "2031-01-08"}), "utf-8")
    assert json.loads(run("read", file, "--json", "--date", "2020-02-02").out)["date"] == "2031-01-08"


def test_the_page_for_people_is_plain_when_piped_and_coloured_on_request(run: Any, report: Path) -> None:
    plain = run("read", report).out
    assert plain.startswith("Streit um die Brücke\n")
    assert "Ada Kroll" in plain
    assert "\x1b[" not in plain
    assert "\x1b[" in run("read", report, "--color", "always").out


def test_the_sample_needs_no_file(run: Any) -> None:
    done = run("read", "--sample", "--json")
    assert done.code == DONE
    wire = json.loads(done.out)
    assert wire["date"] == "2031-03-13"
    assert {"Tomas Verbeek", "Clara Wenden"} <= {said["speaker"] for said in wire["attributions"]}
    assert wire["furniture"]
    assert wire["timexes"]
    assert wire["quantities"]


def test_the_same_input_gives_the_same_bytes(report: Path) -> None:
    first, second = (outside("read", str(report), "--json").stdout for _ in range(2))
    assert first == second
    assert first


def test_a_pipe_is_read(report: Path) -> None:
    done = outside("read", "-", "--json", stdin=report.read_bytes())
    assert json.loads(done.stdout)["text"] == GERMAN


def test_help_teaches_with_examples(run: Any) -> None:
    assert "lagebild read --sample" in run("--help").out
    assert "--jsonl > found.jsonl" in run("read", "--help").out


def test_the_version_is_said(run: Any) -> None:
    assert run("--version").out == f"lagebild {lagebild.__version__}{', compiled' if compiled() else ''}\n"


@pytest.mark.parametrize("day", ["2024-13-01", "gestern", "20241204", "2024-02-30", ""])
def test_a_wrong_date_is_wrong_use(run: Any, report: Path, day: str) -> None:
    done = run("read", report, "--date", day)
    assert done.code == WRONG_USE
    assert "--date" in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    "arguments",
    [("read", "--nonsense"), ("reed",), ("read", "x", "--resources", "no/such/folder"), ("read", "--color", "red")],
)
def test_wrong_use_says_what_is_wrong(run: Any, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.code == WRONG_USE
    assert done.err


def test_an_unknown_engine_is_wrong_use(run: Any, report: Path) -> None:
    done = run("read", report, "--engine", "no_such_pipeline")
    assert done.code == WRONG_USE
    assert "no_such_pipeline" in done.err


def test_no_input_at_a_terminal_gets_a_hint(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    done = run("read")
    assert done.code == WRONG_USE
    assert "--sample" in done.err


def test_a_missing_date_is_said_in_the_findings_and_to_the_person(run: Any, report: Path) -> None:
    done = run("read", report, "--json")
    assert done.code == DONE
    assert any("unanchored" in note for note in json.loads(done.out)["notes"])
    assert "unanchored" in done.err
    assert run("read", report, "--json", "--quiet").err == ""
    assert "unanchored" in run("read", report).out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leer.txt", b""),
        ("blank.txt", b" \n\t \r\n"),
        ("bild.bin", bytes(range(256)) * 40),
        ("bild.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
        ("kaputt.json", b'{"id": "a", "text": '),
        ("ohne_text.json", b'{"id": "a"}'),
        ("liste.json", b"[1, 2]"),
        ("english.txt", ENGLISH.encode()),
        ("seite.html", b"<html><body><script>alert(1)</script></body></html>"),
        ("halb.txt", GERMAN.encode() + b"\xff" + GERMAN.encode()),
        ("nichts.json", b"[]"),
        ("kennung.json", b'{"id": ["a"], "text": "x"}'),
    ],
)
def test_one_bad_file_among_many_is_named_and_the_others_are_read(
    run: Any, report: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = run("read", report, bad, report, "--jsonl")
    assert done.code == SOME_FAILED
    assert name in done.err
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["bruecke", "bruecke"]


def test_a_missing_file_and_a_folder_without_reports_are_named(run: Any, report: Path, tmp_path: Path) -> None:
    done = run("read", tmp_path / "fehlt.txt", report, "--jsonl")
    assert done.code == SOME_FAILED
    assert "fehlt.txt" in done.err
    assert done.out


def test_a_text_in_another_language_is_said_so_and_nothing_is_invented(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "english.txt"
    file.write_text(ENGLISH, "utf-8")
    done = run("read", file, "--json")
    assert done.code == SOME_FAILED
    assert done.out == ""
    assert "english.txt: is in 'en', and only de can be read" in done.err


@pytest.mark.parametrize(
    "text",
    [
        GERMAN.replace("\n", "\r\n"),
        GERMAN + "\x00\x00Und weiter\x00.",
        "\ufeff" + GERMAN,
        GERMAN.replace("ü", "u\u0308"),
        "🚀🚀 " + GERMAN + "𝔄𝔟𝔤 „Gut 👍🏽“, sagte Kroll 🏳️‍🌈.",
        GERMAN + "„Offen, sagte er. “»Zu«' \"und 'noch\" eins‚ «".replace(" ", "\u00a0"),
        GERMAN.replace("„", '"').replace("“", "“"),
        "Sie sagte:" * 3 + GERMAN,
    ],
    ids=["crlf", "nul", "bom", "combining", "astral", "unbalanced", "mixed", "headline"],
)
def test_odd_texts_are_read_with_every_span_inside_the_text(run: Any, tmp_path: Path, text: str) -> None:
    file = tmp_path / "seltsam.txt"
    file.write_bytes(text.encode())
    done = run("read", file, "--json", "--language", "de", "--date", "2031-01-08")
    assert done.code == DONE, done.err
    wire = json.loads(done.out)
    for said in wire["attributions"]:
        assert said["words"]["content"] == [wire["text"][start:end] for start, end in said["content"]]


def test_other_encodings_are_detected(run: Any, tmp_path: Path) -> None:
    for encoding in ("cp1252", "utf-16"):
        file = tmp_path / f"{encoding}.txt"
        file.write_bytes((GERMAN * 3).encode(encoding))
        done = run("read", file, "--json")
        assert done.code == DONE, done.err
        assert "„Wir brauchen diese Brücke“" in json.loads(done.out)["text"]


def test_our_own_defect_costs_one_report_and_is_owned_up_to(
    run: Any, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("lagebild.cli.read")

    honest = module.read_document

    def breaking(document: Any, **options: Any) -> Any:
        if document.id == "pech":
            raise KeyError("no such thing")
        return honest(document, **options)

    monkeypatch.setattr(module, "read_document", breaking)
    unlucky = tmp_path / "pech.txt"
    unlucky.write_text(GERMAN, "utf-8")
    done = run("read", unlucky, report, "--jsonl")
    assert done.code == OUR_FAULT
    assert "pech.txt: our fault" in done.err
    assert json.loads(done.out)["id"] == "bruecke"


def test_an_interrupt_ends_with_130(run: Any, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("lagebild.cli.read")

    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "read_document", interrupted)
    assert run("read", report).code == INTERRUPTED


def test_a_broken_pipe_is_quiet(report: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "lagebild", "read", str(report), "--jsonl", "--quiet"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (DONE, b"")


def test_a_full_disk_is_said(report: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no full device here")
    with full.open("wb") as disk:
        done = subprocess.run(
            [sys.executable, "-m", "lagebild", "read", str(report), "--jsonl", "--quiet"],
            stdout=disk,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == OUR_FAULT
    assert done.stderr.startswith(b"lagebild: cannot write the output: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that can close standard output")
def test_closed_output_is_said(report: Path) -> None:
    command = f'"{sys.executable}" -m lagebild read "{report}" >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (WRONG_USE, b"lagebild: standard output is closed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_ctrl_c_ends_a_long_run_with_130_and_no_traceback(tmp_path: Path) -> None:
    long = tmp_path / "lang.jsonl"
    long.write_text((json.dumps({"text": GERMAN * 20}) + "\n") * 500, "utf-8")
    # A shell starts what it sends to the background with the signal ignored; the run must not inherit that.
    heed = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    command = [sys.executable, "-c", heed + "runpy.run_module('lagebild', run_name='__main__')"]
    command += ["read", str(long), "--jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate()
    assert (process.returncode, messages) == (INTERRUPTED, b"lagebild: interrupted\n")


def test_half_a_surrogate_pair_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "halb.json"
    file.write_text(json.dumps({"id": "a", "text": GERMAN + "\ud83d"}), "utf-8")
    done = outside("read", str(file), "--jsonl")
    assert json.loads(done.stdout)["text"] == GERMAN + "\ud83d"


def test_two_reports_with_one_id_are_both_read_and_it_is_said(run: Any, report: Path) -> None:
    done = run("read", report, report, "--jsonl")
    assert done.code == DONE
    assert "1 report has the id of an earlier one, such as 'bruecke'" in done.err
    assert "2 read, 0 failed" in done.err


@pytest.mark.parametrize(("quiet", "shown"), [((), True), (("--quiet",), False)])
def test_progress_is_shown_where_messages_go_to_a_terminal_and_findings_do_not(
    run: Any, report: Path, monkeypatch: pytest.MonkeyPatch, quiet: tuple[str, ...], shown: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    done = run("read", report, report, "--jsonl", "--date", "2031-01-08", *quiet)
    assert (f"\r\x1b[K1 read · {str(report)[:60]}" in done.err) is shown


def test_a_broken_table_of_ones_own_is_wrong_use(run: Any, report: Path, tmp_path: Path) -> None:
    (tmp_path / "cue_verbs.tsv").write_text("verb\tact\nbrummen\tsay\n", "utf-8")
    done = run("read", report, "--resources", tmp_path)
    assert done.code == WRONG_USE
    assert "cue_verbs.tsv:1" in done.err


def test_a_long_line_is_read_in_time_and_memory(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text(GERMAN.replace("\n", " ") * 500, "utf-8")
    begun = time.perf_counter()
    done = run("read", file, "--json", "--language", "de")
    assert done.code == DONE
    assert len(json.loads(done.out)["attributions"]) >= 1000
    assert time.perf_counter() - begun < 60


def test_help_does_not_load_the_language() -> None:
    code = "import sys; from lagebild.cli.main import main; main(['--help']); print('lagebild.pipeline' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_pages_and_tables_are_read_and_columns_of_other_names_mapped(run: Any, tmp_path: Path) -> None:
    page, table = tmp_path / "seite.html", tmp_path / "tabelle.csv"
    page.write_text(f"<html><h1>Brücke gesperrt</h1><p>{GERMAN}</p></html>", "utf-8")
    table.write_text(f'nummer;inhalt;tag\n7;"{GERMAN.replace(chr(34), "")}";4.12.2024\n', "utf-8")
    done = run("read", page, table, "--map", "text=inhalt,date=tag,id=nummer", "--jsonl")
    assert done.code == DONE, done.err
    first, second = map(json.loads, done.out.splitlines())
    assert (first["id"], first["title"], second["id"], second["date"]) == (
        "seite",
        "Brücke gesperrt",
        "7",
        "2024-12-04",
    )


@pytest.mark.parametrize("value", ["text", "body=text", "text=a,text=b", "=a", "text="])
def test_a_mapping_that_cannot_be_is_wrong_use(run: Any, report: Path, value: str) -> None:
    assert run("read", report, "--map", value).code == WRONG_USE
