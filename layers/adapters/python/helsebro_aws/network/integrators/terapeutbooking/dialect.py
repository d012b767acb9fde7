"""Terapeut Booking (EasyPractice): it sends our own events.

Its site says that it sends webhooks when a booking is created, updated or deleted, and its API reference
lists bookings and calendars. Neither page shows what such a webhook contains, so nothing is translated here.
The README of the fixtures names the pages.
"""

from __future__ import annotations

from helsebro_aws.network.integrators.dialect import Dialect

DIALECT = Dialect()
