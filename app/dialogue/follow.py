"""A message that goes on from the turns before it: the rules, in the order in which they are tried."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.conversation import Conversation, Turn
from app.dialogue import cues, pointing, refining
from app.dialogue.refining import Filters
from app.filters import Headings, Ids, KindIs, Not, Overdue, Owners, Themes
from app.query import Extreme, FieldName, Order, Query
from ingest.records import Measure

if TYPE_CHECKING:
    from app.dialogue.course import Course
    from app.reading import Reading

_FIELDS: tuple[tuple[FieldName, str], ...] = (
    (
        "owners",
        r"(?:wie|welke? (?:ministerie|ministeries|departement|departementen|minister|bewindspersoon)|bij wie|van wie|door wie|onder wie|(?:de )?(?:verantwoordelijken?|eigenaar|trekker)|verantwoordelijk\w*|het ministerie|ministerie|wiens|(?:hun |zijn |haar )(?:verantwoordelijken?|eigenaren|ministeries?))",
    ),
    (
        "end",
        r"(?:(?:hun |zijn |haar |al hun |de bijbehorende )?(?:deadlines?|einddat\w+)|(?:tot |t/m |per |vanaf )?(?:wanneer|waneer|hoe ?lang|welk jaar|welke datum)|(?:de |het |wat is de |welke |wat is het )?(?:deadlines?|einddat\w+|planning|termijn|looptijd|einde)|op welke termijn)",
    ),
    (
        "status",
        r"(?:(?:de |wat is de |welke |hoe is de |hun |zijn |haar |wat is de laatste |wat is de huidige |wat is de actuele |de laatste )?(?:status|stand van zaken|stavaza|stand|voortgang)|hoe ver|hoever|hoe staat het er?(?: ?mee| ?voor)?)",
    ),
    (
        "page",
        r"(?:op )?(?:welke |de |wat is de )?(?:pagina|bladzijde|blz)\w*|waar (?:staat|staan|vind ik) (?:dat|die|het|dit|ze)",
    ),
    ("theme", r"(?:onder |in |bij |bij welk |welk |het )*thema"),
    ("heading", r"(?:onder |welk |het |bij )*(?:kopje|kop|rubriek)"),
)
_POINTER = r"(?: (?:die|deze|dat|dit|ze|hij|zij|het|er|daarvan|daarvoor|hiervan|hiervoor|daarbij|hierbij|daarover|hierover|daaraan|daarmee|ervan|ervoor|erover|eraan|is|zijn|was|waren|wordt|worden|loopt|lopen|moet|moeten|gaat|gaan|doet|doen|voert|voeren|trekt|trekken|organiseert|organiseren|betaalt|leidt|regelt|heeft|hebben|valt|vallen|ligt|staat|staan|hoort|duurt|duren|eindigt|eindigen|stopt|verloopt|verlopen|klaar|af|afgerond|gereed|afgelopen|uit|over|op|voor|van|verantwoordelijk|verantwoordelijke|verantwoordelijken|de|in|dan|eigenlijk|precies|nou|nu|ook|allemaal|elk|per stuk|ieder|mee|bezig|aan|zet|maatregel|maatregelen|programma|project|motie|onderzoek|pilot|alliantie|gepland|voorzien|bij|met|daar|hier|nog|al|komt|aan de beurt|zal|zou|worden|hoofdverantwoordelijk|betrokken|trekker|eigenaar|welk|ministerie|ministeries|deadline|einddatum|door|toe|tot|status|onder|vinden|ik|het voortouw|voortouw|te vinden|staat dat|bekend|te laat|over tijd|in het document|in het rapport|in de rapportage|in de bijlage|er mee|huidige|laatste|actuele))*"
_BARE_FIELD = tuple(
    (name, re.compile(rf"^(?:en |maar |ok[e] |of |dan |weet je |nou |dus |, )*{words}{_POINTER}$"))
    for name, words in _FIELDS
)
_STATUS_OF_IT = re.compile(
    r"^(?:en |maar |dus )*(?:is|zijn|loopt|lopen|was|waren|gaat|gaan) (?:die|deze|dat|dit|ze|hij|zij|het|er)(?: maatregel\w*| programma| motie| project| onderzoek| pilot)?(?: (?:al|nog|nu|inmiddels|allemaal|ook|dan|wel|steeds|eigenlijk|reeds|echt|helemaal|niet|altijd|daar|mee|een|wat|of|zijn ze|is het))*(?: (?:klaar|af|afgerond|gereed|bezig|gestopt|stopgezet|in uitvoering|lopend|doorlopend|door|voltooid|gaande|open))*$"
)
_OVERDUE_OF_IT = re.compile(r"\b(?:te laat|over tijd|overtijd|achter|vertraagd|over de deadline)\b")
_ASKS = re.compile(
    r"^(?:en |maar |of |dus |nou )*(?:wat|wie|waar|wanneer|waarom|hoe|hoeveel|welke?|met wie|voor wie|aan wie|door wie|waarvoor|waarmee|waarin|waarover|is|zijn|wordt|worden|komt|komen|krijgt|krijgen|heeft|hebben|gaat|doet|doen|kan|kunnen|moet|moeten|mag|staat|staan|loopt|lopen|waren|was|geldt|zit|zitten|kost)\b"
)
_WHICH = re.compile(
    r"^(?:en |maar |nou |dan |nu |of )*(?:welke?|wat|hoeveel)\b(?! (?:maatregel|motie|pilot|alliantie|onderzoek|wetsvoorstel|amendement|toezegging|campagne|subsidie|monitor|thema|ministerie|kopje|programma|deadline|actie)\w*)"
)
_NOUN = re.compile(
    r"\b(?:maatregel(?:en|s)?|moties?|pilots?|allianties?|onderzoeken|wetsvoorstellen|amendementen|toezeggingen|campagnes?|subsidies|monitors?|acties|programma's|deadlines|verkenningen|evaluaties)\b"
)
_PRONOUNS = re.compile(
    r"^(?:(?:de|het|een|dat|die|deze|dit|daarvan|daarvoor|hiervan|hiervoor|ervan|er|hem|haar|ze|zij|hij|programma|maatregel|maatregelen|motie|project|onderzoek|pilot|punt|actie|alliantie|initiatief|plan|traject|zaak|ding|allemaal|alle|alles|van|voor|over|die ene|ene) ?)+$"
)
_NAMED_FIRST = re.compile(
    r"^(?:en |maar |over |wat betreft )*(?:de|het|die|dat|deze|dit) (?P<x>[^,:?]{3,50})[,:] ?(?P<tail>.+)$"
)
_ONE_OF = re.compile(r"\bandere?\b")
_SAME_OWNERS = 2
_POINTING_BACK = re.compile(
    r"\b(?:daarvan|hiervan|ervan|(?:van|tussen|onder) (?:al |alle )?(?:die|deze|de)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+))?|van alle (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+)) ?(?:maatregelen)?(?=\s|[?.,!]|$)",
    re.IGNORECASE,
)
_FEW = re.compile(r"\bde (?P<end>eerste|laatste) (?P<n>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})\b")
_ENDS: tuple[tuple[Extreme, str], ...] = (
    ("least", r"\b(?:minste|minst|kleinste|laagste)\b"),
    ("most", r"\b(?:meeste|meest|grootste|hoogste)\b"),
    ("last", r"\b(?:laatste?|verste?|langste?|uiterste|als laatste)\b"),
    ("first", r"\b(?:eerste?|vroegste?|snelste?|kortste?|als eerste|eerstvolgende)\b"),
)
_FEW_WORDS = 6  # more is a sentence of its own
_MOST_FIELDS = 25  # of so many measures a field is told one by one


@dataclass(frozen=True, slots=True)
class Step:
    """The query of the next turn, and the turn that it goes on from."""

    query: Query
    before: Turn | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the message cannot be taken up, in Dutch."""

    text: str


