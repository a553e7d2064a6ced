"""What goes wrong while claims are extracted; apart from the extraction, which takes a while to load."""


class ExtractionError(Exception):
    """Processes that extract claims are ended again and again; the message is one line with the remedy."""
