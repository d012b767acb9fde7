"""The CDK app: ``cdk deploy`` for a real account, ``-c stage=local`` for the embedded stack."""

from __future__ import annotations

from aws_cdk import App, CliCredentialsStackSynthesizer, Validations
from cdk_nag import AwsSolutionsChecks

from infra import stage
from infra.platform.edge.stack import EdgeStack
from infra.stack import HelsebroStack


def build(app: App, to: stage.Stage) -> HelsebroStack:
    """The stack of this stage; a real account has the edge too, and a broken rule of cdk-nag stops its synth.

    The embedded stack with IAM enforced refuses the bootstrap role that publishes assets, so there the
    caller's own credentials publish them; nothing in the stack itself differs by that.
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
