"""The stack: starts every part in order, deploys the app, and ends every part again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from local.demo import people
from local.home import LAYERS, REGION, ROOT
from local.stack import assembly, deploy, emulator, identity_providers
from local.stack.child import Child
from local.stack.live_code import STACK
from local.stack.ports import Ports, listens

STAGE = "local"
Tell = Callable[[str], None]


class SeedFailed(Exception):
    """The demo data could not be sown; the text says why."""


@dataclass(frozen=True)
class Stack:
    """A running stack: where its parts are and who is in it, and the processes that are it."""

    addresses: dict[str, Any]
    children: tuple[Child, ...]

    def ended(self) -> Child | None:
        """A part that ended by itself, if one did."""
        return next((child for child in self.children if not child.runs), None)


@contextmanager
def running(ports: Ports, home: Path, tell: Tell) -> Iterator[Stack]:
    """The whole stack, deployed; on the way out every part is ended, also after a fault."""
    ports.must_be_free()
    home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as parts:

        def up(child: Child) -> Child:
            return parts.enter_context(child)

        with _told(tell, "AWS emulator, members' issuer, staff issuer, clinic system"):
            children = (
                up(emulator.start(ports, home)),
                up(identity_providers.start("members", ports.members, home)),
                up(identity_providers.start("staff", ports.staff, home)),
                up(_clinic_system(ports, home)),
            )
            identity_providers.register(people.logins(datetime.now(UTC).date()), ports)
        with _told(tell, "CDK app, synthesized (kept until infra/, a function or a route changes)"):
            made = assembly.of_stage(STAGE)
        with _told(tell, "CDK bootstrap"):
            deploy.bootstrap(ports, made)
        with _told(tell, f"CDK deploy of {len(made.code)} functions"):
            deploy.deploy(ports, made)
        with _told(tell, "demo payers, people, clinics and slots"):
            addresses = _sown(ports, home)
        yield Stack(addresses, children)


def _sown(ports: Ports, home: Path) -> dict[str, Any]:
    """What ``.local/stack.json`` tells (api.md), with the demo clinic that the seed makes."""
    written = home / "seed.json"
    written.write_text(json.dumps(_addresses(ports)))
    awslambda: Any = deploy.client("lambda", ports.url("emulator"))
    settings = awslambda.get_function_configuration(FunctionName=f"{STACK}-clinics")["Environment"]
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


def _addresses(ports: Ports) -> dict[str, Any]:
    return {
        "apiUrl": deploy.api_url(ports),
        "memberIssuer": ports.url("members"),
        "memberClientId": identity_providers.MEMBER_CLIENT,
        "staffIssuer": ports.url("staff"),
        "staffClientId": identity_providers.STAFF_CLIENT,
        "awsEndpoint": ports.url("emulator"),
        "region": REGION,
        "clinicSystemUrl": ports.url("clinic"),
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
def _told(tell: Tell, what: str) -> Iterator[None]:
    tell(f"  … {what}")
    began = time.monotonic()
    yield
    tell(f"  ✓ {what} ({time.monotonic() - began:.1f} s)")
