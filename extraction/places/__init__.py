"""Where and as of when: the places of an article and its event, and the dates that its sentences give."""
