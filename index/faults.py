"""What can go wrong with models and indexes; each message is one Dutch line that says what to do."""


class IndexFault(Exception):
    """The index on disk is missing, damaged or made from something else; the message is for the user."""


class ModelFault(Exception):
    """The search model cannot be found, unpacked or loaded; the message is for the user."""