Rule = Callable[["Moment"], "Step | Problem | None"]


class Moment:
    """A message, and what the turns before it offer; made anew for each message."""

    def __init__(self, message: str, conversation: Conversation, course: "Course") -> None:
        self.message = message
        self.plain = cues.plain(message)
        self.conversation = conversation
        self.course = course
        self.last: Turn = conversation.turns[-1]
        self.base: Turn = pointing.current_list(conversation) or self.last
        self._readings: dict[str, Reading] = {}

    @property
    def measures(self) -> dict[str, Measure]:
        """All measures by number."""
        return self.course.by_id

    def read(self, words: str) -> "Reading":
        """The reading of some words."""
        if words not in self._readings:
            self._readings[words] = self.course.read(words)
        return self._readings[words]

    def read_like(self, words: str) -> "Reading":
        """The reading of some words; words that are no filter by themselves are read as the base's own filters are."""
        reading = self.read(words)
        if reading.query.topic is None or len(words.split()) > _FEW_WORDS:
            return reading
        bare = re.sub(r"^(?:de|het|van|voor|bij|in|over|thema) ", "", words.strip())
        for condition in self.base_query.filters:
            for kind, before in ((Themes, "thema "), (Headings, "kopje "), (Owners, "maatregelen van ")):
                if isinstance(condition, kind):
                    other = self.read(f"{before}{bare}")
                    if other.query.topic is None and other.query.filters:
                        return other
        return reading

    def found(self, filters: Filters) -> int:
        """How many measures of the base's list pass these filters."""
        return self.course.count(replace(self.base_query, filters=filters), self.base)

    @property
    def base_query(self) -> Query:
        """The query that a refinement changes."""
        query = self.base.query or Query()
        if (
            query.target
            or query.limit is not None
            or query.extreme in ("first", "last")
            or query.ask in ("field", "detail")
        ):
            return Query(filters=(Ids(self.base.shown),), order=query.order, as_of=query.as_of, report=query.report)
        return query

    @property
    def focus(self) -> tuple[str, ...]:
        """What "dat" and "daarvan" point at."""
        if self.last.focus or self.last.shown or self.base.shown:
            return self.last.focus or self.last.shown or self.base.shown
        return next((turn.shown for turn in reversed(self.conversation.turns) if turn.shown), ())

    def about(self, ids: tuple[str, ...], field: FieldName = "all") -> Step:
        """A field of measures, as the next turn."""
        return Step(
            Query(ask="field", field=field, target=ids, as_of=self.last.query.as_of if self.last.query else None)
        )


