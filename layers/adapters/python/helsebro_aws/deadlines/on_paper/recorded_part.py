"""Recorded part: what staff recorded, in the words that were read aloud, for who decided without a login.

Who never said it can then object: the letter names the clinic, the holder of the mandate and the last day
(F4-02).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.personal_consent import kind_named
from helsebro.claims.mandate import Holder
from helsebro.claims.mandated.kept_mandate import KeptMandate
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.ids import ClinicId
from helsebro.notifications.variables import said_in
from helsebro.plain_words import plain_words
from helsebro_aws.claims.consenting.consent_view import DecidedConsent
from helsebro_aws.claims.consenting.decisions import decisions
from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents
from helsebro_aws.claims.dynamo_mandates import DynamoMandates
from helsebro_aws.claims.recorded.wordings import wording_of
from helsebro_aws.deadlines.on_paper.clinic_line import clinic_line
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.notifications.letters.letter_part import LetterPart

OF_CASE = ("case", "clinic")
PAGE = 25


def recorded_parts(claim: Claim, told: Mapping[str, str], language: str) -> Iterator[LetterPart]:
    """Yields the decision that ``told`` names: what it was, how it was said and when; none if it is gone."""
    decision, outcome = told["recorded"].rsplit("-", 1)
    found = _of_mandate if decision == "mandate" else _of_consent
    lines = list(found(claim, decision, outcome, told, language))
    if lines:
        yield LetterPart(part_words(language)["recorded"], tuple(line for line in lines if line))


def _of_consent(
    claim: Claim, kind: str, outcome: str, told: Mapping[str, str], language: str
) -> Iterator[str]:
    for made, clinic_id in _decisions(claim, kind):
        evidence = made.evidence
        if made.status == outcome and evidence and _is_told(evidence, told, claim.country):
            yield clinic_line(clinic_id, language)
            yield wording_of(evidence.text_version, language)
            yield _last_day(made.expires_on, language)
            return


def _decisions(claim: Claim, kind: str) -> Iterable[tuple[DecidedConsent, ClinicId | None]]:
    """Returns every decision on a consent of this kind, newest first, with the clinic that it names."""
    if kind not in OF_CASE:
        return ((made, None) for made in DynamoPersonalConsents().history(claim.person_id, kind_named(kind)))
    is_of_clinic = kind == "clinic"
    made_in_case = decisions(claim.claim_id, tables)
    return ((made, made.clinic_id) for made in made_in_case if bool(made.clinic_id) == is_of_clinic)


def _of_mandate(claim: Claim, _: str, outcome: str, told: Mapping[str, str], language: str) -> Iterator[str]:
    words = part_words(language)
    for mandate, holder in _mandates(claim):
        evidence = mandate.evidence if outcome == "given" else mandate.revocation_evidence
        if evidence and _is_told(evidence, told, claim.country):
            power = words["power_act" if "act" in mandate.powers else "power_contact"]
            yield words["holder"].format(name=holder.name, power=power)
            yield wording_of(evidence.text_version, language)
            yield _last_day(mandate.lapses_on, language) if outcome == "given" else ""
            return


def _mandates(claim: Claim) -> Iterator[tuple[KeptMandate, Holder]]:
    cursor = None
    while True:
        found, cursor = DynamoMandates().page(claim.claim_id, PAGE, cursor)
        yield from found
        if cursor is None:
            return


def _is_told(evidence: DecisionEvidence, told: Mapping[str, str], country: str) -> bool:
    return evidence.how == told["how"] and said_in(evidence.how, evidence.at, country) == told["said"]


def _last_day(expires_on: date | None, language: str) -> str:
    if expires_on is None:
        return ""
    last = plain_words(language).of_day(expires_on - timedelta(days=1))
    return part_words(language)["valid_until"].format(day=last)
