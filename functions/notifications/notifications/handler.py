"""Notifications: what was sent about a case or policy, with the proof of it; staff may send it again.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, UNDERWRITING
from helsebro.ids import ClaimId, PolicyId
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.masked_address import masked
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

if TYPE_CHECKING:
    from functions.notifications.notifications.answers import NotificationAnswer

    from helsebro_aws.notifications.returns import resend_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims, policies, notifications = DynamoClaims(), DynamoPolicies(), DynamoNotifications()


@route.get(
    "/v1/claims/<claim_id>/notifications",
    allows={CASEWORKER},
    queries=("limit", "cursor"),
    returns="Page[answers.NotificationAnswer]",
)
def list_claim_notifications(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists what was sent about a claim, and the proof that it was sent; each page oldest first."""
    claim = claims.visible(claim_id, call.caller)
    return _page(call, claim.payer, claim.claim_id)


@route.get(
    "/v1/policies/<policy_id>/notifications",
    allows={UNDERWRITING},
    queries=("limit", "cursor"),
    returns="Page[answers.NotificationAnswer]",
)
def list_policy_notifications(call: Call, policy_id: PolicyId) -> HttpAnswer:
    """Lists what was sent about a policy, such as reminders of its premium, and the proof that it was sent.

    Each page is oldest first.
    """
    policy = policies.visible(policy_id, call.caller)
    return _page(call, policy.payer, policy.policy_id)


@route.post(
    "/v1/claims/<claim_id>/notifications/<notification_id>/resend",
    allows={CASEWORKER},
    answers=202,
    body="notifications.returns.resend_body.ResendShape",
    returns="answers.NotificationAnswer",
    refuses={
        409: "notification-resend-under-way notification-sent-just-now",
        422: "notification-not-sent-again notification-still-open no-address-on-channel",
    },
)
def resend_notification(
    call: Call, body: resend_body.ResendShape, claim_id: ClaimId, notification_id: str
) -> HttpAnswer:
    """Sends a notification of a claim again, to the recipient's address of today.

    Without `channel` it goes the same way, and its text says that it repeats. A message about the time of a
    session, or about a day or guarantee that is over, is not sent again. The same message goes to the same
    address once at a time, and ten minutes after it was last sent at the earliest. `digital-post` needs a
    payer that may send it; if an operator has not set it up, the message comes back and takes another
    channel.
    """
    # Here, so that a list loads no code that writes.
    from helsebro_aws.notifications.returns.resending import Resending

    claim = claims.visible(claim_id, call.caller)
    before = notifications.find(claim.payer, claim.claim_id, notification_id)
    again = Resending().run(before, body.channel, lambda made: call.receipt(HttpAnswer(202, _shown(made))))
    return HttpAnswer(202, _shown(again))


def _page(call: Call, payer: str, case_id: str) -> HttpAnswer:
    found, following = notifications.page(payer, case_id, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": _oldest_first(found), "nextCursor": following})


def _oldest_first(found: Sequence[Notification]) -> list[NotificationAnswer]:
    in_order = sorted(found, key=lambda notification: (notification.planned_at, notification.notification_id))
    return [_shown(notification) for notification in in_order]


def _shown(notification: Notification) -> NotificationAnswer:
    shown: NotificationAnswer = {
        "notificationId": notification.notification_id,
        "kind": notification.kind,
        "channel": notification.channel,
        "address": masked(notification.address, notification.channel),
        "state": notification.state,
        "plannedAt": instant(notification.planned_at),
        "attempts": len(notification.attempts),
    }
    last = notification.attempts[-1] if notification.attempts else None
    if notification.sent_at:
        shown["sentAt"] = instant(notification.sent_at)
        shown["digest"] = notification.digest
    if last and last.provider_id:
        shown["providerId"] = last.provider_id
    if last and last.fault:
        shown["fault"] = last.fault
    if notification.letter:
        shown["letter"] = notification.letter
    if notification.instead_of:
        shown["insteadOf"] = notification.instead_of
    return shown


handler = route.handler
