"""Payments: what payers owe, and the payment files that pay it, each released by a second person."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions
from infra.platform.protection import encrypted_fields
from infra.small_function import SmallFunction

AREA = Area.MONEY

MINUTES = Duration.minutes(2)
"""A file has at most 500 payables, and each is one commit while it is drafted."""
CALLS = Duration.minutes(5)
"""Time for 500 calls of Stripe; a run that needs more goes on with its next message."""

BANK_REPORTS = "bank-reports/"
"""The folder of what banks sent."""


def add_functions(parts: Parts) -> None:
    """Only ``write_payment_file`` decrypts the account of a member. ``ledger`` reads days for sheets."""
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
        parts,
        move,
        parts.tables.money,
        *("get", "get-many", "query", "list", "put", "update", "delete", "check"),
    )
    # What no bank file can carry becomes one task of finance; a session must still be held.
    grants.items(parts, move, parts.tables.cases, "get", "query", "put", "update", "check")
    grants.store_events(parts, move)
    moving = ("begun", "withdrawn", "sent")
    consumers.of_events(parts, move, [f"payment-file.{what}" for what in moving], batch=1)

    write = parts.function("write_payment_file", "bank", timeout=MINUTES, memory=1024)
    grants.items(parts, write, parts.tables.money, "get", "get-many", "query", "put", "update", "delete")
    # Whom a refund is paid to, and the tasks; a session must still be held.
    grants.items(parts, write, parts.tables.cases, "get", "put", "check")
    grants.items(parts, write, parts.tables.people, "query")
    grants.clinics(parts, write, "get")
    grants.decrypt_field(parts, write, encrypted_fields.ACCOUNT)
    grants.put_objects(parts, write, parts.buckets.payment_files)
    grants.store_events(parts, write)
    consumers.of_events(parts, write, ["payment-file.released"], batch=1)

    pay = parts.function("pay_sessions", timeout=Duration.seconds(30))
    grants.items(parts, pay, parts.tables.cases, "get", "query", "put", "update")
    # One that is only drafted leaves its payment file.
    grants.items(parts, pay, parts.tables.money, "get", "put", "update")
    grants.payees(parts, pay, "get")
    grants.payers(parts, pay, "get")
    grants.tariffs(parts, pay, "query")
    grants.clinics(parts, pay, "get")
    grants.practitioners(parts, pay, "get", "get-many")
    grants.ledgers(parts, pay, "query", "put", "update")
    grants.store_events(parts, pay)
    consumers.of_events(parts, pay, ["session.held", "session.missed", "payout.reopened"])

    ledger = parts.function("ledger", timeout=Duration.seconds(29), memory=1024)
    grants.identify_members(parts, ledger)
    # A clinic's statement, with the numbers of its invoices.
    grants.identify_clinics(parts, ledger)
    grants.clinics(parts, ledger, "get")
    grants.payees(parts, ledger, "query", "get-many")
    grants.items(parts, ledger, parts.tables.money, "list")
    grants.money(parts, ledger, partitions.MONEY_LEDGERS, "query")
    grants.items(parts, ledger, parts.tables.cases, "get", "get-many")

    reports = parts.function("bank_reports", "bank", timeout=Duration.seconds(29), memory=1024)
    grants.identify_members(parts, reports)
    grants.items(parts, reports, parts.tables.money, "get", "query", "list", "put")
    grants.store_events(parts, reports)
    grants.keep_answers(parts, reports)
    grants.put_objects(parts, reports, parts.buckets.payment_files, BANK_REPORTS)

    _add_stripe(parts, files, reports)

    apply = parts.function("apply_bank_report", "bank", timeout=MINUTES, memory=1024)
    grants.items(parts, apply, parts.tables.money, "get", "query", "put", "update", "delete")
    # The refund that is paid, the sessions of an invoice, and the tasks.
    grants.items(parts, apply, parts.tables.cases, "get", "query", "put", "update")
    grants.get_objects(parts, apply, parts.buckets.payment_files)
    grants.store_events(parts, apply)
    of_reports = ("received", "continued")
    consumers.of_events(parts, apply, [f"bank-report.{what}" for what in of_reports], batch=1)


def _add_stripe(parts: Parts, *others: SmallFunction) -> None:
    """``payment_files`` reads the keys only to say that a payer has none, ``bank_reports`` the secrets."""
    send = parts.function("send_transfers", timeout=CALLS, memory=1024)
    grants.items(parts, send, parts.tables.money, "get", "get-many", "query", "put", "update", "delete")
    # The session that is paid, which must still be held, and the tasks.
    grants.items(parts, send, parts.tables.cases, "get", "put", "check")
    grants.store_events(parts, send)
    consumers.of_events(parts, send, ["payment-file.released"], batch=1)
    name = parts.stage.path_of("stripe")
    for function in (send, *others):
        grants.parameter(function, name, "Get")
        function.add_setting("HELSEBRO_STRIPE", name)
