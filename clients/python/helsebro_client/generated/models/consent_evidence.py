from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.consent_evidence_how import ConsentEvidenceHow, check_consent_evidence_how

T = TypeVar("T", bound="ConsentEvidence")


@_attrs_define
class ConsentEvidence:
    """The evidence of a decision on a consent.

    Attributes:
        at (datetime.datetime): When the member said or signed it.
        how (ConsentEvidenceHow): Whether the member phoned, or signed a letter.
        text_version (str): The version of the wording that was read aloud or sent (`GET /v1/wordings`).
    """

    at: datetime.datetime
    how: ConsentEvidenceHow
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

        how = check_consent_evidence_how(d.pop("how"))

        text_version = d.pop("textVersion")

        consent_evidence = cls(
            at=at,
            how=how,
            text_version=text_version,
        )

        return consent_evidence
