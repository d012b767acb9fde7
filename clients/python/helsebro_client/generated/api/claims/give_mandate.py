from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.given_mandate import GivenMandate
from ...models.new_mandate import NewMandate
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    claim_id: str,
    *,
    body: NewMandate,
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
        "url": "/v1/claims/{claim_id}/mandates".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GivenMandate | Problem | None:
    if response.status_code == 201:
        response_201 = GivenMandate.from_dict(response.json())

        return response_201

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
) -> Response[GivenMandate | Problem]:
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
    body: NewMandate,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[GivenMandate | Problem]:
    """Gives a mandate to contact us, or to act, in a case

     Gives a mandate to contact us, or to act, in a case.

    The person gives it from the age of 15, before that the guardian. A holder who is named with a
    national
    number can log in and see the case, and holds one mandate in it at a time: for other powers, revoke
    the
    first (409 `mandate-in-force` names it). A guardian's mandate lapses on the child's 15th birthday. A
    caseworker records, with its `evidence`, what a person gave who cannot log in.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewMandate): A mandate to give: to whom, and what the holder may do.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GivenMandate | Problem]
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
    body: NewMandate,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> GivenMandate | Problem | None:
    """Gives a mandate to contact us, or to act, in a case

     Gives a mandate to contact us, or to act, in a case.

    The person gives it from the age of 15, before that the guardian. A holder who is named with a
    national
    number can log in and see the case, and holds one mandate in it at a time: for other powers, revoke
    the
    first (409 `mandate-in-force` names it). A guardian's mandate lapses on the child's 15th birthday. A
    caseworker records, with its `evidence`, what a person gave who cannot log in.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewMandate): A mandate to give: to whom, and what the holder may do.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GivenMandate | Problem
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
    body: NewMandate,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[GivenMandate | Problem]:
    """Gives a mandate to contact us, or to act, in a case

     Gives a mandate to contact us, or to act, in a case.

    The person gives it from the age of 15, before that the guardian. A holder who is named with a
    national
    number can log in and see the case, and holds one mandate in it at a time: for other powers, revoke
    the
    first (409 `mandate-in-force` names it). A guardian's mandate lapses on the child's 15th birthday. A
    caseworker records, with its `evidence`, what a person gave who cannot log in.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewMandate): A mandate to give: to whom, and what the holder may do.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GivenMandate | Problem]
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
    body: NewMandate,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> GivenMandate | Problem | None:
    """Gives a mandate to contact us, or to act, in a case

     Gives a mandate to contact us, or to act, in a case.

    The person gives it from the age of 15, before that the guardian. A holder who is named with a
    national
    number can log in and see the case, and holds one mandate in it at a time: for other powers, revoke
    the
    first (409 `mandate-in-force` names it). A guardian's mandate lapses on the child's 15th birthday. A
    caseworker records, with its `evidence`, what a person gave who cannot log in.

    Who: caseworker, member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewMandate): A mandate to give: to whom, and what the holder may do.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GivenMandate | Problem
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
