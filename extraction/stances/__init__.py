"""Stances: what somebody denies, confirms, leaves open or maintains without a figure."""
