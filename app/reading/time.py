# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""The grammar of time: words to periods, certain and possible, and how a question points at them.

First the units ("Q1 2024", "medio 2024", "volgend jaar") become symbols «u»; then what is said of them ("vóór",
"tussen ... en ...", "t/m", "of later") becomes «t». What they mean stands in notes/semantics: "tussen 2024 en 2026" is
2024 and 2025, with 2026 defensible; "medio" is the second quarter, with the third defensible.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from app.filters.wording import MONTHS
from app.reading.line import Line, rule
from app.reading.relations import read_relations
from app.reading.when import When as When
from app.reading.when import hull, quarter, year
from app.reading.when import months as months
from ingest.records import Period

SOON = 3  # months that "binnenkort" looks ahead


_MONTH_NUMBER = {name: n for n, name in enumerate(MONTHS, start=1)}
_MONTH_NUMBER |= {
    short: n
    for n, shorts in enumerate(
        ("jan", "feb", "mrt maa", "apr", "", "jun", "jul", "aug", "sep sept", "okt", "nov", "dec"), start=1
    )
    for short in shorts.split()
}
_ORDINAL = {
    "eerste": 1, "1e": 1, "1ste": 1, "i": 1, "1": 1,
    "tweede": 2, "2e": 2, "2de": 2, "ii": 2, "2": 2,
    "derde": 3, "3e": 3, "3de": 3, "iii": 3, "3": 3,
    "vierde": 4, "4e": 4, "4de": 4, "iv": 4, "4": 4, "laatste": 4,
}  # fmt: skip
_COUNT = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "anderhalf": 18, "half": 6,
}  # fmt: skip
_RELATIVE = {
    "dit": 0, "het": 0, "deze": 0, "huidig": 0, "huidige": 0, "lopende": 0, "het_lopende": 0,
    "volgend": 1, "volgende": 1, "komend": 1, "komende": 1, "aankomend": 1, "aankomende": 1, "aanstaande": 1,
    "eerstvolgende": 1, "eerstkomende": 1,
    "vorig": -1, "vorige": -1, "afgelopen": -1, "voorgaand": -1, "voorgaande": -1, "verleden": -1,
}  # fmt: skip

_MONTH = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_REL = "|".join(w for w in _RELATIVE if w != "het" and "_" not in w)
_ORD = "|".join(sorted(_ORDINAL, key=len, reverse=True))
_CNT = "|".join(_COUNT) + r"|\d{1,2}"
_FEAST = {"nieuwjaarsdag": (1, 1), "oudejaarsdag": (12, 31), "oudejaarsavond": (12, 31)}
_OF_YEAR = rf"(?:(?:van |in |uit )?(?:het (?:jaar )?)?(?P<y>{_YEAR}|(?:{_REL}) jaar|(?<=van het )jaar))"

_NOT_TIME = (  # years that are part of a name or an amount, and no time
    rule(
        rf"(?:wet|wi|agenda|verzamelwet|motie|artikel|akkoord|regeling|besluit|cao|strategie|actieplan|nota|emancipatienota|programma|plan|idahot\+?|csw|sdgs?|horizon|strategy)(?: (?!in |per |van |t/m )\w+)? {_YEAR}(?: - {_YEAR}|-{_YEAR})?"
    ),
    rule(rf"{_YEAR} ?- ?{_YEAR} (?:nota|strategie|actieplan)"),
    rule(rf"(?:wet|wetgeving|verdrag|akkoord) (?:van|uit) {_YEAR}"),
    rule(r"artikel \d+"),
)

