"""Notifications: planned after events, sent once on each channel, and what comes back of them."""

from __future__ import annotations

from aws_cdk import Duration

from helsebro.notifications.kinds import event_types
from helsebro.notifications.news import BOUNCED, PLANNED, UNDELIVERABLE
from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.messages.mail import Mail
from infra.platform.messages.mail_reports import MailReports
from infra.platform.protection import encrypted_fields
from infra.reasons import EVERY_PHONE, acknowledge

AREA = Area.PLATFORM
EVERY_TOPIC = "arn:aws:sns:*:*:*"
"""A phone number is no resource of AWS: whoever may send an SMS could publish to topics too."""


def add_functions(parts: Parts) -> None:
    """``notify`` reads who gets a message and what it says; ``send_notification`` hands it to a provider."""
    notify = parts.function("notify", "mail", timeout=Duration.seconds(30))
    grants.items(parts, notify, parts.tables.cases, "get", "get-many", "query", "put", "update")
    grants.items(parts, notify, parts.tables.people, "get", "get-many", "query")
    grants.clinics(parts, notify, "get", "query")
    grants.payees(parts, notify, "get")
    grants.practitioners(parts, notify, "get")
    grants.store_events(parts, notify)
    # The address of a holder of a mandate whom we do not insure, as the giver wrote it.
    grants.decrypt_field(parts, notify, encrypted_fields.HOLDER)
    consumers.of_events(parts, notify, event_types())

    # The lease of an attempt (``notifications.sending.LEASE``) is longer than this timeout.
    send = parts.function("send_notification", "mail", "pdf", timeout=Duration.seconds(60), memory=1024)
    # A letter to who has no login holds what its case says, which may name the guarantee of another claim.
    grants.items(parts, send, parts.tables.cases, "get", "get-many", "query", "list", "put", "update")
    # That of a mandate that staff recorded names who holds it.
    grants.decrypt_field(parts, send, encrypted_fields.MESSAGE, encrypted_fields.HOLDER)
    grants.items(parts, send, parts.tables.people, "get", "get-many", "query")
    grants.store_events(parts, send)
    grants.put_objects(parts, send, parts.buckets.letters)
    # Digital post is addressed to the number; without stored credentials the channel is off.
    grants.decrypt_field(parts, send, encrypted_fields.NUMBER)
    # The links in the mails to the signatory of a clinic, and to an invited practitioner.
    grants.identify_members(parts, send)
    # A letter about a session says where it is.
    grants.clinics(parts, send, "get", "get-many")
    grants.practitioners(parts, send, "get", "get-many")
    # The link with which a mail of a kind that may be off is turned off.
    grants.encrypt_field(parts, send, encrypted_fields.UNSUBSCRIBE)
    for country in ("dk", "no"):
        name = parts.stage.path_of(f"digital-post-{country}")
        grants.parameter(send, name, "Get")
        send.add_setting(f"HELSEBRO_DIGITAL_POST_{country.upper()}", name)
    mail = Mail(parts.scope, parts.stage, parts.parameters)
    # The emulator does not know the identity of a mail, and requires the right on all of them.
    send.may(["ses:SendEmail"], ["*"] if parts.stage.local else mail.arns)
    send.may(["sns:Publish"], ["*"])
    send.may_not(["sns:Publish"], [EVERY_TOPIC])
    acknowledge(send.role, EVERY_PHONE)
    send.add_setting("HELSEBRO_MAIL_FROM", mail.sender)
    send.add_setting("HELSEBRO_MAIL_CONFIGURATION", mail.configuration_set)
    send.add_setting("HELSEBRO_PORTAL_URL", parts.parameters["PortalUrl"])
    consumers.of_events(parts, send, [PLANNED])
    _add_returns(parts, mail)
    _add_routes(parts)
    _add_contacts(parts)


def _add_returns(parts: Parts, mail: Mail) -> None:
    """``read_receipts`` reads what SES reports; ``try_another_channel`` goes on with what came back."""
    receipts = parts.function("read_receipts", timeout=Duration.seconds(30))
    grants.items(parts, receipts, parts.tables.cases, "get", "update")
    grants.items(parts, receipts, parts.tables.people, "get", "get-many", "query", "put")
    grants.store_events(parts, receipts)
    queue = parts.queues.work_queue("read-receipts", receipts.timeout, receives=12)
    consumers.reads(receipts, queue)
    MailReports(parts, mail, queue)

    other = parts.function("try_another_channel", "mail", timeout=Duration.seconds(30))
    grants.items(parts, other, parts.tables.cases, "get", "get-many", "put", "update")
    grants.items(parts, other, parts.tables.people, "get", "get-many", "query")
    grants.clinics(parts, other, "get")
    grants.store_events(parts, other)
    consumers.of_events(parts, other, [BOUNCED, UNDELIVERABLE])


def _add_routes(parts: Parts) -> None:
    """Staff see what was sent, send it again, and work the print queue."""
    shown = parts.function("notifications", "mail")
    grants.identify_members(parts, shown)
    grants.items(parts, shown, parts.tables.cases, "get", "query", "put")
    grants.items(parts, shown, parts.tables.people, "get", "get-many", "query")
    grants.store_events(parts, shown)
    grants.keep_answers(parts, shown)

    letters = parts.function("letters")
    grants.identify_members(parts, letters)
    grants.items(parts, letters, parts.tables.cases, "get", "list", "update")
    grants.store_events(parts, letters)
    grants.keep_answers(parts, letters)
    grants.link_to_objects(parts, letters, parts.buckets.letters)
    grants.link_to_objects(parts, letters, parts.buckets.guarantees)


def _add_contacts(parts: Parts) -> None:
    """``contacts`` and ``preferences`` need a login, ``unsubscribe`` the link of an e-mail."""
    contacts = parts.function("contacts", "mail")
    grants.identify_members(parts, contacts)
    grants.items(parts, contacts, parts.tables.people, "get", "get-many", "query", "put", "delete")
    grants.custody(parts, contacts, "get")
    grants.store_events(parts, contacts)

    preferences = parts.function("preferences")
    grants.identify_members(parts, preferences)
    grants.items(parts, preferences, parts.tables.people, "get", "get-many", "query", "put")
    grants.store_events(parts, preferences)

    unsubscribe = parts.function("unsubscribe")
    grants.items(parts, unsubscribe, parts.tables.people, "get", "get-many", "query", "put")
    grants.store_events(parts, unsubscribe)
    grants.decrypt_field(parts, unsubscribe, encrypted_fields.UNSUBSCRIBE)
