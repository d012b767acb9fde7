"""Run signer: a person of finance who drafts or releases a payment file, as two logins are told apart.

One person may have two logins. So two people count as two only when both the issuer's subject and the e-mail
address differ; the address is kept as a keyed digest of its mailbox (``staff_mailbox``), which names no one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.errors import NotAllowed


class EmailMissing(NotAllowed):
    """The login names no e-mail address, so that no one can tell whether it is a second person's."""

    code = "login-without-email"


@dataclass(frozen=True)
class RunSigner:
    """``subject`` is the caller's, ``email_digest`` the keyed digest of the login's e-mail address."""

    subject: str = field(repr=False)
    email_digest: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.email_digest:
            raise EmailMissing()

    def may_be(self, other: RunSigner) -> bool:
        """Whether the two logins may be those of one person: they share the subject or the address."""
        return self.subject == other.subject or self.email_digest == other.email_digest
