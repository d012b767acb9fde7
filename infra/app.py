"""The CDK app: ``-c stage=local`` is the embedded stack, every other stage is for a real account."""

from __future__ import annotations

from aws_cdk import App, Stack, Tags, Validations
from cdk_nag import AwsSolutionsChecks

from infra.areas import Area
from infra.stacks.area import AreaStack
from infra.stacks.edge import EdgeStack
from infra.stacks.gateway import GatewayStack
from infra.stacks.state import StateStack
from infra.stage import Stage, stage

LINT = {"cfn-lint": {"config": {"ignore_checks": ["W3005"]}}}
"""The metadata of each template: CDK writes ``DependsOn`` beside a ``GetAtt`` that already implies it."""


def build(app: App, to: Stage) -> None:
    """Builds the stacks of a stage. A real account also gets the edge and the checks of cdk-nag."""
    Tags.of(app).add("helsebro-stage", to.name)
    state = StateStack(app, to)
    gateway = GatewayStack(app, to, state)
    for area in Area:
        # A route is of no use before its function, and CloudFormation sees no reference to it.
        gateway.add_stack_dependency(AreaStack(app, to, area, state))
    if not to.local:
        EdgeStack(app, to)
        Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    for stack in app.node.children:
        if isinstance(stack, Stack):
            stack.template_options.metadata = LINT


if __name__ == "__main__":
    app = App()
    context = app.node.try_get_context
    build(app, stage(context("stage"), context("region"), context("layers"), context("rules")))
    app.synth()
