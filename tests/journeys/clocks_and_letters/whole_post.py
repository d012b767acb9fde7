"""The whole post of one case: every kind of notification, to all its recipients, in each of their languages.

The case is played. Then each kind gets an event about it, in the queue in which the bus puts it, so that the
deployed functions plan, render and send what a journey would have to wait a year for.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any, get_args

from helsebro.notifications.contact_record import LANGUAGES, Language, language_in
from helsebro.notifications.kinds import KINDS, OF_CLIENTS
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.payer import Country
from helsebro_aws.dynamodb.record import instant
from local.demo.http_client import client
from local.journey import insurance, treatment
from local.journey.people import User
from local.journey.played_events import PlayedCase
from local.mailbox.emulator_items import EmulatorItems
from tests.builders.clinics.form import form
from tests.journeys.asking import cpr_of_age
from tests.journeys.clinic_network.joining import Joining
from tests.journeys.clocks_and_letters.mailbox import Mailbox, Message
from tests.journeys.clocks_and_letters.published_slot import published_slot
from tests.journeys.tenants import POLICY

ADDRESS = {
    "name": "Nordlys ApS",
    "street": "Havnegade 1",
    "postcode": "8000",
    "city": "Aarhus C",
    "country": "DK",
}
NOTICE = timedelta(days=100)
"""Far enough ahead for a cancellation at the main due date."""
OFFERED = timedelta(minutes=30)
"""How long a freed slot is held for a member who waits."""
CURRENCIES: Mapping[Country, str] = {"DK": "DKK", "NO": "NOK"}
COUNTRIES: Mapping[Language, Country] = {language_in(country): country for country in get_args(Country)}
"""Staff and clinics get the language of their country."""
OF_THE_PLATFORM = frozenset({"clinic-unreachable", "payee-to-approve"})
"""They are about no payer, so they go to the staff of the platform."""
OF_A_MATCH = frozenset({"clinic-found", "clinic-declined"})
"""The guarantee of the case is booked without a match. The tests of rendering read these in each language."""
OF_A_PAPER = frozenset({"document-rejected"})
"""No paper of the case was rejected. A test of the functions reads these in each language."""
OF_A_HOLDER = frozenset({"holder-answered", "mandate-held", "mandate-ended"})
"""No one holds a mandate in the case. A test of the functions reads these in each language."""
OF_THE_INCOMPLETE = frozenset({"papers-missing", "consent-asked-again"})
"""They are about a case that lacks papers and a consent."""
OF_NO_CASE = frozenset({"person-unreachable"})
"""They are about a person and no case: about a case the staff have a task instead."""
OF_A_POLICY = frozenset({"notice-undelivered", "deadline-over"})
Seen = tuple[str, str]
"""A kind and a language."""


def languages_of(kind: NotificationKind) -> tuple[Language, ...]:
    """Returns the languages in which the recipients of a kind get it."""
    if kind.kind in OF_THE_PLATFORM:
        return ("en",)
    return tuple(COUNTRIES) if kind.recipient in ("staff", "clinic") else LANGUAGES


EVERY: frozenset[Seen] = frozenset(
    (kind.kind, each)
    for kind in KINDS.values()
    # The demo clinics have systems, which are told of clients by webhooks.
    if kind.kind not in OF_CLIENTS | OF_A_MATCH | OF_A_PAPER | OF_A_HOLDER
    for each in languages_of(kind)
)
CHILD = {
    "name": "Bo Ærø",
    "enrolledOn": "2024-01-01",
    "country": "DK",
    "publicHealthInsurance": True,
    "relation": "child",
    "scheme": "company",
}
REPLACED = "contact-changed"
"""It comes by itself, when the contacts are changed; its language is the former one."""


@dataclass(frozen=True)
class WholePost:
    """A case whose member, policyholder, staff and clinics get every kind of notification."""

    case: PlayedCase
    mailbox: Mailbox
    items: EmulatorItems
    named: dict[str, str] = field(default_factory=dict)

    def play(self) -> None:
        """Plays what the events need: a claim without papers, a booked, a cancelled and a missed session, a
        notice.
        """
        stack, journey, member = self.case.stack, self.case.journey, self.case.member
        first, second = (published_slot(stack, days) for days in (1, 4))
        booked = treatment.book_slot(journey, stack, member, self.case.guarantee_id, first)
        cancelled = treatment.book_slot(journey, stack, member, self.case.guarantee_id, second)
        treatment.cancel(journey, member, cancelled)
        missed = self.case.clinic.event("session.missed", {"bookingId": self.case.booking["bookingId"]})
        assert missed.status == 202, missed.body
        today = stack.clock.today()
        due_on = (today.replace(day=1) + NOTICE).replace(day=1)
        policy = {**POLICY, "number": f"{self.case.users.payer}-2", "policyYearStart": f"{due_on:%m-%d}"}
        policy_id = self._underwriting.post("/v1/policies", policy).json()["policyId"]
        base, sent = f"/v1/policies/{policy_id}", {"sentOn": str(today)}
        reminded = self._underwriting.post(f"{base}/reminders", sent)
        cancellation = {**sent, "kind": "cancellation", "effectiveOn": str(due_on)}
        noticed = self._underwriting.post(f"{base}/notices", cancellation)
        assert (reminded.status_code, noticed.status_code) == (201, 201), noticed.text
        child = {**CHILD, "cpr": cpr_of_age(7), "mainInsuredPersonId": self._person_id}
        enrolled = self._underwriting.post(f"{base}/insured", child)
        assert enrolled.status_code == 201, enrolled.text
        self.named.update(
            child=enrolled.json()["personId"],
            incomplete=insurance.report(journey, member),
            booked=booked["bookingId"],
            cancelled=cancelled["bookingId"],
            missed=self.case.booking["bookingId"],
            freed=second["slotId"],
            policy=policy_id,
            notice=noticed.json()["noticeId"],
        )

    def write_in(self, language: Language) -> None:
        """Makes a language that of all recipients; a member and a policyholder get a new address too."""
        contact = {
            "email": f"{secrets.token_hex(5)}@example.org",
            "phone": "+4520304050",
            "language": language,
        }
        _replace(self.case.member, "/v1/me/contact", contact)
        path = f"/v1/policies/{self.named['policy']}/contact"
        _replace(self._underwriting, path, {**contact, "address": ADDRESS})
        if country := COUNTRIES.get(language):
            path = f"/v1/payers/{self.case.users.payer}"
            known = self._platform.get(path).json()
            del known["payer"]
            changed = {**known, "country": country, "currency": CURRENCIES[country]}
            assert self._platform.put(path, changed).status_code == 200

    def cause(self, language: Language) -> frozenset[Seen]:
        """Sends an event for every kind in a language, and returns what it must lead to."""
        kinds = [kind for kind in KINDS.values() if (kind.kind, language) in EVERY and kind.kind != REPLACED]
        for kind in kinds:
            self.items.put_message("notify", json.dumps(self._event(kind, language)))
        return frozenset((kind.kind, language) for kind in kinds)

    def messages(self) -> Iterator[Message]:
        """Yields what was sent to the recipients of the case.

        One call: the clock of this case is ahead, so its messages are among the newest.
        """
        people = {self._person_id, self.named["policy"], self.case.users.payer, "platform"}
        invited = {each["practitionerId"] for each in self._invited.values()}
        clinics = {*self._clinics.values(), *self._applicants.values(), *invited}
        for message in self.mailbox.sent():
            if message["recipient"] in people | clinics:
                yield message

    def _event(self, kind: NotificationKind, language: Language) -> dict[str, Any]:
        occasion = kind.occasions[0]
        data = self._about(kind) | {name: min(values) for name, values in occasion.only.items()}
        event = {"eventId": f"evt_{secrets.token_hex(12)}", "type": occasion.event, "data": data}
        at = instant(self.case.stack.clock.now())
        if kind.recipient == "clinic":
            return {**event, "at": at, "payer": "", "clinicId": self._clinics[COUNTRIES[language]]}
        if kind.recipient == "signatory":
            applicant = self._applicants[language]
            about = {**event, "data": {**data, "clinicId": applicant}, "clinicId": applicant}
            return {**about, "at": at, "payer": ""}
        if kind.recipient == "invited":
            named = {name: self._invited[language][name] for name in ("practitionerId", "clinicId")}
            return {**event, "data": {**data, **named}, "at": at, "payer": ""}
        payer = "" if kind.kind in OF_THE_PLATFORM else self.case.users.payer
        return {**event, "at": at, "payer": payer}

    def _about(self, kind: NotificationKind) -> dict[str, Any]:
        """Returns what an event of a kind is about."""
        due = {"queue": "claims", "kind": "first-answer", "dueAt": instant(self.case.stack.clock.now())}
        if kind.recipient == "policyholder" or kind.kind in OF_A_POLICY:
            today = str(self.case.stack.clock.today())
            named = {"policyId": self.named["policy"], "noticeId": self.named["notice"], "sentOn": today}
            return {**due, **named}
        if kind.kind.startswith("payee-changed"):
            return {"clinicId": self._clinics["DK"], "payeeId": "pye_1", "change": "registered"}
        if kind.recipient in ("clinic", "signatory", "invited"):
            return {}
        if kind.recipient == "person" or kind.kind in OF_NO_CASE:
            what = "consent" if kind.kind == "other-guardian-decided" else "proposed"
            of_child = {"childId": self.named["child"], "what": what} if kind.recipient == "person" else {}
            return {"personId": self._person_id, **of_child}
        if kind.kind in OF_THE_PLATFORM:
            return {"clinicId": self._clinics["DK"]}
        about = {
            **due,
            "claimId": self.named["incomplete"] if kind.kind in OF_THE_INCOMPLETE else self.case.claim_id,
            "guaranteeId": self.case.guarantee_id,
        }
        if kind.recipient == "deciders":
            recorded = {"decision": "case", "outcome": "given", "how": "phone", "saidAt": due["dueAt"]}
            return {**about, **recorded}
        if kind.kind == "waitlist-offer":
            until = self.case.stack.clock.now() + OFFERED
            return {**about, "slotId": self.named["freed"], "until": instant(until)}
        if kind.kind.startswith("session-"):
            over = {"session-cancelled": "cancelled", "session-missed": "missed"}
            return {**about, "bookingId": self.named[over.get(kind.kind, "booked")]}
        return about

    @cached_property
    def _underwriting(self) -> User:
        return self.case.users.staff("underwriting")

    @cached_property
    def _platform(self) -> User:
        return self.case.users.staff("platform", of_payer=False)

    @cached_property
    def _person_id(self) -> str:
        [received, *_] = self.mailbox.messages(caseId=self.case.claim_id, kind="claim-received")
        return str(received["recipient"])

    @cached_property
    def _clinics(self) -> dict[Country, str]:
        """A demo clinic of each country."""
        return {item["country"]: item["clinicId"] for item in self.items.stored("network", "CLINIC")}

    @cached_property
    def _applicants(self) -> dict[Language, str]:
        """A clinic that applied in each language."""
        return {language: self._apply(language) for language in LANGUAGES}

    @cached_property
    def _invited(self) -> dict[Language, dict[str, str]]:
        """A practitioner who is invited in each language."""
        joining = Joining.begun(self.case.stack)
        assert joining.read_contract().status_code == 303
        assert joining.sign().status_code == 200
        invited = [joining.invite(self._registered(joining, each), each).json() for each in LANGUAGES]
        return dict(zip(LANGUAGES, invited, strict=True))

    def _registered(self, joining: Joining, key: str) -> str:
        assert joining.set_practitioner(key).status_code == 201
        return key

    def _apply(self, language: Language) -> str:
        headers = {"Idempotency-Key": secrets.token_hex(8), "Accept-Language": language}
        url = f"{self.case.stack.api_url}/v1/clinics/applications"
        answer = client().post(url, json=form(), headers=headers, timeout=60)
        return str(answer.raise_for_status().json()["clinicId"])


def _replace(user: User, path: str, contact: Mapping[str, Any]) -> None:
    tag = {"If-Match": user.get(path).headers["etag"]}
    answer = user.put(path, contact, **tag)
    assert answer.status_code == 200, answer.text
