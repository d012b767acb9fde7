"""Logs: JSON lines with ids and outcomes only, never a name, number, body, header, token or link."""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@cache
def _logger() -> Logger:
    # Imported when the first outcome is logged: most calls of an API function have none.
    from aws_lambda_powertools import Logger

    return Logger(service="helsebro", log_uncaught_exceptions=False)


def line(message: str, **ids_and_counts: Any) -> None:
    """Writes a line as ``done`` does, without the logger: an API function writes one a request."""
    at = clock.real_now().isoformat(timespec="milliseconds")
    fields = {"level": "INFO", "message": message, "timestamp": at, **ids_and_counts}
    sys.stdout.write(_COMPACT.encode(fields) + "\n")
    sys.stdout.flush()


def done(outcome: str, **ids_and_counts: Any) -> None:
    """Logs an outcome with its ids and counts."""
    _logger().info(outcome, extra=ids_and_counts)


def failed(fault: BaseException, **ids_and_counts: Any) -> None:
    """Logs an error: its type and where it was raised, but not its text, which may quote data."""
    trace = fault.__traceback__
    where = []
    while trace:
        where.append(f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    _logger().error("failed", extra={"fault": type(fault).__name__, "where": where[-4:], **ids_and_counts})
