# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Overviews for who is new: a ministry, a theme or the whole report by theme and status, with what needs attention."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from app.filters import EndIn, Overdue, Owners, StatusIn
from app.query import Filter, Query
from app.query import select as select_rows
from app.truth import CERTAIN
from app.wording import count_of, listed, named, owner_name, status_labels
from index.columns import Columns
from index.folding import fold
from ingest.records import Measure, Period

SOON = timedelta(days=183)  # half a year ahead: the deadlines that a newcomer meets first
NAMED = 12  # so many measures are named with their title; more become a number

_NEW = (
    r"(?:ik (?:ben|werk|begin|start|kom|ga|zit|begon|startte|ga beginnen|ben net begonnen|ben begonnen)\b[^.?!,;:]*?"
    r"\b(?:nieuw|net|pas|sinds|vandaag|deze week|volgende week|binnenkort|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|beginnen|starten|werken|aan de slag|directie|begin|start|begonnen|gestart|nieuwe (?:collega|medewerker|beleidsmedewerker))\b[^.?!,;:]*|"
    r"(?:als )?nieuwe (?:collega|medewerker|beleidsmedewerker|ambtenaar|stagiair|trainee)[^.?!,;:]*|mijn eerste (?:dag|week|werkdag|werkweek)[^.?!,;:]*|"
    r"nieuw (?:bij|op|in) [^.?!,;:]*|ik (?:werk|ga werken) (?:bij|voor|aan|op) [^.?!,;:]*|ik ben nieuw(?: hier)?)"
)
_TELL = (
    r"(?:wat (?:moet|hoor|kan|zou) ik (?:minimaal |zeker |als eerste |allemaal |dan )*(?:weten|lezen|kennen|doen)|waar (?:moet|kan|begin|zal) ik(?: mee| het beste| mee beginnen| beginnen)*|"
    r"praat (?:me|mij|ons) (?:even |eens |snel )?bij|breng (?:me|mij) (?:even )?op de hoogte|waar moet ik (?:op letten|rekening mee houden|om denken|vanaf weten)|wat (?:speelt|loopt|ligt|doen|doet|gebeurt|is belangrijk|is er belangrijk)\b(?![^.?!]*\b(?:tegen|voor|aan|over|rond|rondom|om|inzake|qua|omtrent|gebied van)\b (?!mij\b|me\b|ons\b|mijn\b|onze\b|dit\b|deze\b|hier\b|daar\b|te\b))[^.?!]{0,40}|"
    r"(?:geef|toon|maak|schets)(?: me| mij| eens| even)* (?:een |het )?(?:kort |korte |algemeen |eerste |globaal |snel |beknopt )*(?:overzicht|introductie|inleiding|beeld|intro|samenvatting)|help me op weg|kun je me (?:helpen|bijpraten|inwerken|op weg helpen)[^.?!]*|"
    r"wat (?:is|zijn) (?:voor (?:mij|ons) )?(?:de )?(?:belangrijk\w*|hoofdlijnen|hoofdpunten|highlights|kernpunten)[^.?!]*|hoe staan (?:we|wij) ervoor|wat is mijn (?:werk|dossier)|inwerk\w*|vertel(?: me| eens)*(?: alles| meer| iets)?)"
)
_WHOLE_MESSAGE = re.compile(
    rf"^(?:{_NEW}[\s.,!;:]*(?:en |dus )?(?:{_TELL})?(?P<rest>[^.?!]*)|(?:{_TELL})[\s.,!;:]*(?:als |over |van |bij |want |nu )*(?:{_NEW})(?P<late>[^?!]*))[\s.?!]*$"
)
_OVERVIEW_OF = re.compile(
    r"^(?:ik (?:wil|zoek|wou) (?:graag )?(?:een )?|(?:geef|toon|maak|schets|heb je|mag ik)(?: me| mij| eens| even| ons)* )?(?:een |het )?(?:kort |korte |algemeen |eerste |globaal |snel |beknopt )*"
    r"(?:overzicht|introductie|inleiding|samenvatting|inwerkoverzicht|startoverzicht|bijpraten|hoofdlijnen|hoofdpunten|beeld)(?: (?:van|over|voor|bij|tot|in)(?: het| de)?)? (?P<x>.{2,60}?)[\s.?!]*$"
)
_KNOW_OF = re.compile(
    r"^(?:wat (?:moet|hoor) ik (?:minimaal |zeker |allemaal |als eerste )*weten (?:over|van)|praat (?:me|mij|ons) (?:even |eens |snel )*bij (?:over|van)|breng me op de hoogte (?:van|over)|wat speelt er (?:allemaal )?(?:bij|binnen|op|rond|in)|"
    r"hoe staat het (?:ervoor )?(?:met|bij|op)|wat zijn de (?:hoofdlijnen|hoofdpunten|highlights|kernpunten) (?:van|bij|voor|over)) (?:het |de )?(?P<x>.{2,60}?)(?: ervoor)?[\s.?!]*$"
)
_PLACE = re.compile(r"\b(?:bij|op|voor|van|aan|over|met|in|binnen) (?:het |de |mijn |onze )?(?P<x>.{2,60}?)$")
_DOCUMENT = re.compile(
    r"^(?:(?:het|de|dit|deze|hele|heel|volledige|gehele|totale|alle|al het|alles) )*(?:rapportage|rapport|document|bijlage|geheel|voortgangsrapportage|emancipatiebeleid|emancipatie|stuk|maatregelen|onderwerp|dossier|dossier emancipatie|beleid|emancipatiedossier|directie|directie de|de)?(?: emancipatie)?$"
)


