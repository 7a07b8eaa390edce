# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Questions about the status signs, answered from the legend of the document itself."""

import re
from collections import Counter
from collections.abc import Sequence

from app.onboarding.parts import is_filler, words_for
from app.wording import STATUS_ORDER, listed, quoted, status_labels
from index.folding import fold
from ingest.records import Measure, Report

_SIGN = r"(?:een |de |het |status |statuscode |code |cijfer |getal |nummer |waarde |score |stand |'|\"|“)*(?P<sign>\d)(?:'|\"|”)?"
_NUMBERS = {"nul": "0", "drie": "3", "vier": "4"}
_IN_WORDS = re.compile(
    r"\b((?:status|code|cijfer|getal|statuscode|een|de) )(nul|drie|vier)(?! \w*(?:maatregel|actie))\b"
)
_COLUMN = r"(?: (?:bij|in|onder|als|achter|voor) .{1,60})?"
_ONE_SIGN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bwat (?:betekent|betekend|is|houdt|zegt|wil|stelt) (?:dat |die )?{_SIGN}(?: in| zeggen| voor)?{_COLUMN}$",
        rf"\bwaar(?:voor)? staat (?:dat |die )?{_SIGN}(?: voor)?{_COLUMN}$",
        rf"\b(?:betekenis|uitleg) van (?:dat |die )?{_SIGN}{_COLUMN}$",
        rf"\bwat (?:bedoelen ze|wordt (?:er )?bedoeld|bedoel je) met (?:dat |die )?{_SIGN}{_COLUMN}$",
        rf"^(?:status|code|stand)(?: van zaken)? {_SIGN}$",
        rf"\b(?:er|hier|daar|erachter|erbij|maatregel) (?:staat|heeft) (?:een )?{_SIGN}\b.*\bwat (?:betekent|is|houdt) (?:dat|die)",
        rf"\b(?:als er|wanneer er) (?:een )?{_SIGN} (?:staat|bij staat).*\b(?:wat|betekent)\b",
    )
)
_SIGN_MET = re.compile(  # "ik zie soms een 0 staan, is dat nog niet begonnen?"
    r"(?:^|\b(?:een|de|het|die|dat|'n|zo'n|status|code|cijfer|cijfertje|getal|teken|nummer|stand|losse|alleen|staat|met|betekent) )['\"]?(?P<sign>\d)['\"]?(?![.,]?\w)"
    r"(?! (?:maatreg\w*|miljoen|miljard|jaar|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|keer|procent|uur|weken|maanden|dagen|pagina\w*|themas?|thema's|ministeries|kwartaal|kolommen|tabellen))"
)
_SIGN_ASKS = re.compile(
    r"^(?:en )?staat \d voor\b|\bbeteken\w*|\bbedoel\w*|\bzeggen\b|\bwaar(?:voor)? sta[an]\w*|\bhoudt\b.*\bin\b|\bwat (?:is|moet|zegt|wil|stelt) (?:dat|die|het|ik|een|de)\b|\b(?:is|zijn|wil|betekent|geldt|heet) (?:dat|die|het|dit|ze|hij|zo'n|een \w+|de \w+)\b.*\b(?:klaar|afgerond|begonnen|gestart|gestopt|bezig|loopt|lopend|doorlopend|uitvoering|goed|slecht|af|mislukt|gelukt|geschrapt|vervallen)\b"
)
_SIGN_PLACE = re.compile(
    r"\b(?:sta[an]\w*|stond|zie|zag|tegen|kolom|stavaza|stand van zaken|achter|erachter|legenda|cijfer\w*|status|code|teken|tabel\w*|lees|krijgt?)\b"
)
_ASKS_FOR_MEASURES = re.compile(
    r"\bhoeveel\b|\bwelke? (?!beteken|status|stand|uitleg|woord)|\b(?:noem|toon|geef|laat)\b|\bmaatregel \d|\bthema|\bvoetno|\b(?:tabel|pagina|bladzijde|kwartaal|artikel|kamerstuk) \d|\d\.\d"
)
_OF_A_LABEL = re.compile(
    r"[,:;.?)] ?(?:en |wat )?(?:betekent|is|houdt|wil) (?:dat|die|het|zeggen)\b|\bwil dat zeggen\b"
)
_SIGN_OF_A_MEASURE = re.compile(
    r"\b(?:welke?|wat voor) (?:cijfer|code|teken|getal|nummer)s? (?:krijgt|krijgen|heeft|hebben|hoort bij|horen bij|staat (?:er )?(?:bij|achter)) (?:een |de |elke )?(?:\w+ )?maatregel(?:en)?$"
)
_GAP = re.compile(r"\b(?:mis|mist|misten|ontbreekt|ontbreken|springt|overgeslagen|slaat|sla|gat|weg)\b")
_MISSING = re.compile(
    r"\b(?:waarom|hoezo|hoe kan het|hoe komt het|is er|bestaat er|bestaat|waar is|ontbreekt|mis ik|mist)\b.{0,40}"
    r"\b(?:geen|ontbreekt|niet|de|een)?\b.{0,20}\b(?:status|code|cijfer|nummer|stand|waarde)? ?(?<![\d.])(?P<sign>\d)\b(?!\.\d)"
    r"(?=[^\d]*$)(?!.*\bmaatregel)"
)
_WHOLE = re.compile(
    r"\b(?:wat|welke|hoeveel|leg|uitleg|betekenis|waar|noem|geef|toon|hoe)\b.{0,40}"
    r"\b(?:cijfers|cijfertjes|codes|statussen|statuscodes|statuscijfers|statusnummers|legenda|legende|getallen|"
    r"stand van zaken|stavaza|status(?:aanduidingen|waarden)?|standen)\b(?P<rest>.*)$|^(?:de )?(?:legenda|legende|statussen|statuscodes)$"
)
_WHOLE_VERBS = re.compile(
    r"\b(?:beteken\w*|zijn er|bestaan|staan|leg|uitleg|betekenis|kent|gebruikt|mogelijk\w*|lezen|lees|legenda|legende|voor)\b|\bzijn de\b|^welke (?:status\w*|codes|cijfers)(?: zijn er| kan.*| kunnen.*)?$"
)
_OF_ONE = re.compile(  # "de stand van zaken van de norm": of one measure, and not of the column
    r"\b(?:stand van zaken|stavaza|status)(?: (?:is|zijn|was|nu))* (?:van|rond\w*|bij|omtrent|inzake|rondom|met) "
    r"(?!(?:de |het |een |elke |alle |deze |dit |die )*(?:maatregel\w*|kolom|tabel\w*|rapport\w*|bijlage|document)\b)"
)
_LABEL = re.compile(
    r"(?:\bwat (?:betekent|betekend|is(?! er\b)|houdt|wil|bedoel\w* (?:ze|men|je|jullie) met|wordt (?:er )?bedoeld met)\b|\b(?:betekenis|definitie|uitleg) van\b|\bwanneer is (?:een maatregel|iets)\b|\bverschil\w*\b|\bhetzelfde\b)"
)
_MORE = {
    "doorlopend": "Doorlopend is een maatregel zonder eindpunt: zij gaat steeds door.",
    "niet (meer) in uitvoering": "Dat kan zijn dat de maatregel is gestopt of nog niet is begonnen; de toelichting zegt het.",
}


