# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""The nearest, the oldest or the farthest deadline."""

import re

from app.filters import Overdue, StatusIn, Upcoming
from app.query import Order
from app.reading.draft import Draft
from app.reading.line import rule

_RANK = {
    "next": rule(
        r"(?:(?:het )?eerste(?= (?:wat|dat) )|(?:de |het )?(?:vroegste|eerste|oudste) (?:deadline|einddatum|termijn)(?= (?:die|dat) (?:er )?nog (?:moet komen|komt|komen moet|te komen|loopt|niet))|(?:de |het )?(?:eerst ?volgende|eerstkomende|dichtstbijzijnde|dichtst ?bijzijnde|volgende|eerst aankomende|eerste|aankomende|komende|naderende)(?: (?:echte|harde|nieuwe|geplande|formele|openstaande|concrete|officiele))? (?P<w>deadline|einddatum|termijn|einde|oplevering|mijlpaal|maatregel(?= (?:die )?(?:klaar|af|afloopt)))|als eerst(?:e|volgende)?|als volgende|(?:het )?eerst(?:volgende)?(?= (?:klaar|af|aan|afgerond|gereed|op|een deadline|de deadline))|het eerst|het vroegst|(?:het )?vroegst(?= (?:klaar|af|aan|afgerond|gereed|op))|het snelst|als eerstvolgende|(?:het )?(?:dichtst ?bij|meest nabij|kortst bij)(?=(?: \S+){0,3} (?:deadline|einddatum|termijn|einde|afronding|oplevering|afloop|nu|vandaag|peildatum)|[ ?.!]*$))"
    ),
    "past": rule(
        r"(?:de |het )?(?:oudste|vroegste|langst verstreken|eerste verstreken|langst|meest|ergst|grootste achterstand|grootste vertraging)(?: verstreken| verlopen)? ?(?:deadline|einddatum|termijn|over tijd|te laat|einde)?"
    ),
    "last": rule(
        r"(?:de |het )?(?:verste|laatste|uiterste|verst|meest verre|verst weg liggende|verst in de toekomst|verst verwijderde)(?: deadline| einddatum| termijn| einde)|(?:de |het )?(?:verste|verst)(?: weg| in de toekomst)?|(?:het )?langst(?: door)?|als laatste|het laatst|(?:het |de )?laatste(?= (?:wat|dat|die) )|langste looptijd|(?:de )?langst ?lopende"
    ),
    "first_end": rule(r"(?:de |het )?vroegste(?: deadline| einddatum| einde)?"),
}


_TO_COME = re.compile(r"(?<!\S)die (?:er )?nog (?:moet komen|komt|komen moet|te komen)(?!\S)")
_DONE_RANK = rule(
    r"(?:het )?(?:(?P<f>langst geleden|als eerste|eerst)|laatst|als laatste|recentst|meest recent|kort geleden|onlangs)"
    r" (?:zijn |is |was |werd |werden )?(?:afgerond|afgeronde|voltooid|voltooide|klaar gekomen)(?! (?:moet|wordt|worden|zijn moet))"
)
_LONG_AGO = rule(
    r"(?:het )?langst geleden(?: (?:gepland|voorzien|ingepland|beoogd|(?P<late>verlopen|verstreken|(?:klaar|af|afgerond|gereed) moeten zijn)))?(?! (?:gestart|begonnen|ingegaan))"
)
_LONG_OPEN = rule(r"(?:het )?langst(?: al| nog)? open")
_STAYS = re.compile(r"(?<!\S)(?:blijft|blijven|houdt|houden)(?!\S)")
_OPEN_VERB = re.compile(r"(?<!\S)(?:staat|staan|openstaat|openstaan)(?!\S)")
_PAST_WORD = re.compile(r"(?:de |het )?(?:oudste|vroegste|langst|meest|ergst|eerste)")
_LEFT_TO_OVERDUE = re.compile(r"(?<!\S)(?:verstreken|over tijd|te laat|overtijd)(?!\S)")
_DUTY = re.compile(r"(?<!\S)(?:had|hadden)(?!\S).*(?<!\S)moeten zijn(?!\S)")
_DUTY_WORDS = re.compile(r"(?<!\S)(?:had|hadden|(?:al )?(?:klaar|af|afgerond|gereed) moeten zijn)(?!\S)")
_STARTED = re.compile(r"(?: (?:is|zijn|was|werd))? (?:gestart|begonnen|van start|ingegaan|opgestart|gelanceerd)")
_OVER = re.compile(r" (?:(?:is|was|waren|zijn) )?(?:afgelopen|geeindigd)(?!\S)")
_RANKED = re.compile(r"(?<!\S)(?:deadline|deadlines|einddatum|maatregel|maatregelen)(?!\S)")
_RANKED_VERB = re.compile(
    r"(?<!\S)(?<!niet )(?:klaar|af|gereed|afgerond|afloopt|aflopen|loopt|lopen|eindigt|eindigen|door|doorloopt|doorlopen|doorgaat|doorgaan|duurt|duren|voortduurt|doordraait|reikt|strekt|ligt|liggen)(?: (?:zijn|is|worden|af|door))?(?!\S)"
)


