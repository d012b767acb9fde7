"""Notifications: planned after events, sent by e-mail and SMS, each once."""

from __future__ import annotations

from aws_cdk import Duration

from helsebro.notifications.kinds import event_types
from helsebro.notifications.news import PLANNED
from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.messages.mail import Mail
from infra.reasons import EVERY_PHONE, acknowledge

AREA = Area.PLATFORM
EVERY_TOPIC = "arn:aws:sns:*:*:*"
"""A phone number is no resource of AWS: whoever may send an SMS could publish to topics too."""


def add_functions(parts: Parts) -> None:
    """``notify`` reads who gets a message and what it says; ``send_notification`` hands it to a provider."""
    notify = parts.function("notify", "mail", timeout=Duration.seconds(30))
    grants.items(parts, notify, parts.tables.cases, "get", "query", "put", "update")
    grants.items(parts, notify, parts.tables.people, "get", "get-many", "query")
    grants.clinics(parts, notify, "get")
    grants.store_events(parts, notify)
    consumers.of_events(parts, notify, event_types())

    # The lease of an attempt (``notifications.sending.LEASE``) is longer than this timeout.
    send = parts.function("send_notification", "mail", timeout=Duration.seconds(60))
    grants.items(parts, send, parts.tables.cases, "get", "update")
    grants.payers(parts, send, "get")
    grants.store_events(parts, send)
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