def follow(moment: Moment, rules: tuple[Rule, ...] | None = None) -> Step | Problem | None:
    """The step that the first rule that fits makes; None when the message stands by itself."""
    for rule in rules or RULES:
        step = rule(moment)
        if step is not None:
            return step
    return None


def _corrected(m: Moment) -> Step | Problem | None:
    cue = cues.cue("correct", m.message)
    if cue is None or not cue.rest:
        return None
    query = m.read(cue.rest).query
    if cues.ordinal(cue.rest) is not None:
        return _at_place(Moment(cue.rest, m.conversation, m.course))
    described = pointing.description(cue.rest)
    if described and query.topic is not None:
        pointed = pointing.by_words(described, m.conversation, m.measures)
        if pointed:
            return m.about(pointed.ids, m.last.field or "all")
    if query.topic is not None:
        if m.last.pointed:
            return _same_field(m, cue.rest)
        before = m.base.query or Query()
        kept = refining.replaced(before.filters, query.filters)
        fresh = m.course.fresh(cue.rest)
        if fresh.target or fresh.ask != "list":
            return Step(fresh)
        return Step(
            replace(before, topic=query.topic, broad=False, filters=kept, ask="list", field=None, target=(), limit=None)
        )
    if query.filters:
        return Step(
            replace(m.base_query, filters=refining.replaced(m.base_query.filters, query.filters), ask=m.base_query.ask),
            m.base,
        )
    return None


def _at_place(m: Moment) -> Step | Problem | None:
    pointed = pointing.by_place(m.message, m.conversation)
    if pointed is None:
        return None
    query = m.read(m.message).query
    head, _, tail = m.message.partition(",")
    if tail.strip() and cues.ordinal(head) is not None and not isinstance(pointed, int):
        asked = _bare_field(cues.plain(tail)) or m.read(tail).query.field
        return (
            _detail(m, pointed.ids, tail)
            if asked is None and _ASKS.match(cues.plain(tail))
            else m.about(pointed.ids, asked or "all")
        )
    if query.limit is not None or query.extreme is not None or (query.filters and not _is_place_question(m)):
        return None
    if isinstance(pointed, int):
        return Problem(
            f"De lijst telt {pointed} {'maatregel' if pointed == 1 else 'maatregelen'}; die plaats is er niet in."
        )
    field = (
        query.field
        if query.ask == "field" and query.field
        else _bare_field(re.sub(r"\b(?:van|voor|bij|over)?(?: de| het)? ?\S+$", "", m.plain))
    )
    short = len(m.plain.split()) <= 4
    if field is None and short and m.last.pointed and m.last.field not in (None, "all"):
        field = m.last.field
    if (
        field is None
        and _ASKS.match(m.plain)
        and query.topic
        and not _PRONOUNS.match(query.topic.lower())
        and not cues.cue("tell", m.message)
    ):
        return _detail(m, pointed.ids)
    return m.about(pointed.ids, field or "all")


