"""The page of the demo clinics' inbox: one row for each webhook, which a phone shows as a card."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ccc }
code, time { white-space: nowrap }
dl { display: grid; grid-template-columns: max-content auto; gap: 0 .8rem; margin: 0 }
dd { margin: 0 }
@media (max-width: 600px) {
  body { margin: 1rem }
  thead { display: none }
  tr { display: block; padding: .6rem 0; border-bottom: 1px solid #ccc }
  td { display: block; padding: 0; border: 0 }
  td[data-of]::before { content: attr(data-of) " " }
  code { white-space: normal; overflow-wrap: anywhere }
}
"""


def page(received: Sequence[Mapping[str, Any]], refused: int) -> str:
    """Returns the page of these messages, oldest first, with the newest at its top."""
    rows = "".join(_row(message) for message in reversed(received))
    none = "" if received else "<p>Nothing yet: issue a guarantee or book a slot."
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Clinic inbox</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
<style>{STYLE}</style>
<h1>Webhooks that the platform sent to the clinics</h1>
<p>{len(received)} messages, each verified; {refused} refused. Times are UTC.
Also as <a href="/received">JSON</a>.
{none}<table><thead><tr><th>Received<th>Clinic<th>Type<th>Data<th>Times</thead>
<tbody>{rows}</tbody></table></html>"""


def _row(message: Mapping[str, Any]) -> str:
    at = message["receivedAt"]
    data = "".join(
        f"<dt>{escape(name)}<dd><code>{_value(value)}</code>" for name, value in message["data"].items()
    )
    return (
        f'<tr><td><time datetime="{escape(at)}" title="{escape(at)}">{escape(at[11:19])}</time>'
        f'<td data-of="at"><code>{escape(message["clinicId"])}</code>'
        f"<td><b>{escape(message['type'])}</b><td><dl>{data}</dl>"
        f'<td data-of="times received:">{message["times"]}'
    )


def _value(value: object) -> str:
    return escape(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
