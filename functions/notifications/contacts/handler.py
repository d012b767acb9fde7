"""Contacts: where a person or a policyholder is reached, read and changed by them or by the payer's staff.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, EMPLOYER, MEMBER, UNDERWRITING
from helsebro.errors import NotFound
from helsebro.ids import PersonId, PolicyId
from helsebro.notifications.enrolled_contact import latest
from helsebro.policies.insured import Insured
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.contact.confirmed_places import ConfirmedPlaces
from helsebro_aws.notifications.contact.contact_view import shown, shown_of_policyholder, shown_to_staff
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

if TYPE_CHECKING:
    from helsebro_aws.notifications.contact import contact_body

app = APIGatewayHttpResolver()
route = Routes(app)
contacts, people = DynamoContacts(counted=ConfirmedPlaces().among), DynamoPeople()
payers, policies = DynamoPayers(), DynamoPolicies()


@route.get("/v1/me/contact", allows={MEMBER}, returns="notifications.contact.contact_answer.OwnContactAnswer")
def read_my_contact(call: Call) -> HttpAnswer:
    """Returns where the person is reached.

    Until the person enters a contact, it is the e-mail address and phone number that an enrolment named
    first; a later one only fills what is missing. The enrolment of a child counts once its family is
    confirmed.
    """
    record = contacts.current(call.caller.person_id, call.caller.country)
    return versioned(200, shown(record), record.version)


@route.put(
    "/v1/me/contact",
    allows={MEMBER},
    body="notifications.contact.contact_body.NewOwnContactShape",
    returns="notifications.contact.contact_answer.OwnContactAnswer",
    if_match=True,
    fresh=True,
)
def set_my_contact(call: Call, body: contact_body.NewOwnContactShape) -> HttpAnswer:
    """Replaces where the person is reached; a notice goes to the former address."""
    places = people.own_places(call.caller.person_id)
    before = contacts.current(call.caller.person_id, call.caller.country, places)
    before.must_be(call.expected_version())
    after = before.changed(body.entered(before, call.caller.country), clock.now())
    contacts.change(before, after, latest(places).payer if places else "")
    return versioned(200, shown(after), after.version)


@route.get(
    "/v1/people/<person_id>/contact",
    allows={CASEWORKER},
    returns="notifications.contact.contact_answer.PersonContactAnswer",
)
def read_contact(call: Call, person_id: PersonId) -> HttpAnswer:
    """Returns where a person is reached; the caseworker's payer has to insure the person."""
    places = _places(call, person_id)
    record = contacts.current(person_id, places=places)
    return versioned(200, shown_to_staff(record, latest(places).name), record.version)


@route.put(
    "/v1/people/<person_id>/contact",
    allows={CASEWORKER},
    body="notifications.contact.contact_body.NewPersonContactShape",
    returns="notifications.contact.contact_answer.PersonContactAnswer",
    if_match=True,
    fresh=True,
)
def set_contact(call: Call, body: contact_body.NewPersonContactShape, person_id: PersonId) -> HttpAnswer:
    """Replaces where a person is reached who has phoned, such as one who cannot log in (F4-02).

    A notice goes to the former address, also to one that another payer's enrolment named. What the person
    enters later replaces it.
    """
    places = _places(call, person_id)
    shown_before = contacts.current(person_id, places=places)
    shown_before.must_be(call.expected_version())
    after = shown_before.changed(body.entered(shown_before, latest(places).country), clock.now())
    # The caseworker is shown what the own payer knows; messages went to what every payer knows.
    contacts.change(contacts.current(person_id), after, call.caller.payer)
    return versioned(200, shown_to_staff(after, latest(places).name), after.version)


@route.get(
    "/v1/policies/<policy_id>/contact",
    allows={UNDERWRITING, EMPLOYER},
    returns="notifications.contact.contact_answer.PolicyholderContactAnswer",
)
def read_policyholder_contact(call: Call, policy_id: PolicyId) -> HttpAnswer:
    """Returns where the policyholder gets notices and reminders (R-1402, R-1410).

    Without an e-mail or postal address, they go to the digital post of the company.
    """
    policy = policies.visible(policy_id, call.caller)
    record = contacts.of_policyholder(policy_id, payers.find(policy.payer).country)
    return versioned(200, shown_of_policyholder(record), record.version)


@route.put(
    "/v1/policies/<policy_id>/contact",
    allows={UNDERWRITING, EMPLOYER},
    body="notifications.contact.contact_body.NewPolicyholderContactShape",
    returns="notifications.contact.contact_answer.PolicyholderContactAnswer",
    if_match=True,
    fresh=True,
)
def set_policyholder_contact(
    call: Call, body: contact_body.NewPolicyholderContactShape, policy_id: PolicyId
) -> HttpAnswer:
    """Replaces where the policyholder gets notices and reminders; a notice goes to the former address."""
    policy = policies.visible(policy_id, call.caller)
    country = payers.find(policy.payer).country
    before = contacts.of_policyholder(policy_id, country)
    before.must_be(call.expected_version())
    after = before.changed(body.entered(before, country), clock.now())
    contacts.change(before, after, policy.payer)
    return versioned(200, shown_of_policyholder(after), after.version)


def _places(call: Call, person_id: PersonId) -> list[Insured]:
    """Returns the person's places at the caller's payer. Raises ``NotFound`` when there are none."""
    places = people.insured(call.caller.payer, person_id)
    if not places:
        raise NotFound()
    return places


handler = route.handler
