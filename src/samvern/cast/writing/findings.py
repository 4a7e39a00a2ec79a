# SPDX-License-Identifier: EUPL-1.2
"""Assessments as rows; a helper's with the answers and conclusions it can be replayed from."""

from typing import Any

from samvern.cases.domain.assessments import digest
from samvern.cases.law import law
from samvern.cases.models import Assessment
from samvern.cases.rights import answers
from samvern.cast.model import Finding, Human
from samvern.cast.writing.page import Page


def write_findings(page: Page, human: Human) -> None:
    """The assessments of one person, each pointing to the one it disagrees with."""
    made: list[Assessment] = []
    for finding in human.findings:
        other = None if finding.differs is None else made[finding.differs].pk
        texts = {"ground": finding.ground, **_basis(finding)}
        made.append(
            page.add(
                Assessment,
                finding.decided_on,
                texts,
                person=human.number,
                kind=finding.kind,
                authority=finding.authority,
                step=finding.step,
                decided_on=finding.decided_on,
                decided_by=finding.decided_by,
                differs_from_id=other,
                **(_stamp() if finding.facts else {}),
            )
        )


def _basis(finding: Finding) -> dict[str, str]:
    if not finding.facts:
        return {}
    result = law().assess(finding.facts, asked_on=finding.decided_on)
    return {"facts": answers.written(finding.facts), "result": digest(result)}


def _stamp() -> dict[str, Any]:
    book = law().book
    return {"pack": book.id, "pack_version": book.version, "pack_hash": book.hash}
