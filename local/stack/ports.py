"""Ports of the embedded stack: the known ones of ``make run``, or free ones for tests."""

from __future__ import annotations

import os
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass, fields

HOST = "127.0.0.1"


class PortTaken(Exception):
    """Something else listens on a port; the text says what to do."""


@dataclass(frozen=True)
class Ports:
    """One port a part."""

    emulator: int = 4566
    members: int = 9401
    staff: int = 9402
    clinic: int = 9403

    @classmethod
    def wanted(cls) -> Ports:
        """The known ports, each to be moved by the environment: ``EMULATOR_PORT=5566 make run``."""
        known = cls()
        return cls(
            **{
                field.name: int(os.environ.get(_variable(field.name), getattr(known, field.name)))
                for field in fields(cls)
            }
        )

    @classmethod
    def free(cls) -> Ports:
        """Ports that nobody uses now, for a stack beside another."""
        sockets = [socket.socket() for _ in fields(cls)]
        for one in sockets:
            one.bind((HOST, 0))
        numbers = [one.getsockname()[1] for one in sockets]
        for one in sockets:
            one.close()
        return cls(*numbers)

    def must_be_free(self) -> None:
        """Raises ``PortTaken`` for the first port that something listens on."""
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
        """The address of a part."""
        return f"http://{HOST}:{getattr(self, part)}"


def listens(port: int) -> bool:
    """Whether anything accepts connections on this port of loopback."""
    with socket.socket() as one:
        one.settimeout(0.5)
        return one.connect_ex((HOST, port)) == 0


def answers(url: str) -> bool:
    """Whether a GET there is answered 200 within a second."""
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _variable(part: str) -> str:
    return f"{part.upper()}_PORT"
