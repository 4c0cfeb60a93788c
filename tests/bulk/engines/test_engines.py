"""An engine that is not there, or not reachable, is told at once with what to do."""

import os
import socket
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

import pytest

from bench.bulk_kill import below
from lagebild.bulk.engines import engine_named
from lagebild.bulk.hands import ClosedError
from lagebild.errors import BulkError, UsageError
from tests.bulk.runs import LIMITS, done, lines


def test_an_unknown_engine_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="there is no engine 'spark'; there are local, ray"):
        engine_named("spark", workers=1, limits=LIMITS)


def test_an_address_belongs_to_a_cluster() -> None:
    with pytest.raises(UsageError, match="name --engine ray with it"):
        engine_named("local", workers=1, limits=LIMITS, address="auto")


def test_an_engine_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"not installed: pip install 'lagebild\[ray\]'"):
        engine_named("ray", workers=1, limits=LIMITS)


def test_an_engine_that_was_closed_does_nothing_more_and_does_not_wait(tmp_path: Path) -> None:
    engine = engine_named("local", workers=1, limits=LIMITS)
    engine.close()
    with pytest.raises(ClosedError):
        done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", ["Die Elbe steigt."]), engine)


@pytest.mark.parametrize("scheme", ["", "ray://"])
def test_a_cluster_that_does_not_answer_is_told(scheme: str) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'lagebild[ray]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"{scheme}127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(BulkError, match=r"cannot be reached: Connection refused; is it running\?"):
        engine_named("ray", workers=1, limits=LIMITS, address=address)


def test_a_cluster_that_answers_and_lets_nobody_in_is_told_with_what_may_help(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'lagebild[ray]'")

    def refused(**how: object) -> None:
        raise ConnectionError("Failed to connect to Ray cluster\nand more")

    monkeypatch.setattr(ray, "init", refused)
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(BulkError, match=r"Failed to connect to Ray cluster; .*RAY_AUTH_MODE=token"):
            engine_named("ray", workers=1, limits=LIMITS, address=address)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc who runs")
@pytest.mark.usefixtures("cluster")
def test_a_cluster_that_is_started_here_has_only_the_processes_that_tasks_need() -> None:
    commands = [process.command for process in below(os.getpid())]
    assert any("/raylet " in command for command in commands)
    spared = ("/monitor.py ", "/dashboard.py ", "/log_monitor.py ")
    assert not [command for command in commands if any(name in command for name in spared)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc who listens")
@pytest.mark.usefixtures("cluster")
def test_a_cluster_that_is_started_here_listens_to_this_machine_alone() -> None:
    processes = [os.getpid(), *(process.pid for process in below(os.getpid()))]
    heard = {address for process in processes for address in _listening(process)}
    assert heard
    assert not [str(address) for address in heard if not address.is_loopback]


def _listening(pid: int) -> Iterator[IPv4Address | IPv6Address]:
    """The addresses at which a process listens; those of IPv4 as such, also where IPv6 has them."""
    try:
        own = {str(path.readlink()) for path in Path(f"/proc/{pid}/fd").iterdir()}
    except OSError:
        return  # it has ended
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            _, local, _, state, *_, inode = line.split()[:10]
            if state == "0A" and f"socket:[{inode}]" in own:
                words = bytes.fromhex(local.partition(":")[0])
                packed = b"".join(words[at : at + 4][::-1] for at in range(0, len(words), 4))
                address = ip_address(packed)
                yield getattr(address, "ipv4_mapped", None) or address
