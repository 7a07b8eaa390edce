"""Turns that change the list that was shown: conditions added, taken out, put in the place of others, or let go."""
