"""What stops a command: one line that says why, and one that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from infra.account.command import CommandFault

MOST_NEAR = 3


class CliFault(CommandFault):
    """The command cannot do what was asked; ``advice`` says what to do."""

    def __init__(self, text: str, advice: str = "") -> None:
        super().__init__(text)
        self.advice = advice


def unknown(what: str, written: str, known: Iterable[str]) -> CliFault:
    """Returns the fault for a word that is none of the known ones; it names the near ones, or all."""
    every = sorted(known)
    near = get_close_matches(written, every, MOST_NEAR, 0.5)
    advice = f"Did you mean {' or '.join(near)}?" if near else f"Known are: {', '.join(every)}."
    return CliFault(f"No {what} is called {written}.", advice)
