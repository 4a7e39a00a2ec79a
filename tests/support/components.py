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
from samvern.access.edit_conflicts import conflict_page
from samvern.access.forms import Form
from samvern.access.tables import Pager, Table, TableCell, TableColumn
from samvern.cases.case_header.alerts import AlertLine, CaseAlerts
from samvern.cases.case_header.domain import Banner, CaseHeader, LadderStep, NextDeadline
from samvern.guide.contacts import Contact
from samvern.web.navigation import CASE_PAGES, MAIN_PAGES
from samvern.web.urls import urlpatterns as site_patterns

PAGE = Path(__file__).parents[1] / "workspace/front/pages.html"
NOW = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
CASE = SimpleNamespace(pk="2b1f0b3e-0000-4000-8000-000000000001")
SAVED = {"title": "Lagret av Ola", "born": "1998-05", "way": "phone", "text": "Slik det står"}
POLICE = Contact("police", "Politiet", "", "112", "112", "Hele døgnet", "", "", "verified")
HEAD = CaseHeader(
    reference="SV26-0012",
    state="open",
    ladder=(LadderStep("presumed", ""), LadderStep("verified", "Politiet")),
    deadline=NextDeadline("Refleksjonsperioden ender", date(2026, 12, 20), overdue=True),
    alerts=CaseAlerts(
        (
            AlertLine("danger", "Ring 112.", "Få personen i sikkerhet.", "Person 2", (POLICE,)),
            AlertLine("warning", "Alderen er ikke avgjort.", "Behandles som barn."),
            AlertLine("neutral", "Risiko: Lav."),
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
    title = fields.SingleLineField(label="Tittel", help_text="Ikke skriv navn.", limit=40)
    text = fields.MultiLineField(label="Notat", limit=100, required=False)
    born = fields.PartialDateField(label="Født", help_text="Bare året er nok.")
    near = fields.LocalDateField(label="Møte", required=False)
    at = fields.LocalDateTimeField(label="Når", required=False)
    way = fields.RadioField(label="Hvordan", choices=[("phone", "Telefon"), ("meet", "Møte")])
    parts = fields.CheckboxesField(
        label="Hva", required=False, choices=[("a", "Bolig"), ("b", "Helsehjelp")]
    )
    who = fields.SelectField(label="Hvem", choices=[("u", "UDI"), ("p", "Politiet")])
    child = fields.YesNoField(label="Under 18?", required=False)
    sure = fields.OptionalBooleanField(label="Jeg har spurt personen", required=True)
    file = fields.UploadField(label="Vedlegg", required=False)
    version = fields.VersionField(initial=3)


def _table(rows: int, **options: Any) -> Table:
    columns = [
        TableColumn("Sak", sort="reference"),
        TableColumn("Status"),
        TableColumn("Frist", sort="due"),
        TableColumn("Personer", numeric=True),
        TableColumn("Eier"),
    ]
    body = [
        [
            TableCell(f"SV-2026-{n:04}", href="/nb/workspace/"),
            TableCell("Mulig offer", tag="info"),
            TableCell(date(2026, 12, 1) + timedelta(days=n), note="Refleksjonsperioden"),
            TableCell(n),
            TableCell("Kari Nordmann" if n % 2 else ""),
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


_case_pages = [
    path(f"cases/<uuid:case_id>/{name}", components, name=name) for name, *_ in CASE_PAGES
]
_pages = [path(f"{name}/", components, name=name) for name, *_ in MAIN_PAGES]
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
