"""Layers: the domain, the adapters, and the third-party packages in four parts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.stage import LAYERS_ALWAYS, LAYERS_EXTRA, Stage

MOST_BYTES = 250 * 1024 * 1024 - 1024 * 1024
"""Lambda unpacks no more than 250 MB; a function's own folder has ample room in the last one."""


class TooHeavy(Exception):
    """A function's layers are larger together than Lambda unpacks."""


class Layers(Construct):
    """Each built by ``make layers``; on the embedded stack there are none (see ``Stage``)."""

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Layers")
        self._versions: dict[str, lambda_.LayerVersion] = {}
        self._built = stage.layers
        if stage.layers is None:
            return
        for name in (*LAYERS_ALWAYS, *LAYERS_EXTRA):
            self._versions[name] = lambda_.LayerVersion(
                self,
                name,
                code=lambda_.Code.from_asset(str(stage.layers / name)),
                compatible_runtimes=[lambda_.Runtime.PYTHON_3_13],
                compatible_architectures=[lambda_.Architecture.ARM_64],
                description=f"Helsebro: {name}",
            )

    def of(self, *extra: str) -> list[lambda_.ILayerVersion]:
        """The layers of one function, with the heavy ones it names. Raises ``TooHeavy``."""
        names = (*LAYERS_ALWAYS, *extra)
        if self._built is not None:
            must_fit(self._built / name for name in names)
        return [self._versions[name] for name in names if name in self._versions]


def must_fit(folders: Iterable[Path], most: int = MOST_BYTES) -> None:
    """Raises ``TooHeavy`` when these folders hold more bytes than a function may have."""
    sizes = {folder.name: _bytes_in(folder) for folder in folders}
    if sum(sizes.values()) > most:
        parts = ", ".join(f"{name} {size // 1024**2} MB" for name, size in sizes.items())
        raise TooHeavy(f"Lambda unpacks at most 250 MB, and these are more: {parts}.")


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
