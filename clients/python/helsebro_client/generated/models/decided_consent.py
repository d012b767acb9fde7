from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decided_consent_decided_by import (
    DecidedConsentDecidedBy,
    check_decided_consent_decided_by,
)
from ..models.decided_consent_status import (
    DecidedConsentStatus,
    check_decided_consent_status,
)

if TYPE_CHECKING:
    from ..models.deciding_guardian import DecidingGuardian
    from ..models.decision_evidence import DecisionEvidence


T = TypeVar("T", bound="DecidedConsent")


@_attrs_define
class DecidedConsent:
    """One decision on a consent.

    Attributes:
        decided_at (datetime.datetime): When it was stored.
        decided_by (DecidedConsentDecidedBy): Who decided; staff only record it.
        evidence (DecisionEvidence | None): How staff knew it, when they recorded it; null when the person decided here.
            Staff see what their own insurer recorded.
        expires_on (datetime.date | None): The first day on which a given consent is no longer in force; else null.
        guardian (DecidingGuardian | None): Which guardian decided; null when the person decided alone.
        status (DecidedConsentStatus): The state of the consent after the decision.
        text_version (None | str): The version of the text that was last decided on.
    """

    decided_at: datetime.datetime
    decided_by: DecidedConsentDecidedBy
    evidence: DecisionEvidence | None
    expires_on: datetime.date | None
    guardian: DecidingGuardian | None
    status: DecidedConsentStatus
    text_version: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.deciding_guardian import DecidingGuardian  # noqa: PLC0415
        from ..models.decision_evidence import DecisionEvidence  # noqa: PLC0415

        decided_at = self.decided_at.isoformat()

        decided_by: str = self.decided_by

        evidence: dict[str, Any] | None
        if isinstance(self.evidence, DecisionEvidence):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        expires_on: None | str
        if isinstance(self.expires_on, datetime.date):
            expires_on = self.expires_on.isoformat()
        else:
            expires_on = self.expires_on

        guardian: dict[str, Any] | None
        if isinstance(self.guardian, DecidingGuardian):
            guardian = self.guardian.to_dict()
        else:
            guardian = self.guardian

        status: str = self.status

        text_version: None | str
        text_version = self.text_version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decidedAt": decided_at,
                "decidedBy": decided_by,
                "evidence": evidence,
                "expiresOn": expires_on,
                "guardian": guardian,
                "status": status,
                "textVersion": text_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deciding_guardian import DecidingGuardian  # noqa: PLC0415
        from ..models.decision_evidence import DecisionEvidence  # noqa: PLC0415

        d = dict(src_dict)
        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt"))

        decided_by = check_decided_consent_decided_by(d.pop("decidedBy"))

        def _parse_evidence(data: object) -> DecisionEvidence | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = DecisionEvidence.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecisionEvidence | None, data)

        evidence = _parse_evidence(d.pop("evidence"))

        def _parse_expires_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_on_type_0 = datetime.date.fromisoformat(data)

                return expires_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        expires_on = _parse_expires_on(d.pop("expiresOn"))

        def _parse_guardian(data: object) -> DecidingGuardian | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                guardian_type_0 = DecidingGuardian.from_dict(data)

                return guardian_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecidingGuardian | None, data)

        guardian = _parse_guardian(d.pop("guardian"))

        status = check_decided_consent_status(d.pop("status"))

        def _parse_text_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text_version = _parse_text_version(d.pop("textVersion"))

        decided_consent = cls(
            decided_at=decided_at,
            decided_by=decided_by,
            evidence=evidence,
            expires_on=expires_on,
            guardian=guardian,
            status=status,
            text_version=text_version,
        )

        decided_consent.additional_properties = d
        return decided_consent

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
