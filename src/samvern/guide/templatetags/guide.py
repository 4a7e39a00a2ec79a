# SPDX-License-Identifier: EUPL-1.2
"""The answer's fixed words as template filters."""

from django import template

from samvern.guide import contacts, explanation_html, item_html, labels, list_html

register = template.Library()

for _function in (
    labels.value_name,
    labels.answer_name,
    labels.level_name,
    labels.level_text,
    labels.element_name,
    labels.confidence_name,
    labels.day,
    labels.span,
    labels.about_pack,
    explanation_html.answered,
    explanation_html.explained,
    explanation_html.confidence_tag,
    explanation_html.contact_tag,
    list_html.answer_rows,
    list_html.name_rows,
    list_html.provision_rows,
    item_html.item,
    item_html.items,
    item_html.sharing,
    item_html.rights,
):
    register.filter(_function.__name__, _function)
register.simple_tag(contacts.number_of, name="phone")
register.simple_tag(contacts.tel_of, name="tel")
