"""The parts that each context builds its functions and workflows from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aws_cdk import Duration
from constructs import Construct

from infra.platform.alarms import Alarms
from infra.platform.buckets import Buckets
from infra.platform.bus import Bus
from infra.platform.keys import Keys
from infra.platform.layers import Layers
from infra.platform.queues import Queues
from infra.platform.tables import Tables
from infra.settings import Given
from infra.small_function import API_TIMEOUT, MEMORY, SmallFunction
from infra.stage import Stage


@dataclass(frozen=True)
class Parts:
    """What all contexts share.

    ``workflows`` names the workflows of all contexts; ``functions`` fills while each context adds its own.
    """

    scope: Construct
    stage: Stage
    keys: Keys
    tables: Tables
    buckets: Buckets
    queues: Queues
    bus: Bus
    alarms: Alarms
    layers: Layers
    environment: Mapping[str, str]
    given: Given
    workflows: Sequence[str]
    functions: dict[str, SmallFunction] = field(default_factory=dict)

    def function(
        self, name: str, *extra_layers: str, timeout: Duration = API_TIMEOUT, memory: int = MEMORY
    ) -> SmallFunction:
        """The function of ``functions/<context>/<name>``, with nothing granted yet."""
        function = SmallFunction(
            self.scope,
            name,
            environment=self.environment,
            layers=self.layers.of(*extra_layers),
            alarms=self.alarms,
            timeout=timeout,
            memory=memory,
            tracing=bool(self.scope.node.try_get_context("tracing")),
        )
        self.functions[name] = function
        return function
