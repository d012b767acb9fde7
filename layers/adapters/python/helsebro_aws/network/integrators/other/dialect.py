"""No integrator: a clinic that works in the browser, or whose own system sends our events."""

from __future__ import annotations

from helsebro_aws.network.integrators.dialect import Dialect

DIALECT = Dialect()
