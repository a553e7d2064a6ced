"""Figures: numbers as they are written, with their units, hedges, ranges and trends, and numbers that claim nothing."""
