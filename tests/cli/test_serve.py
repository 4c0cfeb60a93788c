"""`lagebild serve` begins quickly, says where it is, ends quietly, and says what is wrong before it begins."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from lagebild.cli.main import INTERRUPTED, WRONG_USE, main
from lagebild.cli.serve import _address

ASSETS = Path(__file__).parents[2] / "src" / "lagebild" / "web" / "static" / "vendor" / "made-from"
needs_assets = pytest.mark.skipif(not ASSETS.is_file(), reason="scripts/assets makes the files of others first")
_BEGINS = 30.0
"""Seconds; on a quiet machine it takes one and a half."""


@contextmanager
def served(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of its own, and the address that it says."""
    command = [sys.executable, "-m", "lagebild", "serve", "--port", "0", *options]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as server:
        assert server.stderr is not None
        try:
            line = server.stderr.readline()
            found = re.search(r"http://\S+", line)
            assert found is not None, line + server.stderr.read()
            yield server, found[0]
        finally:
            server.kill()


@needs_assets
def test_a_base_is_made_and_served_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    begun = time.monotonic()
    with served("--db", str(tmp_path / "neu.db")) as (server, address):
        assert httpx.get(address).status_code == 200
        assert time.monotonic() - begun < _BEGINS
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0
        assert server.stderr is not None
        assert server.stderr.read() == ""
    assert (tmp_path / "neu.db").is_file()


@needs_assets
def test_ctrl_c_says_what_was_not_added_yet(tmp_path: Path) -> None:
    reports = tmp_path / "viele.jsonl"
    line = '{"text": "Die Hafenwächterin Ada Kroll sagte am Montag, Boot %d fahre nicht. Es bleibe im Hafen."}\n'
    reports.write_text("".join(line % number for number in range(3000)), "utf-8")
    base = tmp_path / "neu.db"
    with served("--db", str(base)) as (server, address):
        with reports.open("rb") as file:
            answer = httpx.post(f"{address}add/files", files={"files": ("viele.jsonl", file)})
        run = f"{address.rstrip('/')}{answer.headers['location']}.json"
        while not httpx.get(run).json()["run"]["counts"]:
            time.sleep(0.1)
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == INTERRUPTED
        assert server.stderr is not None
        told = server.stderr.read()
    assert "what was added is safe" in told
    sources = re.search(r"lagebild add (\S+viele.jsonl) .*--db", told)
    assert sources is not None
    assert Path(sources[1]).is_file()
    shutil.rmtree(Path(sources[1]).parent.parent)


@needs_assets
def test_for_others_than_this_machine_a_token_is_made_up(tmp_path: Path) -> None:
    with served("--db", str(tmp_path / "neu.db"), "--host", "0.0.0.0", "--allow-host", "desk.example") as (_, address):
        bare = address.partition("?")[0]
        assert "token=" in address
        assert httpx.get(bare).status_code == 401
        assert httpx.get(address, follow_redirects=True).status_code == 200
        assert httpx.get(bare, headers={"host": "other.example"}).status_code == 421
        assert httpx.get(bare, headers={"host": "desk.example"}).status_code == 401


@needs_assets
def test_behind_a_proxy_a_token_is_asked_for_unless_nobody_wants_one(tmp_path: Path) -> None:
    options = ("--db", str(tmp_path / "neu.db"), "--allow-host", "desk.example")
    with served(*options) as (_, address):
        assert "token=" in address
        assert httpx.get(address.partition("?")[0], headers={"host": "desk.example"}).status_code == 401
    with served(*options, "--no-token") as (_, address):
        assert httpx.get(address, headers={"host": "desk.example"}).status_code == 200


@needs_assets
def test_a_port_that_is_taken_is_named_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--db", str(tmp_path / "neu.db"), "--port", port]) == WRONG_USE
    assert "another --port" in capsys.readouterr().err


@needs_assets
def test_a_file_that_is_no_base_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notizen.txt"
    path.write_text("Einkauf: Brot, Milch", "utf-8")
    assert main(["serve", "--db", str(path), "--port", "0"]) == WRONG_USE
    assert "is no Lagebild base" in capsys.readouterr().err


@pytest.mark.parametrize("token", ["", "  ", "schlüssel", "a\nb"])
def test_a_token_that_everybody_or_nobody_could_show_is_refused(
    token: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--host", "0.0.0.0", "--port", "0", "--token", token]
    assert main(["serve", "--db", str(tmp_path / "neu.db"), *options]) == WRONG_USE
    assert "--token" in capsys.readouterr().err


def test_a_token_stands_in_the_address_so_that_it_comes_back() -> None:
    assert _address("::1", 8031, "a&b+c") == "http://[::1]:8031/?token=a%26b%2Bc"


def test_asking_for_help_loads_no_server() -> None:
    code = "import sys; from lagebild.cli.main import main; main(['--help']); print('fastapi' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
