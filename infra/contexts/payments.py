"""Payments: what payers owe, and the payment files that pay it, each released by a second person."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.protection import encrypted_fields

AREA = Area.MONEY

MINUTES = Duration.minutes(2)
"""A file has at most 500 payables, and each is one commit while it is drafted."""


def add_functions(parts: Parts) -> None:
    """Only ``write_payment_file`` decrypts the account of a member; ``ledger`` reads a whole day for a sheet."""
    payments = parts.function("payments")
    grants.items(parts, payments, parts.tables.money, "list")
    grants.identify_members(parts, payments)

    files = parts.function("payment_files")
    # The pseudonym key also makes the digest of an address, by which a person with two logins is known.
    grants.identify_members(parts, files)
    grants.items(parts, files, parts.tables.money, "get", "get-many", "query", "list", "put", "update")
    grants.store_events(parts, files)
    grants.keep_answers(parts, files)
    grants.link_to_objects(parts, files, parts.buckets.payment_files)

    move = parts.function("move_payment_files", timeout=MINUTES)
    grants.items(
        parts, move, parts.tables.money, "get", "get-many", "query", "list", "put", "update", "delete"
    )
    # What no bank file can carry becomes a task of finance.
    grants.items(parts, move, parts.tables.cases, "put")
    grants.store_events(parts, move)
    moving = ("begun", "withdrawn", "sent")
    consumers.of_events(parts, move, [f"payment-file.{what}" for what in moving], batch=1)

    write = parts.function("write_payment_file", "bank", timeout=MINUTES, memory=1024)
    grants.items(parts, write, parts.tables.money, "get", "get-many", "query", "put", "update", "delete")
    # Whom a refund is paid to, and the tasks.
    grants.items(parts, write, parts.tables.cases, "get", "put")
    grants.items(parts, write, parts.tables.people, "query")
    grants.clinics(parts, write, "get")
    grants.decrypt_field(parts, write, encrypted_fields.ACCOUNT)
    grants.put_objects(parts, write, parts.buckets.payment_files)
    grants.store_events(parts, write)
    consumers.of_events(parts, write, ["payment-file.released"], batch=1)
    ledger = parts.function("ledger", timeout=Duration.seconds(29), memory=1024)
    grants.identify_members(parts, ledger)
    grants.items(parts, ledger, parts.tables.money, "list")
    grants.book_money(parts, ledger, "query")
    grants.items(parts, ledger, parts.tables.cases, "get")
