# SPDX-License-Identifier: EUPL-1.2
"""Where in a law it is written, in the reader's language.

A pack cites in the words of its statutes, «§ 257 første ledd bokstav a», and under the articles of
a convention in English. A reader of English meets «§ 257 first paragraph letter a». Names of laws
are in ``instruments.yaml``; only the place is put into words here.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ORDINALS = {
    "første": "first", "andre": "second", "annet": "second", "tredje": "third",
    "fjerde": "fourth", "femte": "fifth", "sjette": "sixth", "sjuende": "seventh",
    "åttende": "eighth", "siste": "last",
}  # fmt: skip
# What a place is called that has no number of its own, or is more than numbers: English, nynorsk.
_PHRASES = {
    "arbeid i hjem": ("work in homes", "arbeid i heim"),
    "arbeid og tjenester": ("work and services", "arbeid og tenester"),
    "barn": ("children", "barn"),
    "bekymringsmelding": ("reports of concern", "uromelding"),
    "beslutningsregel": ("decision rule", "avgjerdsregel"),
    "dimensjon": ("dimension", "dimensjon"),
    "dommen": ("the judgment", "dommen"),
    "endringen": ("the amendment", "endringa"),
    "etter utnyttingsform": ("by form of exploitation", "etter utnyttingsform"),
    "forordningen": ("the Regulation", "forordninga"),
    "forskriften": ("the Regulations", "forskrifta"),
    "fortalepunkt": ("recital", "fortalepunkt"),
    "førstelinje": ("first line", "førstelinje"),
    "generelle indikatorer": ("general indicators", "generelle indikatorar"),
    "hele forskriften": ("the Regulations as a whole", "heile forskrifta"),
    "hele loven": ("the Act as a whole", "heile lova"),
    "hjelpetelefonen": ("the helpline", "hjelpetelefonen"),
    "verifisering": ("verification", "verifisering"),
    "identifisering": ("identification", "identifisering"),
    "ikke bekreftet": ("not confirmed", "ikkje stadfesta"),
    "ikke i kraft": ("not in force", "ikkje i kraft"),
    "ikke lovfestet": ("not in statute", "ikkje lovfesta"),
    "ikraftsetting": ("entry into force", "ikraftsetjing"),
    "indikator": ("indicator", "indikator"),
    "indikatorlister": ("lists of indicators", "indikatorlister"),
    "innledningen": ("introduction", "innleiinga"),
    "innsatsområde": ("area of action", "innsatsområde"),
    "instruksen": ("the instruction", "instruksen"),
    "om bistand": ("on assistance", "om hjelp"),
    "om bevaring og avlevering": ("on preservation and transfer", "om bevaring og avlevering"),
    "om oppholdstillatelse": ("on residence permits", "om opphaldsløyve"),
    "om ROSA": ("on ROSA", "om ROSA"),
    "om helsetjenester i refleksjonsperioden": (
        "on health services in the reflection period", "om helsetenester i refleksjonsperioden",
    ),
    "om meldeplikten": ("on the duty to notify", "om meldeplikta"),
    "om refleksjonsperioden": ("on the reflection period", "om refleksjonsperioden"),
    "opphevelse": ("repeal", "oppheving"),
    "retningslinjen": ("the guideline", "retningslinja"),
    "rettshjelptiltak": ("legal aid schemes", "rettshjelptiltak"),
    "samtykke": ("consent", "samtykke"),
    "seksuell utnytting": ("sexual exploitation", "seksuell utnytting"),
    "støttesenter": ("support centres", "støttesenter"),
    "taushetsplikt": ("secrecy", "teieplikt"),
    "tigging og småkriminalitet": ("begging and petty crime", "tigging og småkriminalitet"),
    "veileder om helsetjenester til asylsøkere": (
        "guide on health services for asylum seekers",
        "rettleiar om helsetenester til asylsøkjarar",
    ),
    "veiledning": ("guidance", "rettleiing"),
    "slik den lød før": ("as worded before", "slik han lydde før"),
    "slik det lød før": ("as worded before", "slik det lydde før"),
}  # fmt: skip
_WORDS = {
    "en": _ORDINALS | {
        "ledd": "paragraph", "bokstav": "letter", "nr": "no", "kap": "ch", "punktum": "sentence",
        "punkt": "point", "og": "and", "til": "to",
        "januar": "January", "februar": "February", "mars": "March", "mai": "May", "juni": "June",
        "juli": "July", "oktober": "October", "desember": "December",
    },
    "nn": {"annet": "andre", "and": "og"},
    "nb": {"and": "og"},
}  # fmt: skip
_PHRASE = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _PHRASES), key=len)[::-1]) + r")\b")
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<=\d)\.(?= [A-Z][a-z]+ \d{4})")
_NTH = f"(?:{'|'.join(_ORDINALS.values())})"
_SEVERAL = re.compile(rf"\b({_NTH}(?:, {_NTH})* (?:and|to) {_NTH} paragraph)\b")
_LETTERS = re.compile(r"\bletter(?= \w(?:–\w|(?:, \w)* and \w)(?:\b|$))")


@lru_cache(maxsize=4096)
def localized_place(at: str, lang: str) -> str:
    """``at`` in ``lang``; a word nobody has translated stands as the pack wrote it."""
    column = {"en": 0, "nn": 1}.get(lang)
    if column is not None:
        at = _PHRASE.sub(lambda found: _PHRASES[found[0]][column], at)
    words = _WORDS.get(lang, {})
    text = _WORD.sub(lambda found: words.get(found[0], found[0]), at)
    return _plural(_DAY.sub("", text)) if lang == "en" else text


def _plural(text: str) -> str:
    return _LETTERS.sub("letters", _SEVERAL.sub(r"\1s", text))
