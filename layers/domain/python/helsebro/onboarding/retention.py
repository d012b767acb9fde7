"""Retention: how long an application that came to nothing is kept.

Long enough to answer the applicant and to apply anew; after it, the tables hold nothing of the clinic (GDPR,
article 5(1)(e): no longer than necessary).
"""

from __future__ import annotations

from datetime import timedelta

KEPT_AFTER_END = timedelta(days=180)
