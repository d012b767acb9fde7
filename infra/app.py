"""The CDK app: ``cdk deploy`` is for a real account, ``-c stage=local`` for the embedded stack."""

from __future__ import annotations

from aws_cdk import App, CliCredentialsStackSynthesizer, Validations
from cdk_nag import AwsSolutionsChecks

from infra import stage
from infra.platform.edge.stack import EdgeStack
from infra.stack import HelsebroStack


def build(app: App, to: stage.Stage) -> HelsebroStack:
    """Builds and returns the stack of a stage. A real account also gets the edge and the checks of cdk-nag.

    The emulator refuses the bootstrap role that publishes assets, so there the caller's own credentials
    publish them; the stack itself is the same.
    """
    if to.local:
        return HelsebroStack(app, to, CliCredentialsStackSynthesizer())
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    EdgeStack(app)
    return HelsebroStack(app, to)


if __name__ == "__main__":
    app = App()
    context = app.node.try_get_context
    build(app, stage.named(context("stage") or "account", context("layers")))
    app.synth()
