"""All backfills by name. One that every stage has completed is removed, with the reader of the old shape."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro_aws.backfills.backfill import Backfill
from helsebro_aws.backfills.schema_version_1 import SCHEMA_VERSION_1

BACKFILLS: Mapping[str, Backfill] = {backfill.name: backfill for backfill in (SCHEMA_VERSION_1,)}
