"""Rules by which a message asks about the measures that were singled out: a field, all that is said, a detail."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.lists import refining
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.moment import ASKS, FEW_WORDS, NOUN, PRONOUNS, Moment, Problem, Step
from app.dialogue.unused import naming_unused
from app.filters import Ids, KindIs, Not, Overdue
from app.query import FieldName, Order, Query

_FIELDS: tuple[tuple[FieldName, str], ...] = (
    (
        "owners",
        r"(?:(?:met )?wie|(?:van |bij |door |onder |met )?welke? (?:ministerie|ministeries|departement|departementen|minister|bewindspersoon)|bij wie|van wie|door wie|onder wie|(?:de )?(?:verantwoordelijken?|eigenaar|trekker)|verantwoordelijk\w*|het ministerie|ministerie|wiens|(?:hun |zijn |haar )(?:verantwoordelijken?|eigenaren|ministeries?))",
    ),
    (
        "end",
        r"(?:(?:is|staat|zit|hebben|heeft|hoort) (?:er|die|dat|het|deze|dit|ze|daar)(?: er)?(?: al| ook| nog| wel| eigenlijk)*(?: een)? (?:deadline|einddatum|planning|termijn|streefdatum)|(?:hun |zijn |haar |al hun |de bijbehorende )?(?:deadlines?|einddat\w+)|(?:tot |t/m |per |vanaf )?(?:wanneer|waneer|hoe ?lang|welk jaar|welke datum)|(?:de |het |wat is de |welke |wat is het )?(?:deadlines?|einddat\w+|planning|termijn|looptijd|einde)|op welke termijn)",
    ),
    (
        "status",
        r"(?:(?:de |wat is de |welke |hoe is de |hun |zijn |haar |wat is de laatste |wat is de huidige |wat is de actuele |de laatste )?(?:status|stand van zaken|stavaza|stand|voortgang)|hoe ver|hoever|hoe (?:staat|staan|gaat|loopt) (?:het|dat|die|ze|deze)(?: er| daar)?(?: ?mee| ?voor| er ?mee| er ?voor| daar ?mee| ervoor)?)",
    ),
    (
        "page",
        r"(?:op )?(?:welke |de |wat is de )?(?:pagina|bladzijde|blz)\w*|waar (?:staat|staan|vind ik) (?:dat|die|het|dit|ze)",
    ),
    ("theme", r"(?:onder |in |bij |bij welk |welk |het )*thema"),
    ("heading", r"(?:onder |welk |het |bij )*(?:kopje|kop|rubriek)"),
)
_POINTER = r"(?: (?:die|deze|dat|dit|ze|hij|zij|het|er|daarvan|daarvoor|hiervan|hiervoor|daarbij|hierbij|daarover|hierover|daaraan|daarmee|ervan|ervoor|erover|eraan|is|zijn|was|waren|wordt|worden|loopt|lopen|moet|moeten|gaat|gaan|doet|doen|deed|deden|voert|voeren|voerde|voerden|trekt|trok|trokken|regelde|regelden|leidde|leidden|organiseerde|organiseerden|betaalde|betaalden|had|hadden|liep|liepen|eindigde|eindigden|stopte|stopten|werd|werden|moest|moesten|zouden|trekken|organiseert|organiseren|betaalt|leidt|regelt|heeft|hebben|valt|vallen|ligt|staat|staan|hoort|duurt|duren|eindigt|eindigen|stopt|verloopt|verlopen|klaar|af|afgerond|gereed|afgelopen|uit|over|op|voor|van|verantwoordelijk|verantwoordelijke|verantwoordelijken|de|in|dan|eigenlijk|precies|nou|nu|ook|allemaal|elk|per stuk|ieder|mee|bezig|aan|zet|maatregel|maatregelen|programma|project|motie|onderzoek|pilot|alliantie|gepland|voorzien|bij|met|daar|hier|nog|al|komt|aan de beurt|zal|zou|worden|hoofdverantwoordelijk|betrokken|trekker|eigenaar|welk|ministerie|ministeries|deadline|einddatum|door|toe|tot|status|onder|vinden|ik|het voortouw|voortouw|te vinden|staat dat|bekend|gedaan|uitgevoerd|gemaakt|opgepakt|opgezet|georganiseerd|getrokken|opgesteld|te laat|over tijd|in het document|in het rapport|in de rapportage|in de bijlage|er mee|daaraan|eraan|werken|werkt|onder zich|huidige|actuele))*"
_BARE_FIELD = tuple(
    (name, re.compile(rf"^(?:en |maar |ok[e] |of |dan |weet je |nou |dus |, )*{words}{_POINTER}$"))
    for name, words in _FIELDS
)
_IN_FRONT = tuple((name, re.compile(rf"^(?:en |maar )*{words}\b")) for name, words in _FIELDS)
_SINCE = re.compile(
    r"^(?:en |maar )*(?:(?:sinds|vanaf) (?:wanneer|welk\w* \w+)\b|per (?:wanneer|welke datum) .*(?:ingegaan|ingevoerd|van kracht|begonnen|gestart|geldt?)\b)"
)
_STATUS_OF_IT = re.compile(
    r"^(?:en |maar |dus )*(?:is|zijn|loopt|lopen|was|waren|gaat|gaan) (?:die|deze|dat|dit|ze|hij|zij|het|er)(?: maatregel\w*| programma| motie| project| onderzoek| pilot)?(?: (?:al|nog|nu|inmiddels|allemaal|ook|dan|wel|steeds|eigenlijk|reeds|echt|helemaal|niet|altijd|daar|mee|een|wat|of|zijn ze|is het))*(?: (?:klaar|af|afgerond|gereed|bezig|gestopt|stopgezet|in uitvoering|lopend|doorlopend|door|voltooid|gaande|open))*$"
)
_VERB_AND_IT = re.compile(
    r"^(?:en |maar |dus |of )*(?:is|zijn|loopt|lopen|was|waren|gaat|gaan|staat|ligt) (?:die|deze|dat|dit|ze|hij|zij|het)(?= )"
)
_OVERDUE_OF_IT = re.compile(r"\b(?:te laat|over tijd|overtijd|achter|vertraagd|over de deadline)\b")
_THINGS = (
    "onderzoek|motie|pilot|alliantie|programma|project|wetsvoorstel|monitor|verkenning|campagne|subsidie|evaluatie"
)
_THING = re.compile(rf"\b(?:de|het) (?P<x>{_THINGS})\b")
_SO_CALLED = re.compile(
    rf"\b(?:die|dat|de|het) (?P<x>{_THINGS}|coalitie|taskforce)\b(?! (?:over|met|voor|van|die|dat|in|bij|uit|naar)\b)"
)
_THAT_WITH = re.compile(r"\b(?:die|dat|deze) (?:in|over|met|voor|via|rond|rondom|naar|tegen|bij|inzake) (?P<x>.+)$")
ONE_OF = re.compile(r"\bandere?\b")
THAT = re.compile(r"\b(?P<that>die|dat|deze|dit|de|het) (?P<x>[a-z][\w'+&-]{2,})\b")
_OR_NOT = re.compile(
    r"^(?:(?:en|maar|dus|is|zijn|dat|die|ze|het|al|nu|inmiddels|loopt|lopen) )*(?P<x>[a-z]+)(?: (?:al|nu|dan))* of (?:(?:juist|nog|toch|al) )*niet(?: (?:meer|dan|eigenlijk))*$"
)
_SHOULD_HAVE = re.compile(
    r"^(?:en |maar |dus )*(?:had|hadden|moest|moesten|zou|zouden) (?:dat|die|dit|het|deze|hij|ze|zij)(?: (?:niet|al|allang|lang|eigenlijk|toch|nu|intussen|inmiddels|reeds|dan))+ (?:klaar|af|gereed|afgerond|rond|voltooid)(?: (?:moeten|zijn|worden|hebben|horen|te|geweest))*$"
)
_FURTHER_ONES = re.compile(
    r"\bnog meer\b|\b(?:meer|alles)$|\bhoeveel\b|\balles (?:van|over)\b|\ber meer (?:laten )?(?:zien|tonen|noemen|geven)\b"
)
_THESE = re.compile(r"\b(?:die|deze|ze|zij|allemaal)\b")
_OF_THE_DOCUMENT = re.compile(r"\b(?:zijn|staan|bestaan|komen) er(?: \w+)?$|\brapport\w*|\bbijlage\b|\bdocument\b")
_OF_ALL_MEASURES = re.compile(
    r"^(?:en |maar )*(?:welke?|wat voor) \w+ (?:zijn|staan|bestaan|komen) er(?: (?:allemaal|nog|ook|eigenlijk|in|voor|allemaal in))*$|\b(?:van|in|is|heeft) (?:deze|dit|het hele|de hele) (?:rapport\w*|bijlage|document|overzicht)\b"
)
_THAT_THING = re.compile(
    r"\b(?:die|deze|dat|dit) (?:maatregel|programma|motie|project|onderzoek|pilot|alliantie|wet|wetsvoorstel|plan|actie|initiatief)\b"
)
WHICH_OF_THEM = re.compile(
    r"^(?:en |maar )*(?:welke?|wat|hoeveel)\b.*\b(?:daarvan|ervan|hiervan|van (?:die|deze))\b|^(?:en |maar )*(?:welke?|hoeveel) (?:is|zijn|was|waren)\b"
)
_ASPECT = re.compile(
    r"\b(?:uitkomst(?:en)?|resulta(?:at|ten)|conclusies?|bevindingen|opbrengst(?:en)?|doel|doelen|inhoud|budget|kosten|bedrag|aanleiding|reden|achtergrond|vervolg|vervolgstappen|opzet|aanpak|looptijd|effect(?:en)?)(?: (?:ervan|daarvan|hiervan|dan|eigenlijk|precies|nou))?$"
)
_OF_THIS_ONE = re.compile(
    r"^(?:en |maar |dus |of |nou )*(?:is|was|loopt|liep|valt|viel|hoort|hoorde|ligt|lag|zit|zat|komt|kwam|gaat|ging|doet|heeft|had|staat|moet|eindigt|stopt|duurt|blijft|wordt) (?:die|dat|dit|deze|het|hij)\b(?! (?:er|daar)\b)"
    r"|^(?:en |maar |dus |of |nou )*(?:doet|is|was|zit|hoort|werkt|betaalt|speelt|heeft) (?P<x>\S+(?: \S+)?) (?:er|daar|hier) ?(?:ook|nog|aan|bij|in|mee|niet|dan|soms|eigenlijk)*(?: (?:ook|aan|bij|in|mee|betrokken|verantwoordelijk|voor))*$"
    r"|^(?:en |maar |dus |of |nou )*(?:wordt|is|zijn) (?:er|men|ze) (?:nog |al |nu |steeds )*(?:aan|mee|ermee|eraan) (?:gewerkt|bezig)$"
)
_FIELD_OF: dict[str, FieldName] = {"owner": "owners", "time": "end", "status": "status", "place": "theme"}
_OF_ALL = re.compile(
    r"^(?:en |maar |dus )*(?:waarom|waardoor|hoezo|hoe|wie|met wie|door wie|aan wie|voor wie|waar\w*|wat|sinds wanneer|wanneer|hoeveel (?!daarvan|er))\b"
)
WHY = re.compile(r"^(?:en |maar )*(?:waarom|waardoor|hoezo|hoe(?!veel))\b")
WITH_TIME = re.compile(r"\b(?:19|20)\d\d\b")
MOST_FIELDS = 25  # of so many measures a field is told one by one
A_FEW = 5  # of so many measures all that is said can be shown


def bare_field(plain: str) -> FieldName | None:
    """The field that a few words ask for: "tot wanneer?", "en wie?"; None where they ask something else."""
    found = next((name for name, pattern in _BARE_FIELD if pattern.match(plain.strip())), None)
    if found:
        return found
    asked = fieldwords.asked_field(plain.strip())
    return asked.field if asked is not None and not asked.rest else None


def is_status_of_it(plain: str) -> bool:
    """Whether a few words ask whether something is ready, running or stopped: "is die al klaar?"."""
    said = _STATUS_OF_IT.match(plain) is not None
    head = _VERB_AND_IT.match(plain)
    if head is not None:  # "loopt het nog of niet meer?"
        rest = re.findall(r"[a-z']+", plain[head.end() :])
        states, light = cues.word_set("state"), cues.word_set("light")
        said = said or (
            any(word in states or word == "nog" for word in rest) and all(w in states or w in light for w in rest)
        )
    return said and _OVERDUE_OF_IT.search(plain) is None


def is_state_alone(plain: str, *, begun: bool = False) -> bool:
    """Whether words name states and nothing else: "klaar?", "nog steeds bezig of afgerond?".

    Args:
        plain: the words.
        begun: whether they must begin with a word of time: "al klaar?"; "afgerond" alone may be a condition.
    """
    said = re.findall(r"[a-z']+", plain)
    states, light = cues.word_set("state") - {"niet", "meer"}, cues.word_set("light") | {"steeds", "niet", "meer"}
    if begun and (not said or said[0] not in cues.word_set("by_now")):
        return False
    said = [word for word in said if word not in cues.word_set("by_now")]
    return any(word in states for word in said) and all(word in states or word in light for word in said)


def asked_about(m: Moment, ids: tuple[str, ...], words: str, otherwise: FieldName = "all") -> Step:
    """What words ask of measures that are known already: a field, a detail, or all that is said of them.

    Args:
        m: the message and what it goes on from.
        ids: the measures.
        words: the part of the message that asks, with a pronoun in the place of what named the measures.
        otherwise: the field where the words ask for none.
    """
    plain = cues.plain(words)
    field = bare_field(plain)
    if field is None and (is_status_of_it(plain) or is_state_alone(plain)):
        field = "status"
    if field is None:
        query = m.read(words).query
        field = query.field if query.ask == "field" and not query.filters else None
    if field is not None:
        return m.about(ids[:MOST_FIELDS], field)
    if ASKS.match(plain) and cues.cue("told", words) is None and cues.cue("tell", words) is None:
        return detail_of(m, ids, words)
    return m.about(ids, otherwise)


def detail_of(m: Moment, ids: tuple[str, ...], words: str | None = None) -> Step:
    """A question of detail about measures, as the next turn."""
    topic = (words or m.message).strip(" ?.!")
    return Step(Query(ask="detail", topic=topic, target=ids))


def field_of_it(m: Moment) -> Step | Problem | None:
    """A field of what is pointed at: "wie is daarvan verantwoordelijk?", "tot wanneer?", "is dat al klaar?"."""
    field = bare_field(m.plain)
    query = m.read(m.message).query
    if query.extreme is not None and len(m.focus) > 1:
        return None  # "welke deadline is het langst geleden?"
    thing = _THING.search(m.plain)
    if field is not None and thing and m.last.pointed and not is_that(m, thing["x"]):
        pointed = pointing.by_words(thing["x"], m.conversation, m.measures, near_only=True, titles=True)
        if pointed:
            return m.about(pointed.ids, field)
    if field is None and is_status_of_it(m.plain):
        field = "status"
    field = field or _field_in_front(m)
    if field is None and query.ask == "field" and not query.target and not query.filters:
        if query.topic is None or PRONOUNS.match(query.topic.lower()):
            field = query.field
            other = field_of_shown(m, query) if query.topic and m.last.pointed and not is_that(m, query.topic) else None
            if other is not None:
                return other
        else:
            return field_of_shown(m, query)
    if field is not None and not m.focus and cues.points_back(m.message):
        return Problem("Er staat geen maatregel waarover dat gaat. Noem een ministerie, een onderwerp of een termijn.")
    if field is None or not m.focus:
        return None
    ids = m.last.shown if cues.means_all(m.message) and m.last.is_list else m.focus
    return m.about(ids[:MOST_FIELDS], field)


def _field_in_front(m: Moment) -> FieldName | None:
    """The field whose words begin a message that only points back: "bij welke ministeries liggen die?"."""
    if not cues.points_back(m.message) or len(m.plain.split()) > FEW_WORDS:
        return None
    query = m.read(m.message).query
    if (
        m.plain.startswith(("wie ", "en wie "))
        or query.filters
        or query.order != Order()
        or (query.topic and not PRONOUNS.match(query.topic.lower()))
    ):
        return None
    return next((name for name, pattern in _IN_FRONT if name != "status" and pattern.match(m.plain)), None)


def is_that(m: Moment, words: str) -> bool:
    """Whether what was singled out can be called so: "het onderzoek", of a measure whose title says it."""
    said = [
        word
        for word in words.lower().split()
        if NOUN.match(word) or word in ("onderzoek", "programma", "project", "wetsvoorstel", "motie", "monitor")
    ]
    titles = " ".join(m.measures[i].title.lower() for i in m.last.focus if i in m.measures)
    return not said or any(word in titles for word in said)


def _other_so_called(m: Moment) -> tuple[str, ...]:
    """The one of the lists that alone is called so, where the one that was told is not: "en die alliantie, tot wanneer?"."""
    match = _SO_CALLED.search(m.plain)
    focus = [m.measures[i] for i in m.last.focus if i in m.measures]
    if match is None or len(focus) != 1 or pointing.carrying(match["x"], focus):
        return ()
    shown = dict.fromkeys(i for turn in reversed(m.conversation.turns) for i in turn.shown if i in m.measures)
    called = tuple(i for i in shown if pointing.found_in(match["x"], m.measures[i].title) >= pointing.PART)
    return called if len(called) == 1 else ()


def whose_money(m: Moment) -> Step | Problem | None:
    """The message "van welk ministerie is dat geld?": who the owners are of the one whose text speaks of it."""
    asked = fieldwords.asked_field(m.plain)
    money = fieldwords.table()["details"]["money"]
    if asked is None or asked.field != "owners" or asked.rest not in money or len(m.last.focus) != 1:
        return None
    return (
        m.about(m.last.focus, "owners") if re.search(rf"\b(?:dat|die|dit|deze|het) {asked.rest}\b", m.plain) else None
    )


def few_words(m: Moment) -> Step | Problem | None:
    """A field in a few words, of what was singled out."""
    field, thing = bare_field(m.plain), _THING.search(m.plain)
    if _OF_ALL_MEASURES.search(m.plain):
        return None
    began = _SINCE.match(m.plain) or (cues.points_back(m.message) and fieldwords.asks_beginning(m.plain))
    if began and cues.ordinal(m.message) is None and len(m.last.focus) == 1 and len(m.plain.split()) <= FEW_WORDS:
        return detail_of(m, m.last.focus)  # the planning tells the end, the text may tell the beginning
    if len(m.last.focus) == 1 and m.last.pointed and is_state_alone(m.plain, begun=True):
        field = "status"  # of a list "al klaar" is a condition
    if field is not None and (other := _other_so_called(m)):
        return m.about(other, field)
    singled = m.last.pointed or (len(m.last.focus) == 1 and not _OF_THE_DOCUMENT.search(m.plain))
    if field is None or not singled or not m.focus or (thing and not is_that(m, thing["x"])):
        return None
    return m.about(m.focus[:MOST_FIELDS], field)


def field_of_shown(m: Moment, query: Query) -> Step | None:
    """A field of a measure that is named as one names what is on the table: "wanneer is de monitor klaar?"."""
    pointed = pointing.by_words(query.topic or "", m.conversation, m.measures, near_only=True, titles=True)
    return m.about(pointed.ids, query.field or "all") if pointed and len(pointed.ids) == 1 else None


def told(m: Moment) -> Step | Problem | None:
    """The messages "vertel meer", "wat staat er in de toelichting?": everything about what is pointed at."""
    if not m.focus or cues.cue("told", m.message) is None:
        return None
    for match in THAT.finditer(m.plain):  # "waar gaat die alliantie over?": of a list, the one that is called so
        called = shown_as(m, match["x"], near_only=True) if match["x"] in cues.word_set("thing") else ()
        if 0 < len(called) < len(m.focus):
            return m.about(called)
    return m.about(m.focus)


def told_in_words(m: Moment) -> Step | Problem | None:
    """The messages "hoe luidt de tekst?", "en inhoudelijk?": they name what is said of the one on the table, and nothing else."""
    words = fieldwords.table()["told"]
    said = re.findall(r"[^\W_][\w'-]*", m.plain)
    light = frozenset(words["beside"]) | frozenset(words["nouns"]) | cues.word_set("light") - {"laatste"}
    if len(m.last.focus) != 1 or not any(word in words["nouns"] for word in said) or not all(w in light for w in said):
        return None
    return None if _FURTHER_ONES.search(m.plain) else m.about(m.last.focus)


def told_of_these(m: Moment) -> Step | Problem | None:
    """The message "waar gaat dat over?" where one or a few measures were shown: it is not asked of the document."""
    few = len(m.last.focus) == 1 or (len(m.focus) <= A_FEW and _THESE.search(m.plain))
    return told(m) if few else None


def late(m: Moment) -> Step | Problem | None:
    """The message "had dat niet allang klaar moeten zijn?": the planning, with whether it has passed."""
    if len(m.last.focus) != 1 or not _SHOULD_HAVE.match(m.plain):
        return None
    return Step(Query(ask="field", field="end", target=m.last.focus, filters=(Overdue(),)))


def status_or_not(m: Moment) -> Step | Problem | None:
    """The message "afgerond of niet?": the status of what was shown, and no condition."""
    match = _OR_NOT.match(m.plain)
    if match is None or match["x"] not in cues.word_set("state") or not m.focus:
        return None
    return m.about(m.focus[:MOST_FIELDS], "status")


def on_time(m: Moment) -> Step | Problem | None:
    """The message "Is dat op tijd?": the planning, with whether it has passed."""
    if len(m.last.focus) != 1 or not re.match(
        r"^(?:en |maar )*(?:is|loopt|ligt|zijn|gaat) (?:dat|die|dit|deze|het|hij|ze)(?: maatregel| programma)?(?: (?:nog|al|wel|nu|dan|niet))* (?:op tijd|te laat|over tijd|op schema|achter(?: op schema)?|vertraagd|volgens planning|verlopen|verstreken)$",
        m.plain,
    ):
        return None
    in_time = re.search(r"\b(?:op tijd|op schema|volgens planning)$", m.plain)
    condition = Not(Overdue()) if in_time else Overdue()
    return Step(Query(ask="field", field="end", target=m.last.focus, filters=(condition,)))


def yes_no_of_it(m: Moment) -> Step | Problem | None:
    """The messages "is die van OCW?", "loopt dat door tot 2025?" of the one on the table: whether it is so."""
    match = _OF_THIS_ONE.match(m.plain)
    if match is None or len(m.last.focus) != 1:
        return None
    query = m.read(m.message).query
    about = refining.dimensions(query.filters)
    field = next((name for about_what, name in _FIELD_OF.items() if about == {about_what}), None)
    if field is None or query.topic is not None or query.target or query.ask not in ("list", "field"):
        return None
    return Step(Query(ask="field", field=field, target=m.last.focus, filters=query.filters))


def names_another(m: Moment) -> bool:
    """Whether another measure is named by its title, or "die" stands before a word that none of the shown is called by.

    "Loopt het programma Ons voetbal is van iedereen nog?", "wat houdt die coalitie in?"
    """
    if titled_elsewhere(m):
        return True
    for match in THAT.finditer(m.plain):
        if match["that"] in ("de", "het") or cues.says_little(match["x"]) or _THAT_THING.match(match.group()):
            continue
        query = m.read(match["x"]).query
        if query.topic is None or query.filters or called_in_text(m, match["x"]):
            continue
        if not shown_as(m, match["x"], near_only=False):
            return True
    return False


def titled_elsewhere(m: Moment) -> bool:
    """Whether the message names one measure by its title, and none of those that are pointed at."""
    named = m.course.named(m.message)
    return len(named) == 1 and named[0] not in (*m.last.focus, *m.focus)


def asks_of_another(m: Moment) -> bool:
    """Whether a message is a question by itself: a field of a measure that it names by its title, and that is not shown."""
    if not ASKS.match(m.plain) or m.plain.startswith(("en ", "maar ")) or not titled_elsewhere(m) or whose_money(m):
        return False
    if _of_the_list(m):
        return False
    asked = m.course.fresh(m.message)
    return asked.ask == "field" and bool(asked.target)


def _of_the_list(m: Moment) -> bool:
    """Whether "die in de zorg" describes one of the list at hand: no title elsewhere is then meant."""
    match = _THAT_WITH.search(m.plain)
    if match is None or not m.base.is_list:
        return False
    near = pointing.by_words(match["x"], m.conversation, m.measures, near_only=True)
    return near is not None and 0 < len(near.ids) < len(m.base.shown)


def shown_as(m: Moment, word: str, *, near_only: bool) -> tuple[str, ...]:
    """The shown measures that a word names: by their title or by their kind; the nearest list that has any."""
    query = m.read(word).query
    kinds = tuple(c for c in query.filters if isinstance(c, KindIs))
    if len(kinds) < len(query.filters) or (query.topic is None and not kinds):
        return ()
    seen = [m.last.focus, m.base.shown]
    seen += [] if near_only else [turn.shown for turn in reversed(m.conversation.turns)]
    for ids in seen:
        named = pointing.best(word, [m.measures[i] for i in ids if i in m.measures], titles=True)
        found = tuple(i for i in ids if m.measures.get(i) in named)
        found = found or (m.course.ids(Query(filters=(Ids(ids), *kinds))) if kinds and ids else ())
        if found:
            return found if kinds else _closer(m, word, found)
    return ()


def _closer(m: Moment, word: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """The one that was shown whose title has a word, where those found first have but a part of it.

    "Dat eenouderpunt" is the inquiry that is called so, and not what is for "ouders".
    """
    if any(pointing.found_in(word, m.measures[i].title) >= pointing.PART for i in found if i in m.measures):
        return found
    shown = dict.fromkeys(i for turn in m.conversation.turns for i in turn.shown if i in m.measures)
    having = tuple(i for i in shown if pointing.found_in(word, m.measures[i].title) >= pointing.PART)
    return having if len(having) == 1 else found


def called_in_text(m: Moment, word: str) -> bool:
    """Whether the only measure on the table is called so in its text: no other list is then looked into."""
    ids = m.last.focus or m.last.shown
    return len(ids) == 1 and bool(pointing.carrying(word, [m.measures[i] for i in ids if i in m.measures]))


def asked_of_it(m: Moment) -> Step | Problem | None:
    """Something else about what is pointed at: "hoeveel steden doen daaraan mee?", "waarom is dat gestopt?"."""
    ids = m.last.focus or m.focus
    if not 0 < len(ids) <= A_FEW or not ASKS.match(m.plain):
        return None
    query = m.read(m.message).query
    aspect = len(m.plain.split()) <= FEW_WORDS and _ASPECT.search(m.plain) is not None
    back = cues.points_back(m.message) or _THAT_THING.search(m.plain) or (aspect and len(ids) == 1)
    if (
        not back
        or query.target
        or (len(ids) > 1 and WITH_TIME.search(m.plain))
        or ONE_OF.search(m.plain)
        or WHICH_OF_THEM.match(m.plain)
    ):
        return None
    if (len(ids) > 1 and not _OF_ALL.match(m.plain)) or names_another(m):
        return None
    if (query.filters and query.topic is None and not WHY.match(m.plain)) or query.as_of is not None:
        return None
    return detail_of(m, ids) if len(ids) == 1 else m.about(ids)


def nothing_else(m: Moment) -> Step | Problem | None:
    """The messages "waarom?", "hoe heet die?", "en wie nog meer?": they name nothing, so they ask of what was shown."""
    ids = m.last.focus or m.focus
    query = m.read(m.message).query
    if not 0 < len(ids) <= A_FEW or not ASKS.match(m.plain):
        return None
    if (
        query.as_of
        or query.order != Order()
        or query.filters
        or query.topic is not None
        or query.target
        or query.ask not in ("list", "detail", "field")
    ):
        return None
    return detail_of(m, ids) if len(m.plain.split()) > 1 and len(ids) == 1 else naming_unused(m, m.about(ids))
