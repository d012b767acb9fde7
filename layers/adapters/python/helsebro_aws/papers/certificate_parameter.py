"""The parameter of Systems Manager in which an operator stores the chain (``make seal-certificate``)."""

from __future__ import annotations

from helsebro_aws.papers.printing import PRINTING_SECONDS
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings


def stored_chain(settings: Settings, parameter: str) -> str | None:
    """Returns the chain as PEM, None when no operator stored one. Needs the right ``ssm:GetParameter``."""
    client = clients.client("ssm", settings, PRINTING_SECONDS)
    try:
        return str(client.get_parameter(Name=parameter)["Parameter"]["Value"])
    except client.exceptions.ParameterNotFound:
        return None
