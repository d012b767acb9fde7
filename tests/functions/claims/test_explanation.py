"""What a member reads of a decision in short: one sentence, what decided, and what would change it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.coverage.answer import Answer, Flip
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.coverage.trail import Step, Trail
from helsebro.ids import ClaimId, ClinicId
from helsebro.money import Money
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import GrantedSessions
from helsebro_aws.bookings.standing import standing
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.explained.explanation_view import explanation_shown
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.frame import widened
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.guarantees.revoke import GuaranteeRevocation
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import event, member, staff
from tests.builders.claims import claim_of, consent, explained, read
from tests.builders.decisions import decide
from tests.builders.domain.answers import determination
from tests.builders.domain.asking import question
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more
from tests.builders.mandates import given
from tests.builders.network import staged
from tests.builders.policies import ANNA, BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
FACTS = {"treatment.type": "chiropractic", "treatment.startsOn": "2026-12-01", "treatment.inNetwork": True}
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
ROW = {"rule", "clause", "clauseText", "detail", "facts"}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def reported() -> ClaimId:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    consent(claim_id)
    return claim_id


def denied(*steps: Step) -> ClaimId:
    claim_id, claims = reported(), DynamoClaims()
    before = claims.find(claim_id)
    made = determination("denied", before.reported_at, trail=Trail(steps, FACTS, "SF1706"), reason="See 6.3.")
    proposed = Answer(
        "not-covered",
        missing=("condition.chronic",),
        flips=(Flip("evidence.referral", "own-doctor", "covered"),),
        covered_from=date(2027, 11, 28),
    )
    claims.change(before, before.deny(made.with_what_would_turn(proposed)))
    return claim_id


def test_a_denial_is_explained_by_what_denied_and_what_would_change_it() -> None:
    claim_id = denied(Step("R-304", "3.2", "note"), Step("R-603", "6.3", "deny", reads=("treatment.type",)))
    answer = explained(claim_id).body
    assert (answer["outcome"], answer["reason"]) == ("denied", "See 6.3.")
    assert answer["headline"] == "We do not cover chiropractic."
    [row] = answer["because"]
    assert set(row) == ROW
    assert (row["rule"], row["facts"]) == ("R-603", {"treatment.type": "chiropractic"})
    assert [change["fact"] for change in answer["wouldChange"]] == [
        "treatment.startsOn",
        "evidence.referral",
    ], "the missing fact cannot turn what a rule denies"
    assert all(change["sentence"] for change in answer["wouldChange"])
    kinds = [step["kind"] for step in read(claim_id).body["nextSteps"]]
    assert [step["kind"] for step in answer["nextSteps"]] == kinds != []


def test_an_approval_says_how_much_is_granted() -> None:
    claim_id, claims = reported(), DynamoClaims()
    before = claims.find(claim_id)
    steps = (
        Step("R-801", "8", "grant", {"module": "physical"}),
        Step("R-831", "8.3.1", "grant", {"settlement": "direct"}),
    )
    trail = Trail(steps, FACTS, "SF1706")
    granted = GrantedSessions(3, date(2027, 5, 1))
    claims.change(
        before, before.approve(determination("approved", before.reported_at, trail=trail, grant=granted))
    )
    answer = explained(claim_id).body
    assert (answer["outcome"], answer["wouldChange"]) == ("approved", [])
    assert next(step["kind"] for step in answer["nextSteps"]) == "book"
    assert "refund" not in [step["kind"] for step in answer["nextSteps"]]
    assert answer["headline"] == (
        "We cover 3 sessions of chiropractic up to and including 1 May 2027. We pay the clinic directly."
    )
    assert [row["rule"] for row in answer["because"]] == ["R-831", "R-801"]


def test_an_approval_names_the_last_day_to_begin() -> None:
    claim_id, claims = reported(), DynamoClaims()
    before, granted = claims.find(claim_id), GrantedSessions(5, date(2027, 5, 14))
    trail = Trail((Step("R-7144", "7.14", "cap", {"beginBy": "2026-12-05"}),), FACTS, "SF1706")
    claims.change(
        before, before.approve(determination("approved", before.reported_at, trail=trail, grant=granted))
    )
    assert "The treatment must begin by 5 December 2026." in explained(claim_id).body["headline"]


@pytest.mark.parametrize(
    "clinic_id, kinds, paid",
    [
        (None, ["refund"], "You pay the practitioner first"),
        (ClinicId("cli_nord"), ["book"], "We pay the clinic directly"),
    ],
)
def test_a_grant_outside_the_network_is_booked_only_at_a_clinic_that_staff_named(
    clinic_id: ClinicId | None, kinds: list[str], paid: str
) -> None:
    claim_id, claims = reported(), DynamoClaims()
    before = claims.find(claim_id)
    treatment = replace(before.question.treatment, in_network=False)
    outside = replace(before, question=replace(before.question, treatment=treatment))
    trail = Trail((Step("R-833", "8.3.2", "note", {"settlement": "refund"}),), FACTS, "SF1706")
    granted = GrantedSessions(3, date(2027, 5, 1), clinic_id)
    made = determination("approved", before.reported_at, trail=trail, grant=granted)
    claims.change(before, outside.approve(made))
    answer = explained(claim_id).body
    assert [step["kind"] for step in answer["nextSteps"]][: len(kinds)] == kinds
    assert paid in answer["headline"]


def test_the_rows_of_an_approval_do_not_contradict_what_staff_granted() -> None:
    claim_id, claims = reported(), DynamoClaims()
    before = claims.find(claim_id)
    portion = Step("R-824", "8.2", "cap", {"unit": "sessions", "limit": 3, "used": 0, "left": 3})
    made = determination(
        "approved",
        before.reported_at,
        trail=Trail((portion,), FACTS, "SF1706"),
        grant=GrantedSessions(5, date(2027, 5, 1)),
    )
    claims.change(before, before.approve(made))
    said = "We normally grant 3 sessions to begin with. A caseworker has granted you 5."
    [row] = explained(claim_id).body["because"]
    [shown] = read(claim_id).body["decision"]["trail"]
    assert row["detail"] == said
    assert shown["facts"]["limit"] == 3


def test_an_approval_is_explained_by_its_guarantee_and_where_to_book(aws: dict[str, Any]) -> None:
    assert aws
    stage = staged(treatments=["chiropractic"])
    issued = guaranteed(clinicId=stage.clinic_id)
    DynamoGuarantees().tables.commit(
        [widened("cases", issued, issued.extend(2, date(2028, 1, 31), clock.now()))]
    )
    answer = explained(issued.claim_id).body
    first = answer["nextSteps"][0]
    name = DynamoClinics().find(stage.clinic_id).name
    assert answer["headline"].startswith("We cover 5 sessions of chiropractic up to and including 31 January")
    assert first["text"].startswith(f"Book your appointment at {name} with the guarantee.")
    assert (first["clinicId"], first["validUntil"]) == (stage.clinic_id, "2028-01-31")


def test_a_withdrawn_guarantee_is_explained_by_why_and_how_to_complain() -> None:
    issued = guaranteed()
    receipt = Receipt("r", "f", 200, {})
    GuaranteeRevocation(standing).revoke(
        issued.guarantee_id, issued.version, "The clinic asked for it.", lambda _: receipt
    )
    answer = explained(issued.claim_id).body
    assert (answer["outcome"], answer["reason"]) == ("revoked", "The clinic asked for it.")
    assert answer["headline"].startswith("We have withdrawn the guarantee for chiropractic.")
    assert [row["detail"] for row in answer["because"]] == ["The clinic asked for it."]
    assert [step["kind"] for step in answer["nextSteps"]] == [*["complaint"] * 3, "court"], (
        "it has no bill to send"
    )


def test_each_step_is_said_once_after_a_denied_extension_and_a_withdrawn_guarantee() -> None:
    issued = guaranteed()
    denial = {"decision": "deny", "reason": "No effect."}
    assert decide(extension_task_of(extension_of(issued)), denial).status == 200
    GuaranteeRevocation(standing).revoke(
        issued.guarantee_id, issued.version, "The clinic asked for it.", lambda _: Receipt("r", "f", 200, {})
    )
    answer = explained(issued.claim_id).body
    assert [step["kind"] for step in answer["nextSteps"]] == [*["complaint"] * 3, "court"]
    assert [row["detail"] for row in answer["because"]] == ["The clinic asked for it."]


@pytest.mark.parametrize(
    "language, headline",
    [
        ("da", "Vi har trukket tilsagnet om refusion af fysioterapi tilbage. Vi refunderer ikke tider efter"),
        ("nb", "Vi har trukket tilbage tilsagnet om refusjon av fysioterapi. Vi refunderer ikke timer etter"),
        ("en", "We have withdrawn the approval of a refund of physiotherapy. We do not refund appointments"),
    ],
)
def test_a_withdrawn_approval_of_a_refund_is_no_guarantee(language: str, headline: str) -> None:
    withdrawn = guarantee(settlement="refund").revoke("Fejl", AT)
    decided = claim(status="approved", decision=determination("approved", AT), answered_at=AT)
    shown = explanation_shown(decided, language, withdrawn)
    assert shown["headline"].startswith(headline)


def test_a_denial_that_no_rule_makes_begins_with_the_reason_of_the_staff() -> None:
    portion = Step("R-824", "8.2", "cap", {"unit": "sessions", "limit": 3, "used": 0, "left": 3})
    answer = explained(denied(portion)).body
    assert [row["detail"] for row in answer["because"]] == ["See 6.3."]


def test_a_guarantee_that_has_ended_is_told_of_in_the_past_with_how_to_go_on() -> None:
    issued = guaranteed()
    ended = {"validFrom": "2026-01-01", "validUntil": "2026-06-01", "sessionsUsed": 2}
    key = guarantee_key(issued.guarantee_id)
    DynamoGuarantees().tables.commit([Update(DynamoGuarantees().table, *key, set=ended)])
    answer = explained(issued.claim_id).body
    assert answer["headline"] == (
        "We covered 2 sessions of chiropractic up to and including 1 June 2026. "
        "The guarantee is no longer valid."
    )
    assert [step["kind"] for step in answer["nextSteps"]] == ["extension"], "the clinic was paid directly"


def changed_guarantee(treatment: str = "chiropractic", **changes: Any) -> ClaimId:
    """The claim of an issued guarantee with these stored fields."""
    issued = guaranteed()
    key = guarantee_key(issued.guarantee_id)
    stored = {"treatment": treatment, **changes}
    DynamoGuarantees().tables.commit([Update(DynamoGuarantees().table, *key, set=stored)])
    return issued.claim_id


@pytest.mark.parametrize(
    "changes, headline",
    [
        ({"sessionsBooked": 3, "sessionsUsed": 3}, "We covered 3 sessions of chiropractic. All 3 are used."),
        ({"sessionsBooked": 3}, "We pay the clinic directly. All 3 are booked."),
        ({"sessionsBooked": 3, "sessionsUsed": 1}, "1 is used, and 2 are booked."),
        ({"sessionsBooked": 1}, "1 is booked, so 2 are left for you to book."),
        (
            {"sessionsBooked": 2, "sessionsUsed": 1},
            "1 is used, and 1 is booked, so 1 is left for you to book.",
        ),
        ({"validUntil": "2026-06-01"}, "The guarantee for chiropractic expired on 1 June 2026."),
        (
            {"beginBy": "2026-06-01"},
            "The guarantee for chiropractic is no longer valid, because no appointment was booked by "
            "1 June 2026. Call us if you still need help.",
        ),
    ],
    ids=str,
)
def test_the_headline_says_what_is_left_of_the_guarantee(changes: dict[str, Any], headline: str) -> None:
    answer = explained(changed_guarantee(**changes)).body
    assert answer["headline"].endswith(headline)
    assert "refund" not in [step["kind"] for step in answer["nextSteps"]]


@pytest.mark.parametrize(
    "language, headline",
    [
        (
            "da",
            "Du har allerede en garanti på 3 samtaler til krisehjælp hos psykolog ({}). Book med den",
        ),
        ("nb", "Du har allerede en garanti på 3 samtaler til krisehjelp hos psykolog ({}). Bestill time med"),
        (
            "en",
            "You already have a guarantee for 3 sessions of crisis help from a psychologist ({}). Book",
        ),
    ],
)
def test_a_second_report_is_told_of_the_guarantee_that_the_person_has(language: str, headline: str) -> None:
    reserved = {"unit": "sessions", "limit": 5, "used": 0, "reserved": 5, "left": 0}
    claim_id = denied(Step("R-7141", "7.14", "deny", reserved))
    first = guaranteed()
    key, claims = guarantee_key(first.guarantee_id), DynamoClaims()
    by_day = {"treatment": "crisis-help", "beginBy": "2099-12-05"}
    DynamoGuarantees().tables.commit([Update(DynamoGuarantees().table, *key, set=by_day)])
    for known in (claims.find(claim_id), claims.find(first.claim_id)):
        claims.change(known, replace(known, treatment_type="crisis-help", version=known.version + 1))
    answer = explained(claim_id, language=language).body
    assert answer["headline"].startswith(headline.format(first.number))
    assert "2099" in answer["headline"]
    step = answer["nextSteps"][0]
    assert (step["kind"], step["beginBy"], first.number in step["text"]) == ("book", "2099-12-05", True)


def test_one_price_for_all_is_named_with_who_is_paid() -> None:
    fee = {"amount": "45000.00", "currency": "DKK"}
    claim_id = changed_guarantee("misuse", fee=fee, feeFor="whole", sessionsGranted=1)
    assert explained(claim_id).body["headline"].endswith("We pay the clinic DKK 45,000 in all.")


@pytest.mark.parametrize(
    "language, headline, detail",
    [
        (
            "da",
            "Vi betaler klinikken 312,50 kr. af 500 kr. pr. behandling. Resten kan du få hos Topdanmark.",
            "Topdanmark ville alene betale 300 kr.",
        ),
        (
            "nb",
            "Vi betaler klinikken 312,50 danske kr av 500 danske kr per behandling. "
            "Resten kan du få hos Topdanmark.",
            "Topdanmark ville alene betale 300 danske kr.",
        ),
        (
            "en",
            "We pay the clinic DKK 312.50 of DKK 500 per session. You can get the rest from Topdanmark.",
            "Topdanmark would alone pay DKK 300.",
        ),
    ],
)
def test_a_shared_price_is_explained_with_our_part_and_the_other_insurer(
    language: str, headline: str, detail: str
) -> None:
    theirs = {"amount": "300.00", "currency": "DKK"}
    known = {**FACTS, "treatment.cost": {"amount": "500.00", "currency": "DKK"}}
    trail = Trail((Step("R-1415", "14.4", "cap", {"theirs": theirs}),), known, "SA1706")
    decided = determination("approved", AT, trail=trail, grant=GrantedSessions(3, date(2027, 5, 1)))
    asked = question(
        {
            "cause": "leisure",
            "treatment": {"type": "physiotherapy", "cost": {"amount": "500.00", "currency": "DKK"}},
            "evidence": {"otherInsurer": {"name": "Topdanmark", "decision": "limits", "sum": theirs}},
        }
    )
    shared = claim(status="approved", question=asked, decision=decided, answered_at=AT)
    shown = explanation_shown(shared, language, guarantee(fee=Money.of("312.50")))
    assert shown["headline"].endswith(headline)
    assert shown["because"][0]["detail"].startswith(detail)
    assert "312" in shown["because"][0]["detail"]


def test_an_extension_is_told_of_when_it_is_asked_for_and_when_it_is_granted() -> None:
    issued = guaranteed()
    asked = extension_of(issued)
    said = explained(issued.claim_id).body
    assert "You have asked for an extension of the guarantee." in said["headline"]
    assert "extension" not in [step["kind"] for step in said["nextSteps"]]
    assert decide(extension_task_of(asked), more(4)).status == 200
    extended = explained(issued.claim_id).body["headline"]
    assert "We added 4 on " in extended
    assert "asked for" not in extended


def test_a_guarantee_that_lapsed_says_who_helps_now() -> None:
    steps = explained(changed_guarantee(beginBy="2026-06-01")).body["nextSteps"]
    assert [step["kind"] for step in steps] == ["public-help", "medical-advice"]
    assert steps[1]["contact"]["phone"]


def test_a_guarantee_that_was_not_begun_in_time_says_so() -> None:
    issued = guaranteed()
    key = guarantee_key(issued.guarantee_id)
    begin_by = {"validFrom": "2026-01-01", "beginBy": "2026-06-01"}
    DynamoGuarantees().tables.commit([Update(DynamoGuarantees().table, *key, set=begin_by)])
    answer = explained(issued.claim_id).body
    assert answer["headline"] == (
        "The guarantee for chiropractic is no longer valid, because no appointment was booked by "
        "1 June 2026. Call us if you still need help."
    )
    assert "book" not in {step["kind"] for step in answer["nextSteps"]}


@pytest.mark.parametrize("is_complete, status", [(False, "awaiting-member"), (True, "in-review")])
def test_before_the_decision_it_says_where_the_claim_stands(is_complete: bool, status: str) -> None:
    claim_id = reported() if is_complete else claim_of()
    answer = explained(claim_id).body
    assert (answer["outcome"], answer["because"], answer["wouldChange"]) == (status, [], [])
    assert answer["headline"]


def test_a_denial_that_is_looked_at_again_says_so() -> None:
    claim_id, claims = denied(Step("R-603", "6.3", "deny")), DynamoClaims()
    before = claims.find(claim_id)
    earlier = determination("denied", before.reported_at)
    again = replace(before, status="in-review", decision=None, earlier_decisions=(earlier,))
    claims.change(before, again)
    answer = explained(claim_id).body
    assert answer["outcome"] == "in-review"
    assert answer["headline"].startswith("We are assessing again whether we cover chiropractic")


def test_a_claim_that_waits_says_for_what_and_how_to_give_it() -> None:
    answer = explained(claim_of(treatment={"type": "rehabilitation", "country": "DK"})).body
    steps = answer["nextSteps"]
    assert [(step["kind"], step.get("fileType")) for step in steps] == [
        ("consent", None),
        ("paper", "referral"),
        ("answer", None),
    ]
    assert steps[2]["required"] is True
    assert answer["headline"].startswith("Before we can assess whether we cover rehabilitation, we need your")
    assert "a referral from your own doctor and your answer" in answer["headline"]
    assert steps[2]["text"].startswith(f"Answer {len(steps[2]['facts'])} question")


def test_a_claim_in_review_says_when_it_is_answered_and_what_still_helps() -> None:
    first, *others = explained(reported()).body["nextSteps"]
    assert first["kind"] == "review"
    assert first["dueAt"]
    assert first["text"].startswith("You get our answer by ")
    assert [(step["kind"], step["required"]) for step in others] == [("answer", False)]


def test_a_review_without_a_consent_in_force_asks_for_it() -> None:
    claim_id = reported()
    consent(claim_id, None)
    found = explained(claim_id).body
    assert (found["outcome"], found["nextSteps"][0]["kind"]) == ("in-review", "consent")
    assert "review" not in {step["kind"] for step in found["nextSteps"]}
    assert found["headline"] == (
        "You have withdrawn your consent. Without it we cannot decide whether we cover chiropractic, "
        "so the case waits."
    )


def test_a_refused_consent_says_what_follows_and_how_to_change_it() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    consent(claim_id, False)
    found = explained(claim_id, language="da").body
    assert found["headline"] == (
        "Du har sagt nej til at give samtykke. Uden det kan vi ikke afgøre, om vi dækker kiropraktik, "
        "så sagen venter."
    )
    assert found["nextSteps"][0]["text"].startswith("Vil du have sagen behandlet, så giv dit samtykke.")


def test_a_withdrawn_consent_rests_the_paper_of_an_approval() -> None:
    issued = guaranteed()
    pk, sk = case_partition(issued.guarantee_id), f"GUARANTEE#{issued.guarantee_id}"
    tables.commit([Update(tables.settings.cases_table, pk, sk, set={"sessionsBooked": 1})])
    assert "2 igjen som du kan bestille" in explained(issued.claim_id, language="nb").body["headline"]
    consent(issued.claim_id, None)
    found = explained(issued.claim_id, language="nb").body
    assert "2 igjen." in found["headline"]
    assert found["headline"].endswith(
        "kan vi ikke utlevere garantien, og det kan ikke bestilles nye timer. "
        "Timer som allerede er bestilt, består til de blir avbestilt."
    )
    assert [step["kind"] for step in found["nextSteps"]] == ["consent"]


def test_an_open_question_is_the_next_step() -> None:
    claim_id, claims = reported(), DynamoClaims()
    before = claims.find(claim_id)
    asked = determination("clarifying", before.reported_at, question="Which knee?")
    claims.change(before, before.clarify(asked))
    first = explained(claim_id).body["nextSteps"][0]
    assert (first["kind"], first["text"]) == ("answer", "Answer our question: Which knee?")


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_an_explanation_is_in_the_readers_language(language: str) -> None:
    claim_id = denied(Step("R-603", "6.3", "deny", reads=("treatment.type",)))
    texts = {json.dumps(explained(claim_id, language=other).body) for other in ("da", "nb", "en")}
    assert len(texts) == 3
    assert json.dumps(explained(claim_id, language=language).body) in texts


@pytest.mark.parametrize(
    "reader, detail",
    [
        ("self", "Du har oplyst, at din skade, som opstod den 3. marts 2026, hører til fritiden."),
        ("other", "Du har oplyst, at patientens skade, som opstod den 3. marts 2026, hører til fritiden."),
        ("staff", "Medlemmet har oplyst, at patientens skade, som opstod den 3. marts 2026, hører til"),
    ],
)
def test_a_decision_speaks_of_the_patient_to_who_is_not_the_patient(
    reader: PersonOfAddress, detail: str
) -> None:
    known = {"condition.category": "injury", "condition.arisenOn": "2026-03-03"}
    trail = Trail((Step("R-301", "3.1", "deny"),), {**FACTS, **known}, "SA1706")
    denial = claim(status="denied", decision=determination("denied", AT, trail=trail), answered_at=AT)
    [row] = explanation_shown(denial, "da", reader=reader)["because"]
    assert row["detail"].startswith(detail)


def test_staff_read_of_the_patient_in_the_rows_of_a_claim() -> None:
    claim_id = denied(Step("R-303", "3.2", "note"))
    said = {
        row["detail"].split(" behøver")[0]
        for by in (None, staff("caseworker", payer="tryg"))
        for row in read(claim_id, by).body["decision"]["trail"]
    }
    assert said == {"Du", "Patienten"}


def test_those_who_read_the_claim_read_its_explanation_and_no_one_else() -> None:
    claim_id = denied(Step("R-603", "6.3", "deny"))
    assert explained(claim_id, staff("caseworker", payer="tryg")).status == 200
    strangers = (member("0505901234"), staff("caseworker", payer="gjensidige"))
    assert [explained(claim_id, by).status for by in strangers] == [404, 404]
    assert explained(claim_id, staff("finance", payer="tryg")).status == 403


TEXTS = "helsebro.coverage.texts."
SERVED = """
import importlib, json, sys
handler = importlib.import_module(f"functions.claims.{sys.argv[1]}.handler").handler
class Context:
    function_name, memory_limit_in_mb, invoked_function_arn, aws_request_id = "f", 256, "arn", "r"