_DATE = rule(
    rf"(?:(?P<d>\d{{1,2}})(?:e|ste|de)? (?P<m>{_MONTH})|(?P<f>{'|'.join(_FEAST)}))(?: (?P<y>{_YEAR}|(?:{_REL}) jaar)"
    rf"|(?= (?:t/m|tot en met|tot|en|of|-|,) (?:\d{{1,2}} )?(?P<m2>{_MONTH}) (?P<y2>{_YEAR})))?"
)
_NUMERIC = rule(
    r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|20)\d\d)-(?P<m2>\d{1,2})-(?P<d2>\d{1,2})"
)
_QUARTER = rule(
    rf"(?:q|k|kw)(?P<n>[1-4])(?:[-/ ']*(?P<yq>{_YEAR}|2\d(?! (?:maatregelen|acties|stuks|van|procent|%|punten)))|(?: van| in)? (?P<yr>(?:{_REL}) jaar))?"
    rf"|(?:het |de )?(?P<o>{_ORD})(?: |-)?kwartaal(?: {_OF_YEAR})?|kwartaal (?P<n2>[1-4])(?: {_OF_YEAR.replace('?P<y>', '?P<y2>')})?"
    rf"|q (?P<n3>[1-4])(?: (?P<yq3>{_YEAR}))?|(?P<yq4>{_YEAR}) ?-?q(?P<n4>[1-4])"
)
_TO_QUARTER = rule(
    rf"(?:het )?(?P<a>{_ORD})(?: kwartaal)? (?:t/m|tot en met) (?:het )?(?P<b>{_ORD}) kwartaal(?: {_OF_YEAR})?"
)
_TWO_QUARTERS = rule(
    rf"(?P<a>(?:het )?(?P<oa>{_ORD})(?: kwartaal)?) (?:en|of|en/of|en in|of in) (?P<b>(?:het )?(?P<ob>{_ORD})(?P<k> kwartaal)?(?: {_OF_YEAR})?)"
)
_HALF = rule(
    rf"(?:de |het )?(?P<o>eerste|1e|tweede|2e|laatste) (?:helft|jaarhelft|halfjaar|halve jaar|half jaar)(?: {_OF_YEAR})?"
    rf"|h(?P<n>[12])(?: (?P<yh>{_YEAR}))?"
)
_PART = rule(
    rf"(?:het )?(?P<p>begin|medio|midden|halverwege|half|eind|einde|ultimo|start)(?: van)?(?: het)? (?P<y>{_YEAR}|(?:{_REL}|het) jaar)(?! (?:tot en met|t/m|tot) (?:19|20))"
)
_MONTH_YEAR = rule(
    rf"(?:de maand )?(?:(?P<p>begin|medio|half|eind) )?(?P<m>{_MONTH})(?: (?:van )?(?P<y>{_YEAR}|(?:{_REL}) jaar))"
)
_MONTH_BEFORE = rule(rf"(?P<m>{'|'.join(MONTHS)}) (?:t/m|tot en met|tot|en|of|-|,) (?P<u>«u\d+»)")
_MONTH_AFTER = rule(rf"(?:in )?(?P<y>(?:{_REL}) jaar|{_YEAR}) (?:in )?(?P<m>{'|'.join(MONTHS)})(?! (?:19|20)\d\d)")
_TURN = rule(  # the turn of the year, by its feasts: its last quarter, and the first of the next year beside it
    rf"(?:(?:de|het) )?(?P<f>kerst(?:mis|dag|dagen|vakantie|reces)?|(?:eerste |tweede )kerstdag|jaarwisseling|jaarovergang|jaareinde|oud en nieuw|oudjaar|nieuwjaar)(?: (?:van |in )?(?P<y>{_YEAR}|(?:{_REL}) jaar))?"
)
_REST = rule(
    r"(?:(?:in|gedurende|voor) )?(?:de )?(?:rest|restant|resterende deel|overige deel|verdere loop) van (?:het )?(?P<u>«u\d+»)"
)
_SEVERAL_MONTHS = rule(
    rf"(?:de maanden )?(?P<l>(?:{'|'.join(MONTHS)})(?: (?:,|en|of|t/m|tot en met|tot|-|, en) (?:{'|'.join(MONTHS)}))+)(?: (?:van )?(?P<y>{_YEAR}|(?:{_REL}) jaar))?"
)
_PAST_SAID = re.compile(  # a month without a year is the one that was: "hadden in oktober klaar moeten zijn"
    r"(?<!\S)(?:had|hadden|moest|moesten|was|waren|liep|liepen|eindigde|eindigden|verliep|verliepen|afliep|afliepen|stopte|stopten|startte|startten|begon|begonnen|gestart|gestarte|begonnen)(?!\S)"
    r"|(?<!\S)(?:is|zijn)(?!\S).*(?<!\S)(?:afgelopen|geeindigd|verlopen|verstreken)(?!\S)(?! (?:maand|jaar|kwartaal|week|halfjaar|half|periode|tijd|[a-z]+ (?:maanden|jaar|weken|kwartalen)))"
)
_BARE_MONTH = rule(
    rf"(?:in |per |op |eind |begin |voor |na |vanaf |tot |t/m |uiterlijk |de maand )+(?P<m>{'|'.join(MONTHS)})"
)
_SEASON = rule(
    rf"(?:(?:de|het) )?(?P<s>voorjaar|lente|zomer|najaar|herfst|winter|zomervakantie|zomerreces)(?: (?:van )?(?P<y>{_YEAR}|(?:{_REL}) jaar))?"
)
_RELATIVE_UNIT = rule(
    rf"(?:(?:het|de) )?(?P<r>{_REL})(?: (?:en|of) (?P<r2>{_REL}))? (?P<u>jaar|kwartaal|maand|halfjaar|half jaar|week)"
)
_COMING = rule(
    rf"(?:de |het )?(?P<r>komende|komend|aankomende|eerstkomende|eerstvolgende|volgende|afgelopen|laatste|eerste) (?P<n>{_CNT}) (?P<u>maanden|maand|jaren|jaar|kwartalen|kwartaal|weken|dagen)"
    rf"|(?:binnen nu en|tussen nu en|binnen|over|in) (?P<n2>{_CNT})(?: (?P<h>half))? (?P<u2>maanden|maand|jaren|jaar|kwartalen|kwartaal|weken|dagen)(?P<back> geleden)?"
)
_MONTHS_OF = rule(
    rf"(?:de )?(?:(?P<o>eerste|laatste) (?:(?P<n>{_CNT}) (?P<u>maanden|kwartalen)|maand)|(?P<n2>{_CNT}) (?P<o2>eerste|laatste) (?P<u2>maanden|kwartalen)) (?:van |in )?(?:het (?:jaar )?)?(?P<y>{_YEAR}|(?:{_REL}) jaar)"
)
_NEW_YEAR = rule(r"(?:in )?het nieuwe jaar")
_MONTH_PART = rule(
    rf"(?:de |het )?(?:(?P<h>eerste|tweede|laatste) helft|(?P<w>eerste|tweede|derde|vierde|laatste) week) van (?:de maand )?(?P<m>{'|'.join(MONTHS)})(?: (?:van )?(?P<y>{_YEAR}|(?:{_REL}) jaar))?"
)
_SOON = rule(r"binnenkort|op korte termijn|spoedig|op de korte termijn|een dezer dagen")
_PAST_OR_COMING = rule(
    r"(?<!verst )(?<!verste )(?<!ver )(?:al |nog |reeds )?in (?P<w>het verleden|de toekomst)(?: lag| lagen| ligt| liggen)?"
)
_END_SAID = rule(r"einddatum|einddata|deadlines?|einde|termijn|termijnen|streefdatum|opleverdatum")
_TODAY = rule(
    r"(?:(?<=na )|(?<=vanaf ))(?:vandaag|heden|nu|de peildatum)(?= (?:en|maar|,) (?:wel )?(?:voor|tot|t/m|uiterlijk) )"
)
_RANGE = rule(rf"(?P<a>{_YEAR}) ?(?:-|/) ?(?P<b>{_YEAR})|(?P<c>{_YEAR})[-/](?P<e>{_YEAR}|\d\d)")
_YEARS = rule(rf"(?:het (?:kalender)?jaar |kalenderjaar |jaar )?(?P<y>{_YEAR})|'(?P<s>[12]\d)")


