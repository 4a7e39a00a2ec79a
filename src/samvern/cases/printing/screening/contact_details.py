# SPDX-License-Identifier: EUPL-1.2
"""Finding where somebody can be reached: addresses, mail, names in social media, and whatever the
identity room holds, letter by letter.
"""

import re
from collections.abc import Iterable, Iterator

from samvern.cases.printing.screening.scripts import LETTERS, UNSEEN
from samvern.cases.printing.screening.spans import Span

_SHAPES = re.compile(
    r"""(?xi)
      (?<![\w.+-]) [\w.+-]{1,64}
        (?: \s?(?:@|\((?:at|a|alfakr[øo]ll)\)|\[(?:at|a)\])\s?
        | \s(?:at|krøllalfa|alfakrøll)\s (?=[\w-]{1,63}\s(?:dot|punktum)\s) )
        [\w-]{1,63}
        (?: (?: \. | \s?[\[(](?:dot|punktum)[\])]\s? | \s(?:dot|punktum)\s ) [\w-]{1,63} ){1,5}
    | (?<![\w@.]) @[\w.-]{2,64}
    | (?:https?://)?(?:[\w-]{1,20}\.)?(?:facebook|fb|instagram|tiktok|telegram|snapchat|whatsapp|twitter
        |x|vk|linkedin|onlyfans|youtube|signal|wechat|viber|line|t|wa|m)\.(?:com|me|no|ru|org|net)/[^\s<>()]{1,200}
    | (?<!\w)(?:snap|snapchat|insta|instagram|telegram|tiktok|facebook|messenger|signal
        |whatsapp|wechat|viber|imo|skype)
        \s?[:=]\s?[^\s,;()]{2,64}
    | (?<![\w@.]) [a-z][a-z\d.]{0,30} (?:_[a-z\d.]{1,30}){1,4} (?!\w)
    | (?<![\w@.]) [^\W\d_][\w.]{1,31}\#\d{4} (?!\d)
    """
)
_STREET = re.compile(
    r"""(?x)
      (?<!\w) [A-ZÆØÅ][\w.'’-]{0,40} (?:[ ][\w.'’-]{1,40}){0,2}? [ ]?
      (?i:gate|gata|gaten|vei|veien|veg|vegen|plass|plassen|allé|alle|alléen|bakken|stien|tunet
        |torg|torget|kroken|lia|haugen|terrasse|street|road|avenue|lane)
      [ ] \d{1,4} [ ]? [A-Za-z]? (?!\w) (?: ,?\s\d{4}\s[A-ZÆØÅ][\w]+ )?
    | (?<!\w) [A-ZÆØÅ][\w'’-]{1,40} (?:[ ][\w'’-]{1,40}){0,2}? [ ]? (?:gt|vn|pl)\.
      [ ]? \d{1,4} [ ]? [A-Za-z]? (?!\w)
    | (?<!\w) (?:[Pp]ostboks|[Bb]oks|[Pp]b\.|P\.?O\.?\s[Bb]ox) [ ] \d{1,5} (?!\w)
    | (?<!\w) [HKUL]0[1-9]0\d (?!\w)                                         # which flat
    | (?<![\d\w.-]) 0\d{3} [ ] (?=[A-ZÆØÅ][a-zæøå])
    | (?<!\w) [A-ZÆØÅ]\w{2,40}(?:gate|gata|gaten|veien|vegen|vei|veg|plassen|bakken|stien|tunet
        |torget|kroken|haugen)
      [ ] \d{1,4} [ ]? [A-Za-z]? (?!\w) (?: ,?\s\d{4}\s[A-ZÆØÅ][\w]+ )?
    | (?<![\d\w.-]) \d{4} [ ] (?=[A-ZÆØÅ]) [A-ZÆØÅ]{2}[A-ZÆØÅ]* (?!\w)
    | (?<!\w) [NS]?\d{1,2}[.]\d{4,8} \s?[°NØE]?\s?[,\s]\s? [EØWV]?\d{1,3}[.]\d{4,8} # a place
    | (?<!\w) [NS]?\d{1,2}° \s?[\d.]{1,9}['′’] (?:\s?[\d.]{1,9}["″”])? \s?[NS]? [,\s]{0,2}
      [EØWV]?\d{1,3}° \s?[\d.]{1,9}['′’] (?:\s?[\d.]{1,9}["″”])? \s?[EØWV]?
    """
)
_GAP = rf"[\s{UNSEEN}‐-―−.,/()_·:-]{{0,3}}"
SHORTEST = 4


class ContactFinder:
    """What the identity room holds, and what looks like an address."""

    def __init__(self, values: Iterable[str]) -> None:
        kept = {"".join(re.findall(rf"[\d{LETTERS}]", value)) for value in values}
        ways = [
            _GAP.join(map(re.escape, value)) for value in sorted(kept) if len(value) >= SHORTEST
        ]
        self._known = re.compile(rf"(?i)(?<!\w)\+?(?:{'|'.join(ways)})(?!\w)") if ways else None

    def find(self, text: str) -> Iterator[Span]:
        """Every one of them in a text."""
        for pattern in (self._known, _SHAPES, _STREET):
            for found in pattern.finditer(text) if pattern else ():
                yield Span(found.start(), found.end())
