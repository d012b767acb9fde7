from __future__ import annotations

import socket
from dataclasses import astuple, fields

import pytest

from infra.account.command import CommandFault
from local.stack.ports import HOST, Ports, PortTaken


def test_the_error_of_a_taken_port_says_what_to_do() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        ports = Ports(taken, *astuple(Ports.free())[1:])
        with pytest.raises(
            PortTaken, match=rf"Port {taken} \(emulator\).*EMULATOR_PORT={taken + 1000} make run"
        ):
            ports.must_be_free()


def test_free_ports_are_all_different_and_free() -> None:
    ports = Ports.free()
    ports.must_be_free()
    assert len(set(astuple(ports))) == len(fields(Ports))


def test_a_variable_changes_one_port() -> None:
    assert Ports.wanted({"STAFF_PORT": "20002", "CLINIC_PORT": ""}) == Ports(staff=20002)


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "٥"])
def test_a_variable_that_is_not_a_port_is_refused(text: str) -> None:
    with pytest.raises(CommandFault, match=r"STAFF_PORT is .*: write a number from 1 to 65535"):
        Ports.wanted({"STAFF_PORT": text})


def test_the_port_of_a_portal_is_checked_like_the_others() -> None:
    with pytest.raises(CommandFault, match="PORTAL_PORT is 'x': write a number from 1 to 65535"):
        Ports.wanted({"PORTAL_PORT": "x"})


@pytest.mark.parametrize(
    "environment, fault",
    [
        ({"EMULATOR_PORT": "5066", "MEMBERS_PORT": "5066"}, "EMULATOR_PORT and MEMBERS_PORT are both 5066"),
        ({"STAFF_PORT": "9405"}, "STAFF_PORT and REFERENCE_PORT are both 9405"),
    ],
)
def test_two_parts_on_one_port_are_refused(environment: dict[str, str], fault: str) -> None:
    with pytest.raises(CommandFault, match=fault):
        Ports.wanted(environment)
