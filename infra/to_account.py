"""``make deploy``: deploys the home stack and then the edge to the account of the caller's credentials.

    MEMBER_ISSUER=… MEMBER_CLIENT=… STAFF_ISSUER=… STAFF_CLIENT=… SUPPORT_EMAIL=… SUPPORT_PHONE=… \\
    PUBLIC_URL=https://… EDGE_CERTIFICATE=arn:aws:acm:us-east-1:… make deploy

``SEAL_CERTIFICATE="$(cat seal.pem)"`` sets a certificate of a trust service for the seal. The home region and
``us-east-1`` must be bootstrapped for CDK once: ``cdk bootstrap``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from urllib.parse import urlsplit

from infra import cdk
from infra.parameters import EDGE_REQUIRED, OPTIONAL, REQUIRED
from infra.stage import BUILT_LAYERS

HOME, EDGE = "Helsebro", "HelsebroEdge"
OUTPUTS = BUILT_LAYERS.parent / "outputs.json"
FROM_HOME = ("ApiHost", "EdgeLogBucket")
"""Parameters of the edge that come from the home stack's outputs, not from the operator."""


def main() -> int:
    """Deploys both stacks, or prints which settings are missing and returns 2."""
    missing = missing_variables(os.environ)
    if missing:
        print(f"Settings are missing: {'=… '.join(missing)}=… make deploy", file=sys.stderr)
        return 2
    _deploy(HOME, home_parameters(os.environ))
    home = json.loads(OUTPUTS.read_text())[HOME]
    _deploy(EDGE, edge_parameters(os.environ, home))
    domain = json.loads(OUTPUTS.read_text())[EDGE]["EdgeDomain"]
    print(f"Now point {urlsplit(os.environ['PUBLIC_URL']).hostname} at {domain} (CNAME, or an alias record).")
    return 0


def missing_variables(environment: Mapping[str, str]) -> list[str]:
    """Returns the variables that a deployment needs and that this environment lacks."""
    needed = dict.fromkeys([*REQUIRED, *(name for name in EDGE_REQUIRED if name not in FROM_HOME)])
    return [_variable(name) for name in needed if not environment.get(_variable(name))]


def home_parameters(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns the home stack's parameters. An optional one is always set, so that it can also be cleared."""
    return {
        **{name: environment[_variable(name)] for name in REQUIRED},
        **{name: environment.get(_variable(name), "") for name in OPTIONAL},
    }


def edge_parameters(environment: Mapping[str, str], home: Mapping[str, str]) -> dict[str, str]:
    """Returns the edge stack's parameters, from the operator and from the home stack's outputs."""
    return {
        **{name: environment[_variable(name)] for name in EDGE_REQUIRED if name not in FROM_HOME},
        "ApiHost": str(urlsplit(home["ApiUrl"]).hostname),
        "EdgeLogBucket": home["EdgeLogBucket"],
    }


def _deploy(stack: str, parameters: Mapping[str, str]) -> None:
    options = [
        part for name, value in parameters.items() for part in ("--parameters", f"{stack}:{name}={value}")
    ]
    outputs = ("--outputs-file", str(OUTPUTS))
    command = [*cdk.command(), "deploy", stack, "--context", "stage=account", *outputs, *options]
    done = subprocess.run(command, env=_environment(), check=False)
    if done.returncode:
        sys.exit(done.returncode)


def _environment() -> Mapping[str, str]:
    """Returns the caller's environment, including credentials, with the wheel's Node first in the path."""
    return {**os.environ, **cdk.with_node_in_front(os.environ.get("PATH", ""))}


def _variable(name: str) -> str:
    """Returns the variable of a parameter: ``MEMBER_ISSUER`` for ``MemberIssuer``."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper()


if __name__ == "__main__":
    sys.exit(main())
