"""Builders of the consents beside that of a case, made through the handlers."""

from __future__ import annotations

from typing import Any

from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import evidence
from tests.builders.policies import ANNA


def clinic_consents() -> Any:
    """Returns the function's handler."""
    from functions.claims.clinic_consents.handler import handler

    return handler


def personal_consents() -> Any:
    """Returns the function's handler."""
    from functions.claims.personal_consents.handler import handler

    return handler


def consent_to(
    clinic_id: str, claim_id: str, given: bool | None = True, by: dict[str, Any] | None = None, **body: Any
) -> Answered:
    """Returns the answer to a decision about a clinic; ``given=None`` withdraws it."""
    method, sent = ("DELETE", None) if given is None else ("PUT", {"given": given, **body})
    path = f"/v1/claims/{claim_id}/consent/clinics/{clinic_id}"
    return ask(clinic_consents(), event(method, path, by=by or member(ANNA), body=sent))


def read_consent_to(clinic_id: str, claim_id: str, by: dict[str, Any] | None = None) -> Answered:
    """Returns the consent to a clinic as a caller reads it."""
    path = f"/v1/claims/{claim_id}/consent/clinics/{clinic_id}"
    return ask(clinic_consents(), event("GET", path, by=by or member(ANNA)))


def personal_consent(
    kind: str | None, given: bool, by: dict[str, Any] | None = None, **body: Any
) -> Answered:
    """Returns the answer to a decision that belongs to no case."""
    named = {"kind": kind} if kind else {}
    sent = {**named, "given": given, **body}
    return ask(personal_consents(), event("PUT", "/v1/me/consent", by=by or member(ANNA), body=sent))


def recorded_consent(
    claim_id: str, kind: str = "general", given: Any = True, by: dict[str, Any] | None = None, **body: Any
) -> Answered:
    """Returns the answer to a personal consent that a caseworker records by the case."""
    words = f"{kind}-consent" if given is True else f"{kind}-consent-refusal"
    sent = {"given": given, "evidence": evidence(words), **body}
    path = f"/v1/claims/{claim_id}/consent/personal/{kind}"
    return ask(personal_consents(), event("PUT", path, by=by or staff("caseworker"), body=sent))


def consents_of_person(claim_id: str, by: dict[str, Any] | None = None) -> Answered:
    """Returns the personal consents of the person of a case as staff list them."""
    path = f"/v1/claims/{claim_id}/consent/personal"
    return ask(personal_consents(), event("GET", path, by=by or staff("caseworker")))


def my_consents(by: dict[str, Any] | None = None, query: str = "") -> Answered:
    """Returns the list of a person's consents."""
    return ask(personal_consents(), event("GET", f"/v1/me/consents{query}", by=by or member(ANNA)))


def withdraw_personal(query: str = "", by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    """Returns the answer to a withdrawal of a consent that belongs to no case."""
    headers = {"accept-language": language}
    call = event("DELETE", f"/v1/me/consent{query}", by=by or member(ANNA), headers=headers)
    return ask(personal_consents(), call)
