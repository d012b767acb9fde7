"""Policies, their premium and insured persons: set by underwriting, the persons also by the employer.

Trigger: HTTP API.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import EMPLOYER, UNDERWRITING
from helsebro.errors import NotFound, VersionStale
from helsebro.events import Event
from helsebro.ids import PersonId, PolicyId
from helsebro.local_day import local_day
from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.fields.as_of import as_of
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity import pseudonym
from helsebro_aws.platform import clock
from helsebro_aws.policies import policy_view
from helsebro_aws.policies.dynamo_insured import DynamoPeople, main_insured_unknown
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

if TYPE_CHECKING:
    from functions.policies.policies.answers import (
        ChangedPremiumAnswer,
        CreatedPolicyAnswer,
        EnrolledPersonAnswer,
        LeftPolicyAnswer,
    )

    from helsebro_aws.policies import insured_body, policy_body
    from helsebro_aws.policies.enrolled.insured_answer import PolicyInsuredAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
payers, policies, people = DynamoPayers(), DynamoPolicies(), DynamoPeople()


@route.post(
    "/v1/policies",
    allows={UNDERWRITING},
    body_shape="policies.policy_body.NewPolicyShape",
    returns="answers.CreatedPolicyAnswer",
    fresh=True,
    refuses={404: "not-found", 409: "policy-number-taken"},
)
def create_policy(call: Call) -> HttpAnswer:
    """Creates a policy of the caller's payer (R-002, R-1301)."""
    # Here, because a read has no body.
    from helsebro_aws.policies.policy_body import NewPolicyShape

    payer = payers.find(call.caller.payer)
    body = call.read(NewPolicyShape, lambda sent: NewPolicyShape.not_in(payer.currency, sent))
    policy = body.policy(PolicyId(ids.mint("pol", payer.slug, clock.randomness())), payer.slug)
    created: CreatedPolicyAnswer = {
        "policyId": policy.policy_id,
        "number": policy.number,
        "product": policy.product,
    }
    answer = HttpAnswer(201, created)
    policies.add(policy, call.receipt(answer))
    return answer


@route.get(
    "/v1/policies/<policy_id>",
    allows={UNDERWRITING, EMPLOYER},
    queries=("asOf",),
    returns="policies.policy_answer.PolicyAnswer",
)
def read_policy(call: Call, policy_id: PolicyId) -> HttpAnswer:
    """Returns a policy, with its term and its premium (R-1402, R-1403).

    It is as of today, or of the day ``asOf``. An employer reads only its own policies.
    """
    policy = policies.visible(policy_id, call.caller)
    return versioned(200, policy_view.shown(policy, as_of(call, _today(call))), policy.version)


@route.post(
    "/v1/policies/<policy_id>/reminders",
    allows={UNDERWRITING},
    body="policies.policy_body.PremiumReminderShape",
    returns="answers.ChangedPremiumAnswer",
    refuses={409: "reminder-known"},
)
def remind_of_premium(call: Call, body: policy_body.PremiumReminderShape, policy_id: PolicyId) -> HttpAnswer:
    """Records a reminder of an unpaid premium (R-1402).

    If the premium is not paid some days after it, the cover is suspended until it is.
    """
    reminder = body.reminder()
    after = policies.visible(policy_id, call.caller).reminded(reminder, _today(call))
    return _premium_changed(call, after, "premium.reminded", sentOn=reminder.sent_on.isoformat())


@route.post(
    "/v1/policies/<policy_id>/payments",
    allows={UNDERWRITING},
    body="policies.policy_body.PremiumPaymentShape",
    returns="answers.ChangedPremiumAnswer",
    refuses={409: "nothing-owed"},
)
def record_premium_payment(
    call: Call, body: policy_body.PremiumPaymentShape, policy_id: PolicyId
) -> HttpAnswer:
    """Records that the premium was paid (R-1402).

    A suspension of the cover ends on that day.
    """
    after = policies.visible(policy_id, call.caller).paid(body.paid_on, _today(call))
    return _premium_changed(call, after, "premium.paid")


