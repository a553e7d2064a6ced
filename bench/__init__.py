"""Measurements: scores against annotated corpora, and ratios of time against named peers."""
