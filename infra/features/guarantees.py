"""What a payer promises to pay: the guarantee, its paper, its end, and the public check of its reference."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """``verify`` is for anybody and reads one guarantee by its case reference."""
    guarantees = parts.function("guarantees")
    grants.know_members(parts, guarantees)
    grants.know_clinics(parts, guarantees)
    grants.read(parts, guarantees, parts.tables.cases)
    grants.commit(parts, guarantees, parts.tables.cases)
    grants.keep_benefits(parts, guarantees)
    grants.fetch(parts, guarantees, parts.buckets.guarantees)

    verify = parts.function("verify")
    grants.read(parts, verify, parts.tables.cases)

    release = parts.function("release_benefits", timeout=Duration.minutes(5))
    grants.read(parts, release, parts.tables.people, parts.tables.cases)
    grants.commit(parts, release)
    grants.keep_benefits(parts, release)
    parts.bus.every_night(release, parts.queues.dead_letters("release-benefits"))
