"""Layers: the domain, the adapters, and the third-party packages in four parts."""

from __future__ import annotations

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.stage import LAYERS_ALWAYS, LAYERS_EXTRA, Stage


class Layers(Construct):
    """Each built by ``make layers``; on the embedded stack there are none (see ``Stage``)."""

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Layers")
        self._versions: dict[str, lambda_.LayerVersion] = {}
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
        """The layers of one function, with the heavy ones it names."""
        return [self._versions[name] for name in (*LAYERS_ALWAYS, *extra) if name in self._versions]
