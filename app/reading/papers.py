# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""How members of parliament are named beside their papers."""

from app.reading.line import rule

PERSONS = r"«p\d+»(?:(?: (?:,|en|of|&|/))+ «p\d+»)*"
MEMBER = r"(?:(?:tweede|eerste|tk|tk-|oud) )?(?:kamerlid|kamerleden|tk-lid|lid|leden|volksvertegenwoordiger|parlementarier|mevrouw|meneer|mw|dhr|de heer|tweede-kamerlid)"
BILL_OF = rule(  # "de wet van Ellemeet en Bikker", "het initiatiefwetsvoorstel van het lid Bromet"
    rf"(?:(?:de|het|een) )?(?:wet|wetje|wetten|wetswijziging|initiatiefwet|(?:initiatief)?wets?voorstel)(?: -)?(?: van)?(?: (?:de|het))?(?: {MEMBER})? (?P<l>{PERSONS})"
)
