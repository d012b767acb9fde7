from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.consent_evidence import ConsentEvidence


T = TypeVar("T", bound="RecordedConsent")


@_attrs_define
class RecordedConsent:
    """A yes or a no that belongs to no case, of a member who cannot log in.

    Attributes:
        evidence (ConsentEvidence): The evidence of a decision on a consent.
        given (bool): True to give the consent, false to refuse or withdraw it.
    """

    evidence: ConsentEvidence
    given: bool

    def to_dict(self) -> dict[str, Any]:
        evidence = self.evidence.to_dict()

        given = self.given

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "evidence": evidence,
                "given": given,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent_evidence import ConsentEvidence  # noqa: PLC0415

        d = dict(src_dict)
        evidence = ConsentEvidence.from_dict(d.pop("evidence"))

        given = d.pop("given")

        recorded_consent = cls(
            evidence=evidence,
            given=given,
        )

        return recorded_consent