def find_times(line: Line, as_of: date) -> None:
    """Replace every expression of time on the line by a symbol «t» whose value is a `When`."""
    for pattern in _NOT_TIME:
        for match in reversed(list(pattern.finditer(line.text))):
            last = match.group().split()[-1]
            if re.search(r"\d", last):
                _protect(line, match)
    _units(line, as_of)
    read_relations(line)
    line.each(rule(r"«u\d+»"), "t", lambda m: line.value(m.group()))
    for n, symbol in enumerate(line.symbols):
        if symbol.text.startswith("¤"):
            line.symbols[n] = replace(symbol, text=symbol.text[1:])
    line.refresh()


def _protect(line: Line, match: re.Match[str]) -> None:
    """Keep the numbers of a name from being read as time."""
    first, last = line.span(match.start(), match.end())
    for n in range(first, last):
        if re.search(r"\d", line.symbols[n].text):
            line.symbols[n] = replace(line.symbols[n], text=f"¤{line.symbols[n].text}")
    line.refresh()


def _units(line: Line, as_of: date) -> None:
    past = _PAST_SAID.search(line.text) is not None

    def put(pattern: re.Pattern[str], make: object) -> None:
        line.each(pattern, "u", make)  # type: ignore[arg-type]

    put(_NUMERIC, lambda m: _day(int(m["y"] or m["y2"]), int(m["m"] or m["m2"]), int(m["d"] or m["d2"])))
    put(_DATE, lambda m: _date_said(m, as_of, past=past))
    put(_TODAY, lambda _: When(Period(as_of, as_of), relation="on"))
    put(_NEW_YEAR, lambda _: When(year(as_of.year + 1)))
    put(_MONTH_PART, lambda m: _month_part(m, as_of, past=past))
    put(_MONTHS_OF, lambda m: _months_of(m, as_of))
    if _END_SAID.search(line.text):
        line.each(_PAST_OR_COMING, "t", lambda m: _past_or_coming(m["w"], as_of))
    put(_SOON, lambda _: When(Period(as_of, _shift(as_of, SOON, "maanden")), relation="range", word="komende"))
    put(_COMING, lambda m: _coming(m, as_of))
    put(_TO_QUARTER, lambda m: _to_quarter(m, as_of))
    _two_quarters(line, as_of)
    put(_QUARTER, lambda m: _quarter_of(m, as_of, past=past))
    put(_HALF, lambda m: _half_of(m, as_of))
    put(_PART, lambda m: _part_of(m["p"], _year_of(m["y"], as_of), whole="het " in m.group()))
    _several_months(line, as_of, past=past)
    put(_MONTH_YEAR, lambda m: When(months(_year_of(m["y"], as_of), _MONTH_NUMBER[m["m"]], 1)))
    for match in reversed(list(_MONTH_BEFORE.finditer(line.text))):
        other = line.value(match["u"])
        if other.period.first:
            n = _MONTH_NUMBER[match["m"]]
            line.put(
                match.start("m"),
                match.end("m"),
                "u",
                When(months(other.period.first.year - (n > other.period.first.month), n, 1)),
            )
    put(_MONTH_AFTER, lambda m: When(months(_year_of(m["y"], as_of), _MONTH_NUMBER[m["m"]], 1)))
    put(_TURN, lambda m: When(quarter(_year_of(m["y"], as_of), 4), word="jaarwisseling"))
    put(_SEASON, lambda m: _season(m["s"], m["y"], as_of))
    put(_RELATIVE_UNIT, lambda m: _relative(m, as_of))
    put(_RANGE, _year_range)
    put(_YEARS, lambda m: When(year(int(m["y"] or f"20{m['s']}"))))
    put(_REST, lambda m: _rest_of(line.value(m["u"]), as_of))
    for match in reversed(list(_BARE_MONTH.finditer(line.text))):
        line.put(match.start("m"), match.end("m"), "u", _near_month(_MONTH_NUMBER[match["m"]], as_of, past=past))


