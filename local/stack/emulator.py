"""The emulator: MiniStack as the AWS endpoint, with every function's IAM policy enforced."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from local.home import LAYERS, REGION
from local.stack.child import Child
from local.stack.ports import HOST, Ports, answers

CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
"""The emulator's own root user: who deploys and seeds, never who runs a function."""


def start(ports: Ports, home: Path) -> Child:
    """The emulator, once it answers.

    Functions inherit its environment, so that is kept bare; they find the layers of the checkout on the
    path, and the packages of the virtual environment because the emulator runs on that.
    """
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
            "LOG_LEVEL": os.environ.get("EMULATOR_LOG_LEVEL", "INFO"),
            "PYTHONPATH": os.pathsep.join(map(str, LAYERS)),
            **CREDENTIALS,
        },
        folder=home,
    )
    child.wait_until(lambda: answers(f"{ports.url('emulator')}/_ministack/health"))
    return child


def environment(ports: Ports) -> dict[str, str]:
    """What an AWS client needs in order to talk to this emulator."""
    url = ports.url("emulator")
    return {
        "AWS_ENDPOINT_URL": url,
        "AWS_ENDPOINT_URL_S3": url,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        **CREDENTIALS,
    }
