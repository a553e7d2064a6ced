"""The pages: Altair charts and templates over the API's payloads."""
