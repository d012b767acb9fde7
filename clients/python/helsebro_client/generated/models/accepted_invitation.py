from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AcceptedInvitation")


@_attrs_define
class AcceptedInvitation:
    """An invitation that is accepted.

    Attributes:
        invitation (str): The one-time token of the link in the mail.
    """

    invitation: str

    def to_dict(self) -> dict[str, Any]:
        invitation = self.invitation

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "invitation": invitation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        invitation = d.pop("invitation")

        accepted_invitation = cls(
            invitation=invitation,
        )

        return accepted_invitation
