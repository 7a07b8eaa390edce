"""How a message goes on from the turns before it: which rule applies, and the query it makes."""
