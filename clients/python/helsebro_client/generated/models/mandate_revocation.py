from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.mandate_evidence import MandateEvidence


T = TypeVar("T", bound="MandateRevocation")


@_attrs_define
class MandateRevocation:
    """That a member who cannot log in revoked a mandate.

    Attributes:
        evidence (MandateEvidence): The evidence of a mandate that is given or revoked.
    """

    evidence: MandateEvidence

    def to_dict(self) -> dict[str, Any]:
        evidence = self.evidence.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "evidence": evidence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mandate_evidence import MandateEvidence  # noqa: PLC0415

        d = dict(src_dict)
        evidence = MandateEvidence.from_dict(d.pop("evidence"))

        mandate_revocation = cls(
            evidence=evidence,
        )

        return mandate_revocation
