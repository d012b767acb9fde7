"""Debugging a function: only a debugger on this machine may attach, and the handler is the real one."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from infra.account.command import CommandFault
from infra.function_folders import function_folders
from local.handlers.debug import PORT, command_line, own_environment, port_of, run
from local.handlers.sample import sample_of
from local.home import ROOT


def test_the_debugger_listens_on_loopback_only_and_the_function_waits_for_it() -> None:
    command = command_line("help", 5679)
    assert command[command.index("--listen") + 1] == "127.0.0.1:5679"
    assert "--wait-for-client" in command
    assert Path(command[-1]) == function_folders()["help"]


@pytest.mark.parametrize("text", ["0", "many", "65536"])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CommandFault, match="write a number from 1 to 65535"):
        port_of({"PORT": text})


def test_a_taken_port_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(CommandFault, match="is taken"):
        port_of({"PORT": str(other.getsockname()[1])})


def test_the_usual_port_is_that_of_debuggers() -> None:
    assert PORT == 5678


def test_ctrl_c_is_left_to_the_command_so_that_no_stack_is_printed() -> None:
    asks = "import signal, sys; sys.exit(signal.getsignal(signal.SIGINT) != signal.SIG_IGN)"
    assert run([sys.executable, "-c", asks], {}, own_environment()) == 0


def test_the_process_answers_as_the_handler_does() -> None:
    folder = function_folders()["authorize"]
    done = subprocess.run(
        [sys.executable, "local/handlers/debugged.py", str(folder)],
        cwd=ROOT,
        env={
            **own_environment(),
            "HELSEBRO_MEMBER_ISSUER": "http://127.0.0.1:1/member",
            "HELSEBRO_MEMBER_CLIENT": "member-portal",
            "HELSEBRO_STAFF_ISSUER": "http://127.0.0.1:1/staff",
            "HELSEBRO_STAFF_CLIENT": "staff-portal",
        },
        input=sample_of("authorize").read_text("utf-8"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"isAuthorized": true' in done.stdout
