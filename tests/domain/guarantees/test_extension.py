from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from helsebro import ids
from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.coverage.answer import Answer
from helsebro.coverage.terms import compiler
from helsebro.coverage.trail import Step, Trail
from helsebro.errors import BadInput, Refused
from helsebro.guarantees import extension
from helsebro.guarantees.extension import Extension, ExtensionRequest
from helsebro.guarantees.guarantee import GrantedExtension, Guarantee
from helsebro.guarantees.reserve import added_portion
from helsebro.ids import ClinicId
from helsebro.money import Money
from helsebro.tasks.determination import Determination
from helsebro.tasks.last_day import FROM_FIRST_SESSION
from helsebro.tasks.staff_decision import LONGEST, GrantedSessions, StaffDecision
from tests.builders.domain.claims import CLAIM_ID, claim
from tests.builders.domain.guarantees import guarantee

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
TODAY = date(2026, 12, 1)
STANDING = guarantee()
UNTIL = STANDING.valid_until
LATER = UNTIL + timedelta(days=30)
REQUEST = ExtensionRequest("Stadig smerter", 3)


def asked(of: Guarantee = STANDING) -> Extension:
    return extension.by_member(claim(), [of], REQUEST, AT, bytes(6)).reviewed()


def approval(sessions: int = 2, until: date | None = LATER, **grant: Any) -> StaffDecision:
    return StaffDecision("approve", "caseworker", AT, "Ja", GrantedSessions(sessions, until, **grant))


DENIAL = StaffDecision("deny", "caseworker", AT, "Nej", clause="8.3.2")
ANSWER = Answer("not-covered", trail=Trail((Step("R-832", "8.3.2"),)), covered_from=date(2027, 1, 1))


def code_of(act: Callable[[], object]) -> str | None:
    """Returns the code of the refusal; None when nothing is refused."""
    try:
        act()
    except Refused as refused:
        return refused.code
    return None


def faults_of(act: Callable[[], object]) -> set[str]:
    """Returns the codes of all faults."""
    try:
        act()
    except BadInput as bad:
        return {fault.code for fault in bad.faults}
    return set()


def test_an_extension_names_its_claim_and_its_guarantee() -> None:
    made = asked()
    assert ids.claim_of(made.extension_id) == claim().claim_id
    assert made.named() == {
        "extensionId": made.extension_id,
        "guaranteeId": STANDING.guarantee_id,
        "claimId": claim().claim_id,
    }
    assert (made.asked_by, made.clinic_id, made.status, made.version) == ("member", None, "in-review", 2)


def test_the_newest_guarantee_that_is_not_revoked_is_extended() -> None:
    made = [guarantee(guarantee_id=ids.within("gar", CLAIM_ID, bytes([place] * 6))) for place in range(3)]
    newest_revoked = [*made[:2], replace(made[2], status="revoked")]
    for standing, found in ((made, made[2]), (newest_revoked, made[1])):
        asked_for = extension.by_member(claim(), standing, REQUEST, AT, bytes(6))
        assert asked_for.guarantee_id == found.guarantee_id


@pytest.mark.parametrize("standing", [[], [guarantee(status="revoked")]])
def test_without_a_guarantee_in_force_there_is_nothing_to_extend(standing: list[Guarantee]) -> None:
    with pytest.raises(Refused, match="nothing-to-extend"):
        extension.by_member(claim(), standing, REQUEST, AT, bytes(6))
    with pytest.raises(Refused, match="not-extendable"):
        extension.by_member(claim(treatment_type="crisis-help"), standing, REQUEST, AT, bytes(6))


@pytest.mark.parametrize(
    "of, at, code",
    [
        (guarantee(treatment="crisis-help"), AT, "not-extendable"),
        (guarantee(status="revoked"), AT, "nothing-to-extend"),
        # The last day that counts ends at midnight in Copenhagen, 22:00 UTC in summer time.
        (guarantee(), datetime(2027, 4, 30, 21, 59, tzinfo=UTC), None),
        (guarantee(), datetime(2027, 4, 30, 22, 0, tzinfo=UTC), "extension-is-the-members-to-ask"),
        # For crisis help there is nothing that the member could ask for either.
        (
            guarantee(treatment="crisis-help"),
            datetime(2027, 5, 1, tzinfo=UTC),
            "not-extendable",
        ),
    ],
)
def test_a_clinic_may_ask_until_the_guarantee_expires_and_never_for_crisis_help(
    of: Guarantee, at: datetime, code: str | None
) -> None:
    asking = claim(treatment_type=of.treatment)
    assert code_of(lambda: extension.by_clinic(asking, of, REQUEST, ClinicId("cli_a"), at, bytes(6))) == code


