"""Unsubscribe: turns off the e-mail of one kind by the link in that e-mail, without a login.

Trigger: HTTP API.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helsebro.caller import ANYONE
from helsebro.errors import Conflict, VersionStale
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.preferences import choice_of, without_email
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.http.accept import PAGE, preferred
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.errors import NotAcceptable
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.preferences import unsubscribe_link, unsubscribe_page
from helsebro_aws.notifications.preferences.kind_titles import title_of
from helsebro_aws.notifications.preferences.unsubscribe_link import Unsubscription
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.notifications.unsubscribe.answers import UnsubscribeAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
contacts = DynamoContacts()
JSON = "application/json"
MEDIA = (JSON, PAGE)


@route.get(
    "/v1/unsubscribe",
    allows={ANYONE},
    queries=("token",),
    returns="answers.UnsubscribeAnswer",
    refuses={
        406: "not-acceptable",
        422: "unsubscribe-link-invalid",
        503: "encryption-unavailable",
    },
    also_as="text/html",
)
def read_unsubscription(call: Call) -> HttpAnswer:
    """Returns what the link would turn off, in a browser as a page with a button; it changes nothing."""
    media = preferred(call.headers.get("accept", ""), MEDIA)
    asked = unsubscribe_link.read(call.query("token"), clock.real_now())
    record = contacts.current(asked.person_id)
    return _answer(call, media, asked.kind, is_off=not choice_of(record, asked.kind).email)


@route.post(
    "/v1/unsubscribe",
    allows={ANYONE},
    keyed=False,
    creates=False,
    answers=200,
    queries=("token",),
    returns="answers.UnsubscribeAnswer",
    refuses={422: "unsubscribe-link-invalid", 503: "encryption-unavailable"},
    also_as="text/html",
)
def unsubscribe(call: Call) -> HttpAnswer:
    """Turns off e-mail of one kind for one person; the same call again changes nothing.

    Mail programs send `List-Unsubscribe=One-Click` as a form (RFC 8058). The token alone decides, so the body
    is not read.
    """
    asked = unsubscribe_link.read(call.query("token"), clock.real_now())
    retry_on_conflict(partial(_turn_off, asked), VersionStale, otherwise=Conflict())
    try:
        media = preferred(call.headers.get("accept", ""), MEDIA)
    except NotAcceptable:
        # A mail program reads only the status: its click counts whatever it says that it accepts.
        media = JSON
    return _answer(call, media, asked.kind, is_off=True)


def _turn_off(asked: Unsubscription) -> None:
    before = contacts.current(asked.person_id)
    after = without_email(before, asked.kind)
    if after != before:
        contacts.choose(before, after, contacts.payer_of(asked.person_id))


def _answer(call: Call, media: str, kind: NotificationKind, *, is_off: bool) -> HttpAnswer:
    title = title_of(kind.kind, call.language)
    if media == PAGE:
        return unsubscribe_page.page(title, call.language, is_off=is_off)
    shown: UnsubscribeAnswer = {"kind": kind.kind, "title": title, "unsubscribed": is_off}
    return HttpAnswer(200, shown, unsubscribe_page.PRIVATE)


handler = route.handler
