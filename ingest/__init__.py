"""Document to measures: read a progress report's tables, and say what could not be read."""
