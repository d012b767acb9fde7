"""Consent papers: the receipts of decisions, printed when they are read and kept in the bucket of papers."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consent import Consent
from helsebro.claims.consenting.personal_consent import PersonalConsent
from helsebro.errors import NotFound
from helsebro.local_day import local_day
from helsebro_aws.claims.consenting.receipt.consent_paper import ConsentPaper, ReceiptedCase
from helsebro_aws.claims.custody.deciding_guardians import DecidingGuardians
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.stored_file import LINK_SECONDS, link_to_file, saved_as
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers

FOLDER = "consents"
"""Where the receipts are in the bucket, beside those of the payers."""


class ConsentPapers:
    """Prints receipts and returns links to them; the same decision is the same file."""

    def __init__(self, on: Tables = tables) -> None:
        self.settings = on.settings
        self.people, self.payers, self.clinics = DynamoPeople(on), DynamoPayers(on), DynamoClinics(on)
        self.guardians = DecidingGuardians(on)

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings)

    def of_case(
        self, made: Consent, claim: Claim, by: Caller, language: str, seconds: int = LINK_SECONDS
    ) -> str:
        """Returns a link to the receipt of a decision in a case, by default for 60 s. Raises ``NotFound``.

        It names the guardian who decided for a child only to a reader who may know it.
        """
        enrolments = self.people.insured(claim.payer, claim.person_id)
        insured = next((known for known in enrolments if known.policy_id == claim.policy_id), None)
        if insured is None:
            raise NotFound()
        clinic = self.clinics.find(made.clinic_id) if made.clinic_id else None
        guardian = self.guardians.seen_by(by, claim, clock.now())(made.decided_by)
        name = guardian["name"] if guardian else None
        paper = ConsentPaper(
            kind="clinic" if made.clinic_id else "case",
            status=made.status,
            decided_at=made.made_at,
            person_name=insured.name,
            text_version=made.text_version,
            expires_on=made.expires_on,
            payers=(self.payers.find(claim.payer),),
            case=ReceiptedCase(claim.treatment_type, local_day(claim.reported_at, claim.country)),
            decided_by=name,
            portal_url=self.settings.portal_url,
            clinic_name=clinic.name if clinic else None,
            by_guardian=guardian is not None,
            evidence=made.evidence,
            country=claim.country,
        )
        about = f"{claim.payer}/{FOLDER}/{claim.claim_id}" + (f"/{made.clinic_id}" if made.clinic_id else "")
        # Who may not know a name has a file of their own, which no one else's reading replaces.
        about += "/named" if name else ""
        return self._printed(paper, about, made.decided_at, language, seconds)

    def of_person(self, made: PersonalConsent, language: str) -> str:
        """Returns a link to the receipt of a decision that belongs to no case. Raises ``NotFound``."""
        places = self.people.own_places(made.person_id)
        if made.decided_at is None or not places:
            raise NotFound()
        paper = ConsentPaper(
            kind=made.kind,
            status=made.status,
            decided_at=made.made_at or made.decided_at,
            person_name=places[-1].name,
            text_version=made.text_version,
            expires_on=made.expires_on,
            payers=tuple(self.payers.find(slug) for slug in dict.fromkeys(place.payer for place in places)),
            portal_url=self.settings.portal_url,
            evidence=made.evidence,
            country=made.country,
        )
        return self._printed(paper, f"{FOLDER}/{made.person_id}/{made.kind}", made.decided_at, language)

    def _printed(
        self,
        paper: ConsentPaper,
        about: str,
        decided_at: datetime,
        language: str,
        seconds: int = LINK_SECONDS,
    ) -> str:
        key = f"{about}/{instant(decided_at)}.{language}.pdf"
        bucket, pdf = self.settings.guarantees_bucket, "application/pdf"
        self.client.put_object(Bucket=bucket, Key=key, Body=paper.render(language), ContentType=pdf)
        return self.link_to(key, f"consent-{paper.kind}-{decided_at:%Y-%m-%d}.pdf", seconds)

    def link_to(self, key: str, file_name: str, seconds: int = LINK_SECONDS) -> str:
        """Returns a link to the receipt that is in the bucket under this key, by default for 60 seconds."""
        bucket = self.settings.guarantees_bucket
        return link_to_file(self.client, bucket, key, "application/pdf", saved_as(file_name), seconds)