def _is_place_question(m: Moment) -> bool:
    return cues.cue("tell", m.message) is not None or len(m.plain.split()) <= 5


def _first_few(m: Moment) -> Step | Problem | None:
    """The message "Vertel meer over de eerste twee"."""
    match = _FEW.search(m.plain)
    turn = pointing.current_list(m.conversation)
    if match is None or turn is None or cues.cue("tell", m.message) is None:
        return None
    amount = cues.number(match["n"])
    return m.about(turn.shown[:amount] if match["end"] == "eerste" else turn.shown[-amount:])


def _other_end(m: Moment) -> Step | Problem | None:
    """The message "En de minste?", "en het laatst?": the other end of a ranking."""
    query = m.last.query
    if query is None or query.ask != "rank" or len(m.plain.split()) > _FEW_WORDS:
        return None
    ends = _ENDS[:2] if query.extreme in ("most", "least") else _ENDS[2:]
    extreme = next((name for name, words in ends if re.search(words, m.plain)), None)
    if extreme is None or m.read(m.message).query.filters:
        return None
    return Step(replace(query, extreme=extreme))


def _same_owner(m: Moment) -> Step | Problem | None:
    """The message "Welke andere maatregelen heeft dat ministerie?"."""
    if not re.search(
        r"\b(?:dat|dit|datzelfde|ditzelfde|hetzelfde|die|deze|dezelfde) (?:ministerie|ministeries|departement|departementen|eigenaar|trekker)\b",
        m.plain,
    ):
        return None
    measure = m.measures.get(m.focus[0]) if m.focus else None
    if measure is None or not measure.owners:
        return None
    owners = Owners(measure.owners, "any" if len(measure.owners) == 1 else "all")
    others = (Not(Ids(m.focus)),) if _ONE_OF.search(m.plain) or "meer" in m.plain else ()
    own = tuple(c for c in m.read(m.message).query.filters if refining.dimension(c) != "owner")
    return Step(Query(ask="count" if "hoeveel" in m.plain else "list", filters=(owners, *own, *others)))


def _on_time(m: Moment) -> Step | Problem | None:
    """The message "Is dat op tijd?": the planning, with whether it has passed."""
    if len(m.last.focus) != 1 or not re.match(
        r"^(?:en |maar )*(?:is|loopt|ligt|zijn|gaat) (?:dat|die|dit|deze|het|hij|ze)(?: maatregel| programma)?(?: (?:nog|al|wel|nu|dan|niet))* (?:op tijd|te laat|over tijd|op schema|achter(?: op schema)?|vertraagd|volgens planning)$",
        m.plain,
    ):
        return None
    in_time = re.search(r"\b(?:op tijd|op schema|volgens planning)$", m.plain)
    condition = Not(Overdue()) if in_time else Overdue()
    return Step(Query(ask="field", field="end", target=m.last.focus, filters=(condition,)))


def _rest(m: Moment) -> Step | Problem | None:
    if cues.cue("rest", m.message) is None:
        return None
    whole = pointing.last_list(m.conversation)
    if m.last.pointed and whole is not None:
        seen = set(m.last.focus)
        if not re.search(r"\bandere?\b", m.plain):
            seen |= {i for turn in _since(m.conversation, whole) for i in turn.focus}
        ids = tuple(i for i in whole.shown if i not in seen)
    else:
        wider = [t for t in m.conversation.turns[:-1] if set(m.last.shown) < set(t.shown)]
        ids = tuple(i for i in wider[-1].shown if i not in m.last.shown) if wider else ()
    if not ids:
        return Problem("Er is geen rest: alle maatregelen van de lijst zijn al getoond.")
    if m.last.pointed:
        return m.about(ids, m.last.field or "all")
    return Step(Query(filters=(Ids(ids),)))


