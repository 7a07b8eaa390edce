"""What kind of thing a measure is, and which members of parliament it names, read once from its text.

A kind is certain when the measure's own subject is of it (its title says so), and defensible when it is only
mentioned or is of a sibling kind. Names are found by the role in which they stand: "het lid X", "motie X en Y".
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from index.folding import fold
from index.places import DATA
from ingest.records import Measure

KINDS_FILE = DATA / "kinds.toml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of measure and the words by which texts and questions name it."""

    key: str
    plural: str
    words: tuple[str, ...]
    subject: re.Pattern[str]
    mention: re.Pattern[str]
    siblings: tuple[str, ...]
    by_explanation: bool  # the word in the explanation makes it certain
    of_chamber: bool  # a paper of the House itself: no owner is asked for in "moties van de Kamer"


@dataclass(frozen=True, slots=True)
class Membership:
    """A measure's place among the kinds."""

    certain: frozenset[str]
    defensible: frozenset[str]
    mentioned: frozenset[str]  # the word stands anywhere in the row


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """The kinds of `data/kinds.toml`, in its order."""
    entries = tomllib.loads(KINDS_FILE.read_text(encoding="utf-8"))["kind"]
    return tuple(
        Kind(
            key=e["key"],
            plural=e["plural"],
            words=tuple(fold(w) for w in e["words"]),
            subject=re.compile("|".join(e["subject"])),
            mention=re.compile("|".join(e["mention"])),
            siblings=tuple(e.get("siblings", ())),
            by_explanation=e.get("explanation", False),
            of_chamber=e.get("of_chamber", False),
        )
        for e in entries
    )


def measure_kinds(measure: Measure) -> Membership:
    """Of which kinds a measure is, certainly or defensibly."""
    title, text = fold(measure.title), fold(f"{measure.title} {measure.explanation}")
    certain = {k.key for k in kinds() if k.subject.search(text if k.by_explanation else title)}
    mentioned = {k.key for k in kinds() if k.mention.search(text)}
    siblings = {k.key for k in kinds() if not certain.isdisjoint(k.siblings)}
    return Membership(frozenset(certain), frozenset((mentioned | siblings) - certain), frozenset(mentioned | certain))


_PARTICLE = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|[Ee]l|'t)"
_NAME = rf"(?:{_PARTICLE}\s+)*[A-ZÀ-Þ][\w'’]+(?:-[A-ZÀ-Þ]\w+)*"
_FIRST = rf"(?:{_PARTICLE}\s+{_PARTICLE}\s+|(?:Van|De|Den|Der|Ter|Ten|Te|El)\s+)?[A-ZÀ-Þ][\w'’]+(?:-[A-ZÀ-Þ]\w+)*"
_CHAIN = rf"(?P<names>{_FIRST}(?:\s*(?:,|/|-?\s+en\s+)\s*{_NAME})*)"
_MEMBERS = r"(?:(?:[Tt]weede\s+|[Ee]erste\s+|TK[\s-])?(?:[Kk]amer)?(?:lid|leden|Lid|Leden)\s+)"
_BILL = r"(?:[Ii]nitiatief)?(?:[Ww]ets?)?[Vv]oorstel(?:\s+van\s+wet)?"
_ROLE = re.compile(
    rf"(?P<kind>[Mm]oties?|[Aa]mendement(?:en)?)\s+(?:van\s+)?(?:de\s+|het\s+)?{_MEMBERS}?{_CHAIN}"
    rf"|(?P<bill>{_BILL})\s+van\s+(?:de\s+|het\s+)?{_MEMBERS}{_CHAIN.replace('names', 'proposers')}"
    rf"|{_MEMBERS}{_CHAIN.replace('names', 'members')}"
)
_SPLIT = re.compile(r"\s*(?:,|/|-?\s+en\s+)\s*")
_NO_NAMES = frozenset({"kamer", "raden", "raad", "bureau", "staten", "wet", "kabinet", "nederland"})


def people_named(measure: Measure) -> frozenset[tuple[str, str]]:
    """(name, role) of every member of parliament named: ("van der laan", "motie"); the role "lid" where no paper is.

    Names are folded and keep their particles.
    """
    found: set[tuple[str, str]] = set()
    for text in (measure.title, measure.explanation):
        for match in _ROLE.finditer(text):
            if match["names"]:
                role, names = ("motie" if match["kind"].lower().startswith("motie") else "amendement"), match["names"]
            elif match["proposers"]:
                role, names = "wetsvoorstel", match["proposers"]
            else:
                role, names = "lid", match["members"]
            for name in _SPLIT.split(names):
                key = fold(name).strip("' -")
                if key and key.split()[-1] not in _NO_NAMES:
                    found.add((key, role))
    return frozenset(found)
