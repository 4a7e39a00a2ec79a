# SPDX-License-Identifier: EUPL-1.2
"""Pages that show every component of the workspace once, with no database behind them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import include, path

from samvern.access import fields
from samvern.access.categories import Category
from samvern.access.conflicts import conflict_page
from samvern.access.forms import Form
from samvern.access.tables import Cell, Column, Pager, Table
from samvern.cases.domain.band import Band, Line
from samvern.cases.domain.heads import Banner, Head, Next, Step
from samvern.guide.contacts import Contact
from samvern.web.shell import MENU, PARTS
from samvern.web.urls import urlpatterns as site_patterns

PAGE = Path(__file__).parents[1] / "workspace/front/pages.html"
NOW = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
CASE = SimpleNamespace(pk="2b1f0b3e-0000-4000-8000-000000000001")
SAVED = {"title": "Lagret av Ola", "born": "1998-05", "way": "phone", "text": "Slik det står"}
POLICE = Contact("police", "Politiet", "", "112", "112", "Hele døgnet", "", "", "verified")
HEAD = Head(
    reference="SV26-0012",
    state="open",
    ladder=(Step("presumed", ""), Step("verified", "Politiet")),
    deadline=Next("Refleksjonsperioden ender", date(2026, 12, 20), overdue=True),
    band=Band(
        (
            Line("danger", "Ring 112.", "Få personen i sikkerhet.", "Person 2", (POLICE,)),
            Line("warning", "Alderen er ikke avgjort.", "Behandles som barn."),
            Line("neutral", "Risiko: Lav."),
        ),
        (POLICE,),
    ),
    banners=(
        Banner("danger", "Nødtilgang.", "Du ser saken til kl. 18.05.", "/nb/workspace/", "Avslutt"),
        Banner("info", "Delt.", "Du ser det UDI har delt med dere."),
    ),
    readable=frozenset(Category),
)
KEPT: list[dict[str, Any]] = []
"""What the pages have sent as drafts."""
STATE = {"draft": 204, "seconds": 900}
"""What the draft page answers, and how long the session has left."""


class Everything(Form):
    """A field of each kind."""

    draft = "everything"
    title = fields.LineField(label="Tittel", help_text="Ikke skriv navn.", limit=40)
    text = fields.TextField(label="Notat", limit=100, required=False)
    born = fields.PartialDayField(label="Født", help_text="Bare året er nok.")
    near = fields.NearDayField(label="Møte", required=False)
    at = fields.MomentField(label="Når", required=False)
    way = fields.RadioField(label="Hvordan", choices=[("phone", "Telefon"), ("meet", "Møte")])
    parts = fields.ChecksField(
        label="Hva", required=False, choices=[("a", "Bolig"), ("b", "Helsehjelp")]
    )
    who = fields.SelectField(label="Hvem", choices=[("u", "UDI"), ("p", "Politiet")])
    child = fields.YesNoField(label="Under 18?", required=False)
    sure = fields.TickField(label="Jeg har spurt personen", required=True)
    file = fields.UploadField(label="Vedlegg", required=False)
    version = fields.VersionField(initial=3)


def _table(rows: int, **options: Any) -> Table:
    columns = [
        Column("Sak", sort="reference"),
        Column("Status"),
        Column("Frist", sort="due"),
        Column("Personer", numeric=True),
        Column("Eier"),
    ]
    body = [
        [
            Cell(f"SV-2026-{n:04}", href="/nb/workspace/"),
            Cell("Mulig offer", tag="info"),
            Cell(date(2026, 12, 1) + timedelta(days=n), note="Refleksjonsperioden"),
            Cell(n),
            Cell("Kari Nordmann" if n % 2 else ""),
        ]
        for n in range(1, rows + 1)
    ]
    return Table("Saker", columns, body, "Du har ingen saker ennå.", **options)


def _context() -> dict[str, Any]:
    return {
        "base": "workspace/case.html",
        "case": CASE,
        "section": "notes",
        "head": HEAD,
        "table": _table(3, sorted_by="due", pager=Pager("1", "3", (("1", False), ("2", True)))),
        "empty": _table(0),
        "rows": [("Kilde", "Politiet"), ("Sikkerhet", "Antatt"), ("Merknad", "")],
        "entries": [
            {"at": NOW, "what": "Antatt offer", "who": "Kari Nordmann, Bufdir", "rule": "§ 5"},
            {"at": NOW, "what": "Saken ble åpnet", "who": "Ola", "text": "Fra hjelpetelefonen"},
        ],
    }


def components(request: HttpRequest) -> HttpResponse:
    """Everything at once; a form that is sent comes back with its mistakes."""
    request.actor = SimpleNamespace(  # type: ignore[attr-defined]
        name="Kari Nordmann", organisation="Bufdir", role="case_worker"
    )
    form = Everything(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["version"] != 4:
            return conflict_page(request, form, saved=SAVED, version=4, who="Ola Hansen", when=NOW)
        return HttpResponse(f"saved {form.cleaned_data['title']} {form.cleaned_data['born']}")
    template = engines["django"].from_string(PAGE.read_text())
    return HttpResponse(template.render(_context() | {"form": form}, request))


def draft(request: HttpRequest, key: str) -> HttpResponse:
    """Remember what was sent, or fail as told."""
    if STATE["draft"] < 400:
        KEPT.append(request.POST.dict() | {"key": key})
    return HttpResponse(status=STATE["draft"])


def session(request: HttpRequest) -> HttpResponse:
    """How long is left; asked for more, it is given."""
    if request.method == "POST":
        STATE["seconds"] = 900
    return JsonResponse({"seconds": STATE["seconds"]})


def gone(request: HttpRequest) -> HttpResponse:
    """Where one ends up."""
    return HttpResponse("<!doctype html><title>Out</title>Signed out")


_case_pages = [path(f"cases/<uuid:case_id>/{name}", components, name=name) for name, *_ in PARTS]
_pages = [path(f"{name}/", components, name=name) for name, *_ in MENU]
_workspace = [
    *_pages,
    *_case_pages,
    path("drafts/<str:key>", draft, name="draft"),
    path("session", session, name="session"),
    path("sign-out", gone, name="sign_out"),
    path("sign-in", gone, name="account_login"),
]
urlpatterns = [
    path("nb/workspace/", include((_workspace, "workspace"))),
    *site_patterns,
]
