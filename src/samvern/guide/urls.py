# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the public guide. None ever carries an answer."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.guide.views import (
    answer,
    directory,
    emergency,
    follow_up,
    info,
    law,
    questions,
    self_help,
    why,
)
from samvern.guide.views.robots import findable

app_name = "guide"

urlpatterns = [
    path("", findable(info.start), name="start"),
    path(_("guide/"), questions.begin, name="begin"),
    path(_("guide/answer/"), answer.show, name="answer"),
    path(_("guide/answer/pdf/"), answer.pdf, name="pdf"),
    path(_("guide/answer/why/<slug:rule>/"), why.show, name="why"),
    path(_("guide/end/"), questions.end, name="end"),
    path(_("guide/ended/"), questions.ended, name="ended"),
    path(_("guide/emergency/"), emergency.show, name="emergency"),
    path(_("guide/further/"), follow_up.begin, name="further"),
    path(_("guide/further/<slug:fact>/"), follow_up.question, name="further_question"),
    path(_("guide/topics/"), follow_up.topics, name="topics"),
    path(_("guide/question/<slug:fact>/"), questions.question, name="question"),
    path(_("guide/<slug:step>/"), questions.step, name="step"),
    path(_("help/"), self_help.show, name="door"),
    path(_("out/"), self_help.leave, name="leave"),
    path(_("rights/"), findable(law.rights), name="rights"),
    path(_("rights/table.csv"), law.rights_csv, name="rights_csv"),
    path(_("who-can-help/"), findable(directory.show), name="directory"),
    path(_("who-can-help/table.csv"), directory.as_csv, name="directory_csv"),
    path(_("changes/"), findable(law.calendar), name="calendar"),
    path(_("changes/table.csv"), law.calendar_csv, name="calendar_csv"),
    path(_("sources/"), findable(law.sources), name="sources"),
    path(_("method/"), findable(info.method), name="method"),
    path(_("privacy/"), findable(info.privacy), name="privacy"),
    path(_("accessibility/"), findable(info.accessibility), name="accessibility"),
]
