"""Builds every layer into ``.build/layers`` in Lambda's folder structure, compiled for its Python.

    python -m infra.build_layers

``layers/dependencies/*.in`` select the third-party packages and ``requirements.lock`` pins them; boto3 is one
of them, because the runtime's own changes without a deployment. A layer comes before the runtime. Without
compiled files a cold start takes two to three times as long. uv finds or downloads that Python; if it cannot,
name one: ``LAMBDA_PYTHON=/path/to/python3.13 make layers``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from infra import botocore_data
from infra.stage import BUILT_LAYERS, LAYERS_EXTRA, ROOT

RUNTIME = "3.13"
PLATFORM = "aarch64-manylinux_2_28"
OWN_LAYERS = ("domain", "adapters")
THIRD_PARTY = ("api", *LAYERS_EXTRA)

UV = str(Path(sys.executable).parent / "uv")


class LayersNotBuilt(Exception):
    """A step of the build failed; its own output says why."""


def main() -> None:
    """Rebuilds all layers. Raises ``LayersNotBuilt``."""
    shutil.rmtree(BUILT_LAYERS, ignore_errors=True)
    for name in OWN_LAYERS:
        target = BUILT_LAYERS / name / "python"
        shutil.copytree(
            ROOT / "layers" / name / "python", target, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in THIRD_PARTY:
        print(f"Layer {name} …", flush=True)
        _install(name, BUILT_LAYERS / name / "python")
    botocore_data.keep_only(
        botocore_data.services_used(), BUILT_LAYERS / "api" / "python" / "botocore" / "data"
    )
    _compile(BUILT_LAYERS)


def _install(name: str, target: Path) -> None:
    compiled = BUILT_LAYERS.parent / f"{name}.txt"
    sources = ROOT / "layers" / "dependencies" / f"{name}.in"
    known = [part for package in left_out_of(name) for part in ("--no-emit-package", package)]
    for_lambda = ("--python-version", RUNTIME, "--python-platform", PLATFORM)
    lock = ("--constraints", str(ROOT / "requirements.lock"), "--generate-hashes", "--no-emit-index-url")
    output = ("--quiet", "--output-file", str(compiled))
    _uv("pip", "compile", str(sources), *lock, *for_lambda, *known, *output)
    strict = ("--require-hashes", "--no-deps", "--only-binary", ":all:", "--quiet")
    _uv("pip", "install", "--target", str(target), "--requirement", str(compiled), *for_lambda, *strict)


def left_out_of(name: str) -> list[str]:
    """Returns the packages that a layer leaves out: an extra layer those of ``api``, ``api`` itself none."""
    return [] if name == "api" else _packages_of("api")


def _packages_of(name: str) -> list[str]:
    """Returns the packages of a layer whose requirements are already compiled."""
    compiled = BUILT_LAYERS.parent / f"{name}.txt"
    lines = compiled.read_text().splitlines()
    return [line.split("==")[0] for line in lines if line[:1].isalnum() and "==" in line]


def _compile(folder: Path) -> None:
    """Compiles a folder for Lambda's Python; the files are valid whatever the time stamps in the archive."""
    options = ("-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash")
    interpreter = os.environ.get("LAMBDA_PYTHON", RUNTIME)
    _uv("run", "--no-project", "--python", interpreter, "python", *options, str(folder))


def _uv(*arguments: str) -> None:
    if subprocess.run([UV, *arguments], check=False, cwd=ROOT).returncode:
        raise LayersNotBuilt(
            f"The layers are not built: `uv {' '.join(arguments[:2])}` failed. They need the package index "
            f"and a Python {RUNTIME}; LAMBDA_PYTHON=/path/to/python{RUNTIME} names one."
        )


if __name__ == "__main__":
    try:
        main()
    except LayersNotBuilt as fault:
        sys.exit(str(fault))
