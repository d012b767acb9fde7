"""Payments: the approved amounts that wait for the payment file."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import partitions

AREA = Area.MONEY


def add_functions(parts: Parts) -> None:
    """Both only read, and decrypt no account; ``ledger`` reads a whole day for a sheet."""
    payments = parts.function("payments")
    grants.items(parts, payments, parts.tables.money, "list")
    grants.identify_members(parts, payments)

    ledger = parts.function("ledger", timeout=Duration.seconds(29), memory=1024)
    grants.identify_members(parts, ledger)
    grants.items(parts, ledger, parts.tables.money, "list")
    grants.money(parts, ledger, partitions.MONEY_LEDGERS, "query")
    grants.items(parts, ledger, parts.tables.cases, "get")
