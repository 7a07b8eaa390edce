"""Small numbers in words or digits."""

_WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20,
}  # fmt: skip
NUMBER = "|".join(_WORDS) + r"|\d{1,3}"
"""The expression of a number that `number_of` reads."""


def number_of(text: str) -> int:
    """The number that a word or digits say."""
    return int(text) if text.isdigit() else _WORDS[text]
