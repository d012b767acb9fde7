"""The shapes of what is sent about a practitioner's login."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import Fault
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.national_number import Numbered, numbers_in
from helsebro_aws.http.fields.visible_text import MailboxText


class NewPractitionerLoginShape(Numbered):
    """Who signs in as the practitioner: a number, or a mailbox that gets an invitation. Name one of them."""

    email: Annotated[
        MailboxText | None,
        Field(repr=False, description="Where the invitation is sent.", examples=["anna@klinik.example"]),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a body that names no person, or two."""
        named = [*numbers_in(sent), *(["email"] if sent.get("email") is not None else [])]
        if not named:
            return [Fault("/cpr", "person-to-sign-in-missing", "")]
        return [Fault(f"/{name}", "person-to-sign-in-twice", "") for name in named[1:]]


class AcceptedInvitationShape(Body):
    """An invitation that is accepted."""

    invitation: Annotated[
        str,
        Field(
            min_length=1,
            max_length=100,
            description="The one-time token of the link in the mail.",
            examples=["mzxw6ytboi2tkmrtgu3dmnzy"],
        ),
    ]