def _since(conversation: Conversation, turn: Turn) -> tuple[Turn, ...]:
    place = max(n for n, t in enumerate(conversation.turns) if t is turn)
    return conversation.turns[place + 1 :]


def _same_place(m: Moment) -> Step | Problem | None:
    cue = cues.cue("more_here", m.message)
    measure = m.measures.get(m.focus[0]) if m.focus else None
    if cue is None or measure is None:
        return None
    by_heading = (
        cue.match["place"] in ("kopje", "kop", "onderwerp", "rubriek", "kader", "tussenkop", "paragraaf")
        and measure.heading
    )
    place = Headings((measure.heading,)) if by_heading else Themes((measure.theme,))
    more = re.search(r"\b(?:meer|andere|overige|rest|verder|ook)\b", m.plain) and len(m.focus) == 1
    return Step(Query(filters=(place, Not(Ids(m.focus))) if more else (place,)))


def _swapped(m: Moment) -> Step | Problem | None:
    if cues.cue("swap", m.message) is None:
        return None
    rest = re.sub(r"\b(?:en|andersom|omgekeerd|vice versa|precies|het|dan)\b", " ", m.message, flags=re.IGNORECASE)
    query = m.read(rest).query
    before = m.base_query
    if query.filters and query.topic is None:
        return Step(replace(before, filters=refining.replaced(before.filters, query.filters)), m.base)
    filters = refining.swapped(before.filters)
    if filters is not None:
        return Step(replace(before, filters=filters), m.base)
    if before.order != Order():
        return Step(replace(before, order=replace(before.order, descending=not before.order.descending)), m.base)
    return Problem("Er is hier niets om te draaien. Noem de twee ministeries, bijvoorbeeld: “BZ zonder OCW”.")


def _together(m: Moment) -> Step | Problem | None:
    if cues.cue("together", m.message) is None:
        return None
    codes: list[str] = []
    for turn in reversed(m.conversation.turns):
        for condition in turn.query.filters if turn.query else ():
            if isinstance(condition, Owners):
                codes += [c for c in condition.codes if c not in codes]
        if len(codes) >= _SAME_OWNERS:
            break
    before = m.base_query
    if len(codes) < _SAME_OWNERS:
        shared = m.read("gedeelde maatregelen").query.filters
        return Step(replace(before, filters=refining.narrowed(before.filters, shared)), m.base) if shared else None
    return Step(
        replace(before, filters=refining.replaced(before.filters, (Owners(tuple(codes[:2][::-1]), "all"),))), m.base
    )


def _counted(m: Moment) -> Step | Problem | None:
    if cues.cue("how_many", m.message) is None:
        return None
    if m.base.query is not None and m.base.query.ask == "list" and not m.base.query.limit:
        return Step(replace(m.base.query, ask="count"), m.base)
    shown = m.base.shown or m.last.shown
    return Step(replace(m.base_query, ask="count") if not shown else Query(ask="count", filters=(Ids(shown),)), m.base)


def _shown_again(m: Moment) -> Step | Problem | None:
    """The message "Welke zijn dat?", "toon ze": the list behind a number."""
    if cues.cue("show", m.message) is None:
        return None
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, share=(), field=None), m.base)


def _lifted(m: Moment) -> Step | Problem | None:
    cue = cues.cue("lift", m.message)
    if cue is None:
        return None
    query = refining.lifted(m.base_query, cue.match["what"])
    return Step(query, m.base) if query != m.base_query else None


def _described(m: Moment) -> Step | Problem | None:
    """The message "Die over de monitor", "vertel meer over die met de studenten", "die over lonen, van wanneer was de deadline"."""
    tell = cues.cue("tell", m.message)
    words = tell.rest if tell else m.message
    head, _, tail = words.partition(",")
    described = pointing.description(head if tail else words)
    named = _NAMED_FIRST.match(m.plain)
    if described is None and named and tail and _ASKS.match(cues.plain(tail)) and not _ASKS.match(cues.plain(head)):
        described = named["x"] if pointing.by_words(named["x"], m.conversation, m.measures, near_only=True) else None
    if described is None:
        return None
    query = m.read(described).query
    only_filters = query.filters and query.topic is None and not all(isinstance(c, KindIs) for c in query.filters)
    if only_filters and not tail:
        return (
            None
            if tell is None
            else Step(
                replace(m.base_query, filters=refining.narrowed(m.base_query.filters, m.read(words).query.filters)),
                m.base,
            )
        )
    ids = _among(m, described)
    if not ids:
        return None
    if tail:
        field = _bare_field(cues.plain(tail)) or m.read(tail).query.field
        if field is None and _ASKS.match(cues.plain(tail)):
            return _detail(m, ids, tail)
        return m.about(ids, field or "all")
    asked = (
        m.last.field
        if m.last.pointed and m.last.field and tell is None and m.plain.startswith(("en ", "of "))
        else None
    )
    return m.about(ids, asked or "all")


