"""What the shell completes: users, methods and types (``helsebro --install-completion``)."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro import events
from helsebro_aws.platform.clock import real_now
from local.cli.request import METHODS
from local.demo import people
from local.demo.uploaded_document import TYPES
from local.journey.played_events import PLAYS


def users(incomplete: str) -> list[str]:
    """Returns the demo users that begin so."""
    return _beginning(incomplete, (login.sub for login in people.logins(real_now().date())))


def methods(incomplete: str) -> list[str]:
    """Returns the methods that begin so."""
    return _beginning(incomplete, METHODS)


def event_types(incomplete: str) -> list[str]:
    """Returns the webhook types that begin so."""
    return _beginning(incomplete, events.TO_CLINICS)


def played_types(incomplete: str) -> list[str]:
    """Returns the webhook types that begin so and can be played."""
    return _beginning(incomplete, PLAYS)


def document_types(incomplete: str) -> list[str]:
    """Returns the types of document that begin so."""
    return _beginning(incomplete, TYPES)


def _beginning(incomplete: str, known: Iterable[str]) -> list[str]:
    return sorted(word for word in known if word.startswith(incomplete))