def _year_of(text: str | None, as_of: date) -> int:
    if not text:
        return as_of.year
    if text.isdigit():
        return int(text) if len(text) == 4 else 2000 + int(text)
    return as_of.year + _RELATIVE.get(text.split()[0], 0)  # "van het jaar" is this one


def _year_of_date(match: re.Match[str], as_of: date) -> int:
    """The year of a date; one without a year takes it of the date that follows: "1 april en 1 oktober 2024"."""
    if match["y2"]:
        month = _FEAST[match["f"]][0] if match["f"] else _MONTH_NUMBER[match["m"]]
        return int(match["y2"]) - (month > _MONTH_NUMBER[match["m2"]])
    return _year_of(match["y"], as_of)


def _date_said(match: re.Match[str], as_of: date, *, past: bool) -> When | None:
    """A date in words; one without any year is the next one to come, as a bare month is; or the last that was."""
    month, day = _FEAST[match["f"]] if match["f"] else (_MONTH_NUMBER[match["m"]], int(match["d"]))
    if match["y"] or match["y2"]:
        return _day(_year_of_date(match, as_of), month, day)
    later, today = (month, day), (as_of.month, as_of.day)
    return _day(as_of.year - (later > today) if past else as_of.year + (later < today), month, day)


def _day(number: int, month: int, day: int) -> When | None:
    try:
        value = date(number, month, day)
    except ValueError:
        return None
    return When(Period(value, value), relation="on")


def _quarter_of(match: re.Match[str], as_of: date, *, past: bool) -> When | None:
    n = match["n"] or match["n2"] or match["n3"] or match["n4"] or match["o"]
    text = match["yq"] or match["yr"] or match["yq3"] or match["yq4"] or match["y"] or match["y2"]
    number = 4 if match["o"] == "laatste" else _ORDINAL.get(n, 0) or int(n)
    if text:
        return When(quarter(_year_of(text, as_of), number))
    now = (as_of.month + 2) // 3  # without a year: the next one to come, or the last that was
    return When(quarter(as_of.year - (number > now) if past else as_of.year + (number < now), number))


