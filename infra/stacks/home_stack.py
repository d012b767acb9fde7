"""A stack of a stage's home region."""

from __future__ import annotations

from aws_cdk import App, CliCredentialsStackSynthesizer, Environment, Stack

from infra.stage import Stage


class HomeStack(Stack):
    """A stack in the region where the stage keeps its data.

    The emulator refuses the bootstrap role that publishes assets, so there the caller's own credentials
    publish them; the stack itself is the same.
    """

    def __init__(self, app: App, stage: Stage, name: str) -> None:
        super().__init__(
            app,
            stage.named(name),
            env=Environment(region=stage.region),
            synthesizer=CliCredentialsStackSynthesizer() if stage.local else None,
            termination_protection=stage.locks_for_good,
        )
        self.stage = stage
