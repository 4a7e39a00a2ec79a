# SPDX-License-Identifier: EUPL-1.2
"""Finding advice: by PostgreSQL's Norwegian full-text search, in bokmål and nynorsk at once.

A word finds what begins with its stem too, as Norwegian writes compounds as one word. A word
nobody has written is taken for a slip of the finger: the nearest one that is written is sought
instead, and the page says so. That asks the words of the index itself (``ts_stat``), so it needs no
extension of the database.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, QuerySet

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_act
from samvern.common.folding import as_typed_with_norwegian_letters, composed
from samvern.helpline.advice.models import Advice
from samvern.helpline.workflow import APPROVED

CONFIG = "pg_catalog.norwegian"
PAGE = 30
LONGEST, MOST_WORDS = 200, 12
BEGINS_FROM = 4
"""Letters a stem must have to find what begins with it."""

NEAR = 0.8
"""How alike a slip and a written word must be (difflib's ratio)."""

WORD = re.compile(r"[^\W_]+")
Stems = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class AdviceResults:
    """What was found, and the words that were sought instead of those nobody wrote."""

    advice: list[Advice]
    instead: dict[str, str] = field(default_factory=dict)


def search_advice(*, actor: Actor, text: str = "", topic: str = "") -> AdviceResults:
    """Approved advice that has all the words, best first; the newest where nothing is sought."""
    rows = Advice.objects.filter(state=APPROVED).select_related("desk")
    if topic:
        rows = rows.filter(topics__contains=[topic])
    words = WORD.findall(composed(text[:LONGEST]))[:MOST_WORDS]
    instead: dict[str, str] = {}
    if words:
        stems = _stems(words)
        found = _having(rows, stems.values())
        if not found and (instead := _slips(stems)):
            found = _having(
                rows, [(instead[w],) if w in instead else own for w, own in stems.items()]
            )
    else:
        found = list(rows.order_by("-approved_on", "-created_at")[:PAGE])
    log_act("advice.search", outcome="seen", words=len(words), found=len(found))
    return AdviceResults(found, instead if found else {})


def _having(rows: QuerySet[Advice], wanted: Iterable[Sequence[str]]) -> list[Advice]:
    """Advice with one of the stems of every word. Words that are in every text are left out."""
    every = ["(" + " | ".join(map(_lexeme, stems)) + ")" for stems in wanted if stems]
    if not every:
        return []
    query = SearchQuery(" & ".join(every), config="pg_catalog.simple", search_type="raw")
    matching = rows.annotate(rank=SearchRank(F("search"), query)).filter(search=query)
    return list(matching.order_by("-rank", "-approved_on")[:PAGE])


def _lexeme(stem: str) -> str:
    return f"'{stem}':*" if len(stem) >= BEGINS_FROM else f"'{stem}'"


def _stems(words: Sequence[str]) -> Stems:
    """The stems of each word and its twin, as the index has them; none for "og" and the like."""
    asked = [(word, each) for word in words for each in forms_of(word)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w, tsvector_to_array(to_tsvector(%s::regconfig, w)) FROM unnest(%s::text[]) w",
            [CONFIG, [each for _word, each in asked]],
        )
        stems: dict[str, list[str]] = dict(cursor.fetchall())
    return {
        word: tuple(s for mine, each in asked if mine == word for s in stems.get(each, ()))
        for word in words
    }


def _slips(stems: Stems) -> dict[str, str]:
    """For each word that is in no advice, the nearest stem that is in one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM ts_stat('SELECT search FROM public.contacts_advice "
            "WHERE state = ''approved''')"
        )
        written = [word for (word,) in cursor.fetchall()]
    found = {}
    for word, own in stems.items():
        if own and len(own[0]) >= BEGINS_FROM and not set(own) & set(written):
            near = get_close_matches(own[0], written, n=1, cutoff=NEAR)
            if near:
                found[word] = near[0]
    return found


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
    """A word, the same with å for aa and so on, and their twins where they have one."""
    spelled = dict.fromkeys((word, as_typed_with_norwegian_letters(word)))
    twins = (TWINS.get(each.casefold()) for each in spelled)
    return (*spelled, *filter(None, twins))
