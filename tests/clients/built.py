"""The TypeScript client, built once for all tests, with its own tests and the journey beside it."""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from infra.cli.node import node
from local.clients.generators import PYTHON, TYPESCRIPT, typescript_packages
from local.home import HOME

BUILDS = HOME / "clients" / "built"
PARTS = ("package.json", "tsconfig.json", "src", "tests")
REST_OF_THE_JOURNEY = Path(__file__).parent / "rest_of_the_journey.ts"


def examples(client: Path, language: str) -> list[str]:
    """Returns the examples of a client's README."""
    return re.findall(rf"^```{language}\n(.*?)^```", (client / "README.md").read_text("utf-8"), re.M | re.S)


def python_examples() -> list[str]:
    """Returns the examples of the Python client: a clinic's system, and a member."""
    return examples(PYTHON, "python")


def typescript() -> Path:
    """Returns the folder of the built client; ``dist-tests`` has its compiled tests and the journey.

    Raises ``subprocess.CalledProcessError`` when it does not compile.
    """
    [example] = examples(TYPESCRIPT, "ts")
    journey = example + REST_OF_THE_JOURNEY.read_text("utf-8")
    built = BUILDS / _digest(journey)
    BUILDS.mkdir(parents=True, exist_ok=True)
    with (HOME / "clients" / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            for older in BUILDS.iterdir():
                shutil.rmtree(older)
            _build(built, journey)
    return built


def _build(built: Path, journey: str) -> None:
    packages = typescript_packages()
    made = built.with_suffix(".new")
    for part in PARTS:
        source = TYPESCRIPT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        made.mkdir(exist_ok=True)
        copy(source, made / part)
    (made / "tests" / "journey.ts").write_text(journey, "utf-8")
    (made / "node_modules").symlink_to(packages)
    for project in ("tsconfig.json", "tests/tsconfig.json"):
        compiled = subprocess.run(
            [str(node()), str(packages / "typescript" / "bin" / "tsc"), "-p", str(made / project)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert compiled.returncode == 0, compiled.stdout
    made.rename(built)


def _digest(journey: str) -> str:
    files = sorted(path for part in PARTS for path in (TYPESCRIPT / part, *(TYPESCRIPT / part).rglob("*")))
    content = b"".join(path.read_bytes() for path in files if path.is_file())
    return hashlib.sha256(content + journey.encode()).hexdigest()[:16]
