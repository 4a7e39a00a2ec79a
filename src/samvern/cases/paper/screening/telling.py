# SPDX-License-Identifier: EUPL-1.2
"""How much was hidden, in words: whoever reads the text sees that something is not there."""

from django.utils.translation import ngettext

from samvern.cases.paper.screening.screen import Screen


def counted(screen: Screen) -> list[str]:
    """How many pieces of information are hidden, and how many words to look at yourself."""
    hidden = ngettext(
        "%(count)d piece of information is hidden.",
        "%(count)d pieces of information are hidden.",
        screen.hidden,
    ) % {"count": screen.hidden}
    if not screen.doubtful:
        return [hidden]
    left = ngettext(
        "%(count)d word in small letters can be a name, and is not hidden: look at it yourself.",
        "%(count)d words in small letters can be names, and are not hidden: look at them yourself.",
        screen.doubtful,
    ) % {"count": screen.doubtful}
    return [hidden, left]
