"""Questions in other people's words, against what the table itself holds: no reading of the program stands between."""

from collections.abc import Callable
from datetime import date

import pytest

from ingest.records import Measure

Test = Callable[[Measure], bool]


def owner(*codes: str) -> Test:
    return lambda m: bool(set(codes) & set(m.owners))


def status(*codes: int) -> Test:
    return lambda m: m.status in codes


def theme(number: int) -> Test:
    return lambda m: m.id.startswith(f"{number}.")


def end(first: date | None, last: date | None) -> Test:
    def within(m: Measure) -> bool:
        stated = m.deadline.end
        if stated is None or stated.first is None or stated.last is None:
            return False
        return (first is None or stated.first >= first) and (last is None or stated.last <= last)

    return within


def late(day: date) -> Test:
    return lambda m: m.status == 3 and m.deadline.end is not None and (m.deadline.end.last or day) < day


def ministries(least: int, most: int = 99) -> Test:
    return lambda m: least <= len(m.owners) <= most


def no_end(m: Measure) -> bool:
    return m.deadline.end is None


def lasts(years: int) -> Test:
    def longer(m: Measure) -> bool:
        start, stated = m.deadline.start, m.deadline.end
        return (
            start is not None
            and stated is not None
            and stated.last is not None
            and ((stated.last - start).days + 1 > years * 366)
        )

    return longer


def every(*tests: Test) -> Test:
    return lambda m: all(test(m) for test in tests)


def no(test: Test) -> Test:
    return lambda m: not test(m)


