"""The names of a stage's seal, which functions and the operator's commands share."""

from __future__ import annotations

from infra.stage import Stage


def key_alias(stage: Stage) -> str:
    """Returns the alias of the key that seals the guarantees of a stage."""
    return f"alias/{stage.named('seal')}"


def certificate_parameter(stage: Stage) -> str:
    """Returns the name of the parameter that an operator stores the key's certificate chain in.

    No stack has it as a resource, so a deployment never overwrites or deletes what an operator stored.
    """
    return stage.path_of("seal-certificate")
