"""Not treated here: what a clinic may not do about a client whom it may see, but does not treat now."""

from __future__ import annotations

from helsebro.errors import NotAllowed


class NotTreatedHere(NotAllowed):
    """The client is not treated at the clinic now: the guarantee is for another place or for none."""

    code = "client-not-treated-here"


class NotMatchedHere(NotAllowed):
    """Staff did not match the client with the caller, so there is nothing to decline."""

    code = "client-not-matched-here"