def _among(m: Moment, words: str) -> tuple[str, ...]:
    """The shown measures that words describe: by their words, else by meaning."""
    pointed = pointing.by_words(words, m.conversation, m.measures, near_only=True)
    if pointed:
        return pointed.ids
    near = m.course.nearest(words, (pointing.last_list(m.conversation) or m.base).shown)
    if near:
        return near
    far = pointing.by_words(words, m.conversation, m.measures)
    return far.ids if far else ()


def _told(m: Moment) -> Step | Problem | None:
    if not m.focus or cues.cue("told", m.message) is None:
        return None
    return m.about(m.focus)


def _tell(m: Moment) -> Step | Problem | None:
    """The message "Vertel eens meer over het onderzoek naar de arbeidsmarkt": one that was shown, if one fits well."""
    cue = cues.cue("tell", m.message)
    if cue is None:
        return None
    if _PRONOUNS.match(cues.plain(cue.rest)) and m.focus:
        return m.about(m.focus)
    query = m.read(cue.rest).query
    if query.topic is None or query.target:
        return None
    pointed = pointing.by_words(cue.rest, m.conversation, m.measures, titles=True)
    return m.about(pointed.ids) if pointed and len(pointed.ids) <= 2 else None


def _bare_field(plain: str) -> FieldName | None:
    return next((name for name, pattern in _BARE_FIELD if pattern.match(plain.strip())), None)


def _field(m: Moment) -> Step | Problem | None:
    """A field of what is pointed at: "wie is daarvan verantwoordelijk?", "tot wanneer?", "is dat al klaar?"."""
    field = _bare_field(m.plain)
    query = m.read(m.message).query
    if field is None and _STATUS_OF_IT.match(m.plain) and not _OVERDUE_OF_IT.search(m.plain):
        field = "status"
    if field is None and query.ask == "field" and not query.target and not query.filters:
        if query.topic is None or _PRONOUNS.match(query.topic.lower()):
            field = query.field
        else:
            return _field_of_shown(m, query)
    if field is None or not m.focus:
        return None
    ids = m.last.shown if cues.means_all(m.message) and m.last.is_list else m.focus
    return m.about(ids[:_MOST_FIELDS], field)


def _bare(m: Moment) -> Step | Problem | None:
    """A field in a few words, of what was singled out."""
    field = _bare_field(m.plain)
    return m.about(m.focus[:_MOST_FIELDS], field) if field is not None and m.last.pointed and m.focus else None


def _field_of_shown(m: Moment, query: Query) -> Step | None:
    """A field of a measure that is named as one names what is on the table: "wanneer is de monitor klaar?"."""
    pointed = pointing.by_words(query.topic or "", m.conversation, m.measures, near_only=True, titles=True)
    return m.about(pointed.ids, query.field or "all") if pointed and len(pointed.ids) == 1 else None


def _detail(m: Moment, ids: tuple[str, ...], words: str | None = None) -> Step:
    topic = (words or m.message).strip(" ?.!")
    return Step(Query(ask="detail", topic=topic, target=ids))


def _asked_of_it(m: Moment) -> Step | Problem | None:
    """Something else about what is pointed at: "hoeveel steden doen daaraan mee?", "met wie wordt dat georganiseerd?"."""
    if len(m.last.focus) != 1 or not _ASKS.match(m.plain):
        return None
    query = m.read(m.message).query
    back = cues.points_back(m.message) or re.search(
        r"\b(?:die|deze|dat|dit) (?:maatregel|programma|motie|project|onderzoek|pilot|alliantie|wet|wetsvoorstel|plan|actie|initiatief)\b",
        m.plain,
    )
    if (
        not back
        or query.target
        or _ONE_OF.search(m.plain)
        or re.match(r"^(?:en |maar )?(?:welke?|wat|hoeveel) (?:daarvan|ervan|hiervan|van (?:die|deze))\b", m.plain)
    ):
        return None
    if query.filters and query.topic is None:
        return None
    return _detail(m, m.last.focus)