def test_an_extension_that_a_clinic_asks_for_names_the_clinic() -> None:
    made = extension.by_clinic(claim(), STANDING, REQUEST, ClinicId("cli_a"), AT, bytes(6))
    assert (made.asked_by, made.clinic_id) == ("clinic", "cli_a")


def test_a_member_may_ask_after_the_guarantee_has_expired() -> None:
    late = AT + timedelta(days=400)
    assert extension.by_member(claim(), [STANDING], REQUEST, late, bytes(6)).sessions == 3


@pytest.mark.parametrize("last, code", [("2026-11-30", "cover-is-over"), ("2026-12-01", None)])
def test_nothing_is_extended_after_a_rule_has_ended_the_cover(last: str, code: str | None) -> None:
    trail = Trail((Step("R-791", "7.9", "cap", {"lastDay": last}),))
    granted = claim(decision=Determination("approved", AT, "caseworker", trail))
    assert code_of(lambda: extension.by_member(granted, [STANDING], REQUEST, AT, bytes(6))) == code


@pytest.mark.parametrize(
    "begun_on, at, code",
    [
        (None, datetime(2027, 9, 1, 12, tzinfo=UTC), None),
        # Six months from 15 November 2026: their last day is 15 May 2027.
        (date(2026, 11, 15), datetime(2027, 5, 15, 12, tzinfo=UTC), None),
        (date(2026, 11, 15), datetime(2027, 5, 16, 12, tzinfo=UTC), "cover-is-over"),
        # From 31 August they end with February.
        (date(2026, 8, 31), datetime(2027, 2, 28, 12, tzinfo=UTC), None),
        (date(2026, 8, 31), datetime(2027, 3, 1, 12, tzinfo=UTC), "cover-is-over"),
    ],
)
def test_six_months_from_a_first_session_end_once_it_was_held(
    begun_on: date | None, at: datetime, code: str | None
) -> None:
    to_come = Trail((Step("R-791", "7.9", "cap", {"from": "2026-12-01", "until": "2027-06-01"}),))
    granted = claim(decision=Determination("approved", AT, "caseworker", to_come))
    standing = guarantee(begun_on=begun_on, valid_until=date(2028, 1, 1))
    clinic = ClinicId("cli_a")
    assert code_of(lambda: extension.by_member(granted, [standing], REQUEST, at, bytes(6))) == code
    assert code_of(lambda: extension.by_clinic(granted, standing, REQUEST, clinic, at, bytes(6))) == code
    refused = extension.refusal_of(granted, [standing], at.date())
    assert (refused and refused.code) == code


def test_the_rules_that_count_from_the_first_session_are_those_of_the_terms() -> None:
    counted = {
        row["rule"]
        for row in json.loads((Path(compiler.__file__).parent / "SA1706.json").read_text("utf-8"))["rules"]
        if row["kind"] == "period" and row["from"] == "first-treatment" and row.get("after") != "refer"
    }
    assert counted == FROM_FIRST_SESSION


def test_an_approval_extends_the_guarantee_and_keeps_its_number() -> None:
    decided, after = asked().decided(approval(), ANSWER, STANDING)
    assert (after.sessions_granted, after.valid_until) == (5, LATER)
    assert after.extensions == (GrantedExtension(AT, 2, LATER),)
    unextended: dict[str, Any] = {
        "sessions_granted": 3,
        "valid_until": UNTIL,
        "extended_at": None,
        "extensions": (),
    }
    assert replace(after, **unextended, version=STANDING.version) == STANDING
    assert decided.decision
    assert (decided.status, decided.decision.grant) == ("approved", GrantedSessions(2, LATER))


def test_a_denial_keeps_the_guarantee_and_stores_what_would_turn_the_answer() -> None:
    decided, after = asked().decided(DENIAL, ANSWER, STANDING)
    assert after is STANDING
    assert decided.decision == Determination(
        outcome="denied",
        decided_at=AT,
        by="caseworker",
        trail=ANSWER.trail,
        reason="Nej",
        missing=(),
        flips=(),
        covered_from=date(2027, 1, 1),
        clause="8.3.2",
    )


def test_a_grant_sent_with_a_denial_is_not_stored() -> None:
    decided, after = asked().decided(replace(approval(), decision="deny"), ANSWER, STANDING)
    assert after is STANDING
    assert decided.decision
    assert decided.decision.grant is None


