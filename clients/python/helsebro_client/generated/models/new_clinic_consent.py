from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewClinicConsent")


@_attrs_define
class NewClinicConsent:
    """A yes or a no to passing a case on to one clinic.

    Attributes:
        given (bool): True to give the consent, false to refuse or withdraw it.
        text_version (None | str | Unset): The version of the text that was read (`GET /v1/consent-texts`). The decision
            is refused when another one is to be decided on today.
    """

    given: bool
    text_version: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        given = self.given

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
        if text_version is not UNSET:
            field_dict["textVersion"] = text_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        given = d.pop("given")

        def _parse_text_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text_version = _parse_text_version(d.pop("textVersion", UNSET))

        new_clinic_consent = cls(
            given=given,
            text_version=text_version,
        )

        return new_clinic_consent
