from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.mandate_evidence_how import MandateEvidenceHow, check_mandate_evidence_how

T = TypeVar("T", bound="MandateEvidence")


@_attrs_define
class MandateEvidence:
    """The evidence of a mandate that is given or revoked.

    Attributes:
        at (datetime.datetime): When the member said or signed it.
        how (MandateEvidenceHow): Whether the member phoned, or signed a letter.
        text_version (str): The version of the wording that was read aloud or sent (`GET /v1/wordings`).
    """

    at: datetime.datetime
    how: MandateEvidenceHow
    text_version: str

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        how: str = self.how

        text_version = self.text_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at": at,
                "how": how,
                "textVersion": text_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        how = check_mandate_evidence_how(d.pop("how"))

        text_version = d.pop("textVersion")

        mandate_evidence = cls(
            at=at,
            how=how,
            text_version=text_version,
        )

        return mandate_evidence
