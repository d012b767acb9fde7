from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.invoice_findings import InvoiceFindings
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    clinic_id: str,
    *,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    params["from"] = from_

    params["to"] = to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/clinics/{clinic_id}/invoice-findings".format(
            clinic_id=quote(str(clinic_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InvoiceFindings | Problem | None:
    if response.status_code == 200:
        response_200 = InvoiceFindings.from_dict(response.json())

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
) -> Response[InvoiceFindings | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[InvoiceFindings | Problem]:
    """Returns what was wrong with the clinic's invoices, by month and rule

     Returns what was wrong with the clinic's invoices, by month and rule.

    The clinic, its signatory and the staff of the network read it: invoices outside the guarantees,
    again
    and again, are a breach of the contract. A check before sending is never counted.

    Who: clinic-system, clinic-user, member, network.

    Args:
        clinic_id (str):
        from_ (str | Unset):
        to (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvoiceFindings | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        from_=from_,
        to=to,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> InvoiceFindings | Problem | None:
    """Returns what was wrong with the clinic's invoices, by month and rule

     Returns what was wrong with the clinic's invoices, by month and rule.

    The clinic, its signatory and the staff of the network read it: invoices outside the guarantees,
    again
    and again, are a breach of the contract. A check before sending is never counted.

    Who: clinic-system, clinic-user, member, network.

    Args:
        clinic_id (str):
        from_ (str | Unset):
        to (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvoiceFindings | Problem
    """

    return sync_detailed(
        clinic_id=clinic_id,
        client=client,
        from_=from_,
        to=to,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[InvoiceFindings | Problem]:
    """Returns what was wrong with the clinic's invoices, by month and rule

     Returns what was wrong with the clinic's invoices, by month and rule.

    The clinic, its signatory and the staff of the network read it: invoices outside the guarantees,
    again
    and again, are a breach of the contract. A check before sending is never counted.

    Who: clinic-system, clinic-user, member, network.

    Args:
        clinic_id (str):
        from_ (str | Unset):
        to (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvoiceFindings | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        from_=from_,
        to=to,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> InvoiceFindings | Problem | None:
    """Returns what was wrong with the clinic's invoices, by month and rule

     Returns what was wrong with the clinic's invoices, by month and rule.

    The clinic, its signatory and the staff of the network read it: invoices outside the guarantees,
    again
    and again, are a breach of the contract. A check before sending is never counted.

    Who: clinic-system, clinic-user, member, network.

    Args:
        clinic_id (str):
        from_ (str | Unset):
        to (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvoiceFindings | Problem
    """

    return (
        await asyncio_detailed(
            clinic_id=clinic_id,
            client=client,
            from_=from_,
            to=to,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
