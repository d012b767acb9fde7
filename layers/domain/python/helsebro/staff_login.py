"""Staff login: a login of a payer's staff, as two of them are told apart.

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
class StaffLogin:
    """``subject`` is the caller's, ``email_digest`` the keyed digest of the login's e-mail address.

    The digest is empty of a login that was stored without one.
    """

    subject: str = field(repr=False)
    email_digest: str = field(repr=False)

    def may_be(self, other: StaffLogin) -> bool:
        """Whether the two logins may be those of one person: they share the subject or the address."""
        if self.subject == other.subject:
            return True
        return bool(self.email_digest) and self.email_digest == other.email_digest

    def must_name_an_address(self) -> None:
        """Raises ``EmailMissing`` for a login without an address."""
        if not self.email_digest:
            raise EmailMissing()
