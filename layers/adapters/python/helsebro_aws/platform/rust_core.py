"""The Rust core of pydynox: its low-level client takes plain dictionaries and needs none of the rest."""

from __future__ import annotations

from typing import Any

from helsebro_aws.platform import lean

core: Any = lean.module("pydynox.pydynox_core")
