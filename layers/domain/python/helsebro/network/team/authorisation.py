"""Authorisation: what a treatment needs that only an authorised practitioner may give (F0-11, F1-03)."""

from __future__ import annotations

from helsebro.errors import Refused


class AuthorisationMissing(Refused):
    """The practitioner does not have the authorisation that the treatment needs on that day."""

    code = "authorisation-missing"
