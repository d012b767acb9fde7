"""Every kind of notification, from its event to its provider, says nothing about health (F4-42).

The case is full of canaries: a diagnosis in every free text, the name of the treatment, the clinic, the
numbers of the person and of the company. None of them is in a mail, an SMS, a letter, digital post, a stored
item, an event or a line of the log.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import unquote_plus

import pytest
from pypdf import PdfReader

from helsebro.ids import ClaimId, PersonId, PolicyId
from helsebro.local_day import local_day
from helsebro.notifications.channel import CHANNELS, Choice
from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.identity import pseudonym
from helsebro_aws.notifications.digital_post.credentials import StoredCredentials
from helsebro_aws.notifications.digital_post.digital_post_outlet import DigitalPostOutlet
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.letters.letter_outlet import LetterOutlet
from helsebro_aws.notifications.letters.letter_papers import LetterPapers
from helsebro_aws.notifications.outlets.email_outlet import EmailOutlet
from helsebro_aws.notifications.outlets.sms_outlet import SmsOutlet
from helsebro_aws.notifications.preferences.unsubscribe_link import link_for
from helsebro_aws.notifications.rendering import render
from helsebro_aws.notifications.sender import Senders
from helsebro_aws.notifications.sending import Sending
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import Settings
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from tests.builders.calls import ask, event, staff
from tests.builders.claims import claim_of, consent, document_of
from tests.builders.clinics.contracts import contract_sent
from tests.builders.clinics.matches import decline, match
from tests.builders.clinics.users import invite
from tests.builders.decisions import CHIROPRACTIC, approval, claim_in_review, decide, task_of, today
from tests.builders.documents.checked_papers import check
from tests.builders.mandates import given
from tests.builders.messages import mailbox, provider_server
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.messages.provider_server import ProviderServer, private_key
from tests.builders.messages.threads import caseworker, written
from tests.builders.messages.threads import of_case as of_thread
from tests.builders.network import Stage, act, begun, book, change_claim, guarantee_of, soon, staged
from tests.builders.policies import ANNA, BO, CARL, EMPLOYER_CVR, insured_of, payer_of, policy_of
from tests.suite.failing_service import Asked, failing
from tests.suite.log_lines import log_lines

DIAGNOSIS, CLINIC = "Kanariediagnose", "Kanarieklinikken"
CANARIES = (DIAGNOSIS, CLINIC, ANNA, f"{ANNA[:6]}-{ANNA[6:]}", EMPLOYER_CVR)
OF_THE_TREATMENT = ("fysio", "physio", "kiroprak", "chiroprac")
HOME = PostalAddress("Anna Holm", "Havnegade 1", "8000", "Aarhus C")
ON_EVERY_CHANNEL = Choice(email=True, sms=True, letter=True, digital_post=True)
RECIPIENT = re.compile(rb"<(personal-identification|organisation)-number>\d+</")
"""The one place where the number of a recipient belongs."""


@dataclass
class Post:
    """Plans what is sent for an event, sends it at once, and keeps what each provider was asked to carry."""

    aws: dict[str, Any]
    server: ProviderServer
    credentials: StoredCredentials
    carried: list[str] = field(default_factory=list)
    sent: list[Notification] = field(default_factory=list)
    events: int = 0

    def on(self, event_type: str, **data: Any) -> None:
        """Plans and sends."""
        self.events += 1
        assert notify(event_type, event_id=f"evt_{self.events}", **data) == []
        with failing(self._taken, os.environ["AWS_ENDPOINT_URL"]) as between:
            sending = self._sending(Settings({**os.environ, "AWS_ENDPOINT_URL": between.url}))
            for each in notifications_in(self.aws):
                if each.is_open:
                    assert sending.run(each.payer, each.case_id, each.notification_id) == "sent", each
                    self.sent.append(each)
                    if each.channel == "digital-post":
                        self.carried.append(RECIPIENT.sub(b"", self.server.sent).decode())

    def _taken(self, asked: Asked) -> None:
        self.carried.append(unquote_plus(asked.body.decode()))

    def _sending(self, to: Settings) -> Sending:
        senders = Senders()
        return Sending(
            EventFacts(DynamoBookings().find),
            {
                "email": EmailOutlet(10, to),
                "sms": SmsOutlet(10, to),
                "letter": LetterOutlet(senders.of, LetterPapers(10)),
                "digital-post": DigitalPostOutlet(self.credentials, self.credentials),
            },
            lambda notification: render(notification, senders.of(notification), link_for(notification)),
            # No SMS waits for the morning.
            now=lambda: (clock.now() + timedelta(days=1)).replace(hour=12),
        )


@pytest.fixture
def post(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    mailbox.opened("no-reply@helsebro.example")
    monkeypatch.setenv("HELSEBRO_LOCAL_STACK", "1")
    with provider_server.running() as server:
        name = "/helsebro/test/nothing-of-health"
        known_by = {"url": server.url, "account": "9999", "key": private_key()}
        aws["ssm"].put_parameter(Name=name, Value=json.dumps(known_by), Type="SecureString", Overwrite=True)
        environment = {**os.environ, "HELSEBRO_OF_THIS_TEST": name}
        yield Post(aws, server, StoredCredentials("of_this_test", 10, Settings(environment)))


def enrolled(number: str = "P-1") -> tuple[PolicyId, PersonId]:
    """Registers the payer and its policy, and enrols Anna."""
    payer_of("tryg")
    start = local_day(datetime.now(UTC)) + timedelta(days=60)
    start += timedelta(days=(start.month, start.day) == (2, 29))
    policy_id = policy_of("tryg", number=number, policyYearStart=f"{start:%m-%d}")
    anna = insured_of(policy_id, email="anna@work.example")
    # In Norway every payer may send digital post.
    DynamoPayers().set(replace(DynamoPayers().find("tryg"), country="NO", currency="NOK"))
    return policy_id, anna


def entered(person_id: PersonId, **changes: Any) -> int:
    """Enters a contact that wants everything on every channel; returns the version that it was given."""
    contacts = DynamoContacts()
    before = contacts.current(person_id)
    after = before.changed(replace(before, **changes), clock.now())
    contacts.change(before, after, "tryg")
    contacts.choose(after, after.choosing(dict.fromkeys(CHOSEN_BY_MEMBERS, ON_EVERY_CHANNEL)), "tryg")
    return after.version


def decided(decision: dict[str, Any]) -> ClaimId:
    """Returns a decided claim with a document, full of canaries."""
    # With its day, so that a case after the first course asks for nothing more.
    treatment = {**CHIROPRACTIC, "startsOn": today().isoformat()}
    claim_id = claim_in_review(description=DIAGNOSIS, treatment=treatment)
    document_of(claim_id, fileName=f"{DIAGNOSIS}.pdf")
    assert decide(task_of(claim_id), decision).status == 200
    return claim_id


DUE = "2026-12-22T23:00:00Z"


def play_the_case(post: Post, claim_id: ClaimId) -> None:
    """Everything that is sent about a claim before its guarantee."""
    incomplete = claim_of(description=DIAGNOSIS)
    post.on("claim.reported", claimId=incomplete)
    post.on("deadline.reached", claimId=incomplete, kind="missing-after-3-days", queue="claims")
    post.on("case-consent.withdrawn", claimId=incomplete, why="guardian-ended")
    consent(incomplete)
    rejected = document_of(incomplete, b"no PDF", fileType="journal", fileName=f"{DIAGNOSIS}.pdf")
    assert check(incomplete, rejected) == "rejected"
    post.on("document.rejected", claimId=incomplete, documentId=rejected)
    for decision in ("clarify", "approve"):
        post.on("task.decided", claimId=claim_id, queue="claims", decision=decision)
    warned = {"claimId": claim_id, "queue": "claims", "dueAt": DUE}
    post.on("deadline.warned", **warned, kind="consent-expiry")
    for consent_kind in ("clinic", "general", "network-contact"):
        post.on("deadline.warned", **warned, kind=f"{consent_kind}-consent-expiry")
    said = {"how": "phone", "saidAt": clock.now().isoformat()}
    for decision in ("case", "clinic", "general", "network-contact", "mandate"):
        post.on("decision.recorded", claimId=claim_id, decision=decision, outcome="given", **said)
    post.on("deadline.warned", **warned, kind="crisis-start")
    post.on("deadline.missed", **warned, kind="first-answer")
    post.on("deadline.escalated", **warned, kind="first-answer")
    post.on("deadline.warned", **warned, kind="first-answer")
    post.on("complaint.made", claimId=claim_id, complaintId="cpl_1", step="department")
    post.on("complaint.decided", claimId=claim_id, complaintId="cpl_1", step="department", outcome="upheld")
    post.on("refund.decided", claimId=claim_id, refundId="ref_1")
    post.on("refund.returned", claimId=claim_id, refundId="ref_1")
    written(of_thread(claim_id), DIAGNOSIS)
    written(of_thread(claim_id), DIAGNOSIS, caseworker())
    post.on("message.received", claimId=claim_id, messageId="msg_1", queue="claims", first="yes")
    post.on("message.sent", claimId=claim_id, messageId="msg_2", queue="claims")
    mandate_id = given(claim_id, "contact")
    holder = {"holderId": pseudonym.person_id("DK", BO), "also": "holder"}
    post.on("mandate.given", claimId=claim_id, mandateId="man_1", recorded="no", **holder)
    post.on("message.sent", claimId=claim_id, messageId="msg_3", queue="claims", **holder)
    post.on("mandate.revoked", claimId=claim_id, mandateId=mandate_id, recorded="no", **holder)
    post.on("thread.handed-over", claimId=claim_id, queue="claims")
    post.on("staff.called", claimId=claim_id, queue="claims")
    for change in ("proposed", "changed"):
        post.on(f"payer.account-{change}", version=2, queue="payments")


def play_the_guarantee(post: Post, stage: Stage) -> None:
    """Everything that is sent about a guarantee and its sessions."""
    guarantee = guarantee_of()
    change_claim(guarantee, description=DIAGNOSIS)
    of_it = {"claimId": guarantee.claim_id, "guaranteeId": guarantee.guarantee_id}
    post.on("guarantee.issued", **of_it)
    post.on("guarantee.extended", **of_it)
    post.on("task.decided", **of_it, queue="extensions", decision="deny")
    post.on("guarantee.revoked", **of_it)
    post.on("deadline.warned", **of_it, kind="guarantee-expiry", queue="claims")
    slot_id = stage.free_slot(starts_at=soon(20))
    entry = {**of_it, "waitlistId": "wtl_1"}
    post.on("waitlist.offered", **entry, slotId=slot_id, until=instant(soon(1)))
    post.on("waitlist.passed", **entry, why="slot-gone")
    post.on("waitlist.ended", **entry, why="offers-missed")
    of_it["bookingId"] = book(guarantee, slot_id).body["bookingId"]
    post.on("booking.created", **of_it, slotId=slot_id, clinic_id=stage.clinic_id)
    post.on("booking.rescheduled", **of_it, slotId=slot_id)
    post.on("booking.relocated", **of_it, slotId=slot_id)
    post.on("deadline.reached", **of_it, kind="session-reminder", queue="claims")
    assert act(of_it["bookingId"], "cancel").status == 200
    post.on("booking.cancelled", **of_it, slotId=slot_id)
    missed = book(guarantee_of(), stage.free_slot(starts_at=soon(22))).body
    begun(missed["bookingId"])
    stage.event("session.missed", {"bookingId": missed["bookingId"]})
    named = {name: missed[name] for name in ("bookingId", "guaranteeId", "claimId", "slotId")}
    post.on("session.missed", **named)
    post.on("webhook.disabled", payer="", clinic_id=stage.clinic_id, endpointId="whe_1", because="gone")
    unread = {"clinicId": stage.clinic_id, "practitionerId": stage.practitioner_id}
    post.on("calendar.unreadable", payer="", clinic_id=stage.clinic_id, **unread)
    post.on("authorisation.denied", payer="", clinic_id=stage.clinic_id, **unread)
    of_client = {**of_it, "clinic_id": stage.clinic_id}
    del of_client["bookingId"]
    post.on("guarantee.issued", **of_client, matchedAt=instant(soon(0)))
    post.on("contact.due", **of_client, dueAt=instant(soon(8)), by="phone")
    post.on("match.ended", **of_client)
    taken = guarantee_of()
    of_match = {"claimId": taken.claim_id, "guaranteeId": taken.guarantee_id, "clinicId": stage.clinic_id}
    assert match(taken, stage).status == 200
    post.on("client.matched", **of_match)
    assert decline(taken, stage).status == 200
    post.on("match.ended", **of_match)
    for change in ("signing-secret.rotated", "system-consent.withdrawn", "clinic-mailbox.changed"):
        post.on(change, payer="", clinic_id=stage.clinic_id, clinicId=stage.clinic_id)
    unreachable = {"clinicId": stage.clinic_id, "notificationId": "ntf_1"}
    post.on("notification.undeliverable", payer="", kind="webhook-disabled", **unreachable)
    signing = contract_sent(cpr=None)
    of_it = {"payer": "", "clinic_id": signing, "clinicId": signing}
    post.on("clinic.applied", **of_it)
    post.on("contract.sent", **of_it)
    post.on("deadline.reached", **of_it, kind="contract-reminder-7", queue="network")
    post.on("signatory.accepted", **of_it)
    post.on("signatory.refused", **of_it)
    counts = {"inForceFrom": instant(soon(72))}
    for change, more in (("registered", {}), ("approved", counts), ("ended", {})):
        post.on(f"payee.{change}", **of_it, payeeId="pye_1", change=change, by="signatory", **more)
    post.on("payout.account-missing", **{**of_it, "payer": "tryg"})
    # Who works for a clinic reads its name.
    own = staged()
    invite(own.clinic_id, own.practitioner_id)
    post.on("clinic-user.invited", payer="", clinic_id=own.clinic_id, practitionerId=own.practitioner_id)
    for why in ("denied", "expired"):
        post.on("onboarding.ended", **of_it, why=why)


def play_the_policy(post: Post, policy_id: PolicyId) -> None:
    """What is sent to the policyholder."""
    from functions.notices.notices.handler import handler as notices
    from functions.policies.policies.handler import handler as policies

    by, today = staff("underwriting"), local_day(datetime.now(UTC))
    reminder = event("POST", f"/v1/policies/{policy_id}/reminders", by=by, body={"sentOn": "2026-02-01"})
    assert ask(policies, reminder).status == 201
    post.on("premium.reminded", at="2026-02-01T10:15:00+00:00", policyId=policy_id, sentOn="2026-02-01")
    post.on("deadline.reached", policyId=policy_id, kind="premium-reminder", queue="underwriting", dueAt=DUE)
    body = {"kind": "cancellation", "by": "payer", "sentOn": str(today)}
    body["effectiveOn"] = str(today + timedelta(days=60))
    noticed = ask(notices, event("POST", f"/v1/policies/{policy_id}/notices", by=by, body=body))
    assert noticed.status == 201, noticed.body
    post.on(
        "policy.noticed",
        at=clock.now().isoformat(),
        policyId=policy_id,
        noticeId=noticed.body["noticeId"],
        kind="cancellation",
    )
    post.on("notification.undeliverable", policyId=policy_id, kind="contract-notice", notificationId="ntf_1")


def play_the_hand_over(post: Post, policy_id: PolicyId, anna: PersonId) -> None:
    """What is sent of the 15th birthday of a child; Anna reads both sides of it."""
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    for what in ("announced", "completed"):
        for to in ("guardian", "child"):
            post.on(f"handover.{what}", personId=anna, childId=child, to=to)
    post.on("guardian.changed", personId=anna, childId=child, what="proposed")
    post.on("guardian.decided", personId=anna, childId=child, what="consent")


def letters(aws: dict[str, Any]) -> list[str]:
    """Returns the text of every letter in the print queue."""
    stored = aws["s3"].list_objects_v2(Bucket="letters")["Contents"]
    files = [aws["s3"].get_object(Bucket="letters", Key=each["Key"])["Body"].read() for each in stored]
    return ["\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages) for file in files]


def kept(aws: dict[str, Any]) -> str:
    """Returns every event, and every stored item of notifications, letters and their plans."""
    items = aws["dynamodb"].scan(TableName="cases")["Items"]
    ours = [item for item in items if item["sk"]["S"].startswith(("NOTIFICATION#", "NOTIFIED#", "LETTER"))]
    assert {item["sk"]["S"].partition("#")[0] for item in ours} == {"NOTIFICATION", "NOTIFIED", "LETTER"}
    return json.dumps([ours, aws["dynamodb"].scan(TableName="outbox")["Items"]], ensure_ascii=False)


def canaries_in(text: str) -> list[str]:
    """Returns the canaries that a text has."""
    return [name for name in (*CANARIES, *OF_THE_TREATMENT) if name.casefold() in text.casefold()]


def test_nothing_that_is_sent_stored_published_or_logged_says_anything_about_health(
    post: Post, aws: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    with log_lines() as lines:
        policy_id, anna = enrolled()
        stage = staged(clinic_changes={"name": CLINIC}, name=CLINIC)
        version = entered(anna, email="anna@home.example", phone="+4520304050", address=HOME)
        post.on("contact.changed", personId=anna, contactVersion=version)
        post.on("account.confirmed", personId=anna, accountId="acc_1", change="changed")
        for kind in ("contact-changed", "guardian-changed", "general-consent-expiring"):
            post.on("notification.undeliverable", personId=anna, kind=kind, notificationId="ntf_1")
        play_the_hand_over(post, policy_id, anna)
        claim_id = decided({**approval(), "reason": DIAGNOSIS})
        play_the_case(post, claim_id)
        decided({"decision": "clarify", "question": DIAGNOSIS})
        play_the_guarantee(post, stage)
        play_the_policy(post, policy_id)
        entered(anna, has_login=False)
        post.on("task.decided", claimId=claim_id, queue="claims", decision="deny")
    assert {each.kind for each in post.sent} == set(KINDS)
    assert {(each.kind, each.channel) for each in post.sent} >= {
        (kind, channel) for kind in CHOSEN_BY_MEMBERS for channel in CHANNELS
    }
    carried = [*post.carried, *letters(aws)]
    assert len(carried) == len(post.sent)
    assert [(text, found) for text in carried if (found := canaries_in(text))] == []
    assert canaries_in(kept(aws)) == []
    assert canaries_in(lines.getvalue() + capsys.readouterr().out) == []


def test_a_canary_that_does_leave_is_found(post: Post, aws: dict[str, Any]) -> None:
    """The control: the number of a policy is the one free text that a message has."""
    policy_id, anna = enrolled(number=DIAGNOSIS)
    version = entered(anna, email="anna@home.example", address=HOME, has_login=False)
    post.on("task.decided", claimId=decided(approval()), queue="claims", decision="approve")
    post.on("contact.changed", personId=anna, contactVersion=version)
    play_the_policy(post, policy_id)
    found = [canaries_in(text) for text in [*post.carried, *letters(aws)]]
    assert sorted(found) == [[], [], [], [], [DIAGNOSIS], [DIAGNOSIS]]
    assert canaries_in(kept(aws)) == [DIAGNOSIS]
