"""The JSON API: thin routes over the public views of the published file."""
