from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.guarantee_match import GuaranteeMatch
from ...models.match_decline import MatchDecline
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    guarantee_id: str,
    *,
    body: MatchDecline,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(helsebro_clinic, Unset):
        headers["helsebro-clinic"] = helsebro_clinic

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/guarantees/{guarantee_id}/match/decline".format(
            guarantee_id=quote(str(guarantee_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GuaranteeMatch | Problem | None:
    if response.status_code == 200:
        response_200 = GuaranteeMatch.from_dict(response.json())

        return response_200

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
) -> Response[GuaranteeMatch | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    body: MatchDecline,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[GuaranteeMatch | Problem]:
    """Declines a client whom staff matched to the clinic, with a reason

     Declines a client whom staff matched to the clinic, with a reason.

    The clinic no longer reads the client, and staff match the client anew. Sessions that are booked are
    cancelled first. A decline by the clinic's system or its signatory holds for the whole clinic,
    whoever was
    named in the match. A practitioner declines own matches only, and for the own person only:
    colleagues may
    still treat the client (`declinedFor`). Where it holds, nothing is offered, held or booked under
    this
    guarantee, unless staff match the client there again; a hold is released, and those who wait there
    wait no
    more.

    Who: clinic-system, clinic-user.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (MatchDecline): Why the clinic declines the client.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GuaranteeMatch | Problem]
    """

    kwargs = _get_kwargs(
        guarantee_id=guarantee_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        helsebro_clinic=helsebro_clinic,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    body: MatchDecline,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> GuaranteeMatch | Problem | None:
    """Declines a client whom staff matched to the clinic, with a reason

     Declines a client whom staff matched to the clinic, with a reason.

    The clinic no longer reads the client, and staff match the client anew. Sessions that are booked are
    cancelled first. A decline by the clinic's system or its signatory holds for the whole clinic,
    whoever was
    named in the match. A practitioner declines own matches only, and for the own person only:
    colleagues may
    still treat the client (`declinedFor`). Where it holds, nothing is offered, held or booked under
    this
    guarantee, unless staff match the client there again; a hold is released, and those who wait there
    wait no
    more.

    Who: clinic-system, clinic-user.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (MatchDecline): Why the clinic declines the client.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GuaranteeMatch | Problem
    """

    return sync_detailed(
        guarantee_id=guarantee_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        helsebro_clinic=helsebro_clinic,
    ).parsed


async def asyncio_detailed(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    body: MatchDecline,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[GuaranteeMatch | Problem]:
    """Declines a client whom staff matched to the clinic, with a reason

     Declines a client whom staff matched to the clinic, with a reason.

    The clinic no longer reads the client, and staff match the client anew. Sessions that are booked are
    cancelled first. A decline by the clinic's system or its signatory holds for the whole clinic,
    whoever was
    named in the match. A practitioner declines own matches only, and for the own person only:
    colleagues may
    still treat the client (`declinedFor`). Where it holds, nothing is offered, held or booked under
    this
    guarantee, unless staff match the client there again; a hold is released, and those who wait there
    wait no
    more.

    Who: clinic-system, clinic-user.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (MatchDecline): Why the clinic declines the client.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GuaranteeMatch | Problem]
    """

    kwargs = _get_kwargs(
        guarantee_id=guarantee_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        helsebro_clinic=helsebro_clinic,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    body: MatchDecline,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> GuaranteeMatch | Problem | None:
    """Declines a client whom staff matched to the clinic, with a reason

     Declines a client whom staff matched to the clinic, with a reason.

    The clinic no longer reads the client, and staff match the client anew. Sessions that are booked are
    cancelled first. A decline by the clinic's system or its signatory holds for the whole clinic,
    whoever was
    named in the match. A practitioner declines own matches only, and for the own person only:
    colleagues may
    still treat the client (`declinedFor`). Where it holds, nothing is offered, held or booked under
    this
    guarantee, unless staff match the client there again; a hold is released, and those who wait there
    wait no
    more.

    Who: clinic-system, clinic-user.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (MatchDecline): Why the clinic declines the client.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GuaranteeMatch | Problem
    """

    return (
        await asyncio_detailed(
            guarantee_id=guarantee_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
            helsebro_clinic=helsebro_clinic,
        )
    ).parsed
