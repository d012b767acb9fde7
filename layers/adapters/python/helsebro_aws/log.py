"""Logs: one JSON line each, of ids and outcomes only; never a name, number, body, header, token or link."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger

logger = Logger(service="helsebro", log_uncaught_exceptions=False)


def done(outcome: str, **ids_and_counts: Any) -> None:
    """Something ended: what, and for which ids."""
    logger.info(outcome, extra=ids_and_counts)


def failed(fault: BaseException, **ids_and_counts: Any) -> None:
    """A bug or a broken part: its type and where it was raised, but not its text, which may quote data."""
    trace = fault.__traceback__
    where = []
    while trace:
        where.append(f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    logger.error("failed", extra={"fault": type(fault).__name__, "where": where[-4:], **ids_and_counts})
