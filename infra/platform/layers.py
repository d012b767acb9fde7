"""Layers: the domain, the adapters, and the third-party packages in three layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.platform.invoice_rules import LAYER, layer_folder
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
        self._folders = _folders(stage)
        for name, folder in self._folders.items():
            self._versions[name] = lambda_.LayerVersion(
                self,
                name,
                code=lambda_.Code.from_asset(str(folder)),
                compatible_runtimes=[lambda_.Runtime.PYTHON_3_13],
                compatible_architectures=[lambda_.Architecture.ARM_64],
                description=f"Helsebro: {name}",
            )

    def of(self, *extra: str) -> list[lambda_.ILayerVersion]:
        """Returns the layers of one function, with the extra ones it names. Raises ``LayersTooLarge``."""
        names = [name for name in (*LAYERS_ALWAYS, *extra) if name in self._versions]
        must_fit(self._folders[name] for name in names)
        return [self._versions[name] for name in names]


def _folders(stage: Stage) -> Mapping[str, Path]:
    """Returns layer → folder; the layer of invoice rules only where an operator laid some down."""
    # The embedded stack reads the rules where they are. It checks them all the same.
    rules = {LAYER: layer_folder(stage, stage.rules)} if stage.rules else {}
    if stage.layers is None:
        return {}
    return {name: stage.layers / name for name in (*LAYERS_ALWAYS, *LAYERS_EXTRA)} | rules


def must_fit(folders: Iterable[Path], limit: int = LIMIT_BYTES) -> None:
    """Raises ``LayersTooLarge`` when these folders hold more than ``limit`` bytes."""
    sizes = {folder.name: _bytes_in(folder) for folder in folders}
    if sum(sizes.values()) > limit:
        parts = ", ".join(f"{name} {size // 1024**2} MB" for name, size in sizes.items())
        raise LayersTooLarge(f"Lambda unpacks at most 250 MB, and these are more: {parts}.")


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
