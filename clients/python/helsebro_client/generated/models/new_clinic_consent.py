from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.consent_evidence import ConsentEvidence


T = TypeVar("T", bound="NewClinicConsent")


@_attrs_define
class NewClinicConsent:
    """A yes or a no to passing a case on to one clinic.

    Attributes:
        given (bool): True to give the consent, false to refuse or withdraw it.
        evidence (ConsentEvidence | None | Unset): How the member decided who cannot log in. A caseworker has to send
            it, a member may not.
        text_version (None | str | Unset): The version of the text that was read (`GET /v1/consent-texts`). The decision
            is refused when another one is to be decided on today.
    """

    given: bool
    evidence: ConsentEvidence | None | Unset = UNSET
    text_version: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.consent_evidence import ConsentEvidence  # noqa: PLC0415

        given = self.given

        evidence: dict[str, Any] | None | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        elif isinstance(self.evidence, ConsentEvidence):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        text_version: None | str | Unset
        if isinstance(self.text_version, Unset):
            text_version = UNSET
        else:
            text_version = self.text_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "given": given,
            }
        )
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if text_version is not UNSET:
            field_dict["textVersion"] = text_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent_evidence import ConsentEvidence  # noqa: PLC0415

        d = dict(src_dict)
        given = d.pop("given")

        def _parse_evidence(data: object) -> ConsentEvidence | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = ConsentEvidence.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConsentEvidence | None | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        def _parse_text_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text_version = _parse_text_version(d.pop("textVersion", UNSET))

        new_clinic_consent = cls(
            given=given,
            evidence=evidence,
            text_version=text_version,
        )

        return new_clinic_consent
