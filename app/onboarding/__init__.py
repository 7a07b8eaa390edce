"""What stands around the answers: terms, overviews, the document, the assistant itself, and small talk."""