_OF_A_DETAIL = re.compile(  # what is told of one thing in a text: "het bedrag dat Curaçao als eerste kreeg"
    r"^(?:en )?(?:hoe (?:groot|hoog|lang|vaak|oud|duur|ver)|hoeveel (?!maatregel|actie|deadline|van|er)[a-z]+|welk(?:e)? (?:bedrag|percentage|datum|prijs|aantal)|wat (?:is|was|kost\w*) (?:het |de )?(?:bedrag|percentage|prijs|premie|budget)|wie (?:kreeg|kregen|krijgt|krijgen|ontving|ontvangt))(?!\S)"
)


def read_rank(draft: Draft) -> None:
    """The nearest, oldest or farthest deadline."""
    line = draft.line
    if draft.ask in ("groups", "rank", "field") or re.search(
        r"(?<!\S)(?:sorteer|gesorteerd|volgorde|gerangschikt|oplopend) |eerst (?:en|dan)|(?:vroegste|laatste|oudste|nieuwste) eerst",
        line.text,
    ):
        return
    if _OF_A_DETAIL.match(line.text) and not re.search(
        r"(?<!\S)(?:deadline|einddatum|termijn|maatregel|maatregelen)(?!\S)", line.text
    ):
        return
    match = _DONE_RANK.search(line.text)
    if match:
        draft.ask, draft.extreme = "rank", ("first" if match["f"] else "last")
        draft.add(StatusIn((4,)), line.use(match.span()))
        draft.measures_named = True
        return
    match = _LONG_AGO.search(line.text)
    if match:  # "welke stond het langst geleden gepland?"
        draft.ask, draft.extreme, draft.measures_named = "rank", "first", True
        tokens = line.use(match.span(), *[m.span() for m in _RANKED.finditer(line.text)])
        if match["late"]:
            draft.add(Overdue(), tokens)
        return
    match = _LONG_OPEN.search(line.text)
    if match and not _STAYS.search(line.text):  # what has been open the longest should have ended first
        draft.ask, draft.extreme, draft.measures_named = "rank", "first", True
        draft.pending_open = True
        line.use(match.span(), *[m.span() for p in (_RANKED, _OPEN_VERB) for m in p.finditer(line.text)])
        return
    for name in ("past", "last", "next"):
        match = _RANK[name].search(line.text)
        if not match or (name == "past" and _TO_COME.search(line.text)):
            continue
        if _STARTED.match(line.text, match.end()):
            continue  # the first to begin is no deadline
        words = match.group()
        late = re.search(
            r"verstreken|verlopen|over tijd|te laat|overtijd|«", line.text[match.start() : match.end() + 30]
        )
        if name == "past" and re.search("langst|meest|ergst", words) and not late:
            continue
        if (
            name == "last"
            and words.strip() in ("de laatste", "laatste")
            and not re.match(r" (?:die|dat|wat) ", line.text[match.end() :])
        ):
            continue
        if draft.limit is not None:  # "top 5 verste deadlines" is a list
            draft.order = Order("end", descending=name == "last")
            tokens = line.use(match.span(), *[m.span() for m in _RANKED.finditer(line.text)])
            if name == "next":
                draft.add(Upcoming(), tokens)
                draft.pending_open = True
            return
        draft.ask = "rank"
        draft.extreme = "last" if name == "last" else "first"
        overdue = re.search(r"verstreken|verlopen|over tijd|te laat|verstreken", line.text)
        span = match.span()
        if name == "past" and overdue and _LEFT_TO_OVERDUE.search(line.text):
            adjective = _PAST_WORD.match(line.text, span[0])
            line.use(adjective.span() if adjective else span)  # the rest tells that it is late, and on which day
        elif name == "past" and overdue:
            draft.add(Overdue(), line.use(span))
        elif name == "next" and _DUTY.search(line.text):
            draft.add(Overdue(), line.use(span, *[m.span() for m in _DUTY_WORDS.finditer(line.text)]))
        elif name == "next" and (over := _OVER.match(line.text, match.end())):
            line.use(span, over.span())  # what ended first did so already
        elif name == "next" and not re.search(r"«t\d+»", line.text):
            tokens = line.use(span)
            draft.add(Upcoming(), tokens)
            draft.pending_open = True
        else:
            line.use(span)
        used = [m.span() for m in _RANKED.finditer(line.text)]
        if name == "last" or (name == "next" and not match["w"]):
            used += [m.span() for m in _RANKED_VERB.finditer(line.text)]
        line.use(*used)
        draft.measures_named = True
        return


def settle_open(draft: Draft) -> None:
    """The next deadline is one of a measure that is not done."""
    if draft.pending_open and not draft.has(StatusIn):
        draft.add(StatusIn((3,), (1,)), (0, 0))
