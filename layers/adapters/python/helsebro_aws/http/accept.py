"""Accept: which media type of an answer a client prefers (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro_aws.http.errors import NotAcceptable
from helsebro_aws.http.problems import weight_of

PAGE = "text/html"


def preferred(accept: str, offered: Sequence[str]) -> str:
    """Returns the media type that an ``Accept`` header prefers: of equal ones, the first that is offered.

    Without a header, and for a browser that opens a page where none is offered, it is the first one: a
    browser names pictures that it could show before the ``*/*`` that it means.

    Raises ``NotAcceptable`` when the header allows none.
    """
    ranges = _ranges(accept)
    weights = {media: _weight(media, ranges) for media in offered}
    if not ranges or (PAGE in ranges and PAGE not in offered and weights[offered[0]] > 0):
        return offered[0]
    best = max(offered, key=lambda media: weights[media])
    if not weights[best] > 0:
        raise NotAcceptable(offered=", ".join(offered))
    return best


def wants_page(accept: str) -> bool:
    """Returns whether a client wants a page rather than JSON: it names pages, as browsers do."""
    ranges = _ranges(accept)
    return ranges.get(PAGE, 0.0) > 0 and ranges[PAGE] >= _weight("application/json", ranges)


def _ranges(accept: str) -> dict[str, float]:
    """Returns the weight of each media range, such as ``text/*``."""
    found: dict[str, float] = {}
    for part in "".join(accept.lower().split()).split(","):
        media, *parameters = part.split(";")
        if media:
            found[media] = weight_of(parameters)
    return found


def _weight(media: str, ranges: dict[str, float]) -> float:
    """Returns the weight of the most specific range that a media type is in; 0 when it is in none."""
    kind = media.partition("/")[0]
    return next((ranges[each] for each in (media, f"{kind}/*", "*/*") if each in ranges), 0.0)
