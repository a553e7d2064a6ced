"""The words of an article: tokens, sentences, the tables of words, and the class of each word in its sentence."""
