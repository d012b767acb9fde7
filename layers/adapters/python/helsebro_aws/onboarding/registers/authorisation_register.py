"""Authorisation register: what the adapters of both countries have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from helsebro.onboarding.registers.register_entry import RegisterEntry


class RegisterUnavailable(Exception):
    """The register gave no answer that can be read. The text is a word or a status, never what it said."""


class AuthorisationRegister(Protocol):
    """A register of health professionals of one country."""

    def entries(self, number: str, /) -> Sequence[RegisterEntry]:
        """Returns what the register has under a number, nothing when it has no such number.

        Raises ``RegisterUnavailable``.
        """
