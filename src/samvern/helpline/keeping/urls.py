# SPDX-License-Identifier: EUPL-1.2
"""Address of the decision on how long words are kept."""

from django.urls import path

from samvern.helpline.keeping.views import keeping_rule

urlpatterns = [path("words-kept/", keeping_rule, name="keeping_rule")]
