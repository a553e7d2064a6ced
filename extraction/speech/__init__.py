"""Who says it, and how: acts of saying, their speakers, what they cover, and whether they assert, expect or deny."""
