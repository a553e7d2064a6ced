"""An article's text in, claims out: no database, no network, no web server."""
