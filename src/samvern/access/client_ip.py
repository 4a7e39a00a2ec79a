# SPDX-License-Identifier: EUPL-1.2
"""From where a request comes, to count tries by."""

import hashlib
import secrets
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOME = 56
"""So many bits of an IPv6 address are one customer's: she has 2^72 addresses to come from."""
_SALT = secrets.token_bytes(32)


def client_ip(request: HttpRequest) -> str:
    """The address of whoever asks, or of the last before our own proxy."""
    # In production a proxy of ours adds the last address; what comes before it can be made up.
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.PRODUCTION else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def client_network(request: HttpRequest) -> str:
    """Whose requests count together: an IPv4 address, or the network an IPv6 customer is given."""
    text = client_ip(request)
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if not isinstance(address, IPv6Address):
        return text
    mapped = address.ipv4_mapped
    return str(mapped or ip_network((int(address), HOME), strict=False))


def client_lane(request: HttpRequest) -> int:
    """One of 256 lanes, the same for one network as long as the server runs.

    It divides what strangers may fill, and tells nobody who was there: some 17 million IPv4
    addresses share each, under a salt that is in the memory of the server alone.
    """
    network = client_network(request).encode()
    return hashlib.blake2b(network, key=_SALT, digest_size=1).digest()[0]
