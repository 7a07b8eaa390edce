# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Groups by their size ("ministeries met meer dan tien maatregelen"), and places in a ranking ("op één na de meeste")."""

import re
from functools import lru_cache

from app.filters import MinistryCount
from app.query import GroupKey, Sizes
from app.reading.draft import Draft
from app.reading.lexicon import any_of, words_of_questions
from app.reading.line import rule
from app.reading.numbers import NUMBER, number_of

_ROWS = r"(?:maatregel(?:en)?|acties?|deadlines?|regels|projecten|plannen|dossiers|stuks|keer)"
_MORE = r"meer dan|meer als|boven de"
_LESS = r"minder dan|minder als|onder de"
_LEAST = r"minstens|minimaal|ten minste|tenminste|op zijn minst|niet minder dan|zeker"
_MOST = r"hoogstens|maximaal|hooguit|niet meer dan|ten hoogste|op zijn hoogst"
_EXACTLY = r"precies|exact|maar|slechts|niet meer en niet minder dan|alleen maar|enkel"
_WORD = rf"(?P<q>{_MORE}|{_LESS}|{_LEAST}|{_MOST}|{_EXACTLY})"
_SIZE = rf"(?:{_WORD} (?P<n>{NUMBER})|tussen de (?P<a>{NUMBER}) en (?:de )?(?P<b>{NUMBER})|(?P<n2>{NUMBER}) (?P<m>of meer|of minder|of nog meer|of hoger)|(?P<n3>één|1|een)(?= enkele? ))"


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    lead = r"(?:(?:in|bij|onder|voor|van|binnen|op) )?(?:(?:welke?|wat voor|noem de|toon de|geef de|alle|de|zijn er|bestaan er|heeft een|is er een|hoeveel) )?"
    of = rf"(?P<g>(?: (?!{_ROWS}\b|meer|minder)[^ ]+){{0,7}}?)"
    rows = (
        r"(?P<h>(?: (?!ministerie|departement|thema|verantwoordelijke|maand|jaar|kwartal|«)[^ ]+){0,3}? "
        + _ROWS
        + r"|(?= (?:of|en|zijn|hebben|heeft|[?!.,]|·|over|al|nog|te|niet|klaar|af|afgerond\w*|gestopt\w*|lop\w+|doorlop\w+)(?!\S))|$)"
    )
    return (
        rule(rf"{lead}(?:{names}){of} {_SIZE}{rows}"),
        rule(
            r"(?:(?:de |het )?(?:op (?P<n>een|één|twee|drie|vier) na|(?P<o>tweede|derde|vierde|vijfde))(?= (?:de |het )?(?:meeste|minste|grootste|kleinste|laatste|verste|eerste|vroegste|langst\w*|hoogste|laagste)))"
        ),
    )


_PLACED = rule(
    r"(?:(?:komt|staat|eindigt|is)(?: er)? )?(?:(?:op (?:de )?(?:plaats |plek |nummer )?(?P<o>tweede|derde|vierde|vijfde|2|3|4|5)(?:e)?(?: plaats| plek| positie)?)|(?P<p>tweede|derde|vierde))(?= (?:qua|naar|met|in|op) (?:het )?(?:aantal|aantallen|omvang|grootte|maatregelen|de meeste)| (?:plaats|plek)| [?!.]|$)(?: (?:qua|naar|in) (?:het )?(?:aantal|aantallen|omvang|grootte))?"
)
_ORDINALS = {"tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5}
_SHARED = re.compile(r"(?<!\S)(?:deelt|delen|gedeelde)(?!\S)")


def read_sizes(draft: Draft) -> None:
    """The sizes of the groups asked for, and which place of a ranking."""
    line = draft.line
    of_a_size, place = _rules()
    match = place.search(line.text)
    if match:
        draft.place = number_of(match["n"].replace("é", "e")) + 1 if match["n"] else _ORDINALS[match["o"]]
        line.use(match.span())
        return
    match = of_a_size.search(line.text)
    key = _key(match) if match else None
    if match is None or key is None or draft.ask == "rank":
        if key is None and not draft.ask:
            _read_place(draft)
        return
    if key == "heading" and not re.search(r"kop|rubriek|paragraaf", match.group()):
        return
    draft.ask, draft.group_by, draft.sizes, draft.measures_named = "groups", (key,), _sizes(match), True
    told = re.search(rf" {_ROWS}$", match["h"])
    spans = [(match.start(), match.start("g")), (match.end("g"), match.start("h"))]
    if told:
        spans.append((match.end("h") - len(told.group()) + 1, match.end("h")))
    if _SHARED.search(match.group()) and key == "owner":
        draft.add(MinistryCount(2), (0, 0))
    line.use(*spans)


@lru_cache(maxsize=1)
def _group_asked() -> re.Pattern[str]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    return rule(rf"(?:welk|welke|wat|het|de) (?:{names})(?= )")


def _read_place(draft: Draft) -> None:
    """Which group comes second, as in "welk ministerie komt op de tweede plaats"."""
    line = draft.line
    match = _group_asked().search(line.text)
    placed = _PLACED.search(line.text)
    key = _key(match) if match else None
    if match is None or placed is None or key is None or placed.start() < match.end():
        return
    digit = placed["o"] or placed["p"]
    draft.place = int(digit) if digit.isdigit() else _ORDINALS[digit]
    draft.ask, draft.extreme, draft.group_by, draft.measures_named = "rank", "most", (key,), True
    line.use(match.span(), placed.span())


def _key(match: re.Match[str]) -> GroupKey | None:
    for key in ("owner", "theme", "heading", "status", "year", "quarter"):
        if match.groupdict().get(key):
            return key
    return None


def _sizes(match: re.Match[str]) -> Sizes:
    if match["a"]:
        return number_of(match["a"]), number_of(match["b"])
    if match["m"]:
        n = number_of(match["n2"])
        return (n, None) if match["m"] != "of minder" else (0, n)
    if match["n3"]:
        return 1, 1
    n, word = number_of(match["n"]), match["q"]
    for pattern, sizes in ((_MORE, (n + 1, None)), (_LESS, (0, n - 1)), (_LEAST, (n, None)), (_MOST, (0, n))):
        if re.fullmatch(pattern, word):
            return sizes
    return n, n