def legend_answer(question: str, report: Report, measures: Sequence[Measure]) -> str | None:
    """The answer to a question about the signs; None when the question is about something else."""
    plain = re.sub(r"[\s?.!]+$", "", " ".join(fold(question).split()))
    plain = _IN_WORDS.sub(lambda match: f"{match[1]}{_NUMBERS[match[2]]}", plain)
    compared = _compared(plain, report)
    if compared:
        return " ".join(sign_answer(sign, report, measures) for sign in compared)
    for pattern in _ONE_SIGN:
        match = pattern.search(plain)
        if match:
            return sign_answer(match["sign"], report, measures)
    match = _MISSING.search(plain)
    if match and match["sign"] not in {entry.sign for entry in report.legend} and "maatregel" not in plain:
        return sign_answer(match["sign"], report, measures)
    if _SIGN_OF_A_MEASURE.search(plain):
        return whole_legend(report)
    if not _ASKS_FOR_MEASURES.search(plain):
        numbers = [int(number) for number in re.findall(r"(?<![\d.])\d(?!\.?\d)", plain)]
        if len(numbers) > 1 and _GAP.search(plain):
            known = {entry.sign for entry in report.legend}
            absent = [n for n in range(min(numbers), max(numbers) + 1) if str(n) not in known]
            if absent:
                return sign_answer(str(absent[0]), report, measures)
        met = list(_SIGN_MET.finditer(plain))
        if (
            len({match["sign"] for match in met}) == 1
            and _SIGN_ASKS.search(plain)
            and (_SIGN_PLACE.search(plain) or re.search(r"\bbeteken\w*|\bzeggen\b", plain))
        ):
            return sign_answer(met[0]["sign"], report, measures)
    labels = _labels_named(plain)
    if len(labels) > 1 and re.search(r"\bverschil|\bhetzelfde\b|\bof\b.*\bbeteken", plain):
        return " ".join([*(_label_sentence(label, report, measures) for label in labels), whole_legend(report)])
    if labels and _OF_A_LABEL.search(plain) and not _ASKS_FOR_MEASURES.search(plain):
        return " ".join([_label_sentence(labels[0], report, measures), whole_legend(report)])
    if labels and _LABEL.search(plain) and not _says_more(plain, labels[0]):
        return " ".join([_label_sentence(labels[0], report, measures), whole_legend(report)])
    if (
        labels
        and re.search(
            r"\bwelke? (?:cijfer|nummer|getal|code|status\w*|teken)\b.*\b(?:staat|hoort|heeft|betekent|is|geldt)\b",
            plain,
        )
        and not re.search(r"\bmaatregel", plain)
    ):
        return " ".join([_label_sentence(labels[0], report, measures), whole_legend(report)])
    if re.search(r"\bwelke status\b.*\b(?:cijfer|nummer|code|getal) \d$", plain):
        return sign_answer(plain[-1], report, measures)
    if re.search(r"\bwat (?:betekenen|zijn|houden)\b.*\d(?:, ?\d)*(?: en| of) \d", plain):
        return legend_explained(report)
    whole = _WHOLE.search(plain)
    if (
        whole
        and _WHOLE_VERBS.search(plain)
        and not re.search(
            r"\b(?:maatregel \d|van (?:ocw|szw|vws|jenv|bzk?|ezk)|per |aantal\w*|ervoor|verde(?:ling|eld|len)|spreiding|uit(?:gesplitst|splitsing)|telling|tel|hoe ?vaak|vaakst|meest|meeste|minst|minste|in cijfers)\b",
            plain,
        )
        and not _OF_ONE.search(plain)
        and ("legend" in plain or not re.search(r"\bover\b", whole["rest"] or ""))  # "de cijfers over vrouwen"
    ):
        return legend_explained(report)
    return None


