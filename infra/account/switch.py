"""Switches: variables that are on or off, such as ``DRY=1``."""

from __future__ import annotations

from infra.account.command import CommandFault

ON = frozenset({"1", "yes", "true"})
OFF = frozenset({"", "0", "no", "false"})


def is_on(variable: str, value: str | None) -> bool:
    """Returns whether a variable switches something on. Raises ``CommandFault`` for any other word."""
    word = (value or "").strip().lower()
    if word not in ON | OFF:
        raise CommandFault(f"{variable} is {value!r}: write {variable}=1 for yes, or leave it out.")
    return word in ON
