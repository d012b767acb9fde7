"""ClinicCare Web (EG ClinicCare): it sends our own events.

Its manual is public and describes the calendar and the online booking for users. It describes no interface
for other systems, so nothing is translated here. The README of the fixtures names the pages.
"""

from __future__ import annotations

from helsebro_aws.network.integrators.dialect import Dialect

DIALECT = Dialect()
