# SPDX-License-Identifier: EUPL-1.2
"""Addresses of assessments."""

from django.urls import path

from samvern.cases.assessments.views import (
    assessment,
    assessment_identify,
    assessment_verify,
    assessment_withdraw,
    assessments,
    replay,
)

CASE = "cases/<uuid:case_id>/assessments"
PERSON = "cases/<uuid:case_id>/persons/<uuid:person_id>/assessments"
ASSESSMENT = f"{CASE}/<uuid:assessment_id>"

urlpatterns = [
    path(CASE, assessments, name="assessments"),
    path(f"{PERSON}/identify", assessment_identify, name="assessment_identify"),
    path(f"{PERSON}/verify", assessment_verify, name="assessment_verify"),
    path(ASSESSMENT, assessment, name="assessment"),
    path(f"{ASSESSMENT}/withdraw", assessment_withdraw, name="assessment_withdraw"),
    path(f"{ASSESSMENT}/replay", replay, name="replay"),
]