Y2023 = end(date(2023, 1, 1), date(2023, 12, 31))
Y2024 = end(date(2024, 1, 1), date(2024, 12, 31))
QUESTIONS: list[tuple[str, Test]] = [
    ("waar is justitie allemaal mee belast", owner("JenV")),
    ("Graag een rijtje met alles van de bewindspersoon van SZW", owner("SZW")),
    ("Wat zit er in de portefeuille van Buitenlandse Zaken?", owner("BZ")),
    ("Wat staat er zoal op het bord van VWS?", owner("VWS")),
    ("Noem de maatregelen waar zowel VWS als JenV bij betrokken zijn.", every(owner("VWS"), owner("JenV"))),
    ("ocw en vws met z'n tweeën, niemand anders erbij", every(owner("OCW"), owner("VWS"), ministries(2, 2))),
    ("Welke maatregelen worden door drie of meer departementen gedragen?", ministries(3)),
    ("Wat doet VWS, al dan niet samen met anderen?", owner("VWS")),
    ("Welke maatregelen heeft OCW, zelfstandig of met andere ministeries?", owner("OCW")),
    ("alles van volksgezondheid behalve wat met ocw gedeeld wordt", every(owner("VWS"), no(owner("OCW")))),
    ("Wat doet VWS, zonder wat samen met JenV gebeurt?", every(owner("VWS"), no(owner("JenV")))),
    ("lopende maatregelen, alleen OCW", every(owner("OCW"), status(3))),
    ("maatregelen van vws met jenv", every(owner("VWS"), owner("JenV"))),
    ("Wat heeft Volksgezondheid van zijn lijstje kunnen strepen?", every(owner("VWS"), status(4))),
    ("Welke trajecten heeft SZW inmiddels achter de rug?", every(owner("SZW"), status(4))),
    ("Wat is er bij OCW geschrapt of afgerond?", every(owner("OCW"), status(0, 4))),
    ("welke zijn afgerond óf juist gestopt bij SZW", every(owner("SZW"), status(4, 0))),
    ("Wat is bij OCW klaar dan wel gestopt?", every(owner("OCW"), status(4, 0))),
    ("welke zijn gestopt of anders doorlopend", status(0, 1)),
    ("maatregelen met een vier achter zich van vws", every(owner("VWS"), status(4))),
    ("hoeveel maatregelen hebben een 4", status(4)),
    ("Welke maatregelen lopen bij OCW?", every(owner("OCW"), status(3))),
    ("Wat loopt er bij SZW?", every(owner("SZW"), status(3))),
    ("Is er in het thema Gelijke behandeling en wetgeving al wat klaar?", every(theme(5), status(4))),
    ("doe mij de lopende van thema 5", every(theme(5), status(3))),
    ("Deadlines van SZW in 2024?", every(owner("SZW"), Y2024)),
    ("wat rolt er in Q2 van 2024 uit de planning", end(date(2024, 4, 1), date(2024, 6, 30))),
    ("wat moet er voor de kerst af zijn", end(None, date(2023, 12, 31))),
    ("Wat loopt rond de jaarwisseling af?", end(date(2023, 10, 1), date(2024, 3, 31))),
    ("wat is er na nieuwjaar klaar", end(date(2024, 1, 1), None)),
    ("Wat moet uiterlijk volgend jaar december klaar zijn?", end(None, date(2024, 12, 31))),
    ("wat loopt er de rest van 2024 af", Y2024),
    ("Welke maatregelen van VWS eindigen dit jaar?", every(owner("VWS"), Y2023)),
    ("geen deadline bij JenV", every(owner("JenV"), no_end)),
    ("van welke maatregelen van szw weten we niet wanneer ze klaar zijn", every(owner("SZW"), no_end)),
    ("Welke maatregelen duren langer dan twee jaar?", lasts(2)),
    ("Welke maatregelen hebben een looptijd van meer dan drie jaar?", lasts(3)),
    ("wat is er op 15 januari 2024 te laat", late(date(2024, 1, 15))),
    ("Over tijd per 1 juli 2024, alleen SZW", every(owner("SZW"), late(date(2024, 7, 1)))),
    ("Heeft OCW deadlines laten verstrijken?", every(owner("OCW"), late(date(2023, 11, 30)))),
    ("Heeft EZK deadlines laten verlopen?", every(owner("EZK"), late(date(2023, 11, 30)))),
    ("veiligheid zonder jenv", every(theme(2), no(owner("JenV")))),
    ("welke maatrgelen van binenlandse zaken lopen nog", every(owner("BZK"), status(3))),
    ("Afgerond in 2023 door SZW", every(owner("SZW"), status(4), Y2023)),
    ("Aflopend in 2024, OCW niet meegerekend", every(Y2024, no(owner("OCW")))),
    ("OCW buiten beschouwing gelaten, wat loopt er in 2024 af?", every(Y2024, no(owner("OCW")))),
    ("Alles wat nog loopt, zorg niet meegeteld", every(status(3), no(theme(4)))),
    ("Welke maatregelen zijn klaar, die van BZ niet meegenomen", every(status(4), no(owner("BZ")))),
    ("afgeronde acties, exclusief die van SZW", every(status(4), no(owner("SZW")))),
    ("afgeronde acties exclusief van SZW", every(status(4), owner("SZW"), ministries(1, 1))),
    ("voltooide maatregelen met weglating van SZW", every(status(4), no(owner("SZW")))),
    ("vws + jenv samen, wat is dat allemaal", every(owner("VWS"), owner("JenV"))),
    ("BZ gezamenlijk met OCW: wat zijn dat?", every(owner("BZ"), owner("OCW"))),
    ("Wat heeft JenV zonder dat er een ander departement naast staat?", every(owner("JenV"), ministries(1, 1))),
    ("Welke acties heeft VWS zonder dat een ander ministerie meedoet", every(owner("VWS"), ministries(1, 1))),
    ("Waar staat Buitenlandse Zaken er alleen voor?", every(owner("BZ"), ministries(1, 1))),
    ("Hoe dikwijls staat JenV als (mede-)trekker genoteerd?", owner("JenV")),
    ("Hoe vaak wordt EZK als medeverantwoordelijke opgevoerd, in één getal?", owner("EZK")),
    ("Welk deel van het hele pakket is afgerond", status(4)),
    ("Welke maatregelen uit de nota zijn gestopt?", status(0)),
    ("Wat valt er onder de paraplu van Buitenlandse Zaken?", owner("BZ")),
    ("Welke klussen heeft SZW nog liggen?", every(owner("SZW"), status(3))),
    ("Welke plannen staan bij OCW nog op stapel?", every(owner("OCW"), status(3))),
    ("Wat heeft het departement van Justitie al weten af te ronden?", every(owner("JenV"), status(4))),
    ("waar hoeft OCW niks meer aan te doen", every(owner("OCW"), status(4))),
    ("Bij welke posten van BZ is de uitvoering rond?", every(owner("BZ"), status(4))),
    ("van welke maatregelen komt er niks meer", status(0)),
    ("Welke initiatieven hebben het niet gehaald?", status(0)),
    ("ministeries met zn vieren of meer op een maatregel", ministries(4)),
    ("Welke dingen doen VWS en OCW hand in hand?", every(owner("VWS"), owner("OCW"))),
    ("Hoeveel maatregelen doet OCW samen met minstens één ander ministerie?", every(owner("OCW"), ministries(2))),
    ("Welke maatregelen uit thema 5 hebben JenV noch BZK als eigenaar?", every(theme(5), no(owner("JenV", "BZK")))),
    ("Hoeveel maatregelen hebben 2023 als eindjaar?", Y2023),
    ("Welke lopende maatregelen hebben een eindmoment in 2024?", every(status(3), Y2024)),
    ("Geef de lopende maatregelen zonder eindmoment van OCW", every(owner("OCW"), status(3), no_end)),
    ("Bij welke maatregelen van JenV is er geen zicht op een einddatum?", every(owner("JenV"), no_end)),
    ("Welke maatregelen behoren tot het takenpakket van EZK?", owner("EZK")),
    ("Wat loopt er de komende tijd nog bij JenV?", every(owner("JenV"), status(3))),
    ("Wat is bij OCW over de houdbaarheidsdatum heen?", every(owner("OCW"), late(date(2023, 11, 30)))),
]
GROUPS = [
    ("ministeries met meer dan tien maatregelen", "owner", 11, 999),
    ("welke departementen hebben hooguit vijf maatregelen", "owner", 0, 5),
    ("ministeries met precies 3 maatregelen", "owner", 3, 3),
    ("welke thema's hebben er minder dan 20", "theme", 0, 19),
    ("Welke thema's tellen minstens 24 maatregelen?", "theme", 24, 999),
    ("thema's met 20 of meer maatregelen", "theme", 20, 999),
    ("Hoeveel maatregelen tellen de afzonderlijke thema's?", "theme", 0, 999),
    ("zijn er thema's met tussen de 20 en 25 maatregelen?", "theme", 20, 25),
]
PLACES = [
    ("Welk thema heeft op één na de meeste maatregelen?", "theme", 2),
    ("op twee na grootste thema", "theme", 3),
    ("Welk ministerie heeft op één na de meeste maatregelen?", "owner", 2),
    ("Welk ministerie komt op de tweede plaats?", "owner", 2),
    ("welk ministerie staat derde qua aantal", "owner", 3),
]
LISTED = [
    "Geef een tussenstand van alle statussen",
    "Kun je voor het hele overzicht uitsplitsen hoeveel er afgerond, in uitvoering, doorlopend en gestopt is?",
    "hoeveel zijn er afgerond, in uitvoering, doorlopend en gestopt",
    "cijfers graag: afgerond, lopend, doorlopend, gestopt",
]


