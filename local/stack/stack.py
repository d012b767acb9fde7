"""The embedded stack: starts every part in order, deploys the app, and ends every part again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helsebro_aws.platform.clock import real_now
from local.demo import people
from local.home import LAYERS, REGION, ROOT
from local.stack import assembly, deploy, emulator, identity_providers
from local.stack.child import Child
from local.stack.live_code import STAGE
from local.stack.ports import Ports, listens

PrintLine = Callable[[str], None]


class SeedFailed(Exception):
    """The seed of the demo data failed; the message says why."""


@dataclass(frozen=True)
class Stack:
    """A running stack: the addresses of its parts, the demo clinic (``stack.json``), and its processes."""

    addresses: dict[str, Any]
    children: tuple[Child, ...]

    def ended(self) -> Child | None:
        """Returns a part that ended by itself, or ``None``."""
        return next((child for child in self.children if not child.is_running), None)


@contextmanager
def running(
    ports: Ports, home: Path, print_line: PrintLine, note: Callable[[int], None] = lambda _: None
) -> Iterator[Stack]:
    """Starts, deploys and yields the whole stack. Ends every part at the exit, also after an exception.

    ``note`` is called with the process id of each part as soon as it has started.
    """
    ports.must_be_free()
    home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as parts:

        def started(child: Child) -> Child:
            note(child.pid)
            return parts.enter_context(child)

        with _timed(print_line, "AWS emulator, members' issuer, staff issuer, clinic system"):
            children = (
                started(emulator.start(ports, home)),
                started(identity_providers.start("members", ports.members, home)),
                started(identity_providers.start("staff", ports.staff, home)),
                started(_clinic_system(ports, home)),
            )
            identity_providers.register(people.logins(real_now().date()), ports)
        with _timed(print_line, "CDK app, synthesized (kept until infra/, a function or a route changes)"):
            made = assembly.of_stage(STAGE.name)
        with _timed(print_line, "CDK bootstrap"):
            deploy.bootstrap(ports, made)
        with _timed(print_line, f"CDK deploy of {len(made.code)} functions"):
            deploy.deploy(ports, made)
        with _timed(print_line, "demo payers, people, clinics and slots"):
            addresses = _seed(ports, home)
        yield Stack(addresses, children)


def _seed(ports: Ports, home: Path) -> dict[str, Any]:
    """Creates the demo data and returns the content of ``.local/stack.json`` (api.md)."""
    written = home / "seed.json"
    written.write_text(json.dumps(_addresses(ports, home)))
    awslambda: Any = deploy.client("lambda", ports.url("emulator"))
    settings = awslambda.get_function_configuration(FunctionName=STAGE.named("clinics"))["Environment"]
    done = subprocess.run(
        [sys.executable, "-m", "local.demo.seed", str(written)],
        cwd=ROOT,
        env={**_python_environment(home), **settings["Variables"], **emulator.environment(ports)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SeedFailed(f"The seed failed:\n{done.stdout}{done.stderr}")
    return dict(json.loads(written.read_text()))


def _addresses(ports: Ports, home: Path) -> dict[str, Any]:
    return {
        "apiUrl": deploy.api_url(ports),
        "memberIssuer": ports.url("members"),
        "memberClientId": identity_providers.MEMBER_CLIENT,
        "staffIssuer": ports.url("staff"),
        "staffClientId": identity_providers.STAFF_CLIENT,
        "awsEndpoint": ports.url("emulator"),
        "region": REGION,
        "clinicSystemUrl": ports.url("clinic"),
        "clockFile": str(emulator.clock_file(home)),
    }


def _python_environment(home: Path) -> dict[str, str]:
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(map(str, LAYERS)),
    }


def _clinic_system(ports: Ports, home: Path) -> Child:
    state = home / "clinic_system.json"
    state.unlink(missing_ok=True)
    child = Child(
        "clinic system",
        [
            *(sys.executable, "-m", "local.clinic.inbox"),
            *("--port", str(ports.clinic), "--state", str(state)),
        ],
        log=home / "logs" / "clinic-system.log",
        environment=_python_environment(home),
        folder=ROOT,
    )
    child.wait_until(lambda: listens(ports.clinic))
    return child


@contextmanager
def _timed(print_line: PrintLine, what: str) -> Iterator[None]:
    print_line(f"  … {what}")
    began = time.monotonic()
    yield
    print_line(f"  ✓ {what} ({time.monotonic() - began:.1f} s)")