def _other_mentions(m: Moment) -> Step | Problem | None:
    """The message "In welke andere maatregel wordt de NCDR genoemd?": the question by itself, without what is on the table."""
    if not re.search(
        r"\b(?:welke|wat voor|nog|zijn er|nog meer) (?:nog )?(?:andere?|meer) (?:maatregel|motie|programma|pilot|onderzoek|alliantie|actie)\w*\b",
        m.plain,
    ):
        return None
    query = m.course.fresh(re.sub(r"\b(?:andere?|nog meer|meer) ", "", m.message))
    where = m.course.mentions(m.message)
    if where:
        ids = tuple(i for i in where if i not in m.last.focus)
        return Step(Query(filters=(Ids(ids),))) if ids else Problem("Er is geen andere maatregel die dat noemt.")
    if not m.last.focus or query.ask not in ("list", "count"):
        return None
    return Step(replace(query, filters=(*query.filters, Not(Ids(m.last.focus)))))


def _refined(m: Moment) -> Step | Problem | None:
    """Filters, order, ranking, groups and counts without a topic of their own change the list that was shown."""
    for name, how in (
        ("without", "narrow"),
        ("drop", "drop"),
        ("add", "add"),
        ("only", "only"),
        ("and_for", "replace"),
    ):
        cue = cues.cue(name, m.message)
        if cue is None or not cue.rest:
            continue
        step = _change(m, how, cue.rest)
        if step is not None:
            return step
    length = cues.all_of(m.message)
    back = cues.points_back(m.message) or length is not None
    if length is not None:
        turn = pointing.list_of_length(m.conversation, length)
        if turn is not None:
            m.base = turn
    reading = m.read(m.message)
    query = reading.query
    described = pointing.description(m.message) is not None
    if not back and not described and not _continues(m, query):
        return None
    if back and not m.base.shown and len(m.conversation.turns) > 1:
        m.base = pointing.last_list(m.conversation) or m.base
    words = _POINTING_BACK.sub(" ", m.message) if back else m.message
    return _change(m, "narrow" if back or described else "bare", words)


def _continues(m: Moment, query: Query) -> bool:
    """Whether a message without a pointing word changes the list: it has no subject of its own."""
    if query.topic is not None or query.target:
        return False
    about = refining.dimensions(query.filters)
    if _WHICH.match(m.plain) and not _NOUN.search(m.plain):
        return len(about) <= 2
    if _NOUN.search(m.plain):
        return False
    if "owner" in about and len(about) > 1:
        return False
    return bool(about) or query.order != Order() or query.limit is not None or query.ask not in ("list", "field")


def _change(m: Moment, how: str, words: str) -> Step | None:
    query = m.read_like(words).query
    before = m.base_query
    if m.last.query is not None and m.last.query.ask == "rank" and (how == "replace" or query.extreme):
        before = m.last.query
    filters = query.filters
    if cues.says_after(words) and how in ("add", "replace", "narrow", "bare") and not query.target:
        later = refining.after(before.filters)
        if later is not None and not any(refining.dimension(c) == "time" for c in filters):
            filters = (*filters, later)
            query = replace(query, topic=None)
    if query.topic is not None and _PRONOUNS.match(query.topic.lower()):
        query = replace(query, topic=None)
    if query.topic is not None or query.target:
        return _topic_change(m, how, words, query)
    if how == "replace" and m.last.pointed and filters and all(isinstance(c, KindIs) for c in filters):
        step = _same_field(m, words)
        if step is not None:
            return step
    if not filters and query.order == Order() and query.limit is None and query.ask == "list" and not query.extreme:
        return None
    old = before.filters
    if how == "add":
        changed = refining.added(old, filters)
    elif how == "drop":
        changed = refining.dropped(old, filters)
    elif how == "replace":
        changed = refining.replaced(old, filters)
    elif how == "narrow":
        changed = refining.narrowed(old, filters)
    elif how == "only":
        changed = refining.narrowed_or_replaced(old, filters, m.found)
    else:
        changed = (
            refining.narrowed_or_replaced(old, filters, m.found)
            if _WHICH.match(m.plain)
            else refining.replaced(old, filters)
        )
    result = replace(before, filters=changed)
    if query.ask != "list":
        result = replace(
            result, ask=query.ask, share=query.share, group_by=query.group_by, extreme=query.extreme, field=query.field
        )
        if query.ask in ("percentage",):
            result = replace(result, filters=old, share=query.share or filters)
    elif how in ("narrow", "only", "drop", "add"):
        result = replace(result, ask="list", share=(), group_by=(), extreme=None, field=None)
    if query.extreme and query.ask == "list":
        result = replace(result, extreme=query.extreme)
    if query.order != Order():
        result = replace(result, order=query.order)
    if query.limit is not None:
        result = replace(result, limit=query.limit)
    if query.as_of is not None:
        result = replace(result, as_of=query.as_of)
    if result.ask == "field" and not result.target:
        result = replace(result, ask="list", field=None)
    return Step(result, m.base)