@pytest.mark.parametrize(
    "decision, faults",
    [
        (approval(0, None), {"nothing-extended"}),
        (approval(0, UNTIL), {"nothing-extended"}),
        (approval(0, UNTIL + timedelta(days=1)), set()),
        (approval(1, None), set()),
        (approval(1, UNTIL), set()),
        (approval(1, UNTIL - timedelta(days=1)), {"extension-ends-before-the-guarantee"}),
        (approval(1, TODAY), {"grant-ends-too-early"}),
        (approval(24, TODAY + LONGEST), set()),
        (approval(25, TODAY + LONGEST + timedelta(days=1)),
         {"extension-sessions-out-of-range", "grant-ends-too-late"}),
        (approval(-1), {"extension-sessions-out-of-range"}),
        (approval(per_session=Money.of(500)), {"price-is-for-claims"}),
        (approval(clinic_id="cli_b", practitioner_id="prc_b"), {"extension-keeps-its-place"}),
        (replace(approval(), grant=None), {"grant-missing"}),
    ],
)  # fmt: skip
def test_a_grant_must_add_sessions_or_time_within_its_limits(
    decision: StaffDecision, faults: set[str]
) -> None:
    assert faults_of(lambda: asked().decided(decision, ANSWER, STANDING)) == faults


WHOLE = guarantee(treatment="rehabilitation", fee=Money.of(19000), fee_for="whole", sessions_granted=10)
CAPPED = Answer("covered", trail=Trail((Step("R-843", effect="cap", facts={"most": "700.00"}),)))


@pytest.mark.parametrize(
    "decision, faults",
    [
        (approval(4), {"extension-price-missing"}),
        (approval(4, per_session=Money.of(500)), set()),
        (approval(4, per_session=Money.of(0)), {"amount-not-positive"}),
        (approval(4, per_session=Money.of(500, "NOK")), {"currency-not-the-payers"}),
        (approval(4, per_session=Money.of(701)), {"amount-above-cap"}),
        (approval(0), set()),
        (approval(0, per_session=Money.of(500)), {"price-is-for-claims"}),
        (approval(99), {"extension-price-missing", "extension-sessions-out-of-range"}),
    ],
)
def test_more_sessions_under_a_price_for_all_need_their_own_price(
    decision: StaffDecision, faults: set[str]
) -> None:
    assert faults_of(lambda: asked(WHOLE).decided(decision, CAPPED, WHOLE)) == faults


def test_an_extension_adds_its_price_to_a_price_for_all() -> None:
    """The guarantee, the reservation and the decision that is shown agree."""
    decided, after = asked(WHOLE).decided(approval(4, per_session=Money.of(500)), ANSWER, WHOLE)
    assert (after.fee, after.fee_for, after.sessions_granted) == (Money.of(21000), "whole", 14)
    assert after.fee_before_extensions == WHOLE.fee
    assert decided.decision
    assert decided.decision.grant == GrantedSessions(4, LATER, per_session=Money.of(500))
    first = Portion("tsk_1", TODAY, 10, TODAY, UNTIL, Money.of(1900))
    ledger = Ledger("tryg", after.person_id).reserve(
        after.guarantee_id, Purpose(CLAIM_ID), after.treatment, True, first
    )
    portion = added_portion(after, ledger, "ext_1", TODAY)
    assert portion
    assert (portion.sessions, portion.per_session) == (4, Money.of(500))


@pytest.mark.parametrize(
    "paid, left, reserved, price",
    [((), 10, 4, 500), ((4000, 5000), 8, 4, 0), ((1000, 1000), 8, 4, 950), ((4000, 5000), 0, 12, 1000)],
    ids=["nothing paid", "much paid", "little paid", "the rest was released"],
)
def test_an_extension_reserves_what_is_left_of_a_price_for_all(
    paid: tuple[int, ...], left: int, reserved: int, price: int
) -> None:
    """With what bills were paid and what is reserved already, it is never more than was promised."""
    after = WHOLE.extend(4, LATER, AT, Money.of(500))
    ledger = Ledger("tryg", after.person_id).reserve(
        after.guarantee_id,
        Purpose(CLAIM_ID),
        after.treatment,
        False,
        Portion("tsk_1", TODAY, 10, TODAY, UNTIL, Money.of(1900)),
        "refund",
    )
    spent = tuple(
        Spent(str(place), TODAY, after.treatment, Money.of(amount), after.guarantee_id)
        for place, amount in enumerate(paid)
    )
    ledger = replace(ledger, uses=(Use("ref_1", "refund", Purpose(CLAIM_ID), TODAY, False, spent),))
    if not left:
        ledger = ledger.release(after.guarantee_id, 0, TODAY, last=True)
    portion = added_portion(after, ledger, "ext_1", TODAY)
    assert portion
    assert (portion.sessions, portion.per_session) == (reserved, Money.of(price))
    assert ledger.left(after.guarantee_id) == left


