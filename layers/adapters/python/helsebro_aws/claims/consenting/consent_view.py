"""A consent of any kind in answers, with its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, cast

from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.claims.consenting.consent_text import ConsentKind
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.ids import ClaimId, ClinicId
from helsebro_aws.claims.custody.deciding_guardians import GuardianOf, no_guardian
from helsebro_aws.claims.recorded.evidence_view import evidence_shown
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.claims.consenting.consent_answer import (
        AnyConsentAnswer,
        DecidedConsentAnswer,
        StandingConsentAnswer,
    )


class DecidedConsent(Protocol):
    """What is read of a decision on a consent of any kind."""

    @property
    def status(self) -> ConsentState:
        """The state of the consent after it."""

    @property
    def decided_at(self) -> datetime | None:
        """When it was made."""

    @property
    def decided_by(self) -> str:
        """The person id of who decided."""

    @property
    def expires_on(self) -> date | None:
        """The first day on which a given consent is no longer in force."""

    @property
    def text_version(self) -> str:
        """The text that was decided on; empty for a decision from before texts were stored."""

    @property
    def evidence(self) -> DecisionEvidence | None:
        """How staff knew it, when they recorded it."""


def shown(
    kind: ConsentKind,
    status: ConsentState,
    decisions: Sequence[DecidedConsent],
    language: str,
    claim_id: ClaimId | None = None,
    clinic_id: ClinicId | None = None,
    guardian_of: GuardianOf = no_guardian,
    ended_on: date | None = None,
) -> AnyConsentAnswer:
    """Returns a consent as it stands; ``decisions`` are those on it, newest first.

    ``language`` is that of the words that staff read aloud, ``guardian_of`` names who decided for a child,
    ``ended_on`` is the day on which it ended sooner than decided.
    """
    path = _path(kind, claim_id, clinic_id)
    # What it may lack is added below.
    answer = cast(
        "AnyConsentAnswer", standing(kind, status, decisions, language, path, guardian_of, ended_on)
    )
    if claim_id:
        answer["claimId"] = claim_id
    if clinic_id:
        answer["clinicId"] = clinic_id
    return answer


def standing(
    kind: ConsentKind,
    status: ConsentState,
    decisions: Sequence[DecidedConsent],
    language: str,
    path: str,
    guardian_of: GuardianOf,
    ended_on: date | None = None,
) -> StandingConsentAnswer:
    """Returns how a consent stands; its receipt is below its path."""
    last = decisions[0] if decisions else None
    given_at = next((made.decided_at for made in decisions if made.status == "given"), None)
    return {
        "kind": kind,
        "status": status,
        "given": None if status == "undecided" else status == "given",
        "givenAt": to_item(given_at),
        "expiresOn": to_item(ended_on or last.expires_on) if last else None,
        "textVersion": (last.text_version or None) if last else None,
        "receipt": f"{path}/receipt" if last else None,
        "history": [_decided(made, language, guardian_of) for made in decisions],
    }


def _path(kind: ConsentKind, claim_id: ClaimId | None, clinic_id: ClinicId | None) -> str:
    if claim_id is None:
        return f"/v1/me/consents/{kind}"
    return f"/v1/claims/{claim_id}/consent" + (f"/clinics/{clinic_id}" if clinic_id else "")


def _decided(made: DecidedConsent, language: str, guardian_of: GuardianOf) -> DecidedConsentAnswer:
    guardian = guardian_of(made.decided_by)
    return {
        "status": made.status,
        "decidedAt": to_item(made.decided_at),
        "decidedBy": "guardian" if guardian else "member",
        "guardian": guardian,
        "expiresOn": to_item(made.expires_on),
        "textVersion": made.text_version or None,
        "evidence": evidence_shown(made.evidence, language),
    }
