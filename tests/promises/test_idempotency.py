"""Promise 5: an idempotent POST, on every route that takes a key.

The proof counts effects (the outbox has one row for each change) and does not rely on the answers. Its
control is a route that commits without the receipt, on which the same proof must fail.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest

from helsebro.caller import Right
from helsebro.ids import ClinicId
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.claims import claim_body
from tests.builders.clinics.users import bind
from tests.builders.policies import ANNA, BO, enrolment_body, insured_of, payer_of, policy_body, policy_of
from tests.promises.idempotent_routes import (
    AT_ONCE,
    POSTS,
    SECRET,
    address,
    assert_one_effect,
    at_once,
    breaks,
    busy,
    by_clinic,
    caller_with,
    crash,
    effects,
    make,
    same_key_busy,
)

pytestmark = pytest.mark.usefixtures("aws")
READ_ONLY = {
    "POST /v1/coverage/simulate",
    "POST /v1/coverage/replay",
    "POST /v1/invoices/preflight",
    "POST /v1/people/search",
}
"""POST routes that change nothing, and therefore take no key."""

IDEMPOTENT_BY_ITSELF = {"POST /v1/unsubscribe", "POST /v1/stripe-events/<payer>"}
"""POST routes that set one thing: a second call finds it set. A mail program sends no key, nor does Stripe,
whose event has an id of its own."""

CHANGES = {
    "POST /v1/payers/<payer>/account/confirm",
    "POST /v1/payment-files/<file_id>/release",
    "POST /v1/payment-files/<file_id>/sent",
    "POST /v1/letters/<letter_id>/state",
    "POST /v1/tasks/<task_id>/decision",
    "POST /v1/inbox/<thread_id>/settle",
    "POST /v1/guarantees/<guarantee_id>/revoke",
    "POST /v1/guarantees/<guarantee_id>/match",
    "POST /v1/guarantees/<guarantee_id>/match/decline",
    "POST /v1/claims/<claim_id>/documents/<document_id>/save",
    "POST /v1/claims/<claim_id>/mandates/<mandate_id>/revoke",
    "POST /v1/bookings/<booking_id>/cancel",
    "POST /v1/bookings/<booking_id>/reschedule",
    "POST /v1/waitlist/<waitlist_id>/decline",
    "POST /v1/clinics/<clinic_id>/contract/sign",
    "POST /v1/clinics/<clinic_id>/contract/decline",
    "POST /v1/practitioners/<practitioner_id>/user/accept",
    "POST /v1/clinics/<clinic_id>/payees/<payee_id>/approve",
    "POST /v1/clinics/<clinic_id>/payees/<payee_id>/reject",
    "POST /v1/clinics/<clinic_id>/system-consent",
    "POST /v1/clinics/<clinic_id>/signing-secret/rotate",
    "POST /v1/clinics/<clinic_id>/webhook-endpoints/<endpoint_id>/rotate",
    "POST /v1/clinics/<clinic_id>/webhook-endpoints/<endpoint_id>/test",
    "POST /v1/clinics/<clinic_id>/webhook-endpoints/deliveries/<delivery_id>/replay",
    "POST /v1/clinics/<clinic_id>/webhook-endpoints/<endpoint_id>/deliveries/<delivery_id>/replay",
}
"""POST routes that create nothing: a key is optional (api.md, Conventions)."""

KEYED = sorted(name for name, (route, _) in POSTS.items() if route.keyed)
BY_SYSTEMS = [name for name in KEYED if POSTS[name][0].allows == {Right.CLINIC_SYSTEM, Right.CLINIC_USER}]


def test_every_post_route_that_changes_something_takes_a_key() -> None:
    assert len(KEYED) >= 15
    assert {name for name, (route, _) in POSTS.items() if not route.keyed} == READ_ONLY | IDEMPOTENT_BY_ITSELF


@pytest.mark.parametrize("key", [None, '""', " ", "x" * 256])
@pytest.mark.parametrize("name", KEYED)
def test_a_missing_or_malformed_key_is_a_400_on_every_keyed_route(name: str, key: str | None) -> None:
    route, handler = POSTS[name]
    if key is None and not route.creates:
        assert name in CHANGES
        return
    bind(ClinicId("cli_a"), ANNA)
    answer = ask(handler, event("POST", address(name), by=caller_with(route.allows), body={}, key=key))
    assert (answer.status, answer.body["code"]) == (400, "idempotency-key-missing")


@pytest.mark.parametrize("name", BY_SYSTEMS)
def test_a_clinic_systems_key_is_its_message_id_and_a_call_without_it_is_refused(name: str) -> None:
    call = signed("POST", address(name), clinic_id="cli_a", secret=SECRET, body={})
    del call["headers"]["webhook-id"]
    assert ask(POSTS[name][1], call).status == 401


@pytest.mark.parametrize("name", KEYED)
def test_the_function_of_every_keyed_route_commits_receipts(name: str) -> None:
    route = POSTS[name][0].handler
    module = inspect.getmodule(route)
    assert module
    # A handler may leave the commit to a class of reports, as that of the clinics' events does, or to a
    # function that answers the call, as that of a new calendar feed does.
    kinds = [type(value) for value in vars(module).values()]
    nouns = [kind for kind in kinds if re.fullmatch(r"(?!Dynamo)\w*Reports", kind.__name__)]
    verbs = [vars(module).get(called) for called in route.__code__.co_names if called == "created"]
    sources = [inspect.getsource(left_to) for left_to in [*nouns, *verbs] if left_to]
    sources = sources or [inspect.getsource(module)]
    assert all(re.search(r"receipt\(", source) for source in sources)


@pytest.fixture
def insured(aws: dict[str, Any]) -> str:
    """A policy that insures Anna and Bo."""
    assert aws
    payer_of("tryg")
    policy_id = policy_of("tryg")
    insured_of(policy_id)
    insured_of(policy_id, cpr=BO, name="Bo Holm")
    return policy_id


def claim(key: str, by: dict[str, Any] | None = None, **changes: Any) -> Answered:
    call = event("POST", "/v1/claims", by=by or member(ANNA), body=claim_body(**changes), key=key)
    return ask(POSTS["POST /v1/claims"][1], call)


def raw_claim(key: str) -> str:
    call = event("POST", "/v1/claims", by=member(ANNA), body=claim_body(), key=key)
    return str(POSTS["POST /v1/claims"][1](call, None)["body"])


def test_the_same_key_and_body_get_the_same_answer_byte_for_byte(insured: str, aws: dict[str, Any]) -> None:
    assert insured
    first, again = raw_claim("k"), raw_claim('"k"')
    assert first == again
    replayed = claim("k")
    assert (replayed.status, replayed.headers["idempotency-replayed"]) == (201, "true")
    assert effects(aws)["claim.reported"] == 1


def test_a_body_with_other_spelling_is_the_same_body(insured: str, aws: dict[str, Any]) -> None:
    assert insured
    claim("k")
    other_way_round = dict(reversed(list(claim_body().items())))
    call = event("POST", "/v1/claims", by=member(ANNA), body=other_way_round, key="k")
    assert ask(POSTS["POST /v1/claims"][1], call).headers["idempotency-replayed"] == "true"
    assert effects(aws)["claim.reported"] == 1


@pytest.mark.parametrize(
    "changes", [{"description": "Noget andet"}, {"cause": "nonsense"}, {"personId": "x"}]
)
def test_the_same_key_with_another_body_is_refused(
    insured: str, aws: dict[str, Any], changes: dict[str, Any]
) -> None:
    assert insured
    claim("k")
    answer = claim("k", **changes)
    assert (answer.status, answer.body["code"]) == (422, "idempotency-key-reused")
    assert effects(aws)["claim.reported"] == 1


def test_a_key_belongs_to_its_caller(insured: str, aws: dict[str, Any]) -> None:
    assert insured
    anna, bo = claim("k"), claim("k", by=member(BO))
    assert (anna.status, bo.status) == (201, 201)
    assert anna.body["claimId"] != bo.body["claimId"]
    assert "idempotency-replayed" not in bo.headers
    assert effects(aws)["claim.reported"] == 2


def test_a_key_belongs_to_its_payer_also_when_staff_have_the_same_name(aws: dict[str, Any]) -> None:
    for slug in ("tryg", "gjensidige"):
        payer_of(slug)
    answers = [
        ask(
            POSTS["POST /v1/policies"][1],
            event("POST", "/v1/policies", by=staff("underwriting", payer=slug), body=policy_body(), key="k"),
        )
        for slug in ("tryg", "gjensidige", "tryg")
    ]
    assert [answer.status for answer in answers] == [201, 201, 201]
    assert answers[0].body["policyId"] != answers[1].body["policyId"]
    assert answers[0].body == answers[2].body
    assert effects(aws)["policy.created"] == 2


def test_a_key_belongs_to_its_route(insured: str) -> None:
    body = enrolment_body("0505851234")
    path = f"/v1/policies/{insured}/insured"
    by = staff("underwriting")
    enrolled = ask(
        POSTS["POST /v1/policies/<policy_id>/insured"][1], event("POST", path, by=by, body=body, key="k")
    )
    created = ask(
        POSTS["POST /v1/policies"][1],
        event("POST", "/v1/policies", by=by, body=policy_body(number="P-2"), key="k"),
    )
    assert (enrolled.status, created.status) == (201, 201)


def test_the_same_key_on_another_path_of_the_route_is_another_request(insured: str) -> None:
    other = policy_of("tryg", number="P-2")
    handler = POSTS["POST /v1/policies/<policy_id>/insured"][1]
    by, body = staff("underwriting"), enrolment_body("0505851234")
    answers = [
        ask(handler, event("POST", f"/v1/policies/{policy_id}/insured", by=by, body=body, key="k"))
        for policy_id in (insured, other)
    ]
    assert [answer.status for answer in answers] == [201, 422]


def test_a_refusal_of_bad_input_is_not_stored(insured: str, aws: dict[str, Any]) -> None:
    assert insured
    assert claim("k", cause="nonsense").status == 422
    assert claim("k").status == 201
    assert effects(aws)["claim.reported"] == 1


def test_fifty_calls_at_once_have_one_effect_and_one_answer(insured: str, aws: dict[str, Any]) -> None:
    assert insured
    answers = at_once(lambda: claim("k"))
    assert_one_effect(answers, effects(aws)["claim.reported"])


def test_fifty_enrolments_at_once_insure_one_person(insured: str, aws: dict[str, Any]) -> None:
    path, by = f"/v1/policies/{insured}/insured", staff("underwriting")
    call = event("POST", path, by=by, body=enrolment_body("0505851234"), key="k")
    before = effects(aws)["insured.enrolled"]
    answers = at_once(lambda: ask(POSTS["POST /v1/policies/<policy_id>/insured"][1], call))
    assert_one_effect(answers, effects(aws)["insured.enrolled"] - before)


@pytest.fixture(autouse=True)
def _whole() -> None:
    breaks.clear()


@pytest.mark.parametrize("trouble, status", [(crash, 500), (busy, 503)])
def test_a_call_runs_again_after_a_5xx_before_the_commit(
    aws: dict[str, Any], trouble: Callable[[], None], status: int
) -> None:
    breaks["before"] = trouble
    assert make("careful").status == status
    assert effects(aws)["thing.made"] == 0
    again = make("careful")
    assert (again.status, "idempotency-replayed" in again.headers) == (201, False)
    assert effects(aws)["thing.made"] == 1


def test_a_call_whose_key_is_being_answered_is_told_so_and_then_gets_the_answer(aws: dict[str, Any]) -> None:
    breaks["before"] = same_key_busy
    running = make("careful")
    assert (running.status, running.body["code"]) == (409, "idempotency-in-progress")
    assert (make("careful").status, make("careful").status) == (201, 201)
    assert effects(aws)["thing.made"] == 1
    breaks["before"] = same_key_busy
    replayed = make("careful")
    assert (replayed.status, replayed.headers["idempotency-replayed"]) == (201, "true")


@pytest.mark.parametrize("trouble", [crash, busy])
def test_a_crash_after_the_commit_leaves_one_effect_and_the_retry_gets_its_answer(
    aws: dict[str, Any], trouble: Callable[[], None]
) -> None:
    breaks["after"] = trouble
    first, again = make("careful"), make("careful")
    assert again.status == 201
    assert first.status >= 500 or first.body == again.body
    assert effects(aws)["thing.made"] == 1


def test_a_signed_message_has_one_effect_also_with_another_key(aws: dict[str, Any]) -> None:
    first, message = by_clinic(key="a")
    again = [by_clinic(message, key)[0] for key in ("a", "b", None)]
    assert {answer.body["thing"] for answer in (first, *again)} == {first.body["thing"]}
    assert effects(aws)["thing.made"] == 1


def test_a_clinics_key_is_valid_across_its_messages(aws: dict[str, Any]) -> None:
    answers = [by_clinic(key="a")[0], by_clinic(key="a")[0], by_clinic()[0], by_clinic()[0]]
    assert [answer.status for answer in answers] == [201] * 4
    assert answers[0].body == answers[1].body
    assert effects(aws)["thing.made"] == 3


def test_control_without_the_receipt_the_same_proofs_fail(aws: dict[str, Any]) -> None:
    assert_one_effect(at_once(lambda: make("careful")), effects(aws)["thing.made"])
    answers = at_once(lambda: make("careless"))
    with pytest.raises(AssertionError):
        assert_one_effect(answers, effects(aws)["thing.made"])
    assert effects(aws)["thing.made"] == 1 + AT_ONCE
    breaks["after"] = crash
    before = effects(aws)["thing.made"]
    assert [make("careless", "other").status for _ in range(2)] == [500, 201]
    assert effects(aws)["thing.made"] - before == 2
