"""The embedded stack: starts every part in order, deploys the app, and ends every part again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from helsebro_aws.platform.clock import real_now
from infra import cdk
from infra.account.command import CommandFault
from infra.reference.site import build
from local.demo import people
from local.home import LAYERS, REGION, ROOT
from local.registers.set_up import set_up
from local.stack import assembly, deploy, emulator, identity_providers
from local.stack.assembly import Assembly
from local.stack.child import Child
from local.stack.live_code import STAGE
from local.stack.ports import Ports, listens
from local.stack.steps import Steps
from local.stripe.set_up import set_up as connect_stripe

DEPLOYED = re.compile(r"✅ +(\S+)")
"""The line of the CDK tool that ends the deployment of a stack."""


class SeedFailed(CommandFault):
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
    ports: Ports, home: Path, steps: Steps, note: Callable[[int], None] = lambda _: None
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

        with steps.step("AWS emulator, issuers, clinic system, reference, mailbox, registers, Stripe"):
            children = (
                started(emulator.start(ports, home)),
                started(identity_providers.start("members", ports.members, home)),
                started(identity_providers.start("staff", ports.staff, home)),
                started(_clinic_system(ports, home)),
                started(_reference(ports, home)),
                started(_mailbox(ports, home)),
                started(_server("registers", "local.registers.server", ports.registers, home)),
                started(_server("stripe", "local.stripe.server", ports.stripe, home)),
            )
            identity_providers.register(people.logins(real_now().date()), ports)
        made = _assembly(steps)
        with steps.step("CDK bootstrap"):
            deploy.bootstrap(ports, made)
        _deploy(ports, made, steps)
        ssm = deploy.client("ssm", ports.url("emulator"))
        set_up(ssm, STAGE.path_of, ports.url("registers"))
        connect_stripe(ssm, STAGE.path_of, ports.url("stripe"), (people.DANISH_PAYER, people.NORWEGIAN_PAYER))
        with steps.step("demo payers, people, clinics and slots"):
            addresses = _seed(ports, home)
        yield Stack(addresses, children)


def _assembly(steps: Steps) -> Assembly:
    """Returns the synthesized app, and shows its synth when it is not skipped."""
    if not cdk.is_installed():
        with steps.step("CDK tool, installed once"):
            cdk.install()
    if assembly.is_current(STAGE.name):
        with steps.step("CDK app, as synthesized before"):
            return assembly.of_stage(STAGE.name)
    how_far = partial(assembly.made_so_far, STAGE.name)
    with steps.step("CDK app, synthesized again: infra/, a function or a route is new", how_far):
        return assembly.of_stage(STAGE.name)


def _deploy(ports: Ports, made: Assembly, steps: Steps) -> None:
    deployed: list[str] = []

    def heard(line: str) -> None:
        deployed.extend(DEPLOYED.findall(line))

    count = len(made.templates)
    with steps.step(
        f"CDK deploy of {len(made.code)} functions", lambda: f"{len(deployed)} of {count} stacks"
    ):
        deploy.deploy(ports, made, heard)


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
        "brokerIssuers": identity_providers.brokers(ports),
        "staffIssuer": ports.url("staff"),
        "staffClientId": identity_providers.STAFF_CLIENT,
        "awsEndpoint": ports.url("emulator"),
        "region": REGION,
        "clinicSystemUrl": ports.url("clinic"),
        "referenceUrl": ports.url("reference"),
        "mailboxUrl": ports.url("mailbox"),
        "registersUrl": ports.url("registers"),
        "stripeUrl": ports.url("stripe"),
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
    return _server("clinic system", "local.clinic.inbox", ports.clinic, home, "--state", str(state))


def _reference(ports: Ports, home: Path) -> Child:
    pages = build(home / "reference", deploy.api_url(ports))
    return _server("reference", "local.reference.server", ports.reference, home, "--folder", str(pages))


def _mailbox(ports: Ports, home: Path) -> Child:
    options = (
        *("--emulator", ports.url("emulator"), "--api", deploy.api_url(ports)),
        *("--members", ports.url("members"), "--staff", ports.url("staff")),
    )
    return _server("mailbox", "local.mailbox.server", ports.mailbox, home, *options)


def _server(name: str, module: str, port: int, home: Path, *options: str) -> Child:
    """Returns a server of ours, once it listens on its port."""
    child = Child(
        name,
        [sys.executable, "-m", module, "--port", str(port), *options],
        log=home / "logs" / f"{name.replace(' ', '-')}.log",
        environment=_python_environment(home),
        folder=ROOT,
    )
    child.wait_until(lambda: listens(port))
    return child
