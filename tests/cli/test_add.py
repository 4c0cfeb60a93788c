"""`lagebild add` and `failures`, from the outside: children really read, the base really holds."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, INTERRUPTED, SOME_FAILED, WRONG_USE, main
from lagebild.cli.progress import Progress, duration
from lagebild.errors import UsageError
from lagebild.intake.tally import Happened, Outcome, Tally

TEXT = "Die Brücke bleibt zu, sagte die Lotsin Ute Wald am Montag in Husum. Der Wind sei zu stark.\n"


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text, a page, two records, an empty file and things that are no reports; the current folder."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "bruecke.txt").write_text(TEXT, "utf-8")
    (folder / "hafen.html").write_text(
        "<html><head><title>Hafen</title></head><body><article><h1>Hafen bleibt zu</h1>"
        "<p>Der Hafen von Husum bleibt bis Freitag zu, sagte der Hafenmeister Jens Holm am Montag. "
        "Das Eis sei zu dick. Rund 40 Boote warteten, erklärte er.</p></article></body></html>",
        "utf-8",
    )
    records = [{"id": "eins", "text": TEXT.replace("Husum", "Büsum"), "date": "2031-01-08"}, {"id": "zwei"}]
    (folder / "records.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    (folder / "leer.txt").touch()
    (folder / ".DS_Store").touch()
    (folder / "bild.png").touch()
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_demonstration_is_added_without_a_word_on_its_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["add", "--sample", "--workers", "1"]) == DONE
    told = capsys.readouterr().err
    assert "reports added to lagebild.db" in told
    assert "1 has no date of publication" in told
    assert "future" not in told
    assert main(["add", "--sample", "--retry"]) == WRONG_USE


def test_a_folder_is_added_once_what_failed_is_listed_and_tried_again(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "reports"]) == SOME_FAILED
    out, told = capsys.readouterr()
    assert out == ""
    assert "lagebild: reports/leer.txt: is empty\n" in told
    assert "reports/records.jsonl, line 2: has no field 'text'" in told
    assert "3 reports added to lagebild.db" in told
    assert "2 have no date of publication" in told
    assert "2 passed over: 1 hidden files and folders, 1 files of kinds that are not read (1 .png)" in told
    assert "2 inputs have failed: `lagebild failures` lists them" in told

    assert main(["add", "reports", "--jsonl", "--quiet"]) == SOME_FAILED
    out, told = capsys.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["id"] for line in lines] == ["bruecke", "hafen", "eins"]
    assert {line["outcome"] for line in lines} == {"there"}
    assert len(told.splitlines()) == 2

    assert main(["failures", "--jsonl"]) == DONE
    failed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["origin"]: one["times"] for one in failed} == {
        "reports/leer.txt": 2,
        "reports/records.jsonl, line 2": 2,
    }
    assert {Path(one["source"]) for one in failed} == {reports / "leer.txt", reports / "records.jsonl"}

    (reports / "leer.txt").write_text(TEXT.replace("Montag", "Dienstag"), "utf-8")
    assert main(["add", "--retry"]) == SOME_FAILED
    told = capsys.readouterr().err
    assert "1 report added to lagebild.db" in told
    assert "1 input has failed" in told
    (reports / "records.jsonl").write_text(json.dumps({"text": TEXT.replace("Husum", "Emden")}), "utf-8")
    assert main(["add", "--retry"]) == DONE
    assert "nothing is left that failed" in capsys.readouterr().err
    assert main(["failures"]) == DONE
    assert "nothing has failed" in capsys.readouterr().err
    with lagebild.open("lagebild.db", write=False) as base:
        assert len(list(base.documents())) == 5
        assert list(base.check()) == []


@pytest.mark.usefixtures("reports")
def test_each_document_is_told_of_once_it_is_in_the_base(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--jsonl", "--date", "2031-01-08", "--publisher", "Deichbote", "--db", "andere.db", "--workers", "2"]
    assert main(["add", "reports/bruecke.txt", *options]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["origin"], told["outcome"]) == ("bruecke", "reports/bruecke.txt", "added")
    assert told["attributions"] == 2
    with lagebild.open("andere.db", write=False) as base:
        document = base.document(told["key"]).findings.document
    assert (str(document.date), document.publisher) == ("2031-01-08", "Deichbote")
    assert dict(document.known_from)["publisher"] == "given by whoever added it"


@pytest.mark.usefixtures("reports")
def test_a_folder_that_had_nothing_in_it_is_no_failure_once_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    Path("neu").mkdir()
    assert main(["add", "neu"]) == SOME_FAILED
    assert "neu: has no files that can be read" in capsys.readouterr().err
    Path("neu/a.txt").write_text(TEXT, "utf-8")
    assert main(["add", "--retry"]) == DONE
    assert "nothing is left that failed" in capsys.readouterr().err


@pytest.mark.usefixtures("reports")
def test_a_failure_is_tried_again_the_way_it_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("table.csv").write_text("body,tag\n" + ",2031-01-08\n", "utf-8")
    assert main(["add", "table.csv", "--map", "text=body,date=tag", "--publisher", "Deichbote"]) == SOME_FAILED
    Path("table.csv").write_text(f'body,tag\n"{TEXT.strip()}",2031-01-08\n', "utf-8")
    assert main(["add", "--retry"]) == DONE
    capsys.readouterr()
    with lagebild.open("lagebild.db", write=False) as base:
        (holding,) = base.documents()
    assert (str(holding.findings.document.date), holding.findings.document.publisher) == ("2031-01-08", "Deichbote")


@pytest.mark.usefixtures("reports")
def test_a_changed_report_takes_the_place_of_the_old_one_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def write(text: str) -> None:
        record = {"id": "a", "url": "https://deichbote.example/a", "text": text, "date": "2031-01-08"}
        Path("a.json").write_text(json.dumps(record), "utf-8")

    write(TEXT)
    assert main(["add", "a.json"]) == DONE
    write(TEXT.replace("Husum", "Emden"))
    assert main(["add", "a.json"]) == DONE
    assert "1 was there with another text; --update takes the new version" in capsys.readouterr().err
    assert main(["add", "a.json", "--update"]) == DONE
    assert "1 of them took the place of an older version" in capsys.readouterr().err
    with lagebild.open("lagebild.db", write=False) as base:
        assert ["Emden" in holding.findings.document.text for holding in base.documents()] == [True]


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["add"], "name a SOURCE to add"),
        (["add", "reports", "--retry"], "name no SOURCE with it"),
        (["add", "reports", "--map", "txt=body"], "there is no field 'txt' to map"),
        (["add", "reports", "--engine", "no_such_pipeline"], "no_such_pipeline"),
        (["add", "reports", "--db", "reports/bruecke.txt"], "bruecke.txt"),
        (["add", "--retry", "--db", "nothing.db"], "nothing.db"),
        (["add", "reports", "--memory", "10"], "256"),
        (["failures", "--db", "nothing.db"], "nothing.db"),
    ],
)
def test_what_cannot_be_is_said(words: list[str], problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == WRONG_USE
    assert problem in capsys.readouterr().err


@pytest.mark.usefixtures("reports")
def test_without_the_network_addresses_are_failures_and_files_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "https://deichbote.example/a", "reports/bruecke.txt", "--offline"]) == SOME_FAILED
    told = capsys.readouterr().err
    assert "https://deichbote.example/a: needs the network" in told
    assert "1 report added" in told


@pytest.mark.usefixtures("reports")
def test_what_came_before_a_wrong_option_was_noticed_is_safe_and_the_base_goes_on() -> None:
    with lagebild.open("lagebild.db") as base:
        with pytest.raises(UsageError):
            base.add("reports/leer.txt", "reports/bruecke.txt", engine="no_such_pipeline")
        assert [failed.origin for failed in base.failures()] == ["reports/leer.txt"]
        assert not base.store.connection.in_transaction
        assert base.add("reports/bruecke.txt").added == 1


@pytest.mark.usefixtures("reports")
def test_another_text_under_one_id_and_a_date_in_the_future_are_said_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    records = [
        {"id": "a1", "text": "Die Hafenmeisterin Ada Kroll sagte, die Schleuse bleibe zu.", "date": "2431-01-07"},
        {"id": "a1", "text": "Der Bürgermeister Jonas Weber sagte, die Schleuse sei offen.", "date": "2024-01-07"},
    ]
    for number, record in enumerate(records):
        (tmp_path / f"{number}.json").write_text(json.dumps(record), "utf-8")
        main(["add", f"{number}.json", "--workers", "1"])
    told = capsys.readouterr().err
    assert "0.json: has the date of publication 2431-01-07, which lies in the future" in told
    assert "1.json: is there already with another text" in told


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "lagebild", "add", "-"]
    done = subprocess.run(command, input=TEXT.encode(), capture_output=True, check=True, cwd=tmp_path)
    assert "1 report added" in done.stderr.decode()


@pytest.mark.usefixtures("reports")
def test_the_main_process_does_not_load_what_takes_reports_apart() -> None:
    script = (
        "import sys; from lagebild.cli.main import main; main(['add', 'reports/bruecke.txt', '--quiet'])\n"
        "heavy = ('extraction', 'analysis', 'pipeline')\n"
        "print([name for name in heavy if f'lagebild.{name}' in sys.modules])\n"
        "print([name for name in ('trafilatura', 'lxml', 'pyarrow', 'httpx', 'feedparser') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]


@pytest.mark.usefixtures("reports")
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_says_what_is_safe_and_how_to_go_on() -> None:
    text = "\n".join(json.dumps({"text": f"{TEXT} Nummer {number}."}) for number in range(2000))
    Path("viele.jsonl").write_text(text, "utf-8")
    adding = subprocess.Popen(
        [sys.executable, "-m", "lagebild", "add", "viele.jsonl", "--jsonl"],
        bufsize=0,  # or what readline has taken in beyond its line is lost to communicate
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert adding.stdout is not None
    first = json.loads(adding.stdout.readline())
    adding.send_signal(signal.SIGINT)
    out, told = adding.communicate(timeout=60)
    assert adding.returncode == INTERRUPTED
    assert "all that was added is safe, and the same command goes on from here" in told.decode()
    assert "Traceback" not in told.decode()
    keys = {first["key"], *(json.loads(line)["key"] for line in out.splitlines())}
    with lagebild.open("lagebild.db", write=False) as base:
        assert {holding.key for holding in base.documents()} == keys


@pytest.mark.usefixtures("reports")
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_has_a_line_that_replaces_itself_and_is_wiped() -> None:
    master, slave = pty.openpty()
    done = subprocess.run([sys.executable, "-m", "lagebild", "add", "reports"], stderr=slave, check=False)
    os.close(slave)
    told = os.read(master, 65_536).decode()
    os.close(master)
    assert done.returncode == SOME_FAILED
    assert "3 reports added" in told


def test_progress_tells_rate_and_remaining_time() -> None:
    times = iter([0.0, 10.0])
    progress = Progress(clock=lambda: next(times))
    tally = Tally(sources=20, total=100)
    for outcome, count in ((Outcome.ADDED, 15), (Outcome.THERE, 3), (Outcome.FAILED, 2)):
        tally.count(Happened(outcome, "a", number=count))
    line = progress.line(tally, 10.0)
    assert line == "15 added · 3 already there · 2 failed · 2.0 a second · 20 of 100 inputs · about 40 s left"


def test_progress_in_a_log_is_a_line_every_half_minute(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    progress = Progress(clock=lambda: now)
    tally = Tally()
    for second in range(61):
        now = float(second)
        tally.count(Happened(Outcome.ADDED, "a"))
        progress(Happened(Outcome.ADDED, "a"), tally)
    assert capsys.readouterr().err.splitlines() == [
        "lagebild: 31 added · 1.0 a second",
        "lagebild: 61 added · 1.0 a second",
    ]


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 s"), (59.6, "60 s"), (600, "10 min"), (7300, "2 h 2 min")])
def test_a_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said