answer = handler(json.load(sys.stdin), Context())
texts = sorted(name for name in sys.modules if name.startswith("helsebro.coverage.texts."))
engine = sorted(name for name in sys.modules if name.startswith("helsebro.coverage.rules"))
print(json.dumps({"status": answer["statusCode"], "texts": texts, "engine": engine}))
"""


def loaded(function: str, path: str) -> dict[str, Any]:
    """The modules of texts and of the engine that a new process of a function has loaded after a call."""
    ran = subprocess.run(
        [sys.executable, "-c", SERVED, function],
        env={**os.environ, "PYTHONPATH": ":".join(place for place in sys.path if place)},
        input=json.dumps(event("GET", path, by=member(ANNA))),
        capture_output=True,
        text=True,
        check=True,
    )
    # The lines above it are the log.
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    assert found["status"] == 200
    return found


def test_a_claim_without_a_decision_loads_no_texts_of_rules() -> None:
    """It may ask for facts, which have texts of their own."""
    found = {name.removeprefix(TEXTS) for name in loaded("claims", f"/v1/claims/{reported()}")["texts"]}
    assert found <= {"fact_texts", "text_lines", "sentence"}


def test_a_decision_and_its_explanation_load_texts_but_not_the_engine() -> None:
    path = f"/v1/claims/{denied(Step('R-603', '6.3', 'deny'))}"
    shown, told = loaded("claims", path), loaded("facts", f"{path}/explanation")
    assert "helsebro.coverage.texts.shown_trail" in shown["texts"]
    assert "helsebro.coverage.texts.changes" not in shown["texts"]
    assert "helsebro.coverage.texts.changes" in told["texts"]
    assert (shown["engine"], told["engine"]) == ([], [])


@pytest.mark.parametrize(
    "language, headline",
    [
        ("da", "Vi dækker transport til behandling: 1 tur frem og tilbage til og med den 1. maj 2027."),
        ("nb", "Vi dekker transport til behandling: 1 reise tur-retur til og med 1. mai 2027."),
        ("en", "We cover transport to treatment: 1 return trip up to and including 1 May 2027."),
    ],
)
def test_an_approval_of_transport_counts_trips_and_names_the_most(language: str, headline: str) -> None:
    asked = question({"treatment": {"type": "transport"}})
    decided = determination("approved", AT, grant=GrantedSessions(1, date(2027, 5, 1)))
    approved = claim(status="approved", question=asked, decision=decided, answered_at=AT)
    granted = guarantee(
        treatment="transport",
        settlement="refund",
        sessions_granted=1,
        valid_until=date(2027, 5, 1),
        fee=Money.of(475),
    )
    read_in = explanation_shown(approved, language, granted)["headline"].replace("\N{NO-BREAK SPACE}", " ")
    assert read_in.startswith(headline)
    assert "475" in read_in.removeprefix(headline)


def test_a_denied_extension_is_said_in_the_explanation_with_its_reason() -> None:
    issued = guaranteed()
    asked = extension_of(issued)
    before = explained(issued.claim_id).body
    assert decide(extension_task_of(asked), {"decision": "deny", "reason": "The knee is well."}).status == 200
    answer = explained(issued.claim_id).body
    assert "We said no to an extension of the guarantee on" in answer["headline"]
    assert answer["because"][-1]["detail"] == "The knee is well."
    assert {"complaint", "court"} <= {step["kind"] for step in answer["nextSteps"]}
    assert "said no" not in before["headline"]


def test_an_extension_that_was_asked_for_again_takes_the_place_of_a_denied_one() -> None:
    issued = guaranteed()
    assert decide(extension_task_of(extension_of(issued)), {"decision": "deny", "reason": "No"}).status == 200
    extension_of(issued)
    assert "said no" not in explained(issued.claim_id).body["headline"]


@pytest.mark.parametrize(
    "language, led",
    [("da", "Medlemmet læser: »"), ("nb", "Medlemmet leser: «"), ("en", "The member reads: “")],
)
def test_staff_read_a_step_as_what_the_member_is_asked(language: str, led: str) -> None:
    claim_id = denied(Step("R-603", "6.3", "deny", reads=("treatment.type",)))
    of_staff = explained(claim_id, staff("caseworker", payer="tryg"), language).body["nextSteps"]
    of_member = explained(claim_id, language=language).body["nextSteps"]
    assert [step["text"] for step in of_staff] == [
        f"{led}{step['text']}{QUOTE[led[-1]]}" for step in of_member
    ]
    assert all(step["text"].startswith(led) for step in of_staff)
    assert not any(step["text"].startswith(led) for step in of_member)


QUOTE = {"»": "«", "«": "»", "“": "”"}


def test_a_holder_is_not_told_when_the_sum_over_all_treatments_is_full_again() -> None:
    claim_id = denied(Step("R-1301", "13.1", "deny", {"used": 100000, "limit": 100000, "left": 0}))
    given(claim_id, "contact", to=BO)
    for reading in (read, explained):
        own, held = (str(reading(claim_id, member(cpr)).body) for cpr in (ANNA, BO))
        for hidden in ("2027-11-28", "28 November 2027", "28. november 2027", "100000"):
            assert hidden not in held
        assert "2027-11-28" in own
