from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Signature")


@_attrs_define
class Signature:
    """What the signatory signs; the body may be left out.

    Attributes:
        contract_sha_256 (None | str | Unset): The SHA-256 digest of the PDF that the signatory has read, in hexadecimal
            digits. It must be that of the contract that was sent.
        invitation (None | str | Unset): The one-time token of the link in the mail to the signatory. It is needed when
            the application named no CPR number.
    """

    contract_sha_256: None | str | Unset = UNSET
    invitation: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        contract_sha_256: None | str | Unset
        if isinstance(self.contract_sha_256, Unset):
            contract_sha_256 = UNSET
        else:
            contract_sha_256 = self.contract_sha_256

        invitation: None | str | Unset
        if isinstance(self.invitation, Unset):
            invitation = UNSET
        else:
            invitation = self.invitation

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if contract_sha_256 is not UNSET:
            field_dict["contractSha256"] = contract_sha_256
        if invitation is not UNSET:
            field_dict["invitation"] = invitation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_contract_sha_256(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        contract_sha_256 = _parse_contract_sha_256(d.pop("contractSha256", UNSET))

        def _parse_invitation(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        invitation = _parse_invitation(d.pop("invitation", UNSET))

        signature = cls(
            contract_sha_256=contract_sha_256,
            invitation=invitation,
        )

        return signature
