"""Preferences: which notifications a person wants, and on which channels.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import MEMBER
from helsebro.notifications.digital_post import may_send_digital_post
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.preferences.preferences_view import shown
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro.notifications.contact_record import ContactRecord
    from helsebro_aws.notifications.preferences import preferences_body
    from helsebro_aws.notifications.preferences.preferences_answer import PreferencesAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
contacts, payers = DynamoContacts(), DynamoPayers()


@route.get(
    "/v1/me/notifications",
    allows={MEMBER},
    returns="notifications.preferences.preferences_answer.PreferencesAnswer",
)
def read_preferences(call: Call) -> HttpAnswer:
    """Returns every kind of notification, with the channels on which the person wants it."""
    record = contacts.current(call.caller.person_id, call.caller.country)
    return versioned(200, _shown(call, record), record.version)


@route.put(
    "/v1/me/notifications",
    allows={MEMBER},
    body="notifications.preferences.preferences_body.NewPreferencesShape",
    returns="notifications.preferences.preferences_answer.PreferencesAnswer",
    if_match=True,
)
def set_preferences(call: Call, body: preferences_body.NewPreferencesShape) -> HttpAnswer:
    """Sets the channels of some kinds; the others stay as they are.

    A necessary kind needs at least one channel. A channel can be chosen once it has an address.
    """
    before = contacts.current(call.caller.person_id, call.caller.country)
    before.must_be(call.expected_version())
    after = before.choosing(body.choices(before))
    contacts.choose(before, after, contacts.payer_of(call.caller.person_id))
    return versioned(200, _shown(call, after), after.version)


def _shown(call: Call, record: ContactRecord) -> PreferencesAnswer:
    payer = contacts.payer_of(record.person_id)
    digital_post = may_send_digital_post(payers.find(payer)) if payer else False
    return shown(record, call.language, digital_post=digital_post)


handler = route.handler
