"""Metrics of our own: a count in a line of the log, which CloudWatch reads as a metric (embedded format)."""

from __future__ import annotations

from helsebro_aws.platform import clock
from helsebro_aws.platform.log import line
from helsebro_aws.platform.settings import settings

NAMESPACE = "Helsebro"


def count(name: str, number: int) -> None:
    """Writes a count of the running function."""
    metric = {
        "Namespace": NAMESPACE,
        "Dimensions": [["FunctionName"]],
        "Metrics": [{"Name": name, "Unit": "Count"}],
    }
    at = int(clock.real_now().timestamp() * 1000)
    embedded = {"Timestamp": at, "CloudWatchMetrics": [metric]}
    line(name, _aws=embedded, FunctionName=settings.function_name, **{name: number})
