"""``make debug FUNCTION=claims``: runs a function with its sample event as soon as a debugger has attached.

The handler runs in a process of its own, with the settings that the function has on the running stack, and
on its tables. It runs with the rights of the emulator's root user and without a timeout.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from infra.account.command import CommandFault
from infra.function_folders import function_folders
from local.commands.faults import command
from local.handlers.sample import as_sent, sample_of
from local.home import LAYERS, REGION, ROOT
from local.stack import emulator
from local.stack.live_code import STAGE
from local.stack.ports import HOST, listens, number
from local.stack.running_stack import addresses, client

PORT = 5678
"""The port that debuggers expect."""


@command
def main(function: str) -> int:
    """Waits for a debugger, runs the function, and returns 1 when it raised an exception."""
    sample, port = sample_of(function), port_of(os.environ)
    awslambda, stack = client("lambda"), addresses()
    event = as_sent(function, sample.read_text("utf-8"), stack)
    settings = awslambda.get_function_configuration(FunctionName=STAGE.named(function))["Environment"]
    endpoint = {name: stack["awsEndpoint"] for name in ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3")}
    print(
        f"{function} with {sample.name} waits for a debugger at {HOST}:{port} …", file=sys.stderr, flush=True
    )
    done = subprocess.run(
        command_line(function, port),
        cwd=ROOT,
        input=json.dumps(event),
        text=True,
        env={**own_environment(), **settings["Variables"], **emulator.CREDENTIALS, **endpoint},
        check=False,
        # Ctrl-C ends the command, which then ends this process: it would print the stack of its wait.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_IGN),
    )
    return 1 if done.returncode else 0


def command_line(function: str, port: int) -> list[str]:
    """Returns the command that runs a handler once, when a debugger on this machine has attached."""
    folder = function_folders()[function]
    return [
        *(sys.executable, "-X", "frozen_modules=off", "-m", "debugpy"),
        *("--listen", f"{HOST}:{port}", "--wait-for-client"),
        *(str(Path(__file__).with_name("debugged.py")), str(folder)),
    ]


def own_environment() -> dict[str, str]:
    """Returns the variables of the process that are not settings of the function."""
    paths = os.pathsep.join([*map(str, LAYERS), str(ROOT)])
    known = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**known, "PYTHONPATH": paths, "AWS_REGION": REGION, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}


def port_of(environment: Mapping[str, str]) -> int:
    """Returns the port to listen on. Raises ``CommandFault`` when ``PORT`` is none or is taken."""
    port = number("PORT", environment.get("PORT") or str(PORT))
    if listens(port):
        raise CommandFault(
            f"Port {port} is taken, perhaps by another `make debug`. Choose another: PORT=5679"
        )
    return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
