# SPDX-License-Identifier: EUPL-1.2
"""Whether the audit trail is whole: each chain by itself, and against what was signed elsewhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from psycopg import Connection

from samvern.common.signing_age import signing_age
from samvern.web.audit_trail.anchors import Anchor, AnchorError, read_anchors, read_heads


@dataclass
class TrailVerdict:
    """What was checked and what is wrong."""

    chains: int = 0
    lines: int = 0
    anchors: int = 0
    last_anchor: datetime | None = None
    unsigned: int = 0
    """Lines written since the last anchor: only their own chain vouches for them."""
    faults: list[str] = field(default_factory=list)


def verify_trail(
    connection: Connection[Any],
    anchor_file: Path | None,
    key: Ed25519PublicKey,
    *,
    now: datetime | None = None,
) -> TrailVerdict:
    """Check every chain and, where a file is given, every anchor in it.

    Args:
        connection: to the database, as the application or the backup.
        anchor_file: the file of anchors; None where there is none yet.
        key: the public key the last anchor is signed with.
        now: when the trail should still be being signed; None for a copy of the past.
    """
    heads = read_heads(connection)
    verdict = TrailVerdict(chains=len(heads), lines=sum(number for number, _ in heads.values()))
    verdict.faults = [*_broken(connection, heads)]
    signed: dict[UUID, int] = {}
    if anchor_file is not None:
        anchors = _readable(anchor_file, key, verdict)
        verdict.faults += _unlike(connection, anchors)
        signed = {chain: n for each in anchors for chain, (n, _) in each.heads.items()}
        verdict.anchors = len(anchors)
        verdict.last_anchor = anchors[-1].at if anchors else None
    if now:
        verdict.faults += _stopped(verdict.last_anchor, now)
    verdict.unsigned = sum(max(0, n - signed.get(chain, 0)) for chain, (n, _) in heads.items())
    return verdict


STOPPED = {
    "never": "no line of it is signed outside the database; sign now with `samvern audit anchor`",
    "late": "it was last signed at {at}, and should be each hour; see that `samvern work` is "
    "running, and that this file is the newest",
    "ahead": "it was last signed at {at}, which has not come yet; set the clock of the machine "
    "that signs, then sign anew with `samvern audit anchor`",
}


def _stopped(signed_at: datetime | None, now: datetime) -> Iterator[str]:
    if age := signing_age(signed_at, now):
        at = f"{signed_at:%Y-%m-%d %H:%M} UTC" if signed_at else ""
        yield f"the trail: {STOPPED[age].format(at=at)}"


def _broken(connection: Connection[Any], chains: Iterable[UUID]) -> Iterator[str]:
    for chain in chains:
        for (number,) in connection.execute("SELECT audit.first_break(%s)", [chain]):
            if number is not None:
                yield f"chain {chain}: line {number} was changed, added or removed"


def _readable(path: Path, key: Ed25519PublicKey, verdict: TrailVerdict) -> list[Anchor]:
    anchors: list[Anchor] = []
    try:
        for anchor in read_anchors(path, key):
            anchors.append(anchor)
    except AnchorError as error:
        verdict.faults.append(f"{path.name}: {error}")
    except OSError as error:
        verdict.faults.append(f"{path}: {error.strerror}")
    return anchors


def _unlike(connection: Connection[Any], anchors: list[Anchor]) -> Iterator[str]:
    """Signed heads that the database does not have, or has otherwise; each named once."""
    signed = {
        (chain, *head): each.at for each in reversed(anchors) for chain, head in each.heads.items()
    }
    query = """
        SELECT s.chain, s.number, s.hash FROM unnest(%s::uuid[], %s::bigint[], %s::text[])
            AS s (chain, number, hash)
        WHERE encode(audit.hash_of(s.chain, s.number), 'hex') IS DISTINCT FROM s.hash
        ORDER BY s.chain, s.number
    """
    columns = [list(column) for column in zip(*signed, strict=True)] or [[], [], []]
    for row in connection.execute(query, columns):
        at = signed[row].isoformat(timespec="seconds")
        yield f"chain {row[0]}: line {row[1]} is not the one signed at {at}"
