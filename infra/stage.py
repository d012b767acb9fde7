"""The stage: the embedded stack, or one of several that stand beside each other in real accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The checkout."""

BUILT_LAYERS = ROOT / ".build" / "layers"
"""Where ``make layers`` writes the compiled layers, in Lambda's folder structure."""

LAYERS_ALWAYS = ("domain", "adapters", "api")
"""The layers of every function."""

LAYERS_EXTRA = ("pdf", "xml", "mail", "charts", "calendar", "rewriting", "bank")
"""Layers with large packages, for the functions that name them."""

LIVE = "live"
"""The alias that everything calls; a deployment moves it to a new version step by step."""

DEAD, UNDELIVERED = "-dead", "undelivered"
"""The end of the name of every dead-letter queue, and the queue of what the bus could not hand over."""

EDGE_REGION = "us-east-1"
"""Where AWS keeps the web ACLs, certificates and log deliveries of CloudFront, wherever the API is."""

LOCAL, PRODUCTION = "local", "prod"
IN_AN_ACCOUNT = ("dev", "test", PRODUCTION)

EUROPEAN = (
    "eu-north-1",
    "eu-west-1",
    "eu-west-3",
    "eu-central-1",
    "eu-south-1",
    "eu-south-2",
)
"""Regions of the European Union: health data stays under its law (GDPR, chapter V)."""

NOT_IN_THE_EMULATOR = frozenset(
    {
        "AWS::CloudTrail::Trail",
        "AWS::CloudWatch::Alarm.Metrics",
        "AWS::CodeDeploy::Application",
        "AWS::CodeDeploy::DeploymentGroup",
        "AWS::Events::Archive",
        "AWS::GuardDuty::MalwareProtectionPlan",
        "AWS::SES::ConfigurationSetEventDestination",
    }
)
"""The types of resources that the embedded stack leaves out, because the emulator refuses them.

``Type.Property`` leaves out only the resources of a type that have the property.
"""


class UnknownStage(Exception):
    """No stage has this name; the text lists those that exist."""


class ForeignRegion(Exception):
    """The region is missing or outside the European Union; the text lists those that are allowed."""


@dataclass(frozen=True)
class Stage:
    """Everything that differs between the stages.

    ``rules`` is the folder of official invoice rules that an operator laid down, None without any.

    ``region`` and ``layers``, the folder of built layers, are ``None`` on the embedded stack, where a
    function imports the same packages from the checkout and its virtual environment (local/README.md).
    """

    name: str
    region: str | None = None
    layers: Path | None = None
    rules: Path | None = None

    @property
    def local(self) -> bool:
        """Whether this is the embedded stack."""
        return self.name == LOCAL

    @property
    def tls_only(self) -> bool:
        """Whether resource policies refuse plain HTTP; the embedded stack has no TLS."""
        return not self.local

    @property
    def locks_for_good(self) -> bool:
        """Whether no one can shorten an object lock: elsewhere than in production an operator can."""
        return self.name == PRODUCTION

    def named(self, part: str) -> str:
        """Returns the name of a part of this stage, so that two stages fit into one account."""
        return f"helsebro-{self.name}-{part}"

    def path_of(self, part: str) -> str:
        """Returns the name of what AWS names by a path: the log group of a function, or a parameter."""
        return f"/helsebro/{self.name}/{part}"

    def has(self, resource_type: str) -> bool:
        """Returns whether this stage has resources of a CloudFormation type."""
        return not (self.local and resource_type in NOT_IN_THE_EMULATOR)


def stage(
    name: str | None,
    region: str | None = None,
    layers: str | None = None,
    rules: str | None = None,
    offered: Sequence[str] = (LOCAL, *IN_AN_ACCOUNT),
) -> Stage:
    """Returns the stage of this name. Raises ``UnknownStage`` or ``ForeignRegion``.

    ``layers`` is a folder of layers instead of ``BUILT_LAYERS``, ``rules`` one of official invoice rules.
    ``offered`` are the names in the error.
    """
    laid_down = Path(rules).resolve() if rules else None
    if name == LOCAL:
        return Stage(LOCAL, rules=laid_down)
    if name not in IN_AN_ACCOUNT:
        raise UnknownStage(f"{_found('STAGE', name)} Choose one: {_listed(offered)}.")
    if region not in EUROPEAN:
        raise ForeignRegion(
            f"{_found('AWS_REGION', region)} Health data stays in the European Union: {_listed(EUROPEAN)}."
        )
    return Stage(name, region, Path(layers or BUILT_LAYERS), laid_down)


def _found(variable: str, value: str | None) -> str:
    return f"{variable} is {value!r}." if value else f"{variable} is missing."


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
