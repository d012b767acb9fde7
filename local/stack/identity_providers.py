"""The identity providers: two OpenID Connect servers in place of MitID/BankID and the staff directory."""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode

from local.demo.brokers import BROKERS
from local.demo.people import Login
from local.home import LAYERS, ROOT
from local.stack.child import Child
from local.stack.ports import Ports, answers, portal_origins

MEMBER_CLIENT = "helsebro-members"
STAFF_CLIENT = "helsebro-staff"
TOKEN_SECONDS = 8 * 3600


def start(name: str, port: int, home: Path) -> Child:
    """Starts an issuer with an authorization-code flow and returns it when it answers.

    Pages of ``portal_origins`` may call it from a browser.
    Its users are in memory: ``PUT /users/{sub}`` with their claims creates one (api.md).
    """
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(map(str, LAYERS)),
    }
    child = Child(
        f"{name} issuer",
        [
            *(sys.executable, "-W", "ignore", "-m", "local.issuer"),
            *("--port", str(port), "--token-seconds", str(TOKEN_SECONDS)),
            *("--origins", portal_origins()),
            # Each knows both: a token of the other client is one that the API must refuse.
            *("--clients", f"{MEMBER_CLIENT},{STAFF_CLIENT}"),
            *("--brokers", ",".join(BROKERS)),
        ],
        log=home / "logs" / f"{name}-issuer.log",
        environment=environment,
        folder=ROOT,
    )
    child.wait_until(lambda: answers(f"http://127.0.0.1:{port}/.well-known/openid-configuration"))
    return child


def brokers(ports: Ports) -> dict[str, str]:
    """Returns the issuer that plays each broker."""
    return {broker: f"{ports.url('members')}/{broker}" for broker in BROKERS}


def register(logins: Iterable[Login], ports: Ports) -> None:
    """Creates these users at their issuers, whose pages list them with who they are."""
    for login in logins:
        address = f"{ports.url(login.issuer)}/users/{login.sub}?{urlencode({'about': login.about})}"
        body = json.dumps(login.claims).encode()
        asked = urllib.request.Request(
            address, body, headers={"Content-Type": "application/json"}, method="PUT"
        )
        with urllib.request.urlopen(asked, timeout=5):
            pass