def _topic_change(m: Moment, how: str, words: str, query: Query) -> Step | None:
    """Words that are no filter: another measure for the same question, another topic, or a topic within the list."""
    if query.target:
        return m.about(query.target, m.last.field or "all") if how == "replace" and m.last.pointed else None
    if how == "replace":
        return _same_field(m, words) if m.last.pointed else _same_for(m, words, query)
    if how in ("only", "narrow") and m.base.shown:
        described = pointing.description(words) or query.topic or words
        ids = _among(m, described) if query.topic else ()
        if query.filters:
            keep = refining.narrowed(m.base_query.filters, query.filters)
            return Step(replace(m.base_query, filters=refining.narrowed(keep, (Ids(ids),)) if ids else keep), m.base)
        return (
            Step(replace(m.base_query, filters=refining.narrowed(m.base_query.filters, (Ids(ids),))), m.base)
            if ids
            else None
        )
    if how == "add" and query.topic is not None and not query.filters:
        ids = m.course.topic_ids(query)
        if ids and m.base.shown:
            return Step(Query(filters=(Ids(tuple(dict.fromkeys((*m.base.shown, *ids)))),)))
    if how == "drop" and m.base.shown:
        gone = _among(m, query.topic or words)
        if gone:
            return Step(
                replace(m.base_query, filters=refining.narrowed(m.base_query.filters, (Not(Ids(gone)),))), m.base
            )
    return None


def _same_for(m: Moment, words: str, query: Query) -> Step | None:
    """The message "En voor lesbische vrouwen?": the same question about another topic; the filters stay, the new ones replace."""
    before = m.base.query
    if before is None or _ASKS.match(cues.plain(words)) or len(words.split()) > 8:
        return None
    ask = before.ask if before.ask in ("list", "count", "groups", "percentage") else "list"
    if before.topic is None:  # no topic to replace: a new one, on its own
        return None
    kept = refining.replaced(before.filters, query.filters)
    return Step(
        replace(before, ask=ask, topic=query.topic, broad=before.broad, filters=kept, limit=None, target=(), field=None)
    )


def _same_field(m: Moment, words: str) -> Step | None:
    """The message "En de Regenboogprovincies?": the same field of another measure."""
    if _ASKS.match(cues.plain(words)):
        return None
    field = m.last.field or "all"
    ids = m.course.named(words)
    if not ids:
        pointed = pointing.by_words(words, m.conversation, m.measures, near_only=True)
        ids = pointed.ids if pointed else ()
    if ids:
        return m.about(ids, field)
    topic = m.read(words).query.topic
    return Step(Query(ask="field", field=field, topic=topic)) if topic and field != "all" else None


RULES: tuple[Rule, ...] = (
    _corrected,
    _counted,
    _shown_again,
    _other_end,
    _first_few,
    _same_owner,
    _on_time,
    _at_place,
    _rest,
    _same_place,
    _swapped,
    _together,
    _lifted,
    _other_mentions,
    _described,
    _told,
    _field,
    _tell,
    _asked_of_it,
    _refined,
)

EARLY: tuple[Rule, ...] = (_corrected, _bare)  # before terms and the document: "wat is de stand van zaken?"