def _compared(plain: str, report: Report) -> tuple[str, ...]:
    """The signs that a question tells apart, named by sign or by label, and does nothing else; () for another question.

    "Waarin verschilt een 4 van een 0?", "Wanneer krijgt een maatregel een 1 en wanneer een 3?"
    """
    for word in words_for("sign_runs"):
        plain = re.sub(rf"\b{word}\b", "in uitvoering", plain)
    rest = plain
    of_label = {status_labels()[entry.code]: entry.sign for entry in report.legend if entry.code is not None}
    labels = _labels_named(plain)
    for label in sorted(labels, key=len, reverse=True):
        rest = re.sub(rf"\b(?:{re.escape(fold(label))}|gestopt|niet (?:meer )?in uitvoering)(?!\w)", " ", rest)
    words = re.findall(r"[\w']+(?:[.,]\d+)?", rest)
    data = {name: frozenset(words_for(name)) for name in ("sign_compares", "sign_differs", "sign_asks", "sign_words")}
    signs = [word for word in words if re.fullmatch(r"\d", word)]
    known = data["sign_compares"] | data["sign_asks"] | data["sign_words"]
    more = [w for w in words if w not in known and w not in signs and not is_filler(w)]
    found = tuple(dict.fromkeys([*signs, *(of_label[label] for label in labels if label in of_label)]))
    compares = data["sign_compares"] if signs else data["sign_compares"] & data["sign_differs"]
    asks = bool(compares & set(words)) or (len(signs) > 1 and bool(data["sign_asks"] & set(words)))
    return () if len(found) not in (1, 2) or more or not asks or (len(found) == 1 and not signs) else found


