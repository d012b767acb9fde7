"""Run signer: a person of finance who drafts or releases a payment file."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.caller import StaffLogin


@dataclass(frozen=True)
class RunSigner(StaffLogin):
    """A login with an e-mail address. Raises ``EmailMissing`` without one."""

    def __post_init__(self) -> None:
        self.must_name_an_address()
