"""Who is told beside, or instead of, the recipient that a kind of notification names."""

from __future__ import annotations

ASKS_TO_DECIDE = frozenset({"consent-expiring", "clinic-consent-expiring", "consent-asked-again"})
"""The kinds that ask the member to decide on a consent of the case."""
TOLD_FORMERLY_TOO = frozenset({"payee-changed", "clinic-address-changed", "account-changed"})
"""The kinds that go to the addresses of the last weeks too, of the clinic or the person (promise 28)."""
TOLD_TO_BOTH = frozenset({"payee-changed-by-clinic"})
"""The kinds that the signatory gets beside the clinic."""
ABOUT_MESSAGES = frozenset({"message-waiting", "case-handed-over", "read-at-once"})
"""The kinds that go to who works on the case; where no one does, to the staff of its queue."""
OF_ENDED_MANDATES = frozenset({"mandate-ended"})
"""The kinds that are for who holds a mandate no longer."""
OF_NO_CASE = frozenset({"person-unreachable"})
"""The kinds that are sent only of what is about no case: about a case the staff have a task."""
TO_BOTH = frozenset({"read-at-once"})
"""The kinds that the staff of the queue get too: who works on the case may be away today (F3-22)."""
