"""The shared parts that each context uses to build its functions and workflows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aws_cdk import Duration
from constructs import Construct

from infra.parameters import StackParameters
from infra.platform.alarms import Alarms
from infra.platform.buckets import Buckets
from infra.platform.bus import EventBus
from infra.platform.keys import KmsKeys
from infra.platform.layers import Layers
from infra.platform.queues import Queues
from infra.platform.tables import DataTables
from infra.small_function import API_TIMEOUT, MEMORY, SmallFunction
from infra.stage import Stage


@dataclass(frozen=True)
class Parts:
    """The parts that all contexts of an area share.

    ``workflows`` names the workflows of every area; each context adds its functions to ``functions``.
    """

    scope: Construct
    stage: Stage
    keys: KmsKeys
    tables: DataTables
    buckets: Buckets
    queues: Queues
    bus: EventBus
    alarms: Alarms
    layers: Layers
    environment: Mapping[str, str]
    parameters: StackParameters
    workflows: Sequence[str]
    functions: dict[str, SmallFunction] = field(default_factory=dict)

    def function(
        self, name: str, *extra_layers: str, timeout: Duration = API_TIMEOUT, memory: int = MEMORY
    ) -> SmallFunction:
        """Builds and returns the function of ``functions/<context>/<name>``, still without grants."""
        function = SmallFunction(
            self.scope,
            name,
            stage=self.stage,
            environment=self.environment,
            layers=self.layers.of(*extra_layers),
            timeout=timeout,
            memory=memory,
            tracing=bool(self.scope.node.try_get_context("tracing")),
        )
        self.functions[name] = function
        return function
