# SPDX-License-Identifier: EUPL-1.2
"""Words that are written differently in bokmål and nynorsk: one search finds both."""

PAIRS = """
barneverntjenesten barnevernstenesta|veiledning rettleiing|offer offer|mulig mogleg|hjelp hjelp
bolig bustad|botilbud butilbod|begrenset avgrensa|tillatelse løyve|oppholdstillatelse opphaldsløyve
trussel trugsmål|trusler trugsmål|taushetsplikt teieplikt|melding melding|bekymring uro
enslig einsleg|mindreårig mindreårig|lønn løn|arbeidsgiver arbeidsgivar|tjeneste teneste
asylsøker asylsøkjar|utnyttelse utnytting|tvang tvang|sykehus sjukehus|helsehjelp helsehjelp
tolk tolk|advokat advokat|anmelde melde|samtykke samtykke|hvordan korleis|hvem kven|hva kva
hvor kvar|ikke ikkje|jeg eg|uten utan|fra frå|kvinne kvinne|jente jente|gutt gut|penger pengar
erstatning erstatning|refleksjonsperiode refleksjonsperiode|vitne vitne|vitnetillatelse vitneløyve
sted stad|plass plass|trygg trygg|verge verje|skole skule|hjem heim|virksomhet verksemd
"""
TWINS: dict[str, str] = {}
for _pair in PAIRS.replace("\n", "|").split("|"):
    _words = _pair.split()
    if len(_words) == 2 and _words[0] != _words[1]:
        TWINS[_words[0]], TWINS[_words[1]] = _words[1], _words[0]


def forms_of(word: str) -> tuple[str, ...]:
    """A word and its twin, where it has one."""
    twin = TWINS.get(word.casefold())
    return (word, twin) if twin else (word,)
