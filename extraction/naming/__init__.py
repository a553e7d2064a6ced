"""Who and what is named in an article: states, bodies and persons, and all the words that mean them."""
