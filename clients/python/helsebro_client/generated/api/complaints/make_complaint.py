from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.made_complaint import MadeComplaint
from ...models.new_complaint import NewComplaint
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    claim_id: str,
    *,
    body: NewComplaint,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/claims/{claim_id}/complaints".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MadeComplaint | Problem | None:
    if response.status_code == 202:
        response_202 = MadeComplaint.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[MadeComplaint | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewComplaint,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[MadeComplaint | Problem]:
    """Complains about the denial of a claim

     Complains about the denial of a claim.

    First to the `department` that decided, then to `quality`, last to the `board` outside the insurer:
    each
    step once, and when the one before is answered or was not answered in time. A new denial begins the
    steps
    anew. `nextSteps` of the claim have the next step and its last day. The board decides by itself: our
    form
    for it is filled in already (`board-form`). Staff send what a member writes in a letter; `sentBy`
    says so.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewComplaint): A complaint about the denial of a claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MadeComplaint | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewComplaint,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> MadeComplaint | Problem | None:
    """Complains about the denial of a claim

     Complains about the denial of a claim.

    First to the `department` that decided, then to `quality`, last to the `board` outside the insurer:
    each
    step once, and when the one before is answered or was not answered in time. A new denial begins the
    steps
    anew. `nextSteps` of the claim have the next step and its last day. The board decides by itself: our
    form
    for it is filled in already (`board-form`). Staff send what a member writes in a letter; `sentBy`
    says so.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewComplaint): A complaint about the denial of a claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MadeComplaint | Problem
    """

    return sync_detailed(
        claim_id=claim_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewComplaint,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[MadeComplaint | Problem]:
    """Complains about the denial of a claim

     Complains about the denial of a claim.

    First to the `department` that decided, then to `quality`, last to the `board` outside the insurer:
    each
    step once, and when the one before is answered or was not answered in time. A new denial begins the
    steps
    anew. `nextSteps` of the claim have the next step and its last day. The board decides by itself: our
    form
    for it is filled in already (`board-form`). Staff send what a member writes in a letter; `sentBy`
    says so.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewComplaint): A complaint about the denial of a claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MadeComplaint | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewComplaint,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> MadeComplaint | Problem | None:
    """Complains about the denial of a claim

     Complains about the denial of a claim.

    First to the `department` that decided, then to `quality`, last to the `board` outside the insurer:
    each
    step once, and when the one before is answered or was not answered in time. A new denial begins the
    steps
    anew. `nextSteps` of the claim have the next step and its last day. The board decides by itself: our
    form
    for it is filled in already (`board-form`). Staff send what a member writes in a letter; `sentBy`
    says so.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewComplaint): A complaint about the denial of a claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MadeComplaint | Problem
    """

    return (
        await asyncio_detailed(
            claim_id=claim_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