def _two_quarters(line: Line, as_of: date) -> None:
    """Put both quarters of "het eerste en het laatste kwartaal van 2024", which share their noun and their year."""
    for match in reversed(list(_TWO_QUARTERS.finditer(line.text))):
        if "kwartaal" not in match.group() or not (match["k"] or match["y"]):
            continue
        number = _year_of(match["y"], as_of)
        for side in ("b", "a"):
            line.put(*match.span(side), "u", When(quarter(number, _ORDINAL[match[f"o{side}"]])))


def _to_quarter(match: re.Match[str], as_of: date) -> When | None:
    first, second = (_ORDINAL[match[g]] for g in "ab")
    number = _year_of(match["y"], as_of)
    return When(months(number, 3 * first - 2, 3 * (second - first + 1)), relation="range") if first < second else None


def _half_of(match: re.Match[str], as_of: date) -> When:
    first = match["o"] in ("eerste", "1e") or match["n"] == "1"
    text = match["y"] or match["yh"]
    number = _year_of(text, as_of)
    if not text and first and as_of.month > 6:
        number += 1
    return When(months(number, 1 if first else 7, 6))


def _part_of(part: str, number: int, *, whole: bool) -> When:
    if part in ("begin", "start"):
        return When(quarter(number, 1), word="begin")
    if part in ("medio", "midden", "halverwege", "half"):
        return When(quarter(number, 2), months(number, 4, 6))
    return When(
        quarter(number, 4), word="het eind" if whole else "eind"
    )  # "voor het eind van het jaar" is before it is over


def _season(season: str, text: str | None, as_of: date) -> When:
    """Voorjaar and lente: Q2 with Q1 defensible; zomer: Q3 with June; najaar: Q4 with September; winter: December on."""
    number = _year_of(text, as_of)
    if season in ("voorjaar", "lente"):
        number += not text and as_of.month > 6
        return When(months(number, 3, 4), months(number, 1, 6), word=season)
    if season.startswith("zomer"):
        number += not text and as_of.month > 9
        return When(quarter(number, 3), months(number, 6, 4), word="zomer")
    if season in ("najaar", "herfst"):
        return When(months(number, 9, 4), months(number, 7, 6), word=season)
    return When(months(number, 12, 3), months(number, 10, 6), word=season)


