"""Runs the real CDK command line tool on the Node that is installed as a Python wheel.

    python -m infra.cdk bootstrap aws://111122223333/eu-north-1

uses the caller's AWS credentials.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from infra.cli import node
from infra.stage import ROOT

PINNED = ROOT / "infra" / "cli"
INSTALLED = ROOT / ".local" / "cdk-cli"
TOOL = INSTALLED / "node_modules" / "aws-cdk" / "bin" / "cdk"


class CdkFailed(Exception):
    """A CDK command failed; the message ends with its last lines of output."""


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    heard: Callable[[str], None] = lambda _: None,
) -> None:
    """Runs ``cdk`` with these arguments in the checkout. Raises ``CdkFailed``.

    ``environment`` is added to the variables that CDK needs; the caller's own AWS settings are left out.
    ``heard`` is called with each line of the output as it comes.
    """
    last: deque[str] = deque(maxlen=40)
    with subprocess.Popen(
        [*_command(), *arguments],
        cwd=ROOT,
        env={**_environment_without_aws(), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        for line in running.stdout or ():
            last.append(line)
            heard(line)
    if running.returncode:
        raise CdkFailed(f"cdk {arguments[0]} failed:\n" + "".join(last).rstrip())


def run_as_caller(arguments: Sequence[str]) -> int:
    """Runs ``cdk`` on the caller's terminal and with the caller's credentials; returns its exit code."""
    environment = {**os.environ, **with_node_in_front(os.environ.get("PATH", ""))}
    return subprocess.run([*_command(), *arguments], cwd=ROOT, env=environment, check=False).returncode


def is_installed() -> bool:
    """Returns whether the tool is there in the version of ``infra/cli``."""
    lock = INSTALLED / "package-lock.json"
    return (
        TOOL.exists() and lock.exists() and lock.read_bytes() == (PINNED / "package-lock.json").read_bytes()
    )


def templates_in(folder: Path) -> dict[str, dict[str, Any]]:
    """Returns stack → template of a synthesized app."""
    found = sorted(folder.glob("*.template.json"))
    return {path.name.removesuffix(".template.json"): json.loads(path.read_text()) for path in found}


def in_context(values: Mapping[str, str]) -> list[str]:
    """Returns the options that give the app these context values."""
    return [part for name, value in values.items() for part in ("--context", f"{name}={value}")]


def with_parameters(templates: Mapping[str, Mapping[str, Any]], values: Mapping[str, str]) -> list[str]:
    """Returns the options that give each stack the parameters that its template declares."""
    return [
        part
        for stack, template in templates.items()
        for name in template.get("Parameters", {})
        if name in values
        for part in ("--parameters", f"{stack}:{name}={values[name]}")
    ]


def with_node_in_front(path: str) -> dict[str, str]:
    """Returns the variables that make CDK's child processes use the same Node."""
    return {
        "PATH": f"{node.node().parent}{os.pathsep}{path}",
        "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1",
        "CDK_DISABLE_CLI_TELEMETRY": "true",
    }


def _command() -> list[str]:
    """Returns the command that starts ``cdk``, without arguments."""
    return [str(node.node()), str(install())]


def install() -> Path:
    """Returns the path of the tool in the version of ``infra/cli``; installs it first when it is missing."""
    try:
        node.packages(PINNED, INSTALLED, _environment_without_aws())
    except node.NpmFailed as fault:
        raise CdkFailed(str(fault)) from None
    return TOOL


def _environment_without_aws() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CDK_"))}
    return {**kept, **with_node_in_front(kept.get("PATH", ""))}


if __name__ == "__main__":
    sys.exit(run_as_caller(sys.argv[1:]))
