"""An area: the functions and workflows of some contexts (``infra/areas.py``)."""

from __future__ import annotations

from aws_cdk import App
from constructs import Construct

from infra import context_files
from infra.areas import Area
from infra.parameters import StackParameters
from infra.parts import Parts
from infra.platform.alarms import Alarms
from infra.platform.layers import Layers
from infra.platform.protection.canary import add_canaries
from infra.settings import environment
from infra.stacks.home_stack import HomeStack
from infra.stacks.parameter_meanings import HOME
from infra.stacks.state import StateStack
from infra.stage import Stage


class AreaStack(HomeStack):
    """One area. It holds no data, and refers to other stacks' data but to no function of another area."""

    def __init__(self, app: App, stage: Stage, area: Area, state: StateStack) -> None:
        super().__init__(app, stage, area.value)
        parameters = StackParameters(self, HOME, local=stage.local)
        alarms = Alarms(self, state.topic, stage)
        parts = Parts(
            scope=Construct(self, "Functions"),
            stage=stage,
            keys=state.keys,
            tables=state.tables,
            buckets=state.buckets,
            queues=state.queues,
            bus=state.bus,
            alarms=alarms,
            layers=Layers(self, stage),
            environment=environment(state, parameters),
            parameters=parameters,
            workflows=context_files.workflow_names(),
        )
        context_files.add_to(parts, area)
        if stage.has("AWS::CloudWatch::Alarm.Metrics"):
            guards = alarms.on_errors(area.value, sorted(parts.functions))
            add_canaries(self, parts.functions, guards)
        self.functions = parts.functions
