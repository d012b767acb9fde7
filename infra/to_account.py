"""``make deploy``: the app to the AWS account of the caller's credentials, home first, then its edge.

    MEMBER_ISSUER=… MEMBER_CLIENT=… STAFF_ISSUER=… STAFF_CLIENT=… SUPPORT_EMAIL=… SUPPORT_PHONE=… \\
    PUBLIC_URL=https://… EDGE_CERTIFICATE=arn:aws:acm:us-east-1:… make deploy

``SEAL_CERTIFICATE="$(cat seal.pem)"`` beside them gives the seal a certificate of a trust service. The home
region and ``us-east-1`` must be bootstrapped for CDK once: ``cdk bootstrap``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from urllib.parse import urlsplit

from infra import cdk
from infra.parameters import EDGE_GIVEN, GIVEN, MAY_BE_GIVEN
from infra.stage import BUILT_LAYERS

HOME, EDGE = "Helsebro", "HelsebroEdge"
OUTPUTS = BUILT_LAYERS.parent / "outputs.json"
FROM_HOME = ("ApiHost", "EdgeLogBucket")
"""What the edge is told by the home stack's outputs and not by the operator."""


def main() -> int:
    """Deploys both stacks, or says which settings are missing."""
    missing = missing_in(os.environ)
    if missing:
        print(f"Say where to and with whom: {'=… '.join(missing)}=… make deploy", file=sys.stderr)
        return 2
    _deploy(HOME, given_to_home(os.environ))
    told = json.loads(OUTPUTS.read_text())[HOME]
    _deploy(EDGE, given_to_edge(os.environ, told))
    domain = json.loads(OUTPUTS.read_text())[EDGE]["EdgeDomain"]
    print(f"Now point {urlsplit(os.environ['PUBLIC_URL']).hostname} at {domain} (CNAME, or an alias record).")
    return 0


def missing_in(environment: Mapping[str, str]) -> list[str]:
    """The variables that a deployment needs and this environment lacks."""
    needed = dict.fromkeys([*GIVEN, *(name for name in EDGE_GIVEN if name not in FROM_HOME)])
    return [_variable(name) for name in needed if not environment.get(_variable(name))]


def given_to_home(environment: Mapping[str, str]) -> dict[str, str]:
    """The home stack's parameters; one that may be given is always said, so that it can be taken back."""
    return {
        **{name: environment[_variable(name)] for name in GIVEN},
        **{name: environment.get(_variable(name), "") for name in MAY_BE_GIVEN},
    }


def given_to_edge(environment: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """The edge stack's parameters, from the operator and from the home stack's outputs."""
    return {
        **{name: environment[_variable(name)] for name in EDGE_GIVEN if name not in FROM_HOME},
        "ApiHost": str(urlsplit(told["ApiUrl"]).hostname),
        "EdgeLogBucket": told["EdgeLogBucket"],
    }


def _deploy(stack: str, given: Mapping[str, str]) -> None:
    parameters = [
        part for name, value in given.items() for part in ("--parameters", f"{stack}:{name}={value}")
    ]
    outputs = ("--outputs-file", str(OUTPUTS))
    command = [*cdk.command(), "deploy", stack, "--context", "stage=account", *outputs, *parameters]
    done = subprocess.run(command, env=_environment(), check=False)
    if done.returncode:
        sys.exit(done.returncode)


def _environment() -> Mapping[str, str]:
    """The caller's own, credentials and all, with the wheel's Node in front."""
    return {**os.environ, **cdk.with_node_in_front(os.environ.get("PATH", ""))}


def _variable(name: str) -> str:
    """``MemberIssuer`` is given as ``MEMBER_ISSUER``."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper()


if __name__ == "__main__":
    sys.exit(main())
