"""The emulator: MiniStack as the AWS endpoint. It enforces every function's IAM policy."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from local.clock.stack_clock import StackClock
from local.home import LAYERS, REGION
from local.stack.child import Child
from local.stack.ports import HOST, Ports, answers

CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
"""The emulator's root user: it deploys and seeds, but runs no function."""


def start(ports: Ports, home: Path) -> Child:
    """Starts the emulator and returns it when it answers; its business time is the real time.

    Functions inherit its environment, so it has only a few variables. They import the layers from the
    checkout, and the packages from the virtual environment, because the emulator runs in that.
    """
    StackClock(clock_file(home)).start()
    temporary = home / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    child = Child(
        "emulator",
        [str(Path(sys.executable).parent / "ministack")],
        log=home / "logs" / "emulator.log",
        environment={
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "HOME": str(home),
            "TMPDIR": str(temporary),
            "LANG": "C.UTF-8",
            "GATEWAY_PORT": str(ports.emulator),
            "BIND_HOST": HOST,
            "MINISTACK_HOST": HOST,
            "MINISTACK_REGION": REGION,
            "IOT_MTLS_ENABLED": "0",
            "AUTH": "true",
            "HELSEBRO_LOCAL_STACK": "1",
            "HELSEBRO_CLOCK_FILE": str(clock_file(home)),
            "LOG_LEVEL": os.environ.get("EMULATOR_LOG_LEVEL", "INFO"),
            "PYTHONPATH": os.pathsep.join(map(str, LAYERS)),
            **CREDENTIALS,
        },
        folder=home,
    )
    child.wait_until(lambda: answers(f"{ports.url('emulator')}/_ministack/health"))
    return child


def clock_file(home: Path) -> Path:
    """Returns the file with the business time of the stack in this folder."""
    return home / "clock"


def environment(ports: Ports) -> dict[str, str]:
    """Returns the variables that an AWS client needs for this emulator."""
    url = ports.url("emulator")
    return {
        "AWS_ENDPOINT_URL": url,
        "AWS_ENDPOINT_URL_S3": url,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        **CREDENTIALS,
    }
