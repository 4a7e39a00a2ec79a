# SPDX-License-Identifier: EUPL-1.2
"""The demonstration from start to end, as a person at a terminal has it."""

import os
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

from samvern.web.database import Server
from samvern.web.database.roles import APP, OWNER
from samvern.web.running.demo_environment import OTHERS

pytestmark = pytest.mark.database
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def command(folder: Path, port: int) -> list[str]:
    words = ["-m", "samvern", "demo", "--no-people", "--data", str(folder), "--port", str(port)]
    return [sys.executable, *words]


@contextmanager
def running(folder: Path, port: int, **more: str) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "SAMVERN_MODE": "demo", "SAMVERN_WORKERS": "1", **more}
    process = subprocess.Popen(
        command(folder, port), env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if "English" in line:
                break
        yield process
    finally:
        process.kill()
        process.communicate()


def processes_of(folder: Path) -> list[str]:
    listed = subprocess.check_output(["ps", "-eo", "pid=,args="], text=True)
    return [line for line in listed.splitlines() if str(folder) in line]


def wait_until_none(folder: Path) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while processes_of(folder) and time.monotonic() < deadline:
        time.sleep(0.1)
    return processes_of(folder)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_and_leaves_nothing(data_folder: Path, ending: signal.Signals) -> None:
    port = free_port()
    with running(data_folder, port) as process:
        page = httpx.get(f"http://127.0.0.1:{port}/nb/")
        process.send_signal(ending)
        code = process.wait(PATIENCE)
    assert (page.status_code, code) == (200, 0)
    assert wait_until_none(data_folder) == []
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/nb/")


def test_a_second_start_says_where_the_first_is(data_folder: Path) -> None:
    port = free_port()
    with running(data_folder, port):
        again = subprocess.run(
            command(data_folder, free_port()), capture_output=True, text=True, check=False
        )
    assert again.returncode == 2
    assert again.stderr.splitlines() == [
        "Samvern",
        f"Error: already running with the data in {data_folder}: http://127.0.0.1:{port}/",
    ]


@pytest.mark.long
def test_killed_outright_it_leaves_nothing_either(data_folder: Path) -> None:
    with running(data_folder, free_port()) as process:
        process.kill()
    assert wait_until_none(data_folder) == []


def test_the_server_named_by_the_environment_is_used(data_folder: Path, database: Server) -> None:
    port = free_port()
    urls = {"DATABASE_URL": database.url(APP), "SAMVERN_OWNER_URL": database.url(OWNER)}
    with running(data_folder, port, **urls):
        page = httpx.get(f"http://127.0.0.1:{port}/nb/")
        own = processes_of(data_folder / "postgres")
    assert (page.status_code, own) == (200, [])


def test_the_tables_need_their_owner(data_folder: Path, database: Server) -> None:
    environment = {**os.environ, "DATABASE_URL": database.url(APP)}
    result = subprocess.run(
        command(data_folder, free_port()),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr.splitlines()[1].startswith(
        "Error: DATABASE_URL is set and SAMVERN_OWNER_URL is not"
    )


@pytest.mark.long
def test_those_that_serve_know_no_other_way_into_the_database(data_folder: Path) -> None:
    with running(data_folder, free_port()) as process:
        found = [environment_of(pid) for pid in children_of(process.pid)]
    serving = [each for each in found if each.get("SAMVERN_MODE") == "demo"]
    urls = [each["DATABASE_URL"].split(":")[1] for each in serving if "DATABASE_URL" in each]
    assert len(urls) >= 2
    assert set(urls) == {"//samvern_app"}
    assert [name for each in serving for name in each if name in OTHERS] == []


def children_of(pid: int) -> list[int]:
    listed = subprocess.check_output(["ps", "-eo", "pid=,ppid="], text=True)
    pairs = [line.split() for line in listed.splitlines()]
    direct = [int(child) for child, parent in pairs if int(parent) == pid]
    return direct + [each for child in direct for each in children_of(child)]


def environment_of(pid: int) -> dict[str, str]:
    words = Path(f"/proc/{pid}/environ").read_text().split("\0")
    return dict(word.split("=", 1) for word in words if "=" in word)


def test_a_taken_port_is_one_line(data_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = subprocess.run(
            command(data_folder, port), capture_output=True, text=True, check=False
        )
    assert result.returncode == 2
    assert result.stderr.splitlines()[1:] == [
        f"Error: port {port} is in use; choose another with --port"
    ]


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file/data"
    result = subprocess.run(
        command(folder, free_port()), capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stderr.splitlines()[1:] == [f"Error: cannot write in {folder}: Not a directory"]


def test_a_database_that_does_not_answer_is_one_line(data_folder: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": f"postgresql://u:hemmelig@127.0.0.1:{free_port()}/d",
    }
    result = subprocess.run(
        command(data_folder, free_port()),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr.splitlines()[1].startswith(
        "Error: the server in DATABASE_URL does not answer: connection failed"
    )
    assert "hemmelig" not in result.stderr