@route.post(
    "/v1/policies/<policy_id>/insured",
    allows={UNDERWRITING, EMPLOYER},
    body="policies.insured_body.EnrolmentShape",
    returns="answers.EnrolledPersonAnswer",
)
def enrol_person(call: Call, body: insured_body.EnrolmentShape, policy_id: PolicyId) -> HttpAnswer:
    """Enrols a person in the policy, or changes an enrolment (R-201, R-501, R-1308).

    The same person always gets the same ``personId``. The number is stored encrypted and never shown. An
    enrolment makes no guardian: it puts a child under 15 who has a family already into a second one, which
    opens nothing until the guardians or underwriting confirm it. Who joins a family needs a main insured
    person who is insured as an employee under a policy that you see; the same family may be sent again also
    when that person is elsewhere by then. The ``email`` and ``phone`` are used until the person enters a
    contact, and only where no earlier enrolment names one. When the same enrolment is sent again with another
    one, a notice goes to the former address.
    """
    # Here, because no other route needs them.
    from helsebro.identity.custody import CustodyChanged
    from helsebro_aws.claims.custody.enrolled_children import EnrolledChildren
    from helsebro_aws.dynamodb.retry import retry_on_conflict
    from helsebro_aws.notifications.contact.enrolled_change import EnrolledChange

    children, contacts = EnrolledChildren(), EnrolledChange()
    policy = policies.visible(policy_id, call.caller)
    policy.must_take(body.enrolled_on)
    country, number = body.national_number
    insured = body.insured(pseudonym.person_id(country, number), policy)
    known = people.enrolment(policy.payer, insured.person_id, policy_id)
    enrolled: EnrolledPersonAnswer = {"personId": insured.person_id, "policyId": policy_id}
    answer = HttpAnswer(201, enrolled)
    reported = insured.reported(known.insured if known else None, clock.now())
    # A list that is sent again is no fault when the main insured person is elsewhere by now.
    main = _seen_main(call, reported) if reported.joins_family(known.insured if known else None) else None

    def enrol() -> None:
        operations, events = children.enrolling(reported, clock.now())
        moved = contacts.of(known.insured, reported) if known else ([], [])
        also = ([*operations, *moved[0]], [*events, *moved[1]])
        people.enrol(reported, known, number, call.receipt(answer), main, also)

    retry_on_conflict(enrol, (CustodyChanged, VersionStale))
    return answer


@route.get(
    "/v1/policies/<policy_id>/insured",
    allows={UNDERWRITING, EMPLOYER},
    queries=("relation", "left", "limit", "cursor"),
    returns="Page[policies.enrolled.insured_answer.PolicyInsuredAnswer]",
)
def list_insured(call: Call, policy_id: PolicyId) -> HttpAnswer:
    """Lists whom a policy insures, or insured, each employee before the own family.

    `relation` names one relation; `left` says whether to list those who have left, or those who have not. A
    page may hold fewer than `limit` and still have a next one. It shows no national number.
    """
    # Here, because no other route needs them.
    from helsebro_aws.policies.enrolled.insured_query import insured_query
    from helsebro_aws.policies.enrolled.policy_listing import page_of_policy

    policy = policies.visible(policy_id, call.caller)
    asked = insured_query(call, _today(call))
    found, cursor = page_of_policy(policy.payer, policy_id, asked.includes, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_insured(each) for each in found], "nextCursor": cursor})


@route.delete(
    "/v1/policies/<policy_id>/insured/<person_id>",
    allows={UNDERWRITING, EMPLOYER},
    body="policies.insured_body.LeavingShape",
    returns="answers.LeftPolicyAnswer",
)
def remove_person(
    call: Call, body: insured_body.LeavingShape, policy_id: PolicyId, person_id: PersonId
) -> HttpAnswer:
    """Records that a person leaves the policy (R-1312)."""
    policy = policies.visible(policy_id, call.caller)
    known = people.enrolment(policy.payer, person_id, policy_id)
    if known is None:
        raise NotFound()
    left = known.insured.leave(body.left_on)
    people.change(left, known)
    shown: LeftPolicyAnswer = {
        "personId": person_id,
        "policyId": policy_id,
        "leftOn": body.left_on.isoformat(),
    }
    return HttpAnswer(200, shown)


def _insured(insured: Insured) -> PolicyInsuredAnswer:
    return {
        "personId": insured.person_id,
        "name": insured.name,
        "relation": insured.relation,
        "scheme": insured.scheme,
        "mainInsuredPersonId": insured.main_insured_person_id,
        "enrolledOn": insured.enrolled_on.isoformat(),
        "leftOn": insured.left_on.isoformat() if insured.left_on else None,
    }


def _seen_main(call: Call, insured: Insured) -> Insured | None:
    """Returns the place of the main insured person as an employee under a policy that the caller sees.

    None for who has none. Raises ``BadInput``: an employer learns of another's employees no more
    than of ids that nobody has (promise 14).
    """
    main = insured.main_insured_person_id
    if not main:
        return None
    places = (place for place in people.insured(insured.payer, main) if place.relation == "employee")
    seen = (place for place in places if policies.find(place.policy_id).is_visible_to(call.caller))
    place = next(seen, None)
    if place is None:
        raise main_insured_unknown()
    return place


def _premium_changed(call: Call, after: Policy, kind: str, **data: str) -> HttpAnswer:
    shown = policy_view.shown(after, _today(call))
    changed: ChangedPremiumAnswer = {
        "policyId": after.policy_id,
        "premium": shown["premium"],
        "version": after.version,
    }
    answer = versioned(201, changed, after.version)
    event = Event(kind, clock.now(), after.payer, {"policyId": after.policy_id, **data})
    policies.change(after, event, call.receipt(answer))
    return answer


def _today(call: Call) -> date:
    return local_day(clock.now(), call.caller.country)


handler = route.handler
