"""A conversation: what a message makes of the turns before it.

`course.py` is the way in, `follow.py` holds the rules in the order in which they are tried, and a rule takes a
`moment.Moment` and gives a `Step`, a `Problem` or None. What a turn says is read by forms in a fixed order of words
(`forms.py`) or as a bag of words (`bags.py`); their words are data in `data/operations.toml` and `data/dialogue.toml`.

`lists/`: turns that change the list by conditions. `measures/`: turns that point at measures and ask something of them.
`numbers/`: turns that count, order, group or compare. Beside them: a new beginning (`fresh.py`), going back
(`going_back.py`, `whole_list.py`), another scope (`scope.py`), choices that were offered (`choices.py`).
"""
