"""Makes the key of the pseudonyms once, or restores it from its copy (docs/runbooks/pseudonym-key.md).

Trigger: a custom resource, when the stack is created; or an operator, with ``{"restore": true}``. Result:
``{"key": "made" | "exists" | "restored" | "unchanged"}``, or to CloudFormation the code of an error. Started
again it makes no second key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.identity.pseudonym_key import PseudonymKeyStore
from helsebro_aws.platform import custom_resource
from helsebro_aws.platform.log import done

keys = PseudonymKeyStore()


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns what happened to the key."""
    if custom_resource.is_sent_by_cloudformation(event):
        outcome = custom_resource.run(event, keys.make)
    else:
        outcome = keys.restore() if event.get("restore") else keys.make()
    done("pseudonym-key", key=outcome)
    return {"key": outcome}
