"""The gateway's stack: the API with a route for each decorator of each handler."""

from __future__ import annotations

from aws_cdk import App, CfnOutput

from infra.parameters import StackParameters
from infra.platform.alarms import Alarms
from infra.platform.gateway import Gateway
from infra.stacks.home_stack import HomeStack
from infra.stacks.parameter_meanings import HOME
from infra.stacks.state import StateStack
from infra.stage import Stage


class GatewayStack(HomeStack):
    """The API of a stage. It names the functions, so it depends on no value of their stacks."""

    def __init__(self, app: App, stage: Stage, state: StateStack) -> None:
        super().__init__(app, stage, "gateway")
        gateway = Gateway(self, StackParameters(self, HOME), stage)
        Alarms(self, state.topic, stage).on_server_errors("api", gateway.api)
        CfnOutput(self, "ApiId", value=gateway.api.api_id)
        CfnOutput(self, "ApiUrl", value=gateway.api.api_endpoint)
