"""Staff mailbox: the e-mail address of a staff login in the one form in which two logins are told apart."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

DOTS = str.maketrans("\u3002\uff0e\uff61", "...")


def mailbox_of(email: str) -> str:
    """Returns the mailbox that an address is of, so that one person is not two; empty without an address.

    The same are: capital and small letters, all forms of a letter that Unicode holds for one (NFKC), blanks
    and invisible signs anywhere, quotes around the name, a plus with what follows in the name, dots at the
    end, and a domain in letters or as ``xn--``. Not the same, as only the mail server knows: dots within the
    name, other aliases, two domains of one company, and letters of two alphabets that only look alike.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", email).casefold())
    seen = "".join(each for each in folded if not each.isspace() and unicodedata.category(each) != "Cf")
    name, at, domain = seen.rpartition("@")
    if not at:
        return seen
    name = name.strip('"')
    return f"{name.partition('+')[0] or name}@{_domain(domain)}"


def _domain(text: str) -> str:
    domain = text.translate(DOTS).strip(".")
    # What cannot be a domain stays as it is written.
    with suppress(UnicodeError):
        return domain.encode("idna").decode("ascii").lower()
    return domain
