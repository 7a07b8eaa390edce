"""Rules that count, show, order, group or rank the list that was shown."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.lists import refining
from app.dialogue.measures import pointing
from app.dialogue.moment import FEW_WORDS, Moment, Problem, Step
from app.filters import Ids, Not, Overdue, Owners
from app.query import Extreme, Order, Query

_ENDS: tuple[tuple[Extreme, str], ...] = (
    ("least", r"\b(?:minste|minst|kleinste|laagste)\b"),
    ("most", r"\b(?:meeste|meest|grootste|hoogste)\b"),
    ("last", r"\b(?:laatste?|verste?|langste?|uiterste|als laatste)\b"),
    ("first", r"\b(?:eerste?|vroegste?|snelste?|kortste?|als eerste|eerstvolgende)\b"),
)
_TURNED: dict[Extreme, Extreme] = {"first": "last", "last": "first"}
_DEADLINE_ONLY = re.compile(
    r"^(?:(?:en|maar|nu|dan|juist|toch|die|met|de|het|welke|heeft) )*(?:laatste|verste|uiterste|vroegste|eerste|eerstvolgende)"
    r" (?:deadline|einddatum|termijn|datum)$"
)
_PAIR = 2
_COMPARED = re.compile(
    r"^(?:en |maar |dus )*(?:welke?|wat|wie)(?: (?:van|daarvan)(?: (?:de|die|deze|beide|beiden))?(?: twee)?)? (?:is|zijn|was|komt|moet|loopt|eindigt|duurt|wordt)(?: er)? (?:dan )?(?:het )?(?P<x>eerder|eerst|als eerste|sneller|korter|later|laatst|als laatste|langer|langst)(?: (?!over|te)\w+){0,3}$"
)
_BOTH = re.compile(r"\b(?:twee|beiden?)\b")
_SHARE_OF_ALL = re.compile(
    r"^(?:en |dus |maar )*(?:(?:welk|hoeveel|wat voor|wat is dat in een) )?(?:percentage|procent|deel|aandeel)(?: (?:is|zijn|maakt|vormt) (?:dat|die|dit|het|ze))?(?: (?:van|op|uit) (?:het (?:totaal|geheel)|alle(?: 149)?(?: maatregelen)?|alles|de 149|alle maatregelen))?(?: (?:is|zijn) (?:dat|die|dit|het|ze))?(?: dan| uit)?$"
)
_SAME_SHARE = re.compile(
    r"^(?:(?:en|maar|hoe|zit|is|ligt|staat|dat|het|dan|wat|hoeveel|welk|procent|percentage|zijn|was|deel|aandeel|hetzelfde|zelfde|idem) )*(?=(?:bij|voor|van|in|met) )| (?:dan|ook|eigenlijk|precies)$"
)
_NEXT_IN_RANK = re.compile(
    r"^(?:en |wie |welke? |wat )*(?:(?:komt |komen |volgt |volgen |is |zijn )?(?:er )?(?:daarna|dan|vervolgens)|(?:(?:staat|is|komt) )?(?:er )?(?:op )?(?:de |het )?(?:tweede|twee|derde|nummer twee|nummer 2|nr 2|2e|runner-?up)(?: plaats)?(?: is)?|de rest|de anderen|de andere(?: ministeries| thema's)?)$"
)
_TAKE_TOGETHER = re.compile(
    r"^(?:en |nu |dan |graag |maar )*(?:neem|tel|voeg|zet|pak|toon|geef|gooi|combineer|leg)(?: me)? (?:ze|die|deze|beide|allebei|alles|de lijsten|die lijsten|de twee|die twee|de drie|die drie)(?: lijsten| lijstjes)?(?: alle ?(?:twee|drie)| allemaal| allebei| nu| maar| eens| even| dan)*(?: (?:samen|bij elkaar|op|bijeen|in een lijst|naast elkaar|onder elkaar))+$"
)
_NEXT_FEW = re.compile(
    r"^(?:en |nu |dan |toon |geef |graag )*(?:de |nog )?(?:volgende )?(?P<n>\w+)(?: maatregelen| erna| daarna| meer| graag| aub| svp| dan| zien)*$"
)
_FURTHER = re.compile(r"\b(?:volgende|nog|erna|daarna|meer)\b")
_SOME = re.compile(
    r"^(?:en |nu |dan |graag |maar |kun je |kunt u |wil je )*(?:toon|geef|noem|laat|doe|pak|som)(?: me| mij)? er(?: (?:maar|eens|even|dan|nu|alvast|slechts|alleen|enkel|graag))* (?P<n>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})(?: (?:zien|op|maar|graag|noemen|tonen|geven|van|daarvan|maatregelen))*$"
    r"|^(?:en |nu |dan |maar )*(?P<n2>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2}) (?:is|zijn) (?:genoeg|voldoende)$"
)
_IN_ORDER_OF = re.compile(
    r"^(?:en |graag |nu |maar |dan |zet ze |zet die |toon ze |toon |in |op |de )*volgorde(?: van| op| naar)? (?P<x>.{3,40})$"
)
_SORTS = re.compile(
    r"^(?:en |graag |nu |maar |dan |wil je |kun je |kunt u |ze |die )*(?:sorteer|sorteren|gesorteerd|orden|ordenen|rangschik|rangschikken|(?:zet|leg|toon|geef|noem|som|maak)(?: me)? (?:ze|die|deze|dit|dat|hem|het|alles|de lijst|die lijst|het lijstje|dat lijstje|dat rijtje)(?: (?:eens|even|graag|nu|dan|maar|allemaal|op))* (?:op|in) (?:de )?(?:juiste )?volgorde|op volgorde zetten|op volgorde|(?:draai|keer|gooi|zet) (?:de|die|deze|dat|het|ze|hem)(?: \w+)?(?: (?:eens|even|nu|dan|graag|maar))* om|andersom sorteren)\b"
)
_AS_PRINTED = re.compile(
    r"^(?:en |graag |nu |maar |dan |weer |toch )*(?:(?:sorteer|sorteren|gesorteerd|orden|ordenen|rangschik|zet|op volgorde)(?: ze| die| dit| deze| de lijst)? ?(?:op|van|naar|in|per)? ?(?:volgorde van )?)?(?:het |de )?(?:thema'?s?|nummer|volgorde van (?:het |de )?(?:rapport|rapportage|document|bijlage)|oorspronkelijke volgorde|oude volgorde|normale volgorde|gewone volgorde|nummering|maatregelnummer|id)(?: graag| gesorteerd| sorteren| zetten| aub)*$"
)


def counted(m: Moment) -> Step | Problem | None:
    """The message "hoeveel zijn dat er?"."""
    if cues.cue("how_many", m.message) is None:
        return None
    if m.base.query is not None and m.base.query.ask == "list" and not m.base.query.limit:
        return Step(replace(m.base.query, ask="count"), m.base)
    shown = m.base.shown or m.last.shown
    return Step(replace(m.base_query, ask="count") if not shown else Query(ask="count", filters=(Ids(shown),)), m.base)


def numbered(m: Moment) -> Step | Problem | None:
    """The number of those on the table, in words of which each stands in a set: "hoe groot is dat lijstje?"."""
    query = m.base.query
    if query is None or query.ask != "list" or query.limit or m.last.pointed or len(m.base.shown) <= 1:
        return None
    said = bag(m.plain, "number")
    if not said.only() or not (said.says("asks") or (said.says("list") and said.says("measure"))):
        return None
    return Step(replace(query, ask="count"), m.base)


def shown_again(m: Moment) -> Step | Problem | None:
    """The message "Welke zijn dat?", "toon ze": the list behind a number."""
    if cues.cue("show", m.message) is None:
        return None
    query = m.base_query
    filters = refining.narrowed(query.filters, query.share)  # behind "16% is afgerond" are those that are
    return Step(replace(query, ask="list", filters=filters, group_by=(), extreme=None, share=(), field=None), m.base)


def called(m: Moment) -> Step | Problem | None:
    """The messages "geef de namen", "hoe heten ze?": the list, which shows the titles."""
    if cues.cue("names", m.message) is None or len(m.base.shown) <= 1 or m.last.pointed:
        return None
    query = replace(m.base_query, ask="list", group_by=(), extreme=None, share=(), field=None)
    return Step(query, m.base)


def share_of_all(m: Moment) -> Step | Problem | None:
    """The message "welk percentage is dat?": the list that was shown, of all measures."""
    if not _SHARE_OF_ALL.match(m.plain) or not m.base_query.filters:
        return None
    query = m.base_query
    share = refining.narrowed(query.filters, query.share)
    return Step(
        replace(query, ask="percentage", filters=(), share=share, group_by=(), extreme=None, field=None), m.base
    )


def share_of_another(m: Moment) -> Step | Problem | None:
    """The message "en bij SZW?" after "welk percentage is van OCW alleen?": the same share, of another."""
    query = m.last.query
    if query is None or query.ask != "percentage" or not query.share or cues.POINTING.search(m.plain):
        return None
    words = _SAME_SHARE.sub("", m.plain)
    other = m.read(f"maatregelen {cues.typed(m.message, m.plain, words)}").query
    about = refining.dimensions(other.filters)
    held = refining.dimensions(query.share)
    if (
        other.topic is not None
        or other.target
        or len(about) != 1
        or not about <= held
        or about & refining.dimensions(query.filters)
    ):
        return None
    share = refining.replaced(query.share, _in_the_manner(other.filters, query.share))
    return Step(replace(query, share=share))


def _in_the_manner(new: refining.Filters, old: refining.Filters) -> refining.Filters:
    """A ministry that is named bare, taken alone where the one before was."""
    modes = [c.mode for c in old if isinstance(c, Owners)]
    return tuple(Owners(c.codes, modes[0]) if modes and isinstance(c, Owners) and c.mode == "any" else c for c in new)


def whole_ranking(m: Moment) -> Step | Problem | None:
    """The message "en daarna?" after "welk ministerie heeft de meeste": the numbers of all."""
    query = m.last.query
    if query is None or query.ask != "rank" or not query.group_by or not _NEXT_IN_RANK.match(m.plain):
        return None
    return Step(replace(query, ask="groups", extreme=None, limit=None))


def taken_together(m: Moment) -> Step | Problem | None:
    """The messages "neem ze samen", "zet ze alle drie bij elkaar": what the last two or three lists showed."""
    if not _TAKE_TOGETHER.match(m.plain):
        return None
    most = 3 if re.search(r"\b(?:drie|3)\b", m.plain) else 2
    lists = [turn for turn in m.conversation.turns if turn.shown and not turn.pointed][-most:]
    ids = tuple(dict.fromkeys(i for turn in lists for i in turn.shown))
    return (
        Step(Query(ask=m.base_query.ask if m.base_query.ask == "count" else "list", filters=(Ids(ids),)))
        if len(lists) > 1
        else None
    )


def next_few(m: Moment) -> Step | Problem | None:
    """The message "en de volgende vijf" after the first five of a list."""
    match = _NEXT_FEW.match(m.plain)
    query = m.last.query
    further = match is not None and _FURTHER.search(m.plain) is not None
    if match is not None and further and m.last.pointed and len(m.last.focus) > 1 and cues.number(match["n"]):
        whole = pointing.last_list(m.conversation)
        shown = whole.shown if whole is not None else ()
        place = shown.index(m.last.focus[-1]) + 1 if m.last.focus[-1] in shown else len(shown)
        ids = shown[place : place + cues.number(match["n"])]
        return m.about(ids, m.last.field or "all") if ids else None
    if match is None or query is None or query.limit is None or not cues.number(match["n"]):
        return None
    rest = refining.narrowed(query.filters, (Not(Ids(m.last.shown)),))
    return Step(replace(query, filters=rest, limit=cues.number(match["n"])))


def some_of_them(m: Moment) -> Step | Problem | None:
    """The messages "toon er drie", "geef er maar vijf": so many of the list, in its order."""
    match = _SOME.match(m.plain)
    amount = cues.number(match["n"] or match["n2"]) if match else 0
    if not 1 < amount < len(m.base.shown) or m.last is not m.base or not m.base.is_list:
        return None
    return Step(replace(m.base_query, ask="list", limit=amount, group_by=(), extreme=None, field=None), m.base)


def ordered(m: Moment) -> Step | Problem | None:
    """The message "op volgorde van einddatum": an order for the list that was shown, and no field of it."""
    match = _IN_ORDER_OF.match(m.plain)
    order = m.read(f"sorteer op {match['x']}").query.order if match else Order()
    if match is None or order == Order() or not m.base.shown:
        return None
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, order=order), m.base)


def sorted_anew(m: Moment) -> Step | Problem | None:
    """The message "sorteer aflopend: verste einddatum bovenaan": an order for the list, whatever else it says."""
    head = _SORTS.match(m.plain)
    order = m.read(m.message).query.order if head else Order()
    if head and order == Order():
        order = m.read(f"sorteer{m.plain[head.end() :]}").query.order  # "zet die op volgorde, vroegste deadline voorop"
    if order == Order() or not m.base.shown:
        return None
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, order=order), m.base)


def as_printed(m: Moment) -> Step | Problem | None:
    """The message "sorteer op thema": the order of the report itself, which runs by theme."""
    if not _AS_PRINTED.match(m.plain) or not m.base.shown:
        return None
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, order=Order()), m.base)


def other_end(m: Moment) -> Step | Problem | None:
    """The message "En de minste?", "en het laatst?": the other end of a ranking."""
    query = m.last.query
    if query is None or query.ask != "rank" or len(m.plain.split()) > FEW_WORDS:
        return None
    ends = _ENDS[:2] if query.extreme in ("most", "least") else _ENDS[2:]
    extreme: Extreme | None = next((name for name, words in ends if re.search(words, m.plain)), None)
    if extreme is None or m.read(m.message).query.filters:
        return None
    if any(isinstance(c, Overdue) for c in query.filters) and extreme in _TURNED:
        extreme = _TURNED[extreme]  # the longest overdue has the first end
    return Step(replace(query, extreme=extreme))


def other_deadline(m: Moment) -> Step | Problem | None:
    """The message "en de laatste deadline?" after the first was told: the other end of that ranking."""
    return other_end(m) if _DEADLINE_ONLY.match(m.plain) else None


def next_one(m: Moment) -> Step | Problem | None:
    """The message "en daarna?" after "welke is het eerst klaar?": the first of the others."""
    query = m.last.query
    if query is None or query.ask != "rank" or query.group_by or not _NEXT_IN_RANK.match(m.plain):
        return None
    return Step(replace(query, filters=refining.narrowed(query.filters, (Not(Ids(m.last.shown)),))))


def compared(m: Moment) -> Step | Problem | None:
    """The message "welke van de twee is eerder klaar?": of the two that were shown, or the last two told."""
    match = _COMPARED.match(m.plain)
    if match is None:
        return None
    two = m.base.shown if len(m.base.shown) == _PAIR and m.base is m.last else ()
    two = two or (m.base.shown if len(m.base.shown) == _PAIR and _BOTH.search(m.plain) else ())
    for turn in reversed(m.conversation.turns):
        if len(two) >= _PAIR or not turn.pointed:
            break
        two = tuple(dict.fromkeys((*two, *turn.focus)))
    if len(two) < _PAIR and _BOTH.search(m.plain):  # of a longer list only those with an end can be compared
        two = tuple(i for i in m.base.shown if i in m.measures and m.measures[i].deadline.end is not None)
        if len(two) != _PAIR and len(m.base.shown) > _PAIR:
            return Problem(f"De lijst telt {len(m.base.shown)} maatregelen. Welke twee bedoelt u? Noem de nummers.")
    if len(two) < _PAIR or (len(two) > _PAIR and _BOTH.search(m.plain)):
        return None
    extreme: Extreme = (
        "first" if match["x"] in ("eerder", "eerst", "het eerst", "als eerste", "sneller", "korter") else "last"
    )
    return Step(Query(ask="rank", extreme=extreme, filters=(Ids(two),)))
