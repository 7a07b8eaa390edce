"""Question to answer: reading, selection, wording, conversation, command line and screen."""