def _says_more(plain: str, label: str) -> bool:
    """Whether a question holds more than a label and the words that ask for its meaning."""
    words = set(re.findall(r"[a-z0-9]+", plain)) - set(re.findall(r"[a-z]+", fold(label))) - {"gestopt", "niet", "meer"}
    wat_is = re.search(r"\bwat (?:is|zijn)\b", plain) and not re.search(
        r"\bwat (?:is|zijn) (?:de |een |het |status |'|\"|“)*\S+(?: \S+){0,3}$", plain
    )
    return bool(words - frozenset(words_for("of_a_label"))) or bool(wat_is)


def sign_answer(sign: str, report: Report, measures: Sequence[Measure]) -> str:
    """What one sign means; of a sign that the legend does not have, that it has not."""
    entry = next((entry for entry in report.legend if entry.sign == sign), None)
    if entry is None:
        return (
            f"Een {sign} komt in de legenda niet voor, en het document zegt niet waarom. {whole_legend(report)} "
            f"Er is ook geen maatregel met een {sign}."
        )
    amount = sum(measure.status_text == sign for measure in measures)
    more = _MORE.get(status_labels().get(entry.code, "") if entry.code is not None else "", "")
    return " ".join(
        part
        for part in (f"Een {sign} betekent {quoted(entry.meaning)}.", more, _amount_sentence(amount, len(measures)))
        if part
    )


def legend_explained(report: Report) -> str:
    """What the signs are for, and the legend."""
    return f"De kolom Stand van zaken (Stavaza) zegt hoe ver een maatregel is. {whole_legend(report)}"


def whole_legend(report: Report) -> str:
    """The legend in one sentence, as printed."""
    return f"De legenda: {listed([f'{entry.sign} = {entry.meaning}' for entry in report.legend])}."


def legend_short(report: Report) -> str:
    """The signs and meanings, in a list."""
    return ", ".join(f"{entry.sign} {entry.meaning}" for entry in report.legend)


def _labels_named(plain: str) -> list[str]:
    labels = {code: fold(label) for code, label in status_labels().items()}
    rest, found = plain, []
    for code in (0, *[c for c in STATUS_ORDER if c]):  # the longest first: it holds another
        for words in {
            labels[code],
            labels[code].replace("(", "").replace(")", ""),
            *(("niet in uitvoering", "gestopt") if code == 0 else ()),
        }:
            if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", rest):
                rest = rest.replace(words, " ")
                found.append(status_labels()[code])
                break
    return sorted(found, key=lambda label: plain.find(fold(label).split()[0]))


def _label_sentence(label: str, report: Report, measures: Sequence[Measure]) -> str:
    code = next(code for code, name in status_labels().items() if name == label)
    entry = next((entry for entry in report.legend if entry.code == code), None)
    sign = f" Het teken daarvoor is een {entry.sign}." if entry else ""
    amount = Counter(measure.status for measure in measures)[code]  # type: ignore[index]
    words = {
        "afgerond": "“Afgerond” betekent dat de maatregel klaar is.",
        "in uitvoering": "“In uitvoering” betekent dat er aan de maatregel wordt gewerkt.",
        "doorlopend": "“Doorlopend” betekent dat de maatregel steeds doorgaat, zonder eindpunt.",
    }.get(label, f"{quoted(label.capitalize())} betekent dat er nu niet aan de maatregel wordt gewerkt.")
    return f"{words}{sign} {_amount_sentence(amount, len(measures))}"


def _amount_sentence(amount: int, total: int) -> str:
    return f"Dat geldt voor {amount} van de {total} maatregelen."
