# SPDX-License-Identifier: EUPL-1.2
"""The answer's fixed words as template filters."""

from django import template

from samvern.guide import contacts
from samvern.guide import explanation_html as explaining
from samvern.guide import item_html as showing
from samvern.guide import labels as words
from samvern.guide import list_html as listing

register = template.Library()

for _function in (
    words.value_name,
    words.answer_name,
    words.level_name,
    words.level_text,
    words.element_name,
    words.confidence_name,
    words.day,
    words.span,
    words.about_pack,
    explaining.answered,
    explaining.explained,
    explaining.confidence_tag,
    explaining.contact_tag,
    listing.answer_rows,
    listing.name_rows,
    listing.provision_rows,
    showing.item,
    showing.items,
    showing.sharing,
    showing.rights,
):
    register.filter(_function.__name__, _function)
register.simple_tag(contacts.number_of, name="phone")
register.simple_tag(contacts.tel_of, name="tel")
