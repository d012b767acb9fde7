"""Ports of the embedded stack: the fixed ones of ``make run``, or free ones for tests."""

from __future__ import annotations

import os
import socket
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, fields

from infra.account.command import CommandFault

HOST = "127.0.0.1"
LAST_PORT = 65_535


class PortTaken(CommandFault):
    """Another process listens on a port; the message says what to do."""


@dataclass(frozen=True)
class Ports:
    """The port of each part."""

    emulator: int = 4566
    members: int = 9401
    staff: int = 9402
    clinic: int = 9403
    reference: int = 9405
    mailbox: int = 9406
    registers: int = 9407
    stripe: int = 9408

    @classmethod
    def wanted(cls, environment: Mapping[str, str]) -> Ports:
        """Returns the fixed ports. A variable changes a port: ``EMULATOR_PORT=5566 make run``.

        Raises ``CommandFault`` when a variable is not a port, or when two parts have one port.
        """
        names = {_variable(field.name): field.name for field in fields(cls)}
        given = {variable: environment[variable] for variable in names if environment.get(variable)}
        wanted = cls(**{names[variable]: number(variable, text) for variable, text in given.items()})
        wanted._must_differ()
        # It is not a part of the stack, but a wrong one is refused before the stack starts.
        _portal_port(environment)
        return wanted

    @classmethod
    def free(cls) -> Ports:
        """Returns ports that are free now, for a second stack."""
        sockets = [socket.socket() for _ in fields(cls)]
        for free in sockets:
            free.bind((HOST, 0))
        numbers = [free.getsockname()[1] for free in sockets]
        for free in sockets:
            free.close()
        return cls(*numbers)

    def _must_differ(self) -> None:
        variable_of: dict[int, str] = {}
        for field in fields(self):
            port, variable = getattr(self, field.name), _variable(field.name)
            if port in variable_of:
                raise CommandFault(
                    f"{variable_of[port]} and {variable} are both {port}: each part needs a port of its own."
                )
            variable_of[port] = variable

    def must_be_free(self) -> None:
        """Raises ``PortTaken`` for the first port on which another process listens."""
        for field in fields(self):
            port = getattr(self, field.name)
            if listens(port):
                variable = _variable(field.name)
                raise PortTaken(
                    f"Port {port} ({field.name}) is taken. Perhaps another `make run` is up: end it with "
                    f"Ctrl-C there. Or see who has it with `ss -ltnp 'sport = :{port}'`, "
                    f"or choose another: {variable}={port + 1000} make run"
                )

    def url(self, part: str) -> str:
        """Returns the address of a part."""
        return f"http://{HOST}:{getattr(self, part)}"


def portal_origins() -> str:
    """Returns the origins that may call the API from a browser, with a comma between them.

    The port of a portal, and those of the usual development servers of its pages.
    Raises ``CommandFault`` when ``PORTAL_PORT`` is not a port.
    """
    portal = f"http://{HOST}:{_portal_port(os.environ)}"
    return f"{portal},http://localhost:5173,http://localhost:3000"


def number(variable: str, text: str) -> int:
    """Returns the port that a variable names. Raises ``CommandFault`` when it is not one."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= LAST_PORT:
        raise CommandFault(f"{variable} is {text!r}: write a number from 1 to {LAST_PORT}.")
    return int(text)


def _portal_port(environment: Mapping[str, str]) -> int:
    return number("PORTAL_PORT", environment.get("PORTAL_PORT") or "9404")


def listens(port: int) -> bool:
    """Returns whether a process accepts connections on this port of loopback."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


def answers(url: str) -> bool:
    """Returns whether a GET of this URL is answered 200 within a second."""
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _variable(part: str) -> str:
    return f"{part.upper()}_PORT"
