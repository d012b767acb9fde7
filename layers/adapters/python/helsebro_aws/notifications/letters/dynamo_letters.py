"""Letters in the ``cases`` table: ``{payer}#{letterId}`` / ``LETTER``, listed by payer and state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.errors import Conflict, NotFound, VersionStale
from helsebro.notifications import news
from helsebro.notifications.notification import LetterState
from helsebro.notifications.outcome.letter import Letter, carried_by
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.letters.keys import letter_key, letters_in

if TYPE_CHECKING:
    from helsebro.receipt import Receipt


class AlreadyQueued(Conflict):
    """The notification has its letter already: it was sent before."""


class DynamoLetters:
    """The letters of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def queue(self, letter: Letter) -> None:
        """Stores a new letter in the print queue. Raises ``AlreadyQueued``."""
        item = {
            **as_attributes(letter_key(letter.payer, letter.letter_id)),
            **to_item(letter),
            **_listed(letter),
        }
        self.tables.commit([Put(self.table, item, otherwise=AlreadyQueued())])

    def known(self, payer: str, letter_id: str) -> Letter | None:
        """Returns a payer's letter, or None. Raises ``NotFound`` for any id that is not a letter's."""
        item = self.tables.get(self.table, *letter_key(payer, letter_id))
        return from_item(Letter, item) if item else None

    def find(self, payer: str, letter_id: str) -> Letter:
        """Returns a payer's letter. Raises ``NotFound``, also for another payer's letter."""
        letter = self.known(payer, letter_id)
        if letter is None:
            raise NotFound()
        return letter

    def page(
        self, payer: str, state: LetterState, limit: int, cursor: str | None
    ) -> tuple[Sequence[Letter], str | None]:
        """Returns a page of a payer's letters in a state, the longest in it first, and the next cursor."""
        found = self.tables.query(
            self.table, letters_in(payer, state), limit=limit, page_cursor=cursor, listing=True
        )
        return [from_item(Letter, item) for item in found.items], found.next_cursor

    def move(self, before: Letter, after: Letter, receipt: Receipt) -> None:
        """Stores a letter's new state, also on its notification; what is returned counts as a bounce.

        Raises ``VersionStale`` for a letter that has changed, ``NotificationChanged``.
        """
        notifications = DynamoNotifications(self.tables)
        carried = notifications.find(before.notified_for, before.case_id, before.notification_id)
        now = carried_by(carried, after)
        operations: list[Operation] = [self._replacement(before, after)]
        if now != carried:
            operations.append(notifications.replacement(carried, now))
        bounced = now.state == "bounced" and now != carried
        events = [news.bounced(now, after.changed_at)] if bounced else []
        self.tables.commit(operations, events=events, receipt=receipt)

    def _replacement(self, before: Letter, after: Letter) -> Update:
        return Update(
            self.table,
            *letter_key(before.payer, before.letter_id),
            set={**to_item(after), **_listed(after)},
            when="#version = :before",
            values={":before": before.version},
            otherwise=VersionStale(),
        )


def _listed(letter: Letter) -> Item:
    return {
        "listPk": letters_in(letter.payer, letter.state),
        "listSk": f"{instant(letter.changed_at)}#{letter.letter_id}",
    }