def overview_subject(question: str) -> str | None:
    """The words of what an overview is asked of, "" for the whole report; None when none is asked."""
    plain = re.sub(r"[\s.?!]+$", "", " ".join(fold(question).split()))
    match = _OVERVIEW_OF.match(plain) or _KNOW_OF.match(plain)
    if match:
        return "" if _DOCUMENT.match(match["x"]) else match["x"]
    match = _WHOLE_MESSAGE.match(plain)
    if match is None or not re.search(
        r"\bnieuwe?\b|\beerste\b|\bbegon\w*|\bbegin\w*|\bstart\w*|\bnet\b|\bwerk\b", plain
    ):
        return None
    asked = re.search(_TELL, plain)
    if asked is None and re.search(r"\b(?:wat|welke|hoeveel|wie|wanneer|waar|hoe)\b", plain):
        return None  # a question of its own stands after the introduction
    for part in re.split(r"[.,;:!?]| wat | waar | en ", re.sub(_TELL, ".", plain)):
        place = _PLACE.search(part.strip())
        if place:
            subject = re.sub(
                r"\b(?:beginnen|starten|begonnen|gestart|gekomen|komen werken|werken|nieuw|net|pas)\b", "", place["x"]
            ).strip()
            return "" if _DOCUMENT.match(subject) else subject
    return "" if asked or "nieuw" in plain else None


def overview(
    query: Query, rows: Sequence[int], measures: Sequence[Measure], columns: Columns, as_of: date
) -> tuple[str, tuple[str, ...]]:
    """The headline of an overview, and its lines.

    Args:
        query: the filters that choose the subject; none for the whole report.
        rows: the rows that the query selects.
        measures: all measures, in row order.
        columns: their columns.
        as_of: the day against which "soon" and "overdue" are read.
    """
    chosen = [measures[row] for row in rows]
    statuses: Counter[int | None] = Counter(measure.status for measure in chosen)
    themes = Counter(measure.theme for measure in chosen)
    owners = next((c for c in query.filters if isinstance(c, Owners)), None)
    subject = f" zijn {query.filters[0].describe()}" if query.filters else " staan in de rapportage"
    if len(chosen) == 1:
        subject = subject.replace(" zijn ", " is ").replace(" staan ", " staat ")
    headline = f"{count_of(len(chosen), len(measures))}{subject}."
    labels = status_labels()
    by_status = listed([f"{statuses[code]} {labels[code]}" for code in labels if statuses[code]])
    lines = [f"Stand van zaken: {by_status}."]
    if len(themes) > 1:
        lines.append(f"Per thema: {listed([f'{name} {amount}' for name, amount in themes.items()])}.")
    elif themes:
        headings = Counter(measure.heading for measure in chosen if measure.heading)
        lines.append(f"Kopjes: {listed([f'{name} ({amount})' for name, amount in headings.items()])}.")
    soon = Period(as_of, as_of + SOON)
    running = StatusIn((3, 1))
    lines.append(
        _line("Loopt binnen een half jaar af", _chosen(query, (EndIn(soon), running), columns, as_of, measures))
    )
    lines.append(_line("Over tijd", _chosen(query, (Overdue(),), columns, as_of, measures)))
    lines += _shares(chosen, owners.codes if owners else ())
    return headline, tuple(lines)


def _chosen(
    query: Query, conditions: tuple[Filter, ...], columns: Columns, as_of: date, measures: Sequence[Measure]
) -> list[Measure]:
    narrowed = Query(filters=(*query.filters, *conditions), report=query.report)
    values = select_rows(narrowed, columns, as_of)
    return [measures[int(row)] for row in np.flatnonzero(values == CERTAIN)]


def _line(label: str, found: Sequence[Measure]) -> str:
    if not found:
        return f"{label}: geen."
    if len(found) > NAMED:
        return f"{label}: {len(found)} maatregelen ({', '.join(measure.id for measure in found)})."
    return f"{label}: {listed([f'{named(measure)}, {measure.deadline.text}' for measure in found])}."


def _shares(chosen: Sequence[Measure], codes: tuple[str, ...]) -> list[str]:
    if not codes:
        owners = Counter(code for measure in chosen for code in measure.owners)
        ranked = listed([f"{code} {amount}" for code, amount in owners.most_common()])
        return [f"Per ministerie (gedeelde maatregelen tellen bij elk mee): {ranked}."] if owners else []
    partners = Counter(code for measure in chosen for code in (*measure.owners, *measure.bodies) if code not in codes)
    shared = sum(len(measure.owners) + len(measure.bodies) > 1 for measure in chosen)
    names = listed([f"{owner_name(code) or code} ({code}, {amount})" for code, amount in partners.most_common()])
    return [f"Gedeeld met anderen: {shared}" + (f", met {names}." if partners else ".")]