@pytest.mark.parametrize("place, price", [(1, 1900), (10, 1900), (11, 500), (14, 500), (15, 800), (16, 800)])
def test_a_session_of_a_price_for_all_costs_what_its_own_grant_promised(place: int, price: int) -> None:
    after = WHOLE.extend(4, LATER, AT, Money.of(500)).extend(2, LATER, AT, Money.of(800))
    assert after.price_of("follow-up", place) == Money.of(price)
    assert after.session_fee == Money.of(1900)


def test_the_sessions_of_a_price_for_all_cost_together_what_was_promised() -> None:
    after = WHOLE.extend(4, LATER, AT, Money.of(500))
    prices = [after.price_of("follow-up", place) for place in range(1, after.sessions_granted + 1)]
    assert sum(price.amount for price in prices if price) == 21000
    each = guarantee(fee=Money.of(450)).extend(2, LATER, AT)
    assert {each.price_of("follow-up", place) for place in range(1, 6)} == {Money.of(450)}


def test_more_time_leaves_a_price_for_all_as_it_is() -> None:
    assert asked(WHOLE).decided(approval(0), ANSWER, WHOLE)[1].fee == WHOLE.fee


@pytest.mark.parametrize(
    "ends, until, faults",
    [
        (LATER, LATER, set()),
        (UNTIL, LATER, {"grant-outlasts-cover"}),
        (UNTIL, None, set()),
        (UNTIL - timedelta(days=1), None, {"grant-outlasts-cover"}),
    ],
    ids=["to the last day", "past it", "more sessions to it", "more sessions past it"],
)
def test_an_extension_does_not_outlast_the_cover(ends: date, until: date | None, faults: set[str]) -> None:
    """R-1315: more sessions alone may be held until the guarantee's own last day."""
    trail = Trail((Step("R-1315", "13.4.2", "cap", {"lastDay": ends.isoformat()}),))
    answered = Answer("covered", trail=trail)
    assert faults_of(lambda: asked().decided(approval(1, until), answered, STANDING)) == faults


@pytest.mark.parametrize(
    "at, faults",
    [
        (datetime(2027, 3, 28, 21, 30, tzinfo=UTC), set()),
        (datetime(2027, 3, 28, 22, 30, tzinfo=UTC), {"grant-ends-too-early"}),
        (datetime(2027, 3, 28, 23, 30, tzinfo=UTC), {"grant-ends-too-early"}),
    ],
    ids=["23:30 in summer time", "00:30 the day after", "01:30 the day after"],
)
def test_the_day_of_an_extension_is_the_cases_on_the_night_after_the_turn_to_summer_time(
    at: datetime, faults: set[str]
) -> None:
    early = guarantee(valid_until=date(2027, 3, 1))
    decision = replace(approval(1, date(2027, 3, 29)), at=at)
    assert faults_of(lambda: asked(early).decided(decision, ANSWER, early)) == faults


def test_an_extension_of_an_expired_guarantee_needs_a_last_day() -> None:
    expired = guarantee(valid_until=TODAY - timedelta(days=1))
    with pytest.raises(BadInput) as bad:
        asked(expired).decided(approval(3, None), ANSWER, expired)
    assert [(fault.pointer, fault.code) for fault in bad.value.faults] == [("/grant/validUntil", "missing")]
    _, after = asked(expired).decided(approval(3, TODAY + timedelta(days=1)), ANSWER, expired)
    assert after.status_on(TODAY) == "active"


def test_a_grant_may_repeat_the_clinic_of_the_guarantee() -> None:
    placed = guarantee(clinic_id="cli_a", practitioner_id="prc_a")
    same = approval(clinic_id="cli_a", practitioner_id="prc_a")
    assert asked(placed).decided(same, ANSWER, placed)[1].sessions_granted == 5


def test_an_extension_of_a_revoked_guarantee_can_only_be_denied() -> None:
    revoked = guarantee(status="revoked")
    with pytest.raises(Refused, match="nothing-to-extend"):
        asked().decided(approval(), ANSWER, revoked)
    assert asked().decided(DENIAL, ANSWER, revoked)[0].status == "denied"


def test_the_reason_is_not_in_the_representation_of_an_extension() -> None:
    assert "smerter" not in repr(asked())
    assert "smerter" not in repr(REQUEST)
