"""What a match and its end change in the tables: the guarantee, and the new clients of practitioners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.standing_session import StandingSession, outside
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Operation, Tables, Update
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.clients import clinic_listing
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged, place_of, same_version
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.network.dynamo_recent_matches import DynamoRecentMatches

BINDING = ("clinicId", "practitionerId")


def bound(
    table: str, before: Guarantee, after: Guarantee, sessions: Sequence[StandingSession]
) -> list[Operation]:
    """Returns the operations that store the match, and the clinic and practitioner of a guarantee.

    A clinic with ``sessions`` of it keeps the client in its list.

    They fail with ``GuaranteeChanged`` when anything that the rule has read is no longer so: the version, the
    status, the number of booked sessions, or where the guarantee is bound.
    """
    item, was = to_item(after), to_item(before)
    changed = {name: item[name] for name in ("match", "declines", "version") if name in item}
    kept = {name: item[name] for name in BINDING if name in item}
    listed = place_of(after.practitioner_id, after.guarantee_id) if after.practitioner_id else {}
    values: dict[str, Any] = {
        ":version": before.version,
        ":status": before.status,
        ":booked": before.sessions_booked,
        **{f":{name}": was[name] for name in BINDING if name in was},
    }
    as_read = [
        same_version(before),
        "#status = :status",
        "#sessionsBooked = :booked",
        *(f"#{name} = :{name}" if name in was else f"attribute_not_exists(#{name})" for name in BINDING),
    ]
    stored = Update(
        table,
        *guarantee_key(before.guarantee_id),
        set={**changed, **kept, **listed},
        remove=(
            *(name for name in BINDING if name not in item),
            *(() if listed else ("listPk", "listSk")),
            # The course begins anew there.
            "courseEndedAt",
        ),
        when=" AND ".join(as_read),
        values=values,
        otherwise=GuaranteeChanged(),
    )
    place = (after.clinic_id, after.practitioner_id) if after.clinic_id else None
    kept_by = clinic_listing.left(table, before, outside(sessions, place))
    anew = dynamo_references.course(table, before, ended=False)
    return [stored, anew, *clinic_listing.rebound(table, before, after.clinic_id), *kept_by]


def counted(on: Tables, before: Guarantee, after: Guarantee) -> list[Operation]:
    """Returns the operations that count the client for the new practitioner and no longer for the old."""
    recent = DynamoRecentMatches(on)
    found: list[Operation] = []
    old, new = before.match, after.match
    if before.is_matched and old and old.practitioner_id:
        found.append(recent.removed(old.practitioner_id, old.matched_at, before.guarantee_id))
    if after.is_matched and new and new.practitioner_id:
        found.append(recent.added(new.practitioner_id, new.matched_at, after.guarantee_id))
    return found
