# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a value, in the reader's language. No text repeats the value."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PROBLEM_TEXTS: dict[str, Promise] = {
    "empty": _("Fill in what is claimed."),
    "date": _("There is no such day. Write the year with four digits, and the day if you know it."),
    "birth_future": _(
        "This is in the future, and nobody is born in the future. Correct the day, or leave it "
        "out if you do not know it."
    ),
    "birth_old": _(
        "By this the person is more than 120 years old. Correct the year, or leave it out if you "
        "do not know it."
    ),
    "sex": _("Choose one of the options."),
    "number_empty": _("Fill in the number."),
    "number_signs": _("A number has only digits. Take away letters and other signs."),
    "number_length": _(
        "A fødselsnummer, D-number or H-number has 11 digits, a DUF number 12. Check that none is "
        "missing."
    ),
    "number_date": _(
        "The number begins with a day that does not exist. Check the first six digits."
    ),
    "number_future": _("By this number the person is not born yet. Check the digits."),
    "number_old": _("By this number the person is more than 120 years old. Check the digits."),
    "number_year": _(
        "A DUF number begins with the year it was given. Check the first four digits."
    ),
    "number_check": _("The number does not add up: a digit is wrong. Check it against the source."),
    "number_synthetic": _("This is a number made for tests. Only real numbers are kept here."),
    "number_real": _(
        "This looks like the number of a real person. Only numbers made for tests are kept here."
    ),
}


def problem_text(code: str) -> str:
    """The sentence for a ``ValueProblem``."""
    return str(PROBLEM_TEXTS[code])
