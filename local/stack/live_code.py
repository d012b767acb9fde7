"""Updates the code of functions on the running stack, without CDK."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from infra.function_folders import function_folders
from infra.stage import LIVE, LOCAL, Stage

STAGE = Stage(LOCAL)


def push(functions: Iterable[str], awslambda: Any) -> list[str]:
    """Replaces the code of these functions and returns their names: a new version each, called at once.

    The emulator then ends their warm processes, so the next call also loads the layers again.
    """
    pushed = []
    for name in functions:
        code = _zipped(function_folders()[name])
        function = STAGE.named(name)
        version = awslambda.update_function_code(FunctionName=function, ZipFile=code, Publish=True)["Version"]
        awslambda.update_alias(FunctionName=function, Name=LIVE, FunctionVersion=version)
        pushed.append(name)
    return pushed


def _zipped(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                archive.write(path, path.relative_to(folder))
    return buffer.getvalue()