def amounts(key: str, measures: tuple[Measure, ...]) -> dict[str, int]:
    """The number of measures per group."""
    found: dict[str, int] = {}
    for m in measures:
        for name in m.owners if key == "owner" else (m.theme,):
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize(("question", "test"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_the_answer_is_what_the_table_holds(question, test, assistant):
    answer = assistant.respond(question).answer
    assert {m.id for m in answer.measures} == {m.id for m in assistant.measures if test(m)}


@pytest.mark.parametrize(("question", "key", "least", "most"), GROUPS)
def test_groups_are_shown_by_their_size(question, key, least, most, assistant):
    answer = assistant.respond(question).answer
    every = amounts(key, tuple(assistant.measures))
    assert dict(answer.groups) == {name: n for name, n in every.items() if least <= n <= most}


@pytest.mark.parametrize(("question", "key", "place"), PLACES)
def test_a_place_in_a_ranking_is_named(question, key, place, assistant):
    answer = assistant.respond(question).answer
    ranked = sorted(amounts(key, tuple(assistant.measures)).items(), key=lambda pair: -pair[1])
    name, amount = ranked[place - 1]
    assert name in answer.headline.split(" heeft ")[0]
    assert f"{amount} van de" in answer.headline


@pytest.mark.parametrize(
    ("question", "measure", "field", "value"),
    [
        ("Welke datum staat er achter de kwaliteitsstandaard transgenderzorg?", "4.9", "end", "Q3 2025"),
        ("Wat staat er bij wanneer achter de kwaliteitsstandaard transgenderzorg?", "4.9", "end", "Q3 2025"),
        ("Welk ministerie staat er vermeld bij de kwaliteitsstandaard transgenderzorg?", "4.9", "owners", "VWS"),
        ("Welk cijfer staat er achter de arbeidskorting?", "1.1", "status", "afgerond"),
    ],
)
def test_what_stands_beside_a_measure_is_a_field_of_it(question, measure, field, value, assistant):
    answer = assistant.respond(question).answer
    assert ([m.id for m in answer.measures], answer.field) == ([measure], (field, value))


def test_two_are_compared_by_the_status_that_is_said(assistant):
    answer = assistant.respond("Hoe verhoudt het aantal afgeronde maatregelen van OCW zich tot dat van SZW?").answer
    done = {code: sum(code in m.owners and m.status == 4 for m in assistant.measures) for code in ("OCW", "SZW")}
    assert {code: dict(answer.groups)[code] for code in done} == done


def test_whoever_asks_for_the_last_three_deadlines_gets_the_furthest_ones(assistant):
    shown = assistant.respond("Geef me de drie laatste deadlines").answer.measures
    ends = sorted((m.deadline.end.last for m in assistant.measures if m.deadline.end), reverse=True)
    assert sorted((m.deadline.end.last for m in shown), reverse=True)[:3] == ends[:3]


def test_what_each_ministry_has_running_is_counted_apart(assistant):
    groups = dict(assistant.respond("Hoeveel stuks heeft ieder ministerie er lopen?").answer.groups)
    assert groups["OCW"] == sum("OCW" in m.owners and m.status == 3 for m in assistant.measures)


def test_the_theme_that_is_furthest_has_the_largest_share_done(assistant):
    answer = assistant.respond("Welk thema is het verst met afronden?").answer
    totals = amounts("theme", tuple(assistant.measures))
    done = amounts("theme", tuple(m for m in assistant.measures if m.status == 4))
    assert max(totals, key=lambda theme: done.get(theme, 0) / totals[theme]) in answer.headline


def test_the_status_of_all_themes_is_a_table(assistant):
    groups = dict(assistant.respond("Wat is de status van de zes thema's?").answer.groups)
    done = sum(m.status == 4 and m.theme == "Arbeid" for m in assistant.measures)
    assert groups["Arbeid | afgerond"] == done


@pytest.mark.parametrize("question", LISTED)
def test_statuses_that_are_listed_are_each_counted(question, assistant):
    groups = dict(assistant.respond(question).answer.groups)
    counts = {code: sum(m.status == code for m in assistant.measures) for code in (4, 3, 1, 0)}
    assert sorted(groups.values()) == sorted(counts.values())


@pytest.mark.parametrize(
    "question",
    [
        "hoe groot is het bedrag dat Curaçao als eerste kreeg",
        "Wie kreeg als eerste subsidie?",
        "Hoeveel geld ging er als eerste naar de pilot?",
    ],
)
def test_what_came_first_in_a_text_is_no_first_deadline(question, assistant):
    assert assistant.read(question).query.extreme is None
