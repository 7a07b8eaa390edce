"""The forms of Dutch verbs, by the rules of spelling; the verbs stand in data/verbs.toml."""

import re
import tomllib
from functools import lru_cache
from typing import Any

from ingest.vocabulary import DATA

_UNSTRESSED = ("be", "ge", "her", "ont", "ver", "er", "over", "onder", "door", "voor", "achter", "om", "vol", "mis")
_WITHOUT_GE = ("be", "ge", "her", "ont", "ver", "er")
_VOICELESS = "tkfschpx"  # 't kofschip: a stem that ends so has its past in -te


def stem_of(infinitive: str) -> str:
    """The stem, as spelled: "tellen" tel, "maken" maak, "geven" geef, "wijzigen" wijzig."""
    base = infinitive[:-2]
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in "aeiou":
        return base[:-1]
    if re.search(r"[aeou][bdfgklmnprstvz]$", base) and not re.search(r"[aeiou]{2}.$", base):
        syllables = len(re.findall(r"[aeiou]+", _bare(base)))
        stressed = base.endswith("er") and infinitive not in _data()["unstressed"]
        if syllables == 1 or stressed or not re.search(r"(?:e[lnr]|ig)$", base):
            base = base[:-1] + base[-2] + base[-1]
    return base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])


def _bare(base: str) -> str:
    """A stem without an unstressed prefix: "bepal" pal, "verzamel" zamel."""
    for prefix in _UNSTRESSED:
        rest = base[len(prefix) :]
        if base.startswith(prefix) and re.match(r"[bcdfghjklmnpqrstvwz].*[aeiou]", rest):
            return rest
    return base


def regular_forms(infinitive: str) -> frozenset[str]:
    """All forms of a regular verb but the first person: "tellen" gives telt, telde, geteld, tellend and so on."""
    stem, sound = stem_of(infinitive), infinitive[-3]
    hard = sound in _VOICELESS
    past = stem + ("t" if hard else "d")
    participle = stem if stem.endswith("t" if hard else "d") else past
    if not infinitive.startswith(_WITHOUT_GE):
        participle = "ge" + participle
    present = stem if stem.endswith("t") else stem + "t"
    return frozenset(
        (
            infinitive,
            present,
            past + "e",
            past + "en",
            participle,
            participle + "e",
            infinitive + "d",
            infinitive + "de",
        )
    )


def separable_forms(particle: str, infinitive: str, forms: frozenset[str]) -> frozenset[str]:
    """The forms in which a separable verb is one word: "af" and "ronden" give afronden, afrondt, afgerond."""
    return frozenset({particle + form for form in forms} | {f"{particle}te{infinitive}"})


def forms_of(entry: str, irregular: dict[str, str]) -> frozenset[str]:
    """All forms of an entry of data/verbs.toml, those of a separable verb in one word: "af|nemen" gives afnam."""
    particle, _, verb = entry.rpartition("|")
    prefix = next((p for p in _WITHOUT_GE if verb.startswith(p) and verb[len(p) :] in irregular), "")
    base = verb[len(prefix) :]
    if base in irregular and verb not in irregular:
        forms = frozenset(prefix + form.removeprefix("ge") for form in irregular_forms(base, irregular[base]))
    else:
        forms = irregular_forms(verb, irregular[verb]) if verb in irregular else regular_forms(verb)
    return separable_forms(particle, verb, forms) if particle else forms


def irregular_forms(infinitive: str, others: str) -> frozenset[str]:
    """All forms of a verb of which `others` are those that no rule gives: "hing hingen gehangen"."""
    present = {infinitive, infinitive + "d", infinitive + "de", *others.split()}
    if not infinitive.endswith("aan") and len(infinitive) > 4:
        stem = stem_of(infinitive)
        present.add(stem if stem.endswith("t") else stem + "t")
    last = others.split()[-1]
    return frozenset(present | ({last + "e"} if last.endswith("n") else set()))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((DATA / "verbs.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def general_verbs() -> frozenset[str]:
    """All forms of the general verbs."""
    irregular: dict[str, str] = _data()["irregular"]
    found: set[str] = set()
    for entry in (*_data()["regular"], *irregular):
        found |= forms_of(entry, irregular)
    return frozenset(found)
