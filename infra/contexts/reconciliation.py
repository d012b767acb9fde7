"""Reconciliation: every night the ledger of money is compared with what it books."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions

AREA = Area.MONEY


def add_functions(parts: Parts) -> None:
    """``reconcile_money`` reads every case, and stores only how far it is and the tasks of finance."""
    tables = parts.tables

    reconcile = parts.function("reconcile_money", timeout=Duration.minutes(10), memory=1024)
    grants.payers(parts, reconcile, "query")
    grants.ledgers(parts, reconcile, "query")
    grants.items(parts, reconcile, tables.cases, "get", "query", "list", "put")
    # Entries only when an operator opens the ledger of older cases.
    grants.money(parts, reconcile, partitions.MONEY_LEDGERS, "query", "put")
    grants.items(parts, reconcile, tables.money, "get-many")
    grants.money(parts, reconcile, partitions.RECONCILIATIONS, "get", "put")
    grants.store_events(parts, reconcile)
    consumers.every(parts, reconcile, consumers.EVERY_QUARTER)
    parts.alarms.on_differences("money-differs", "reconcile_money", "MoneyDifferences")

    reconciliations = parts.function("reconciliations")
    grants.identify_members(parts, reconciliations)
    grants.money(parts, reconciliations, partitions.RECONCILIATIONS, "query")