def _relative(match: re.Match[str], as_of: date) -> When:
    def shifted(step: int) -> Period:
        unit = match["u"]
        if unit == "jaar":
            return year(as_of.year + step)
        if unit == "kwartaal":
            return months(as_of.year, (as_of.month - 1) // 3 * 3 + 1 + 3 * step, 3)
        if unit == "maand":
            return months(as_of.year, as_of.month + step, 1)
        if unit == "week":
            monday = as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=step)
            return Period(monday, monday + timedelta(days=6))
        return months(as_of.year, (as_of.month - 1) // 6 * 6 + 1 + 6 * step, 6)

    period = shifted(_RELATIVE[match["r"]])
    if not match["r2"]:
        return When(period)
    other = shifted(_RELATIVE[match["r2"]])
    return When(hull(period, other))


def _shift(day: date, count: int, unit: str) -> date:
    if unit.startswith(("dag", "wek", "week")):
        return day + timedelta(days=count * (1 if unit.startswith("dag") else 7))
    step = count * {"m": 1, "k": 3, "j": 12}[unit[0]]
    index = day.year * 12 + day.month - 1 + step
    last = months(index // 12, index % 12 + 1, 1).last
    assert last is not None
    return date(index // 12, index % 12 + 1, min(day.day, last.day))


def shifted(day: date, count: int) -> date:
    """The day that many months later."""
    return _shift(day, count, "maanden")


def _coming(match: re.Match[str], as_of: date) -> When | None:
    """A stretch of months or years from the reference date, forwards or backwards."""
    words, unit = match["n"] or match["n2"], match["u"] or match["u2"]
    count = int(words) if words.isdigit() else _COUNT[words]
    if words in ("half", "anderhalf") or match["h"]:
        count, unit = (6 if match["h"] or words == "half" else 18), "maanden"
    if count == 0 or count > 40:
        return None
    if match["back"] or match["r"] in ("afgelopen", "laatste"):
        return When(Period(_shift(as_of, -count, unit), as_of), relation="range")
    if match["r"] == "eerste":
        return None
    if match.group().startswith("over "):
        day = _shift(as_of, count, unit)
        return When(_unit_around(day), relation="in", word="over")
    if unit.startswith("kwarta") and match["r"] and count > 1:  # whole quarters, from the next one on
        return When(months(as_of.year, (as_of.month - 1) // 3 * 3 + 4, 3 * count), relation="range")
    end = _shift(as_of, count, unit)
    first = date(as_of.year, (as_of.month - 1) // 3 * 3 + 1, 1)
    # a unit that holds the reference date still has to end: "Q4 2023" on 30 November
    return When(Period(first, end), Period(first, end), relation="range", word="komende")


def _past_or_coming(word: str, as_of: date) -> When:
    """An end "in het verleden" is before the reference date, one "in de toekomst" is not."""
    if word == "het verleden":
        return When(Period(None, as_of - timedelta(days=1)), relation="until", word="voor")
    return When(Period(as_of, None), relation="from", word="vanaf")


def _rest_of(when: When, as_of: date) -> When | None:
    """What is left of a period on the reference date; of one that has yet to begin, the whole."""
    first, last = when.period.first, when.period.last
    if first is None or last is None or last < as_of:
        return None
    if first > as_of:
        return when
    return When(Period(first, last), relation="range", word="komende")


def _months_of(match: re.Match[str], as_of: date) -> When | None:
    words = match["n"] or match["n2"] or "een"
    count = int(words) if words.isdigit() else _COUNT[words]
    if "kwartalen" in (match["u"], match["u2"]):
        count *= 3
    if not 1 <= count <= 12:
        return None
    number = _year_of(match["y"], as_of)
    first = 1 if "eerste" in (match["o"], match["o2"]) else 13 - count
    return When(months(number, first, count), relation="range")


def _unit_around(day: date) -> Period:
    return quarter(day.year, (day.month + 2) // 3)


def _near_month(number: int, as_of: date, *, past: bool) -> When:
    """A month without a year: the next one to come, or the last that was."""
    return When(months(as_of.year - (number > as_of.month) if past else as_of.year + (number < as_of.month), number, 1))


def _month_part(match: re.Match[str], as_of: date, *, past: bool) -> When:
    """A half or a week of a month: "de tweede helft van maart", "de eerste week van januari 2024"."""
    number = _MONTH_NUMBER[match["m"]]
    whole = (
        When(months(_year_of(match["y"], as_of), number, 1)) if match["y"] else _near_month(number, as_of, past=past)
    )
    first, last = whole.period.first, whole.period.last
    assert first is not None and last is not None
    if match["h"]:
        middle = first.replace(day=15)
        part = Period(first, middle) if match["h"] == "eerste" else Period(middle + timedelta(days=1), last)
    elif match["w"] == "laatste":
        part = Period(last - timedelta(days=6), last)
    else:
        start = first + timedelta(weeks=_ORDINAL[match["w"]] - 1)
        part = Period(start, start + timedelta(days=6))
    return When(part)


def _several_months(line: Line, as_of: date, *, past: bool) -> None:
    """Put each of "maart, april en mei 2024", "tussen maart en juni": the year is that of the last."""
    for match in reversed(list(_SEVERAL_MONTHS.finditer(line.text))):
        words = list(re.finditer("|".join(MONTHS), match["l"]))
        numbers = [_MONTH_NUMBER[word.group()] for word in words]
        near = _near_month(numbers[-1], as_of, past=past).period.first
        year_ = _year_of(match["y"], as_of) if match["y"] else near.year if near else as_of.year
        end = match.end()
        for n in range(len(words) - 1, -1, -1):
            if n < len(words) - 1:
                year_ -= numbers[n] > numbers[n + 1]
            start = match.start("l") + words[n].start()
            line.put(
                start,
                end if n == len(words) - 1 else match.start("l") + words[n].end(),
                "u",
                When(months(year_, numbers[n], 1)),
            )
        if match["l"] != match.group() and match.group().startswith("de maanden"):
            line.drop(match.start(), match.start() + len("de maanden"))


def _year_range(match: re.Match[str]) -> When | None:
    first, last = match["a"] or match["c"], match["b"] or match["e"]
    last = last if len(last) == 4 else first[:2] + last
    if int(last) < int(first):
        return None
    return When(Period(date(int(first), 1, 1), date(int(last), 12, 31)), relation="range")
