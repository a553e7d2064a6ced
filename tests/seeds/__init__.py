"""The three real articles that Rashomon is first judged by; they are not part of the project."""
