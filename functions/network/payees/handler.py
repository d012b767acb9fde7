"""Payees: the accounts that a clinic is paid to, registered and approved by two people (promise 28).

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import MEMBER, NETWORK
from helsebro.events import Event
from helsebro.ids import ClinicId, PayeeId
from helsebro.network.clinic import Clinic
from helsebro.payments.payee import Payee, PayeeDecided
from helsebro.payments.payee_register import PayeeRegister
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.payees.payee_view import shown
from helsebro_aws.network.payees.payment_choice_view import choice_shown
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees, PayeeChange, RegisterChanged
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.dynamodb.tables import Operation
    from helsebro_aws.network.payees import payee_body, payment_choice_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, payees, payables = DynamoClinics(), DynamoPayees(), DynamoPayables()
CLINIC = "/v1/clinics/<clinic_id>"
PAYEES = f"{CLINIC}/payees"
ONE = f"{PAYEES}/<payee_id>"
SHOWN = "network.payees.payee_answer.PayeeAnswer"
DRAFTED = "payment-run-drafted"
ATTEMPTS = 4


@route.get(
    PAYEES, allows={MEMBER, NETWORK}, queries=("limit", "cursor"), returns=f"Page[{SHOWN}]", fresh=True
)
def list_payees(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Lists the accounts that the clinic is paid to, and the past ones, the latest first (F0-20).

    The signatory and the staff of the network may read it. Staff see a number only while they decide on it.
    """
    clinic = clinics.find(clinic_id)
    if NETWORK not in call.caller.rights:
        clinic.must_be_read_by_signatory(call.caller)
    found, cursor = payees.page(clinic_id, call.limit(), call.cursor())
    chosen = payees.of_clinic(clinic_id).chosen
    items = [shown(payee, call.caller, clock.now(), chosen) for payee in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.post(
    PAYEES,
    allows={MEMBER, NETWORK},
    body="network.payees.payee_body.NewPayeeShape",
    returns=SHOWN,
    refuses={409: f"conflict contract-not-signed payee-already-registered too-many-payees {DRAFTED}"},
    fresh=True,
)
def register_payee(call: Call, body: payee_body.NewPayeeShape, clinic_id: ClinicId) -> HttpAnswer:
    """Registers an account that the clinic wants to be paid to (F0-20).

    The signatory does it and our network team approves it, or our network team does it for a clinic that asks
    for it and the signatory approves it. Three days later it counts. We mail the clinic at every address
    that it had in the last 30 days, and whoever signed its application at the address in it.
    """
    at = clock.now()
    payee_id = PayeeId(ids.in_time_order("pye", at, clock.randomness()))
    payee = Payee(
        payee_id, clinic_id, body.account, at, call.caller.subject, is_by_network=_is_of_network(call)
    )

    def register(known: PayeeRegister) -> tuple[PayeeRegister, Payee]:
        return known.having(payee), payee

    return _changed(call, clinic_id, "registered", register)


@route.post(
    f"{ONE}/approve",
    allows={MEMBER, NETWORK},
    creates=False,
    answers=200,
    returns=SHOWN,
    refuses={403: "payee-approved-by-its-author", 409: f"conflict payee-decided {DRAFTED}"},
    fresh=True,
)
def approve_payee(call: Call, clinic_id: ClinicId, payee_id: PayeeId) -> HttpAnswer:
    """Approves an account that the other side registered (F0-20).

    Our network team approves what the signatory registered, and the signatory what our team did. Three
    days later the clinic is paid to it.
    """

    def approve(known: PayeeRegister) -> tuple[PayeeRegister, Payee]:
        found, by_network = _open(known, clinic_id, payee_id), _is_of_network(call)
        after = found.approved(call.caller.subject, clock.now(), by_network=by_network)
        return known.replacing(after), after

    return _changed(call, clinic_id, "approved", approve)


@route.post(
    f"{ONE}/reject",
    allows={NETWORK},
    creates=False,
    answers=200,
    body="network.payees.payee_body.RejectedPayeeShape",
    body_optional=True,
    returns=SHOWN,
    refuses={409: "conflict payee-decided"},
    fresh=True,
)
def reject_payee(
    call: Call, body: payee_body.RejectedPayeeShape, clinic_id: ClinicId, payee_id: PayeeId
) -> HttpAnswer:
    """Turns down an account before it counts, also one that is approved (F0-20).

    Say why: the clinic reads the `reason` in the list of its accounts.
    """

    def reject(known: PayeeRegister) -> tuple[PayeeRegister, Payee]:
        after = _open(known, clinic_id, payee_id).rejected(clock.now(), body.reason)
        return known.replacing(after), after

    return _changed(call, clinic_id, "rejected", reject)


@route.put(
    f"{CLINIC}/payment-choice",
    allows={MEMBER},
    body="network.payees.payment_choice_body.NewPaymentChoiceShape",
    returns="network.payees.payment_choice_answer.PaymentChoiceAnswer",
    refuses={409: "conflict contract-not-signed"},
    fresh=True,
)
def set_payment_choice(
    call: Call, body: payment_choice_body.NewPaymentChoiceShape, clinic_id: ClinicId
) -> HttpAnswer:
    """Chooses whether the clinic is paid by its invoices, or for each session that it reports (F1-06).

    Only the signatory may do it. It counts for the sessions that begin from now on. For a session that is
    paid so the clinic sends no invoice: the report that it was held is enough, and the whole agreed fee is
    paid within 7 weekdays. It is paid to `payeeId`, or to the only account in force.
    """

    def choose() -> HttpAnswer:
        clinic, known, at = _clinic(call, clinic_id), payees.of_clinic(clinic_id), clock.now()
        after, register = clinic.choosing_to_be_paid(body.paid_by, at), known.choosing(body.payee_id)
        changes: list[Operation] = []
        if after != clinic:
            changes.append(clinics.change_operation(clinic, after, RegisterChanged()))
        if register != known:
            changes.append(payees.replacing(clinic_id, known, register))
        if changes:
            event = Event("clinic.changed", at, "", {"clinicId": clinic_id}, clinic_id)
            payees.tables.commit(changes, events=[event])
        return HttpAnswer(200, choice_shown(after, register))

    return retry_on_conflict(choose, RegisterChanged, attempts=ATTEMPTS)


@route.delete(ONE, allows={MEMBER, NETWORK}, answers=204, refuses={409: f"conflict {DRAFTED}"}, fresh=True)
def end_payee(call: Call, clinic_id: ClinicId, payee_id: PayeeId) -> HttpAnswer:
    """Ends an account at once: nothing more is paid to it (F0-20).

    The signatory or our network team may do it. What waits for payment to it stays unpaid: credit those
    invoices, and send them anew with an account that counts.
    """

    def end() -> HttpAnswer:
        clinic, before, at = _clinic(call, clinic_id), payees.find(clinic_id, payee_id), clock.now()
        if not before.is_open:
            return HttpAnswer(204)
        known, after = payees.of_clinic(clinic_id), before.ended(at)
        # What no payment file can have yet may be withdrawn at any time.
        also = [payables.none_ordered(clinic_id)] if before.is_in_force(at) else []
        payees.change(
            known,
            register := known.replacing(after),
            after,
            "ended",
            at=at,
            also=[*also, *_told_to(clinic, register)],
        )
        return HttpAnswer(204)

    return retry_on_conflict(end, RegisterChanged, attempts=ATTEMPTS)


def _changed(
    call: Call,
    clinic_id: ClinicId,
    change: PayeeChange,
    changing: Callable[[PayeeRegister], tuple[PayeeRegister, Payee]],
) -> HttpAnswer:
    """Stores what ``changing`` makes of the clinic's payees, and answers with the changed one."""
    # An account that never counts may be turned down at any time: no payment file can have it.
    run = [] if change == "rejected" else [payables.none_ordered(clinic_id)]

    def attempt() -> HttpAnswer:
        clinic, known = _clinic(call, clinic_id), payees.of_clinic(clinic_id)
        register, payee = changing(known)
        answer = HttpAnswer(201 if change == "registered" else 200, shown(payee, call.caller, clock.now()))
        payees.change(
            known,
            register,
            payee,
            change,
            at=clock.now(),
            also=[*run, *_told_to(clinic, register)],
            receipt=call.receipt(answer),
        )
        return answer

    return retry_on_conflict(attempt, RegisterChanged, attempts=ATTEMPTS)


def _clinic(call: Call, clinic_id: ClinicId) -> Clinic:
    """Returns the clinic whose payees the caller may change: its signatory, or staff of the network."""
    clinic = clinics.find(clinic_id)
    if NETWORK not in call.caller.rights:
        clinic.must_be_signed_for_by(call.caller)
    clinic.must_have_signed()
    return clinic


def _is_of_network(call: Call) -> bool:
    return NETWORK in call.caller.rights


def _open(known: PayeeRegister, clinic_id: ClinicId, payee_id: PayeeId) -> Payee:
    """Returns an open payee. Raises ``PayeeDecided`` for a past one, ``NotFound`` for none of the clinic."""
    if not payees.find(clinic_id, payee_id).is_open:
        raise PayeeDecided()
    return known.find(payee_id)


def _told_to(clinic: Clinic, register: PayeeRegister) -> list[Operation]:
    """Returns the operation that tells the clinic whether an account is missing, for its next step."""
    after = clinic.paid_to(register.payees[0].registered_at if register.payees else None)
    return [] if after == clinic else [clinics.change_operation(clinic, after, RegisterChanged())]


handler = route.handler
