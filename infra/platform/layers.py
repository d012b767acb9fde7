"""Layers: the domain, the adapters, and the third-party packages in three layers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.stage import LAYERS_ALWAYS, LAYERS_EXTRA, Stage

LIMIT_BYTES = 250 * 1024 * 1024 - 1024 * 1024
"""Lambda unpacks at most 250 MB; we leave 1 MB of them for the function's own code."""


class LayersTooLarge(Exception):
    """The layers of a function are together larger than Lambda unpacks."""


class Layers(Construct):
    """The layers that ``make layers`` builds; the embedded stack has none (see ``Stage``)."""

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
        """Returns the layers of one function, with the extra ones it names. Raises ``LayersTooLarge``."""
        names = (*LAYERS_ALWAYS, *extra)
        if self._built is not None:
            must_fit(self._built / name for name in names)
        return [self._versions[name] for name in names if name in self._versions]


def must_fit(folders: Iterable[Path], limit: int = LIMIT_BYTES) -> None:
    """Raises ``LayersTooLarge`` when these folders hold more than ``limit`` bytes."""
    sizes = {folder.name: _bytes_in(folder) for folder in folders}
    if sum(sizes.values()) > limit:
        parts = ", ".join(f"{name} {size // 1024**2} MB" for name, size in sizes.items())
        raise LayersTooLarge(f"Lambda unpacks at most 250 MB, and these are more: {parts}.")


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
