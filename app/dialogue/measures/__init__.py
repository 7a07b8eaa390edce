"""Turns that point at measures, and ask something of them: by place, by words, by what they are, by name."""
