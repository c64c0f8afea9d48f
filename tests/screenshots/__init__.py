"""Takes the pictures of docs/screenshots from the running program."""
