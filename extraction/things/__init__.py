"""What a figure counts: the noun phrase, the measure that it stands for, and what happened to it."""
