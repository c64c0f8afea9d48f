"""Which program holds a port."""

import os
import socket
from pathlib import Path

import pytest

from ringauth_gui.oauth.port_owner import owner_in_words, program_listening_on
from ringauth_gui.process_name import PROCESS_NAME

HEADER = "  sl  local_address rem_address   st ... uid  timeout inode\n"
LISTENING = "   0: {address} 00000000:0000 {state} 0:0 00:0 0 1000 0 {inode} 1\n"


def line(address: str = "0100007F:6B48", state: str = "0A", inode: int = 77) -> str:
    return LISTENING.format(address=address, state=state, inode=inode)


def proc_folder(folder: Path, tcp: str = "", tcp6: str = "") -> Path:
    """Make a /proc with one process, ``holder``, that has the socket 77."""
    (folder / "net").mkdir()
    (folder / "net" / "tcp").write_text(HEADER + tcp)
    (folder / "net" / "tcp6").write_text(HEADER + tcp6)
    (folder / "1" / "fd").mkdir(parents=True)
    (folder / "1" / "comm").write_text("init\n")
    (folder / "2").mkdir()  # ended meanwhile: it has no descriptors any more
    (folder / "33" / "fd").mkdir(parents=True)
    (folder / "33" / "fd" / "4").symlink_to("socket:[77]")
    (folder / "33" / "comm").write_text("hol\u202eder\x1b\n")
    return folder


@pytest.mark.parametrize(
    "address",
    [
        "0100007F:6B48",
        "00000000:6B48",
        "00000000000000000000000001000000:6B48",
        "00000000000000000000000000000000:6B48",
    ],
)
def test_the_program_that_listens_is_named_without_control_characters(
    tmp_path: Path, address: str
) -> None:
    proc = proc_folder(tmp_path, tcp6=line(address))

    assert program_listening_on(27464, proc) == "holder"


@pytest.mark.parametrize(
    "entry",
    [
        line(address="0100007F:6B49"),
        line(address="020200C0:6B48"),
        line(state="01"),
        line(inode=78),
    ],
)
def test_who_does_not_hold_the_port_is_not_named(tmp_path: Path, entry: str) -> None:
    assert program_listening_on(27464, proc_folder(tmp_path, tcp=entry)) is None


def test_where_the_system_tells_nothing_no_program_is_named(tmp_path: Path) -> None:
    assert program_listening_on(27464, tmp_path / "missing") is None


def test_a_program_without_a_name_is_not_named(tmp_path: Path) -> None:
    proc = proc_folder(tmp_path, tcp=line())
    (proc / "33" / "comm").write_text("\n")

    assert program_listening_on(27464, proc) is None


def test_this_process_is_found_on_linux() -> None:
    comm = Path(f"/proc/{os.getpid()}/comm")
    if not comm.exists():
        pytest.skip("only Linux tells")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        assert program_listening_on(port) == comm.read_text().strip()


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("nginx", "nginx"),
        (PROCESS_NAME, "another sign-in of RingAuth"),
        (None, "another program"),
    ],
)
def test_a_person_reads_who_holds_the_port(program: str | None, words: str) -> None:
    assert owner_in_words(program) == words
