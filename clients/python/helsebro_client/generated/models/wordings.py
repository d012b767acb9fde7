from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.wording import Wording


T = TypeVar("T", bound="Wordings")


@_attrs_define
class Wordings:
    """The newest wording of each decision that staff may record: of a yes, and of a no.

    Attributes:
        clinic_consent (Wording): What staff read aloud before they record a decision.
        clinic_consent_for_child (Wording): What staff read aloud before they record a decision.
        clinic_consent_refusal (Wording): What staff read aloud before they record a decision.
        consent (Wording): What staff read aloud before they record a decision.
        consent_for_child (Wording): What staff read aloud before they record a decision.
        consent_refusal (Wording): What staff read aloud before they record a decision.
        general_consent (Wording): What staff read aloud before they record a decision.
        general_consent_refusal (Wording): What staff read aloud before they record a decision.
        mandate (Wording): What staff read aloud before they record a decision.
        mandate_revocation (Wording): What staff read aloud before they record a decision.
        network_contact_consent (Wording): What staff read aloud before they record a decision.
        network_contact_consent_refusal (Wording): What staff read aloud before they record a decision.
    """

    clinic_consent: Wording
    clinic_consent_for_child: Wording
    clinic_consent_refusal: Wording
    consent: Wording
    consent_for_child: Wording
    consent_refusal: Wording
    general_consent: Wording
    general_consent_refusal: Wording
    mandate: Wording
    mandate_revocation: Wording
    network_contact_consent: Wording
    network_contact_consent_refusal: Wording
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_consent = self.clinic_consent.to_dict()

        clinic_consent_for_child = self.clinic_consent_for_child.to_dict()

        clinic_consent_refusal = self.clinic_consent_refusal.to_dict()

        consent = self.consent.to_dict()

        consent_for_child = self.consent_for_child.to_dict()

        consent_refusal = self.consent_refusal.to_dict()

        general_consent = self.general_consent.to_dict()

        general_consent_refusal = self.general_consent_refusal.to_dict()

        mandate = self.mandate.to_dict()

        mandate_revocation = self.mandate_revocation.to_dict()

        network_contact_consent = self.network_contact_consent.to_dict()

        network_contact_consent_refusal = self.network_contact_consent_refusal.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicConsent": clinic_consent,
                "clinicConsentForChild": clinic_consent_for_child,
                "clinicConsentRefusal": clinic_consent_refusal,
                "consent": consent,
                "consentForChild": consent_for_child,
                "consentRefusal": consent_refusal,
                "generalConsent": general_consent,
                "generalConsentRefusal": general_consent_refusal,
                "mandate": mandate,
                "mandateRevocation": mandate_revocation,
                "networkContactConsent": network_contact_consent,
                "networkContactConsentRefusal": network_contact_consent_refusal,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wording import Wording  # noqa: PLC0415

        d = dict(src_dict)
        clinic_consent = Wording.from_dict(d.pop("clinicConsent"))

        clinic_consent_for_child = Wording.from_dict(d.pop("clinicConsentForChild"))

        clinic_consent_refusal = Wording.from_dict(d.pop("clinicConsentRefusal"))

        consent = Wording.from_dict(d.pop("consent"))

        consent_for_child = Wording.from_dict(d.pop("consentForChild"))

        consent_refusal = Wording.from_dict(d.pop("consentRefusal"))

        general_consent = Wording.from_dict(d.pop("generalConsent"))

        general_consent_refusal = Wording.from_dict(d.pop("generalConsentRefusal"))

        mandate = Wording.from_dict(d.pop("mandate"))

        mandate_revocation = Wording.from_dict(d.pop("mandateRevocation"))

        network_contact_consent = Wording.from_dict(d.pop("networkContactConsent"))

        network_contact_consent_refusal = Wording.from_dict(d.pop("networkContactConsentRefusal"))

        wordings = cls(
            clinic_consent=clinic_consent,
            clinic_consent_for_child=clinic_consent_for_child,
            clinic_consent_refusal=clinic_consent_refusal,
            consent=consent,
            consent_for_child=consent_for_child,
            consent_refusal=consent_refusal,
            general_consent=general_consent,
            general_consent_refusal=general_consent_refusal,
            mandate=mandate,
            mandate_revocation=mandate_revocation,
            network_contact_consent=network_contact_consent,
            network_contact_consent_refusal=network_contact_consent_refusal,
        )

        wordings.additional_properties = d
        return wordings

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
