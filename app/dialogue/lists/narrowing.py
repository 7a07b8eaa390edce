"""The rule by which filters, order, ranking and counts without a topic of their own change the list that was shown."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.conversation import Turn
from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.forms import LONGEST, said
from app.dialogue.lists import refining
from app.dialogue.lists.change import change, leaves_out
from app.dialogue.lists.going_about import AMONG, gone_about
from app.dialogue.measures import pointing
from app.dialogue.moment import FEW_WORDS, NOUN, WHICH, Moment, Problem, Step
from app.dialogue.unused import naming_unused
from app.filters import EndIn, Ids, Not, Owners, PersonIs, StatusIn
from app.query import Ask, Order, Query

_THOSE = re.compile(
    r"^(?:(?:alle|alles|degenen?|diegenen?|de maatregelen|maatregelen|de gene)(?: van die)? (?:die|wat|welke) )",
    re.IGNORECASE,
)
EVERYTHING_OF = re.compile(
    r"^(?:en |maar |nu |toch |toon |geef |laat |me |weer |graag |dan |van |over |uit )*(?:alles|alle maatregelen) (?:van|in|over|binnen)\b"
)
_IN_FULL = re.compile(
    r"^(?:en |maar |nu |dan )*(?:welke|hoeveel) (?:maatregelen|acties) (?!(?:gaan|gaat)\b)(?!.*\b(?:ook|dan|daar|er|dat|die)\b)"
)
_ALSO = re.compile(r"\book\b")
_POINTING_FIRST = re.compile(
    r"^(?:en )?(?:daarvan|hiervan|van (?:die|deze))[,:]? (?=alleen|enkel|uitsluitend|slechts)", re.IGNORECASE
)
_STILL_TO_DO = re.compile(
    r"^(?:en |maar |dus )*(?:wat|welke)(?: (?:er|daarvan|hiervan|ervan|van (?:die|deze|ze)))* (?:moet|moeten)(?: (?:er|daarvan|hiervan|ervan|van die|dan|dus))* nog(?: (?:gebeuren|gedaan worden|af|komen|klaar|klaar komen|worden gedaan|worden afgerond|afgerond worden|afgemaakt worden|worden afgemaakt|opgepakt worden))?(?: daarvan| hiervan)?$"
)
_IN_WHICH = re.compile(
    r"^(?:en |maar |of |dan )*(?:in|bij|onder|op|uit|aan) welke (?:staan|staat|wordt|worden|komt|komen|zit|zitten|valt|vallen|is|zijn) "
)  # "welke" alone is of the list: "in welke staan de moties genoemd?"
_WHAT_IS = re.compile(r"^(?:(?:en|maar|of|dan|nu) )+wat (?:is|zijn|was|waren) |^wat (?:is|zijn) (?:dan|er|nu|nou) ")
_OF_THOSE = re.compile(
    r" (?:daarvan|hiervan|ervan|van (?:al )?(?:die|deze)(?: (?:maatregelen|acties|\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien))?"
    r"|van (?:de|alle) (?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien))$"
)  # behind a question, it is no part of its subject: "welke is over tijd van die drie?"
_MANY = 2  # so many kinds of filter in one message leave nothing to take from the list before


def refined(m: Moment) -> Step | Problem | None:
    """Filters, order, ranking, groups and counts without a topic of their own change the list that was shown."""
    if starts_afresh(m):
        return None
    if EVERYTHING_OF.match(m.plain):
        whole = m.read(m.message).query
        if whole.filters and whole.topic is None:
            return Step(whole)
    if m.base_query.topic is not None and _IN_FULL.match(m.plain) and not cues.points_back(m.message):
        whole = m.read(m.message).query  # a question in full: what the list before was about is not asked
        full = len(refining.dimensions(whole.filters)) >= _MANY and whole.ask in ("list", "count")
        if full and whole.topic is None and not whole.target:
            return Step(whole)
    if m.base.kind == "explain" and not (cues.points_back(m.message) or _ALSO.search(m.plain)):
        named = m.read(m.message).query
        if named.filters and named.topic is None and all(isinstance(c, PersonIs) for c in named.filters):
            return Step(named)  # "en in welke komt Bikker voor?" after those of another member
    pointing_first = _POINTING_FIRST.match(m.message)
    message = m.message[pointing_first.end() :] if pointing_first else m.message
    for name, how in (
        ("without", "narrow"),
        ("drop", "drop"),
        ("add", "add"),
        ("only", "only"),
        ("and_for", "replace"),
    ):
        cue = cues.cue(name, message)
        if cue is None or not cue.rest:
            continue
        rest = before_time(m, cue.rest) if name == "and_for" else _THOSE.sub("die ", cue.rest)
        if name == "and_for" and m.read(rest).query.topic and _only_filters(m.read(message).query):
            rest = message  # "en in uitvoering?" is more than its noun
        if name == "and_for" and added_before(m, rest):
            how = "add"  # "doe 2027 er ook bij", "en alles daarna"
        if name == "and_for" and _leaves_some_out(m, message):
            how = "narrow"  # "en wat daarvan zonder OCW?" is of the list
        if name == "without" and _another_status(m, rest):
            how = "replace"
        if name == "add" and _ALSO.search(m.plain) and took_away(m):
            how = "drop"
        step = change(m, how, rest)
        if step is not None:
            return step
    topic = about_topic(m)
    if topic is not None:
        return topic
    length = cues.all_of(m.message)
    of_list = _IN_WHICH.match(m.plain) is not None and m.base.is_list
    back = cues.points_back(m.message) or length is not None or of_list
    if length is not None:
        turn = pointing.list_of_length(m.conversation, length)
        told = pointing.told_one_by_one(m.conversation, length)
        if told:  # "welke van die twee is van OCW?" after the second and the third
            m.base = Turn(m.last.question, Query(filters=(Ids(told),)), "list", told)
        elif turn is not None:
            m.base = turn
        elif len(m.base.shown) < length:  # so many are not left: those before
            m.base = pointing.list_out_of(m.conversation, length) or m.base
    like = WHICH.match(m.plain) or m.base_query.group_by or m.names_theme
    query = (m.read_like if like else m.read)(m.message).query
    described = pointing.description(m.message) is not None
    if not back and not described and (not continues(m, query) or _asks_of_others(m, query)):
        return None
    if back and not m.base.shown and len(m.conversation.turns) > 1:
        m.base = pointing.last_list(m.conversation) or m.base
    if _STILL_TO_DO.match(m.plain):
        return change(m, "narrow", "wat loopt er nog")
    words = cues.POINTING.sub(" ", m.message) if back else m.message
    return naming_unused(m, change(m, "narrow" if back or described else "bare", words))


def _asks_of_others(m: Moment, query: Query) -> bool:
    """Whether measures are asked or counted after one was told, of which there are none: "wat loopt er af in 2024?"."""
    if not query.filters or not m.last.pointed or len(m.base.shown) != 1:
        return False
    listed = any(turn.is_list for turn in m.conversation.turns)
    return query.ask == "count" or (query.ask == "list" and not listed and WHICH.match(m.plain) is not None)


def status_asked(m: Moment) -> Step | Problem | None:
    """The message "en wat is in uitvoering?" of a list: which of it are, and not what the words mean."""
    if not _WHAT_IS.match(m.plain) or m.base.query is None or not any(turn.is_list for turn in m.conversation.turns):
        return None
    query = m.read(m.message).query
    told = bool(query.filters) and all(isinstance(c, StatusIn) for c in query.filters)
    step = refined(m) if told and replace(query, filters=()) == Query() else None
    if isinstance(step, Step) and step.before is m.base and not m.found(step.query.filters):  # of another status
        return Step(replace(m.base_query, filters=refining.replaced(m.base_query.filters, query.filters)), m.base)
    return step


def _leaves_some_out(m: Moment, message: str) -> bool:
    """Whether a message takes ministries out of what it points at, or of what is of others."""
    filters = m.read(message).query.filters
    return bool(filters) and all(isinstance(c, Not) and isinstance(c.condition, Owners) for c in filters)


def about_topic(m: Moment) -> Step | None:
    """The message "welke gaan over techniek?": those of the list that are about it."""
    match = gone_about(_OF_THOSE.sub("", m.plain))
    query = m.read(match["x"]).query if match else Query()
    if match is not None and query.target and not query.filters and not set(query.target) <= {*m.base.shown}:
        return _named_before(m, query.target, "count" if "hoeveel" in m.plain else "list")
    if match is None or query.topic is None or query.filters or (match.re is AMONG and m.last.pointed):
        return None
    whole = m.read(_OF_THOSE.sub("", m.plain)).query
    if whole.filters and whole.topic is None:  # "welke is over de datum heen?"
        return None
    ask: Ask = "count" if "hoeveel" in m.plain else "list"
    if len(m.base.shown) <= 1:
        return _of_wider_list(m, query.topic, ask)
    if m.base_query.topic is None:
        within = replace(m.base_query, ask=ask, topic=query.topic, group_by=(), extreme=None, share=())
        return Step(within) if m.course.ids(replace(within, ask="list")) else _of_wider_list(m, query.topic, ask)
    ids = m.course.ids(Query(topic=query.topic, filters=(Ids(m.base.shown),)))
    both = refining.narrowed(m.base_query.filters, (Ids(ids),))
    step = Step(replace(m.base_query, ask=ask, filters=both), m.base)
    return step if ids else _of_wider_list(m, query.topic, ask)


def _named_before(m: Moment, ids: tuple[str, ...], ask: Ask) -> Step | None:
    """Those that are named by title and that an earlier list had, where the last one has none of them."""
    held = {i for turn in m.conversation.turns if turn.is_list and not turn.pointed for i in turn.shown}
    named = tuple(i for i in ids if i in held)
    return Step(Query(ask=ask, filters=(Ids(named),))) if named and not {*named} & {*m.base.shown} else None


def _of_wider_list(m: Moment, topic: str, ask: Ask) -> Step | None:
    """Those about a topic of the list out of which the last one was taken, where that is too short or has none."""
    if not m.base.shown or m.base.query is None or m.base.query.target:
        return None
    for turn in reversed(m.conversation.turns[:-1]):
        if turn.pointed or not set(m.base.shown) < set(turn.shown):
            continue
        ids = m.course.ids(Query(topic=topic, filters=(Ids(turn.shown),)))
        return Step(Query(ask=ask, filters=(Ids(ids),))) if 0 < len(ids) < len(turn.shown) else None
    return None


def before_time(m: Moment, rest: str) -> str:
    """The rest of "en voor 1 januari 2025?" with its "voor", which belongs to the time and not to "en voor ..."."""
    if not re.search(rf"\bvoor {re.escape(cues.plain(rest))}", m.plain):
        return rest
    with_word = f"klaar voor {rest}"
    query = m.read(with_word).query
    return with_word if any(isinstance(c, EndIn) for c in query.filters) and query.topic is None else rest


def _another_status(m: Moment, words: str) -> bool:
    """Whether "niet meer in uitvoering" names a status, where the list has another one, and leaves nothing out."""
    filters = m.read(words).query.filters
    held = any(isinstance(c, StatusIn) for c in m.base_query.filters)
    return (
        held and bool(filters) and all(isinstance(c, StatusIn) for c in filters) and not leaves_out(m, words, filters)
    )


def took_away(m: Moment) -> bool:
    """Whether the turn before took something out of the list: "en de gestopte ook" takes out more, "neem ze mee" not."""
    if bag(m.plain, "taking_on", longest=LONGEST).says("joins"):
        return False
    return any(cues.cue(name, m.base.question) for name in ("drop", "without")) and m.base is m.last


def added_before(m: Moment, words: str) -> bool:
    """Whether "en BZK" follows on something that was added: it comes with the list as well; "en BZK?" may ask anew."""
    said_so = any(operation == "add" for operation, _, _ in said(cues.plain(m.last.question)))
    if m.base is not m.last or not (said_so or cues.cue("add", m.last.question)) or not m.plain.startswith("en "):
        return False
    if cues.says_after(words):
        return re.search(r"\b(?:alles|alle|wat)\b", m.plain) is not None
    filters = m.read_like(words).query.filters
    added = m.read_like(m.last.question).query.filters
    same = bool(filters) and refining.dimensions(filters) <= refining.dimensions(added)
    return same and len(m.plain.split()) <= FEW_WORDS and not m.message.rstrip().endswith("?")


def _only_filters(query: Query) -> bool:
    return bool(query.filters) and replace(query, filters=()) == Query()


def starts_afresh(m: Moment) -> bool:
    """Whether the turn before looked for what the report does not have, and this is a question without it."""
    if m.base.kind != "abstain" or m.base.shown or m.base_query.topic is None or cues.points_back(m.message):
        return False
    query = m.read(m.message).query
    about = refining.dimensions(query.filters)
    return query.topic is None and bool(about) and (WHICH.match(m.plain) is not None or len(about) >= _MANY)


def continues(m: Moment, query: Query) -> bool:
    """Whether a message without a pointing word changes the list: it has no subject of its own."""
    if query.topic is not None or query.target:
        return False
    about = refining.dimensions(query.filters)
    if WHICH.match(m.plain) and not NOUN.search(m.plain):
        return len(about) <= 2
    if re.match(
        r"^(?:en |maar |nou )*(?:welke?|wat) (?:zijn|is|waren|was) (?:er |een |ook |dan |geen )*\w+$", m.plain
    ) and about == {"kind"}:
        return True
    if NOUN.search(m.plain):
        return False
    if "owner" in about and len(about) > 1:
        return False
    return (
        bool(about)
        or query.as_of is not None
        or query.order != Order()
        or query.limit is not None
        or query.ask not in ("list", "field")
    )
